"""What a workbook holds besides its cells: hidden rows and columns, headers, names, text boxes, caches."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from gongkai.checks.attachments.office import attribute, plain
from gongkai.checks.material import Part
from gongkai.loading.bounded import Package
from gongkai.loading.xlsx_xml import COLUMN, ROW, TRUE, VALUE, P

_FILLED = re.compile(rf"<{P}[vt]\b[^>]*>[^<]")
_NAME = re.compile(rf"<{P}definedName\b([^>]*)>([^<]*)</{P}definedName>")
_MARGIN = re.compile(rf"<{P}(?:odd|even|first)(?:Header|Footer)\b[^>]*>([^<]*)<")
_CODE = re.compile(r'&amp;(?:"[^"]*"|&quot;.*?&quot;|[A-Z]|K[0-9A-F]{6}|\d{1,3})|&amp;amp;')
_LIST = re.compile(rf"<{P}formula1\b[^>]*>([^<]*)</{P}formula1>")
_DRAWN = re.compile(rf"<{P}t\b[^>]*>([^<]*)</{P}t>")
_PIVOT = re.compile(rf"<{P}[sn]\b[^>]*\bv=\"([^\"]*)\"")
_OTHERS = (
    (r"xl/drawings/drawing\d+\.xml", "文本框", _DRAWN, ""),
    (r"xl/charts/chart\d*\.xml", "图表", VALUE, ""),
    (r"xl/externalLinks/externalLink\d+\.xml", "外部表格的缓存", VALUE, "外部表格的缓存"),
    (r"xl/pivotCache/pivotCache(?:Records|Definition)\d*\.xml", "数据透视表的原始数据", _PIVOT, "数据透视表带着原始数据"),
)  # fmt: skip
_MOST_COLUMNS = 200


def hidden_lines(xml: str, sheet: str) -> Iterator[str]:
    """Hidden rows and columns of a sheet, in words; empty hidden rows tell nothing."""
    rows = sum(
        1 for r in ROW.finditer(xml) if r[2] and attribute(r[1], "hidden") in TRUE and _FILLED.search(r[2])
    )
    if rows:
        yield f"工作表“{sheet}”有 {rows} 个隐藏行"
    columns = sum(_span(m[1]) for m in COLUMN.finditer(xml))
    if columns:
        yield f"工作表“{sheet}”有 {columns} 个隐藏列"


def _span(column: str) -> int:
    """How many columns a `col` hides; to hide all that are behind the table is common and hides nothing."""
    first, last = (int(attribute(column, key) or 0) for key in ("min", "max"))
    hidden = attribute(column, "hidden") in TRUE or attribute(column, "width") == "0"
    return min(last, _MOST_COLUMNS) - first + 1 if hidden and first <= _MOST_COLUMNS else 0


def other_parts(package: Package) -> tuple[tuple[Part, ...], tuple[str, ...]]:
    """Texts outside the cells with their places, and those of them that no reader would look for."""
    book = package.text("xl/workbook.xml")
    names = "\n".join(f"{attribute(m[1], 'name')}\t{html.unescape(m[2])}" for m in _NAME.finditer(book))
    parts = [Part("定义的名称", names)]
    for member in package.matching(r"xl/worksheets/sheet\d*\.xml|xl/chartsheets/sheet\d*\.xml"):
        xml = package.text(member)
        parts.append(Part("页眉页脚", "\n".join(map(_margin, _MARGIN.findall(xml)))))
        parts.append(Part("下拉选项", "\n".join(map(html.unescape, _LIST.findall(xml)))))
    hidden: list[str] = []
    for pattern, name, text, said in _OTHERS:
        found = [plain(t) for member in package.matching(pattern) for t in text.findall(package.text(member))]
        parts.append(Part(name, "\n".join(found)))
        hidden += [said] if said and found else []
    return tuple(parts), tuple(hidden)


def _margin(text: str) -> str:
    """A header without its codes for place, font and size."""
    return html.unescape(_CODE.sub(" ", text)).strip()
