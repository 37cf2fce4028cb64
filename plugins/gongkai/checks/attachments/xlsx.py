"""Excel: every sheet's cells, comments, headers, names, text boxes; hidden sheets, rows and columns told apart.

The XML is read by pattern, not parsed: it is quick, bounded, and no entity can unfold.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping

from gongkai.checks.attachments.limits import Package
from gongkai.checks.attachments.office import P, plain, properties
from gongkai.checks.attachments.xlsx_hidden import hidden_lines, other_parts
from gongkai.checks.material import Extract, Part

_SHARED = re.compile(rf"<{P}si\b[^>]*>(.*?)</{P}si>", re.DOTALL)
_RUN = re.compile(rf"<{P}t\b[^>]*>([^<]*)</{P}t>")
_ROW = re.compile(rf"<{P}row\b([^>]*)>(.*?)</{P}row>", re.DOTALL)
_CELL = re.compile(rf"<{P}c\b([^>]*?)(?:/>|>(.*?)</{P}c>)", re.DOTALL)
_VALUE = re.compile(rf"<{P}v\b[^>]*>([^<]*)</{P}v>")
_FORMULA = re.compile(rf"<{P}f\b[^>]*>([^<]+)</{P}f>")
_SHEET = re.compile(rf"<{P}sheet\b([^>]*)/?>")
_RELATION = re.compile(r"<Relationship\b([^>]*)/?>")
_ATTRIBUTE = re.compile(r'([\w:]+)\s*=\s*(?:"([^"]*)"|\'([^\']*)\')')
_COMMENTS = r"xl/(?:threadedC|c)omments/?(?:\w*\d*)\.xml|xl/comments\d*\.xml"


def read_xlsx(package: Package) -> Extract:
    """The text of a workbook by sheet, and what is hidden in it."""
    shared = _shared(package)
    parts: list[Part] = []
    hidden: list[str] = []
    used: set[int] = set()
    for name, member, is_hidden in _sheets(package):
        xml = package.text(member)
        place = f"{'隐藏的' if is_hidden else ''}工作表“{name}”"
        parts.append(Part(place, "\n".join(_rows(xml, shared, used))))
        parts.append(Part(f"{place}的公式", "\n".join(_formulas(xml))))
        hidden += [f"隐藏的工作表“{name}”"] if is_hidden else []
        hidden += hidden_lines(xml, name)
    unused = [text for number, text in enumerate(shared) if number not in used]
    parts.append(Part("没有用到的文字", "\n".join(unused)))
    comments = [_comments(package.text(member)) for member in package.matching(_COMMENTS)]
    parts += [Part("批注", text) for text in comments if text]
    hidden += [f"批注 {len(comments)} 处"] if comments else []
    others, also = other_parts(package)
    kept = tuple(p for p in (*parts, *others) if p.text.strip())
    return Extract(kept, (*hidden, *also), tuple(properties(package)))


def _attributes(text: str) -> dict[str, str]:
    return {name: html.unescape(one or two) for name, one, two in _ATTRIBUTE.findall(text)}


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


def _rows(xml: str, shared: tuple[str, ...], used: set[int]) -> Iterator[str]:
    for row in _ROW.finditer(xml):
        cells = [_cell(_attributes(c[1]), c[2] or "", shared, used) for c in _CELL.finditer(row[2])]
        if any(cells):
            yield "\t".join(cells)


def _cell(attributes: Mapping[str, str], inner: str, shared: tuple[str, ...], used: set[int]) -> str:
    if attributes.get("t") == "inlineStr":
        return "".join(html.unescape(t) for t in _RUN.findall(inner))
    value = _VALUE.search(inner)
    if value is None:
        return ""
    if attributes.get("t") == "s":
        number = int(value[1]) if value[1].isdigit() else -1
        used.add(number)
        return shared[number] if 0 <= number < len(shared) else ""
    return _number(html.unescape(value[1]))


def _number(text: str) -> str:
    """A number as it was typed: long ones are stored as `1.19901210000000E+17` or with `.0`."""
    if re.fullmatch(r"\d(?:\.\d+)?[Ee]\+\d{1,2}", text):
        return str(int(float(text)))
    return text.removesuffix(".0")


def _formulas(xml: str) -> Iterator[str]:
    """Formulas that hold a text or a long number of their own; references alone tell nothing."""
    for formula in dict.fromkeys(_FORMULA.findall(xml)):
        text = html.unescape(formula)
        if '"' in text or re.search(r"\d{11}", text):
            yield text


def _comments(xml: str) -> str:
    found = _RUN.findall(xml) or re.findall(rf"<{P}text\b[^>]*>([^<]*)</{P}text>", xml)
    return "\n".join(plain(t) for t in found)
