"""Cells that name items (原文, 解读): the items they lead to, or what is wrong with the name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from gongkai.loading.codes import shortened
from gongkai.loading.directory import Directory, State
from gongkai.loading.tables_header import Header
from gongkai.loading.tables_rows import Sheet
from gongkai.model.table import TableRow

_CUT = re.compile(r"[;；\n]+")
OUTSIDE = re.compile(r"https?://\S+", re.IGNORECASE)
_NONE = frozenset({"无", "/", "-", "—"})


def parts_of(cell: str) -> tuple[str, ...]:
    """The names in a cell: one a line, or cut at `;` (titles may hold commas)."""
    return tuple(part.strip() for part in _CUT.split(cell) if part.strip() and part.strip() not in _NONE)


def with_links(
    rows: tuple[TableRow, ...], header: Header, sheet: Sheet, directory: Directory, folder: str
) -> tuple[TableRow, ...]:
    """The rows with their links; a name that leads to no public item is a finding, and stays text."""
    places = tuple(n for n, spec in enumerate(header.specs) if spec.field.type == "link")
    if not places:
        return rows
    known: dict[str, str] = {}
    found = []
    for row in rows:
        links = {
            n: tuple(_links(row, n, header, sheet, directory, folder, known)) for n in places if row.values[n]
        }
        found.append(replace(row, links={n: each for n, each in links.items() if each}))
    return tuple(found)


def _links(
    row: TableRow,
    place: int,
    header: Header,
    sheet: Sheet,
    directory: Directory,
    folder: str,
    known: dict[str, str],
) -> Iterator[tuple[str, str]]:
    for text in parts_of(row.values[place]):
        if OUTSIDE.fullmatch(text):
            continue
        if text not in known:
            known[text] = _resolve(text, row.line, place, header, sheet, directory, folder)
        if known[text]:
            yield text, known[text]


def _resolve(
    text: str, line: int, place: int, header: Header, sheet: Sheet, directory: Directory, folder: str
) -> str:
    name, column = header.specs[place].field.name, header.columns.get(place, -1)
    found = directory.find(text, folder)
    if len(found) == 1 and found[0].state is State.PUBLIC:
        return found[0].index_number
    if not found:
        near = directory.nearest(text)
        guess = f"最接近的是 {near.shown}。" if near else "可以写发文字号、索引号、标题或网址。"
        hint = (near.doc_number or near.index_number or near.path) if near else "青政发〔2026〕12号"
        sheet.say("T016", line, column, name, f"“{name}”里的“{shortened(text)}”找不到。{guess}", hint)
    elif len(found) > 1:
        named = "；".join(each.shown for each in found[:5])
        message = f"“{name}”里的“{shortened(text)}”对得上 {len(found)} 条信息：{named}。"
        sheet.say("T016", line, column, name, message, found[0].index_number or found[0].path)
    else:
        message = (
            f"“{name}”里的“{shortened(text)}”是 {found[0].shown}，它没有公开（{found[0].state.value}）。"
        )
        sheet.say("T016", line, column, name, message, "换成公开有效的文件，或删去这一行。")
    return ""
