"""An item gets its attachments, its pictures and the targets of the links in its body."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from gongkai.loading.body_text import Target
from gongkai.loading.candidate import Candidate
from gongkai.loading.codes import finding, shortened
from gongkai.loading.directory import Directory, State
from gongkai.loading.files import (
    ATTACHABLE,
    PICTURES,
    FileIndex,
    FormerFiles,
    Located,
    Wanted,
    extension,
    joined,
    locate,
)
from gongkai.loading.schema import Schema
from gongkai.loading.source import as_tuple
from gongkai.model.item import Attachment, Item, Picture
from gongkai.model.problem import Problem
from gongkai.model.quick import changed, quick

_WEB = frozenset(("http", "https"))
_OUTSIDE = _WEB | {"mailto", "tel"}
NAMED = frozenset(("文号", "发文字号", "索引号"))
_MAY_BE_A_FILE = ("drafting_note",)
"""Fields for a text or for the name of a file beside the item, which is an attachment then."""
_FILE_NAME = re.compile(r"[^\s，。；：,;:]{1,80}\.[A-Za-z0-9]{2,4}")
_ON_THIS_MACHINE = re.compile(r"(?:[A-Za-z]:[\\/]|file:|\\\\)", re.IGNORECASE)


@quick
@dataclass(frozen=True, slots=True)
class Dressed:
    """The item with its files and links, where their bytes lie, and what is wrong with them."""

    item: Item
    places: Mapping[str, Path]
    problems: tuple[Problem, ...]


class _Dresser:
    """Collects the files and links of one item."""

    def __init__(self, candidate: Candidate, item: Item, index: FileIndex, former: FormerFiles) -> None:
        self.candidate = candidate
        self.item = item
        self.index = index
        self.former = former
        self.attachments: list[Attachment] = []
        self.pictures: dict[str, Picture] = {}
        self.files: dict[str, str] = {}
        self.links: dict[str, str] = {}
        self.outside: list[str] = []
        self.places: dict[str, Path] = {}
        self.problems: list[Problem] = []

    def locate(
        self, name: str, line: int, field: str, missing: str, kinds: frozenset[str], bad: str
    ) -> Located | None:
        """Find a file; a finding is noted."""
        source = self.candidate.source
        found = locate(
            Wanted(name, source.folder, source.path, line, field, missing, kinds, bad),
            self.index,
            self.former,
        )
        if isinstance(found, Problem):
            self.problems.append(found)
            return None
        self.places[found.source] = found.real
        return found

    def attach(self, name: str, title: str, line: int, field: str) -> Attachment | None:
        """Add an attachment, once."""
        known = joined(self.candidate.source.folder, name)
        for each in self.attachments:
            if each.source == known:
                return each
        found = self.locate(name, line, field, "L040", ATTACHABLE, "L041")
        if found is None:
            return None
        file_name = found.source.rpartition("/")[2]
        address = f"/info/{self.item.slug}/{len(self.attachments) + 1}.{extension(file_name)}"
        shown = title or file_name.rpartition(".")[0]
        attachment = Attachment(found.source, file_name, shown, address, found.size, found.sha256)
        self.attachments.append(attachment)
        return attachment

    def picture(self, written: str, name: str, line: int, field: str = "") -> None:
        """Add a picture under the name as written."""
        found = self.locate(name, line, field, "L045", PICTURES, "L047")
        if found is None:
            return
        same = next((p for p in self.pictures.values() if p.source == found.source), None)
        number = len({p.source for p in self.pictures.values()}) + 1
        address = same.address if same else f"/info/{self.item.slug}/i{number}.{extension(found.source)}"
        self.pictures[written] = Picture(found.source, address, found.sha256)

    def say(self, code: str, target: Target, message: str, hint: str) -> None:
        """Note a finding about the body."""
        self.problems.append(
            finding(code, self.candidate.source.path, message, line=target.line, field="正文", hint=hint)
        )

    def done(self) -> Dressed:
        """The item with everything that was found."""
        if not (self.places or self.links or self.outside):
            return Dressed(self.item, {}, tuple(self.problems))
        item = changed(
            self.item,
            attachments=tuple(self.attachments),
            pictures=self.pictures,
            files=self.files,
            links=self.links,
            outside=tuple(dict.fromkeys(self.outside)),
        )
        return Dressed(item, self.places, tuple(self.problems))


def dress(
    candidate: Candidate,
    item: Item,
    index: FileIndex,
    former: FormerFiles,
    directory: Directory,
    schema: Schema,
) -> Dressed:
    """Resolve what an item names; a withdrawn one keeps nothing."""
    if item.withdrawn:
        return Dressed(item, {}, ())
    keys = ("attachments", *_MAY_BE_A_FILE, *schema.file_keys)
    if not candidate.named and not any(key in candidate.values for key in keys):
        return Dressed(item, {}, ())  # as most items
    dresser = _Dresser(candidate, item, index, former)
    _named_files(dresser, schema)
    for target in candidate.named:
        if target.image:
            _image(dresser, target)
        else:
            _link(dresser, target, directory)
    return dresser.done()


def _named_files(dresser: _Dresser, schema: Schema) -> None:
    fields, values = dresser.candidate.fields, dresser.candidate.values
    name = fields.names.get("attachments", "附件")
    listed = as_tuple(values.get("attachments"))
    lines = fields.item_lines.get("attachments", ())
    for n, (file, title) in enumerate(listed):
        line = lines[n] if len(lines) == len(listed) else fields.lines.get("attachments", 0)
        dresser.attach(file, title, line, name)
    for key in _MAY_BE_A_FILE:
        text = values.get(key)
        if isinstance(text, str) and _FILE_NAME.fullmatch(text) and extension(text) in ATTACHABLE:
            dresser.attach(text, "", fields.lines.get(key, 0), fields.names.get(key, key))
    for key in schema.file_keys:
        written = values.get(key)
        if isinstance(written, str):
            dresser.picture(written, written, fields.lines.get(key, 0), fields.names.get(key, key))


def _image(dresser: _Dresser, target: Target) -> None:
    if target.scheme == "data" or not target.written:
        return
    if _ON_THIS_MACHINE.match(target.written):
        message = f"图片“{shortened(target.written)}”写的是您电脑上的位置，别人打不开。"
        last = target.written.replace("\\", "/").rpartition("/")[2]
        dresser.say("L045", target, message, f"把图片复制到条目旁边，写成 ![说明]({last})。")
        return
    if target.scheme or target.written.startswith("//"):
        message = f"图片“{shortened(target.written)}”在别的网站上，网页不从别的网站取图。"
        dresser.say("L046", target, message, "把图片存到条目旁边，写成 ![说明](图片.png)。")
        return
    dresser.picture(target.written, target.path, target.line, "正文")


def _link(dresser: _Dresser, target: Target, directory: Directory) -> None:
    if target.scheme in _WEB:
        dresser.outside.append(target.written)
    if not target.written or target.written.startswith(("#", "/")) or target.scheme in _OUTSIDE:
        return
    if target.scheme in NAMED:
        _item_link(dresser, target, target.written.partition(":")[2], directory)
    elif target.scheme:
        message = f"链接“{shortened(target.written)}”不是网址，也不是条目旁边的文件。"
        dresser.say("R010", target, message, "写成相对路径，或以 https:// 开头的网址。")
    elif extension(target.path) == "md":
        _item_link(dresser, target, target.path, directory, path_only=True)
    elif extension(target.path) in ATTACHABLE:
        attachment = dresser.attach(target.path, "", target.line, "正文")
        if attachment:
            dresser.files[target.written] = attachment.address
    else:
        message = f"链接“{shortened(target.written)}”指不到任何信息或附件。"
        dresser.say(
            "R010", target, message, "链接到信息时写它的 .md 文件，例如 [方案](../镇政府文件/防汛方案.md)。"
        )


def _way(path: str, folder: str) -> str:
    """How a link in a folder writes a file: as a relative path, blanks escaped."""
    return posixpath.relpath(path, folder or ".").replace(" ", "%20")


def _item_link(
    dresser: _Dresser, target: Target, text: str, directory: Directory, path_only: bool = False
) -> None:
    folder = dresser.candidate.source.folder
    source = joined(folder, text) if path_only else None
    exact = directory.by_path.get(source or "")
    found = (exact,) if exact else () if path_only else directory.find(text, folder)
    if len(found) != 1:
        near = directory.nearest(
            text.rpartition("/")[2].removesuffix(".md"), dresser.candidate.source.relative
        )
        many = f"指到 {len(found)} 条信息" if found else "指不到任何信息"
        guess = f"是不是 {near.shown}？" if near and not found else ""
        message = f"链接“{shortened(target.written)}”{many}。{guess}"
        dresser.say("R010", target, message, _way(near.path, folder) if near else "改正路径，或删去链接。")
    elif found[0].state is State.PUBLIC:
        dresser.links[target.written] = found[0].index_number
    else:
        message = f"链接“{shortened(target.written)}”指到的信息没有公开（{found[0].state.value}）。网页上只显示文字。"
        dresser.say("R011", target, message, "等那条信息公开后再链接，或删去链接。")
