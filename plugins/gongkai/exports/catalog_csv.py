"""`/api/catalog.csv`: the catalog as a table that WPS and Excel open by a double click.

A cell that a spreadsheet would take for a formula gets an apostrophe in front (CWE-1236).
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable

from gongkai.exports.records import Absolute, column_names, iso, validity_text
from gongkai.model.catalog import Catalog
from gongkai.model.item import Item
from gongkai.model.relation import RelationKind
from gongkai.model.unchanged import NOTHING, Unchanged

PATH = "api/catalog.csv"

# Without the mark WPS takes the file for GBK.
_BOM = "\ufeff"
# The full-width forms count too: East Asian spreadsheets fold them.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_SUSPECT = frozenset((*_FORMULA, " "))
_CONTROL = {code: None for code in range(32) if chr(code) not in "\t\n\r"}

Cell = Callable[[Item, Catalog, Absolute], str]

COLUMNS: tuple[tuple[str, Cell], ...] = (
    ("索引号", lambda item, _c, _a: item.index_number),
    ("标题", lambda item, _c, _a: item.title),
    ("发文字号", lambda item, _c, _a: item.doc_number),
    ("有效性", lambda item, catalog, _a: validity_text(item, catalog)),
    ("发布日期", lambda item, _c, _a: item.published.full),
    ("成文日期", lambda item, _c, _a: iso(item.written)),
    ("施行日期", lambda item, _c, _a: iso(item.effective)),
    ("失效日期", lambda item, _c, _a: iso(item.expires)),
    ("栏目", lambda item, catalog, _a: "；".join(column_names(item, catalog))),
    ("信息类别", lambda item, _c, _a: item.category),
    ("五公开", lambda item, catalog, _a: catalog.tree.columns[item.column].five),
    ("发布机构", lambda item, _c, _a: item.publisher),
    ("发文机关", lambda item, _c, _a: "、".join(item.issuers)),
    ("公开责任部门", lambda item, _c, _a: item.department),
    ("文件性质", lambda item, _c, _a: item.document_nature),
    ("登记号", lambda item, _c, _a: item.registration),
    ("主题分类", lambda item, _c, _a: item.theme),
    ("体裁分类", lambda item, _c, _a: item.genre),
    ("服务对象", lambda item, _c, _a: item.audience),
    ("专题", lambda item, _c, _a: "、".join(item.topics)),
    ("层级", lambda item, _c, _a: item.level),
    ("公开方式", lambda _i, _c, _a: "主动公开"),
    ("关键词", lambda item, _c, _a: "、".join(item.keywords)),
    ("内容概述", lambda item, _c, _a: item.gist),
    ("信息来源", lambda item, _c, _a: item.source),
    ("政策原文", lambda item, catalog, _a: _numbers(catalog.targets(item, RelationKind.INTERPRETS))),
    ("相关解读", lambda item, catalog, _a: _numbers(catalog.sources(item, RelationKind.INTERPRETS))),
    ("附件", lambda item, _c, _a: "；".join(file.name for file in item.attachments)),
    ("更正记录", lambda item, _c, _a: "；".join(f"{c.day.isoformat()} {c.text}" for c in item.changes)),
    ("网址", lambda item, _c, absolute: absolute(item.address)),
)
"""Heading and cell of each column, in the order of the table."""


def catalog_csv(catalog: Catalog, absolute: Absolute, unchanged: Unchanged = NOTHING) -> bytes:
    """The table's bytes: UTF-8 with BOM, CRLF, one line an item, newest first; withdrawn items are not in it.

    The lines of unchanged items are taken from the former table.
    """
    former = _former_lines(unchanged.read(PATH), unchanged.numbers)
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\r\n")
    stream.write(_BOM)
    writer.writerow(heading for heading, _ in COLUMNS)
    cells = [cell for _, cell in COLUMNS]
    for item in catalog.items:
        line = former.get(item.index_number)
        if line is not None:
            stream.write(line)
        else:
            writer.writerow([defuse(cell(item, catalog, absolute)) for cell in cells])
    return stream.getvalue().encode()


def _former_lines(table: bytes, numbers: frozenset[str]) -> dict[str, str]:
    """The lines of a former table by index number, those of some items; no cell holds a line end.

    A number that had to be quoted is not found: its line is made again.
    """
    pairs = ((line.partition(",")[0], line) for line in table.decode("utf-8-sig").split("\r\n"))
    return {number: f"{line}\r\n" for number, line in pairs if number in numbers}


def defuse(text: str) -> str:
    """A cell's text on one line that no spreadsheet takes for a formula."""
    # Most cells are plain: nothing but letters and single blanks, and no sign in front.
    if text.isprintable() and text[:1] not in _SUSPECT and "  " not in text and text[-1:] != " ":
        return text
    clean = text.translate(_CONTROL)
    guard = "'" if clean.startswith(_FORMULA) or clean.lstrip().startswith(_FORMULA) else ""
    return guard + " ".join(clean.split())


def _numbers(items: tuple[Item, ...]) -> str:
    return "、".join(item.index_number for item in items)
