"""Ordinary pages (关于 …): where their links lead and which pictures they show; the rest of them is the engine's."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from gongkai.loading.body_text import Target, targets, without_code
from gongkai.loading.codes import finding, shortened
from gongkai.loading.decode import decode
from gongkai.loading.files import PICTURES, extension, joined
from gongkai.model.catalog import Catalog
from gongkai.model.problem import Problem

_WEB = frozenset(("http", "https"))
_OUTSIDE = _WEB | {"mailto", "tel"}
_HEAD = re.compile(r"\ufeff?---[ \t]*\r?\n(.*?)^---[ \t]*\r?$", re.DOTALL | re.MULTILINE)
_HEADING = re.compile(r"^#[ \t]+(\S[^\r\n]*?)[ \t]*#*[ \t]*\r?$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class OrdinaryLinks:
    """What the ordinary pages name.

    `links` maps (page, target as written) to a site-rooted address, or to an empty text where there is none;
    `pictures` are paths below the content folder.
    """

    links: Mapping[tuple[str, str], str] = field(default_factory=dict)
    pictures: frozenset[str] = frozenset()
    problems: tuple[Problem, ...] = ()
    outside: tuple[tuple[str, str], ...] = ()
    """(page, address on the web), each once."""
    titles: Mapping[str, str] = field(default_factory=dict)
    """Page → its title, in the order of the pages."""

    def of(self, page: str) -> dict[str, str]:
        """The links of one page, as written → address."""
        return {written: address for (source, written), address in self.links.items() if source == page}


class _Reader:
    """Judges the targets of all ordinary pages, one after the other."""

    def __init__(self, content: Path, shown: str, pages: Iterable[str], catalog: Catalog) -> None:
        self.content = content
        self.shown = shown
        self.pages = frozenset(pages)
        self.public = {item.path: item.address for item in catalog.items}
        self.hidden = {item.path for item in catalog.tombstones} | {
            held.path.removeprefix(shown) for held in catalog.held
        }
        self.links: dict[tuple[str, str], str] = {}
        self.pictures: set[str] = set()
        self.problems: list[Problem] = []
        self.outside: dict[tuple[str, str], None] = {}
        self.titles: dict[str, str] = {}

    def read(self, page: str) -> None:
        """Look at all targets of a page; a file that has gone meanwhile has none."""
        try:
            text = decode((self.content / page).read_bytes(), self.shown + page)
        except OSError:
            return
        if isinstance(text, str):
            self.titles[page] = title_of(text) or page.rpartition("/")[2].removesuffix(".md")
        for target in targets(text, 1) if isinstance(text, str) else ():
            if target.scheme in _WEB and not target.image:
                self.outside[page, target.written] = None
            outside = target.scheme in _OUTSIDE or target.written.startswith(("#", "/"))
            if target.written and not (outside and not target.image):
                self.judge(page, target)

    def judge(self, page: str, target: Target) -> None:
        """Note where a target leads, or what is wrong with it."""
        source = "" if target.scheme else joined(page.rpartition("/")[0], target.path) or ""
        if target.image:
            self.picture(page, target, source)
        elif source in self.public:
            self.links[page, target.written] = self.public[source]
        elif source not in self.pages:
            self.links[page, target.written] = ""
            self.say_link(page, target, source)

    def picture(self, page: str, target: Target, source: str) -> None:
        """A picture must lie below the content folder."""
        if target.scheme == "data":
            return
        if extension(source) in PICTURES and (self.content / source).is_file():
            self.pictures.add(source)
            return
        self.links[page, target.written] = ""
        message = (
            f"图片“{shortened(target.written)}”找不到，或者不是可用的图片（{'、'.join(sorted(PICTURES))}）。"
        )
        self.say("R010", page, target, message, "把图片放到页面旁边，写成 ![说明](图片.png)。")

    def say_link(self, page: str, target: Target, source: str) -> None:
        """A link to what is not public, or to nothing."""
        name = shortened(target.written)
        if source in self.hidden:
            message = f"链接“{name}”指到的信息没有公开。网页上只显示文字。"
            self.say("R011", page, target, message, "等那条信息公开后再链接，或删去链接。")
            return
        message = f"链接“{name}”指不到任何信息或页面。网页上只显示文字。"
        hint = "链接到信息时写它的 .md 文件；要给出附件，先发布一条信息，再链接到那条信息。"
        self.say("R010", page, target, message, hint)

    def say(self, code: str, page: str, target: Target, message: str, hint: str) -> None:
        """Note a finding."""
        self.problems.append(
            finding(code, self.shown + page, message, line=target.line, field="正文", hint=hint)
        )


def read_ordinary(content: Path, shown: str, pages: Iterable[str], catalog: Catalog) -> OrdinaryLinks:
    """Read the links and pictures of all ordinary pages. `shown` is the prefix of paths in findings."""
    listed = tuple(pages)
    reader = _Reader(content, shown, listed, catalog)
    for page in listed:
        reader.read(page)
    pictures, problems = frozenset(reader.pictures), tuple(reader.problems)
    return OrdinaryLinks(reader.links, pictures, problems, tuple(reader.outside), reader.titles)


def title_of(text: str) -> str:
    """The title that an ordinary page gives itself, in its head or as its first heading; else an empty text."""
    head = _HEAD.match(text)
    if head and (title := _title_in(head[1])):
        return title
    found = _HEADING.search(without_code(text[head.end() :] if head else text))
    return found[1].strip() if found else ""


def _title_in(head: str) -> str:
    """The title in the head of a page, which the page itself shows: 标题 before title."""
    try:
        fields = yaml.safe_load(head)
    except yaml.YAMLError:
        return ""
    found = fields if isinstance(fields, dict) else {}
    return str(found.get("标题") or found.get("title") or "").strip()
