"""A Word document's tree made ready: what a reader would not see goes, what Word draws by itself is written out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from gongkai.importing.word_numbers import Numbers
from gongkai.importing.word_xml import Node, W, on

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}chart"
_DIAGRAM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}relIds"
_OLE = "{urn:schemas-microsoft-com:office:office}OLEObject"
_INSERTED = ("ins", "moveTo")
_DELETED = ("del", "moveFrom")


@dataclass(frozen=True, slots=True)
class Counted:
    """How many of what were met: changes that were accepted, and what was left out."""

    changes: int = 0
    comments: int = 0
    hidden: int = 0
    formulas: int = 0
    charts: int = 0
    objects: int = 0

    def remarks(self) -> Iterator[str]:
        """One sentence for each kind."""
        said = (
            (self.changes, "有修订痕迹 {} 处，只取接受修订后的文字，请核对"),
            (self.comments, "批注 {} 条没有导入"),
            (self.hidden, "隐藏文字 {} 处没有导入"),
            (self.formulas, "公式 {} 处没有导入，请改成文字或图片"),
            (self.charts, "图表、智能图形 {} 个没有导入，请另存为图片后插入"),
            (self.objects, "嵌入的文件 {} 个没有导入，请另存后作为附件"),
        )
        return (text.format(count) for count, text in said if count)


def tidy(body: Node, numbers: Numbers) -> Counted:
    """Change the tree in place. Its comments are counted by their marks."""
    counted = Counted(
        changes=_changes(body),
        comments=_count(body, f"{W}commentReference"),
        formulas=_count(body, f"{_MATH}oMath"),
        charts=_count(body, _CHART) + _count(body, _DIAGRAM),
        objects=_count(body, _OLE),
    )
    _choose(body)
    hidden = _without_hidden(body)
    _accept(body)
    _hoist(body)
    for paragraph in list(body.iter(f"{W}p")):
        _write_number(paragraph, numbers)
    return Counted(
        counted.changes, counted.comments, hidden, counted.formulas, counted.charts, counted.objects
    )


def _count(body: Node, tag: str) -> int:
    return sum(1 for _ in body.iter(tag))


def _changes(body: Node) -> int:
    return sum(1 for name in (*_INSERTED, *_DELETED) for _ in body.iter(f"{W}{name}"))


def _drop(node: Node) -> None:
    """Take an element out, and leave what stands behind it."""
    parent = node.getparent()
    if parent is not None:
        parent.remove(node)


def _choose(body: Node) -> None:
    """Of two ways to draw the same thing keep the old one, unless only the new one has a text."""
    for choice in list(body.iter(f"{_MC}AlternateContent")):
        fallback, new = choice.find(f"{_MC}Fallback"), choice.find(f"{_MC}Choice")
        if new is not None and (fallback is None or not len(fallback)):
            new.tag = f"{_MC}Fallback"
            if fallback is not None:
                choice.remove(fallback)
        elif new is not None:
            choice.remove(new)


def _without_hidden(body: Node) -> int:
    found = [run for run in body.iter(f"{W}r") if on(run.find(f"{W}rPr/{W}vanish"))]
    told = sum(1 for run in found if run.find(f"{W}t") is not None)
    for run in found:
        _drop(run)
    return told


def _accept(body: Node) -> None:
    """Take out what tracked changes deleted; deleted rows, and paragraphs whose mark was deleted, are joined later."""
    for name in _DELETED:
        for node in list(body.iter(f"{W}{name}")):
            parent = node.getparent()
            if parent is not None and parent.tag not in (f"{W}rPr", f"{W}trPr"):
                _drop(node)
    for row in list(body.iter(f"{W}tr")):
        if row.find(f"{W}trPr/{W}del") is not None:
            _drop(row)
    for table in list(body.iter(f"{W}tbl")):
        if table.find(f".//{W}tr") is None:
            _drop(table)


def _hoist(body: Node) -> None:
    """Text boxes stand where they are anchored: their paragraphs come before the one that holds them."""
    for box in list(body.iter(f"{W}txbxContent")):
        holder = next((up for up in box.iterancestors(f"{W}p")), None)
        if holder is None or holder.getparent() is None:
            continue
        for child in list(box):
            if child.tag in (f"{W}p", f"{W}tbl"):
                holder.addprevious(child)


def _write_number(paragraph: Node, numbers: Numbers) -> None:
    text = numbers.written(paragraph)
    if not text:
        return
    settings = paragraph.find(f"{W}pPr")
    given = settings.find(f"{W}numPr")
    if given is None:
        given = settings.makeelement(f"{W}numPr")
        settings.append(given)
    for child in list(given):
        given.remove(child)
    for name, number in (("ilvl", "0"), ("numId", "0")):
        given.append(given.makeelement(f"{W}{name}", {f"{W}val": number}))
    put_text(paragraph, text, settings)


def put_text(paragraph: Node, text: str, after: Node | None = None) -> None:
    """A run with a text, behind an element of the paragraph or at its end."""
    run = paragraph.makeelement(f"{W}r")
    for number, line in enumerate(text.split("\n")):
        if number:
            run.append(run.makeelement(f"{W}br"))
        part = run.makeelement(f"{W}t")
        part.text = line
        run.append(part)
    if after is None:
        paragraph.append(run)
    else:
        after.addnext(run)
