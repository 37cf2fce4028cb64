"""Excel: every sheet's cells, hidden sheets, rows and columns told apart, comments.

The XML is read by pattern, not parsed: it is quick, bounded, and no entity can unfold.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping

from gongkai.checks.attachments.limits import Package
from gongkai.checks.attachments.office import plain, properties
from gongkai.checks.material import Extract, Part

_P = r"(?:\w+:)?"
_SHARED = re.compile(rf"<{_P}si\b[^>]*>(.*?)</{_P}si>", re.DOTALL)
_RUN = re.compile(rf"<{_P}t\b[^>]*>([^<]*)</{_P}t>")
_ROW = re.compile(rf"<{_P}row\b([^>]*)>(.*?)</{_P}row>", re.DOTALL)
_CELL = re.compile(rf"<{_P}c\b([^>]*?)(?:/>|>(.*?)</{_P}c>)", re.DOTALL)
_VALUE = re.compile(rf"<{_P}v\b[^>]*>([^<]*)</{_P}v>")
_SHEET = re.compile(rf"<{_P}sheet\b([^>]*)/?>")
_COLUMN = re.compile(rf"<{_P}col\b([^>]*)/?>")
_RELATION = re.compile(r"<Relationship\b([^>]*)/?>")
_ATTRIBUTE = re.compile(r'([\w:]+)="([^"]*)"')


def read_xlsx(package: Package) -> Extract:
    """The text of a workbook by sheet, and what is hidden in it."""
    shared = _shared(package)
    parts: list[Part] = []
    hidden: list[str] = []
    for name, member, is_hidden in _sheets(package):
        xml = package.text(member)
        place = f"{'隐藏的' if is_hidden else ''}工作表“{name}”"
        parts.append(Part(place, "\n".join(_rows(xml, shared))))
        hidden += [f"隐藏的工作表“{name}”"] if is_hidden else []
        hidden += _hidden_lines(xml, name)
    comments = [_comments(package.text(member)) for member in package.matching(r"xl/comments\d*\.xml")]
    parts += [Part("批注", text) for text in comments if text]
    hidden += [f"批注 {len(comments)} 处"] if comments else []
    return Extract(tuple(p for p in parts if p.text.strip()), tuple(hidden), tuple(properties(package)))


def _attributes(text: str) -> dict[str, str]:
    return {name: html.unescape(value) for name, value in _ATTRIBUTE.findall(text)}


def _shared(package: Package) -> tuple[str, ...]:
    if not package.has("xl/sharedStrings.xml"):
        return ()
    return tuple(
        "".join(html.unescape(t) for t in _RUN.findall(si))
        for si in _SHARED.findall(package.text("xl/sharedStrings.xml"))
    )


def _sheets(package: Package) -> Iterator[tuple[str, str, bool]]:
    relations = _relations(package)
    for match in _SHEET.finditer(package.text("xl/workbook.xml")):
        values = _attributes(match[1])
        member = relations.get(next((v for k, v in values.items() if k.endswith(":id")), ""), "")
        if package.has(member):
            yield values.get("name", ""), member, values.get("state", "visible") != "visible"


def _relations(package: Package) -> Mapping[str, str]:
    member = "xl/_rels/workbook.xml.rels"
    if not package.has(member):
        return {}
    found = (_attributes(m[1]) for m in _RELATION.finditer(package.text(member)))
    return {
        values["Id"]: values["Target"].lstrip("/")
        if values["Target"].startswith("/")
        else "xl/" + values["Target"]
        for values in found
        if "Id" in values and "Target" in values
    }


def _rows(xml: str, shared: tuple[str, ...]) -> Iterator[str]:
    for row in _ROW.finditer(xml):
        cells = [_cell(_attributes(c[1]), c[2] or "", shared) for c in _CELL.finditer(row[2])]
        if any(cells):
            yield "\t".join(cells)


def _cell(attributes: Mapping[str, str], inner: str, shared: tuple[str, ...]) -> str:
    if attributes.get("t") == "inlineStr":
        return "".join(html.unescape(t) for t in _RUN.findall(inner))
    value = _VALUE.search(inner)
    if value is None:
        return ""
    if attributes.get("t") == "s":
        number = int(value[1]) if value[1].isdigit() else -1
        return shared[number] if 0 <= number < len(shared) else ""
    return _number(html.unescape(value[1]))


def _number(text: str) -> str:
    """A number as it was typed: long ones are stored as `1.19901210000000E+17` or with `.0`."""
    if re.fullmatch(r"\d(?:\.\d+)?[Ee]\+\d{1,2}", text):
        return str(int(float(text)))
    return text.removesuffix(".0")


def _hidden_lines(xml: str, sheet: str) -> Iterator[str]:
    rows = sum(
        1 for r in _ROW.finditer(xml) if _attributes(r[1]).get("hidden") == "1" and _VALUE.search(r[2])
    )
    spans = [_attributes(m[1]) for m in _COLUMN.finditer(xml)]
    columns = sum(
        min(int(s.get("max", "0")), 200) - int(s.get("min", "0")) + 1
        for s in spans
        if s.get("hidden") == "1" and int(s.get("min", "0")) <= 200
    )
    if rows:
        yield f"工作表“{sheet}”有 {rows} 个隐藏行"
    if columns:
        yield f"工作表“{sheet}”有 {columns} 个隐藏列"


def _comments(xml: str) -> str:
    return "\n".join(plain(t) for t in _RUN.findall(xml))
