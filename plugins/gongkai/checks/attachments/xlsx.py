"""Excel: every sheet's cells, comments, headers, names, text boxes; hidden sheets, rows and columns told apart."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping

from gongkai.checks.attachments.office import plain, properties
from gongkai.checks.attachments.xlsx_hidden import hidden_lines, other_parts
from gongkai.checks.material import Extract, Part
from gongkai.loading.bounded import Package
from gongkai.loading.xlsx_xml import (
    CELL,
    RELATIONS,
    ROW,
    STRINGS,
    VALUE,
    WORKBOOK,
    P,
    Sheet,
    attributes,
    joined,
    shared_strings,
    sheets,
)

_RUN = re.compile(rf"<{P}t\b[^>]*>([^<]*)</{P}t>")
_FORMULA = re.compile(rf"<{P}f\b[^>]*>([^<]+)</{P}f>")
_COMMENTS = r"xl/(?:threadedC|c)omments/?(?:\w*\d*)\.xml|xl/comments\d*\.xml"


def read_xlsx(package: Package) -> Extract:
    """The text of a workbook by sheet, and what is hidden in it."""
    shared = _shared(package)
    parts: list[Part] = []
    hidden: list[str] = []
    used: set[int] = set()
    for sheet in _sheets(package):
        xml = package.text(sheet.member)
        place = f"{'隐藏的' if sheet.hidden else ''}工作表“{sheet.name}”"
        parts.append(Part(place, "\n".join(_rows(xml, shared, used))))
        parts.append(Part(f"{place}的公式", "\n".join(_formulas(xml))))
        hidden += [f"隐藏的工作表“{sheet.name}”"] if sheet.hidden else []
        hidden += hidden_lines(xml, sheet.name)
    unused = [text for number, text in enumerate(shared) if number not in used]
    parts.append(Part("没有用到的文字", "\n".join(unused)))
    comments = [_comments(package.text(member)) for member in package.matching(_COMMENTS)]
    parts += [Part("批注", text) for text in comments if text]
    hidden += [f"批注 {len(comments)} 处"] if comments else []
    others, also = other_parts(package)
    kept = tuple(p for p in (*parts, *others) if p.text.strip())
    return Extract(kept, (*hidden, *also), tuple(properties(package)))


def _shared(package: Package) -> tuple[str, ...]:
    return shared_strings(package.text(STRINGS)) if package.has(STRINGS) else ()


def _sheets(package: Package) -> Iterator[Sheet]:
    relations = package.text(RELATIONS) if package.has(RELATIONS) else ""
    return (s for s in sheets(package.text(WORKBOOK), relations) if package.has(s.member))


def _rows(xml: str, shared: tuple[str, ...], used: set[int]) -> Iterator[str]:
    for row in ROW.finditer(xml):
        cells = [_cell(attributes(c[1]), c[2] or "", shared, used) for c in CELL.finditer(row[2] or "")]
        if any(cells):
            yield "\t".join(cells)


def _cell(given: Mapping[str, str], inner: str, shared: tuple[str, ...], used: set[int]) -> str:
    if given.get("t") == "inlineStr":
        return joined(inner)
    value = VALUE.search(inner)
    if value is None:
        return ""
    if given.get("t") == "s":
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
