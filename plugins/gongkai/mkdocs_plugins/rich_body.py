"""The blocks of a body with the markup that clerks use most: bold, links, short lists, footnotes.

`fast_body` writes blocks without any markup; this writes blocks whose only markup is one of these, each in a
form about which there can be no doubt. Everything else is None: the long way. Why the bytes are Python-Markdown's:

* Bold is `**` and two runs of it pair if the first has text behind it and the second text before it, whatever else
  stands beside them: with all runs of one length and no `_`, its delimiters have a stack of one at most
  (`DelimiterProcessor.handleMatch`: equal lengths pair, and 2 + 2 is no multiple of 3).
* A link's text is inert, its address has no space, bracket or quotation mark, so `getLink` ends at the first `)`.
* A list has items of one line each, and the block before it is no list: then it is tight and begins anew.
* Each footnote is defined once, in a line of its own, and referred to once, so nothing has to be numbered again.
* Lines begin as those of plain paragraphs may begin, list items and footnotes likewise: no other block wants them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from gongkai.mkdocs_plugins.inert import BEGIN, INERT

Link = Callable[[str], str | None]
"""An address as written → the opening tag of its link after sanitising; None: ask the sanitiser."""

_BOLD = rf"\*\*(?!\s){INERT}++(?<!\s)\*\*(?!\*)"
_TARGET = r"""(?:(?![\s()'"])""" + INERT + r"|_)+"
_LINK = rf"(?<!!)\[(?![\s^]){INERT}++(?<!\s)\]\({_TARGET}\)"
_NOTE = r"(?<!!)\[\^[0-9A-Za-z]{1,9}\](?!\s*:)"
# One pattern for a line, whatever it belongs to: each use of so large a class of characters takes its time to compile.
_LINE = re.compile(rf"{BEGIN}(?:{INERT}++|{_BOLD}|{_LINK}|{_NOTE})++(?<!\s)")
_LEADS = (
    ("ol", re.compile(r"[0-9]{1,3}\. +")),
    ("ul", re.compile(r"[-*+] +")),
    ("notes", re.compile(r"\[\^[0-9A-Za-z]{1,9}\]: +")),
)
_MARKUP = re.compile(rf"\*\*({INERT}+)\*\*|\[\^([0-9A-Za-z]+)\]|\[({INERT}+)\]\(({_TARGET})\)")
_DEFINITION = re.compile(r"\[\^([0-9A-Za-z]+)\]: +(.+)")
PLACE = "///"
"""Footnotes go where `///Footnotes Go Here///` stands, which nobody writes here."""


class _Unsure(Exception):
    """The long way must be taken."""


@dataclass(slots=True)
class _Notes:
    """The footnotes of a body: number by name, and the names that were referred to."""

    numbers: dict[str, int] = field(default_factory=dict)
    texts: list[str] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)

    def define(self, name: str, text: str) -> None:
        if name in self.numbers:
            raise _Unsure
        self.texts.append(text)
        self.numbers[name] = len(self.texts)

    def refer(self, name: str) -> str:
        if name in self.seen or name not in self.numbers:
            raise _Unsure
        self.seen.add(name)
        return (
            f'<sup id="fnref:{name}"><a class="footnote-ref" href="#fn:{name}">{self.numbers[name]}</a></sup>'
        )


def rich_parts(texts: Sequence[str], link: Link) -> list[str] | None:
    """The HTML of blocks, an empty text for one that is empty; the footnotes follow as one more, if there are any.

    None when there is any doubt. An empty text stands for a block that somebody else writes.
    """
    try:
        return _written(texts, link, _Notes())
    except _Unsure:
        return None


def _written(texts: Sequence[str], link: Link, notes: _Notes) -> list[str]:
    kinds = [_kind(text) if text else "" for text in texts]
    for text, kind in zip(texts, kinds, strict=True):
        if kind == "notes":
            for name, definition in _DEFINITION.findall(text):
                notes.define(name, definition)
    _no_lists_in_a_row([kind for kind in kinds if kind != "notes"])
    if notes.texts and all(kind == "notes" for kind in kinds):
        raise _Unsure
    parts = [_block(text, kind, link, notes) for text, kind in zip(texts, kinds, strict=True)]
    return [*parts, _footnotes(notes, link)] if notes.texts else parts


def _no_lists_in_a_row(kinds: Sequence[str]) -> None:
    """Python-Markdown would make one list of two."""
    for kind, following in pairwise(kinds):
        if kind in ("ol", "ul") and following in ("ol", "ul"):
            raise _Unsure


def _kind(text: str) -> str:
    lines = text.split("\n")
    for kind, lead in _LEADS:
        if lead.match(text):
            found = [(lead.match(line), line) for line in lines]
            sure = all(match and _LINE.fullmatch(line, match.end()) for match, line in found)
            # A list that begins with another number says so.
            if sure and (kind != "ol" or text.startswith("1.")):
                return kind
            raise _Unsure
    if all(_is_line(line, place) for place, line in enumerate(lines)):
        return "p"
    raise _Unsure


def _is_line(line: str, place: int) -> bool:
    """Whether a line of a paragraph is sure; blanks alone before an element do not come out after a line break."""
    text = line.lstrip("\u3000")
    alone = place and text != line and text[:1] in ("*", "[")
    return not alone and _LINE.fullmatch(text) is not None


def _block(text: str, kind: str, link: Link, notes: _Notes) -> str:
    if kind == "p":
        return "<p>" + _inline(text.lstrip().replace("\n", "<br>\n"), link, notes) + "</p>"
    if kind in ("ol", "ul"):
        lines = (line.split(" ", 1)[1].lstrip(" ") for line in text.split("\n"))
        items = "".join(f"<li>{_inline(line, link, notes)}</li>\n" for line in lines)
        return f"<{kind}>\n{items}</{kind}>"
    return ""


def _inline(text: str, link: Link, notes: _Notes) -> str:
    def markup(found: re.Match[str]) -> str:
        bold, note, label, target = found.groups()
        if bold:
            return f"<strong>{bold}</strong>"
        if note:
            return notes.refer(note)
        opening = link(target)
        if opening is None:
            raise _Unsure
        return f"{opening}{label}</a>"

    return _MARKUP.sub(markup, text)


def _footnotes(notes: _Notes, link: Link) -> str:
    numbers = notes.numbers
    unreferred = _Notes()  # a note that refers to a note: not here
    items = "".join(
        f'<li id="fn:{name}">\n<p>{_inline(text, link, unreferred)}&nbsp;<a class="footnote-backref" '
        f'href="#fnref:{name}" title="回到正文第 {numbers[name]} 处">↩</a></p>\n</li>\n'
        for name, text in zip(numbers, notes.texts, strict=True)
    )
    return f'<div class="footnote">\n<hr>\n<ol>\n{items}</ol>\n</div>'
