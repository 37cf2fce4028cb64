"""Tables written inside the tests: a folder with `_table.yml` and a data file, loaded with a small site."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from gongkai.loading.site import Loaded, LoadOptions, load_site
from gongkai.model.problem import Problem
from gongkai.model.table import DataTable
from tests.loading.helpers import TODAY, policy, write

COLUMN = "管理公开/权责清单"
POLICIES = "服务公开/惠企惠民政策"
SIGNED = "发布日期: 2026-03-27\n审核: 赵某 2026-03-25\n保密审查: 周某 2026-03-26\n"
POWERS = (
    "职权编码,职权名称,职权类型,实施依据,实施主体,责任事项\n"
    "Q001,农村村民宅基地审批,行政许可,《土地管理法》第六十二条,青山镇人民政府,受理、审查、决定\n"
    "Q002,临时救助金给付,行政给付,《社会救助暂行办法》,青山镇人民政府,受理、核实、发放\n"
    "Q003,占用农用地建房处罚,行政处罚,《土地管理法》第七十八条,青山镇人民政府,立案、调查、决定\n"
)


def define(extra: str = "", catalogue: str = "权责清单") -> str:
    """A `_table.yml` that may be public."""
    named = f"目录: {catalogue}\n" if catalogue else ""
    return f"{named}标题: 青山镇清单\n{SIGNED}{extra}"


def table_files(
    data: str | bytes,
    extra: str = "",
    *,
    name: str = "数据.csv",
    catalogue: str = "权责清单",
    column: str = COLUMN,
) -> dict[str, str | bytes]:
    """The files of one table below `content/`."""
    return {f"{column}/清单/_table.yml": define(extra, catalogue), f"{column}/清单/{name}": data}


def read(root: Path, files: Mapping[str, str | bytes]) -> Loaded:
    """Load a small site with these files."""
    return load_site(write(root, files), LoadOptions(today=TODAY))


def one(loaded: Loaded) -> DataTable:
    """The only public table."""
    (table,) = loaded.catalog.by_table.values()
    return table


def found(loaded: Loaded) -> list[Problem]:
    """The findings about tables, without those about empty columns."""
    return [p for p in loaded.problems if p.code.startswith(("T", "L06"))]


def codes(loaded: Loaded) -> list[str]:
    """Their codes."""
    return [p.code for p in found(loaded)]


Cell = str | int | float | tuple[str, str]
"""A text, a number, or (kind, text): 公式 without a result, 错误, 日期 as a number with a date's style, 结果 of a formula."""


def xlsx(
    rows: Sequence[Sequence[Cell]],
    *,
    sheet: str = "清单",
    merges: Sequence[str] = (),
    hidden: Sequence[int] = (),
    before: str = "",
) -> bytes:
    """A workbook as offices write it: shared strings, a style for dates, formulas with or without results."""
    texts: list[str] = []
    lines = []
    for number, row in enumerate(rows, 1):
        cells = "".join(_cell(cell, f"{chr(65 + n)}{number}", texts) for n, cell in enumerate(row))
        away = ' hidden="1"' if number in hidden else ""
        lines.append(f'<row r="{number}"{away}>{cells}</row>')
    joined = "".join(f'<mergeCell ref="{ref}"/>' for ref in merges)
    merged = f'<mergeCells count="{len(merges)}">{joined}</mergeCells>' if merges else ""
    main = f'<worksheet xmlns="x">{before}<sheetData>{"".join(lines)}</sheetData>{merged}</worksheet>'
    shared = "".join(f"<si><t>{text}</t></si>" for text in texts)
    members = {
        "xl/workbook.xml": f'<workbook><sheets><sheet name="{sheet}" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
        "xl/styles.xml": '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>',
        "xl/sharedStrings.xml": f"<sst>{shared}</sst>",
        "xl/worksheets/sheet1.xml": main,
    }
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, text in members.items():
            archive.writestr(name, text)
    return stream.getvalue()


def _cell(cell: Cell, place: str, texts: list[str]) -> str:
    if isinstance(cell, int | float):
        return f'<c r="{place}"><v>{cell}</v></c>'
    kind, text = cell if isinstance(cell, tuple) else ("", cell)
    if kind == "公式":
        return f'<c r="{place}"><f>{text}</f></c>'
    if kind == "结果":
        return f'<c r="{place}"><f>SUM(A1:A9)</f><v>{text}</v></c>'
    if kind == "错误":
        return f'<c r="{place}" t="e"><f>A1/0</f><v>{text}</v></c>'
    if kind == "日期":
        return f'<c r="{place}" s="1"><v>{text}</v></c>'
    if not text:
        return ""
    texts.append(text)
    return f'<c r="{place}" t="s"><v>{len(texts) - 1}</v></c>'


__all__ = [
    "COLUMN",
    "POLICIES",
    "POWERS",
    "codes",
    "define",
    "found",
    "one",
    "policy",
    "read",
    "table_files",
    "xlsx",
]
