"""The blocks of a Word document, each as a line of which the structure can be recognised."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from gongkai.importing.structure import Recognised
from gongkai.importing.word_styles import Styles
from gongkai.importing.word_xml import Node, W, text_of
from gongkai.importing.written_lines import ISSUER_MARK, ORGAN_END, Line, doc_number_in, squeezed, unspread

_HEAD, _END = 8, 4
"""Blocks at the beginning and at the end among which tables may be but the layout of the letterhead or end matter."""
_END_MATTER = re.compile(r"(?:抄\s*送|抄\s*报|印\s*发|分\s*送)")
_CHAPTER = re.compile(r"第[一二三四五六七八九十百\d]{1,4}([编章节])")
_NO_HEADING = re.compile(r".*[。；;，,、]$|[（(].*[)）]$|[图表]\s*\d|\d{4}年|[—\-–\d\s]*$")
_LONGEST = 60


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph or a table, and what is known of it as a line."""

    node: Node
    line: Line


def blocks_of(body: Node, styles: Styles) -> tuple[Block, ...]:
    """The blocks in reading order; the letterhead's and the end matter's tables give their paragraphs."""
    _unwrap(body)
    _unfold(body)
    return tuple(_block(node, styles) for node in body if node.tag in (f"{W}p", f"{W}tbl"))


def _block(node: Node, styles: Styles) -> Block:
    if node.tag == f"{W}tbl":
        return Block(node, Line(text_of(node), table=True))
    looks = styles.looks(node)
    line = Line(text_of(node), looks.align, looks.size, looks.bold, looks.red, looks.title, looks.heading)
    return Block(node, line)


def _unwrap(body: Node) -> None:
    """Content controls and the like around whole paragraphs go; what they hold stays."""
    for name in ("sdt", "customXml", "smartTag", "ins", "moveTo"):
        for holder in [each for each in body.iter(f"{W}{name}") if each.getparent() is body]:
            inner = holder.find(f"{W}sdtContent") if name == "sdt" else holder
            for child in list(inner) if inner is not None else ():
                if child.tag in (f"{W}p", f"{W}tbl", f"{W}sdt"):
                    holder.addprevious(child)
            body.remove(holder)


def _unfold(body: Node) -> None:
    children = [child for child in body if child.tag in (f"{W}p", f"{W}tbl")]
    for table in children[:_HEAD]:
        if table.tag == f"{W}tbl" and _is_letterhead(text_of(table)):
            _spread(table)
    for table in children[-_END:]:
        if table.tag == f"{W}tbl" and table.getparent() is body and _END_MATTER.match(text_of(table).strip()):
            _spread(table)


def _is_letterhead(text: str) -> bool:
    lines = [squeezed(line) for line in text.split("\n") if line.strip()]
    organs = [line for line in lines if ISSUER_MARK.fullmatch(line)]
    marked = any(line.endswith("文件") for line in organs) or (bool(organs) and "文件" in lines)
    return len(text) < 200 and (marked or any(doc_number_in(line) for line in lines))


def _spread(table: Node) -> None:
    for paragraph in list(table.iter(f"{W}p")):
        table.addprevious(paragraph)
    table.getparent().remove(table)


def headings(lines: Sequence[Line], recognised: Recognised) -> Mapping[int, int]:
    """Level by place: paragraphs in a heading's style, and what stands centred in the text (第一章, an annexed text's title)."""
    return dict(_levels(lines, recognised))


def _levels(lines: Sequence[Line], recognised: Recognised) -> Iterator[tuple[int, int]]:
    for place, line in enumerate(lines):
        text = unspread(line.text)
        if line.table or not text or len(text) > _LONGEST or place in recognised.consumed:
            continue
        if place in recognised.rewritten or _NO_HEADING.fullmatch(text) or re.match(r"[图表]\s*\d", text):
            continue
        if not line.heading and ORGAN_END.fullmatch(text):
            continue
        if line.heading:
            yield place, min(line.heading, 6)
        elif line.title or (line.align == "center" and "：" not in text):
            chapter = _CHAPTER.match(text)
            yield place, {"编": 2, "章": 2, "节": 3}[chapter[1]] if chapter else 1


def mark_headings(node: Node, level: int) -> None:
    """Give a paragraph the style by which the conversion knows its level, or none."""
    settings = node.find(f"{W}pPr")
    if settings is None:
        if not level:
            return
        settings = node.makeelement(f"{W}pPr")
        node.insert(0, settings)
    style = settings.find(f"{W}pStyle")
    if style is not None:
        settings.remove(style)
    if level:
        settings.insert(0, settings.makeelement(f"{W}pStyle", {f"{W}val": f"GkHeading{level}"}))
