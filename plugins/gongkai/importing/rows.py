"""A list of items (csv or xlsx), a row each → drafts; the body may stand in a cell or in a file beside the list."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from gongkai.importing.draft import Attached, Draft, FindFile, Refused
from gongkai.importing.markdown_files import KeyOf
from gongkai.importing.pictures import without_metadata
from gongkai.importing.secrets import refuse_secret
from gongkai.importing.texts import read_text
from gongkai.loading.files import ATTACHABLE, extension
from gongkai.loading.tables_grid import Grid, Line, Unreadable, read_csv
from gongkai.loading.tables_header import SERIAL, plain_heading
from gongkai.loading.tables_xlsx import read_xlsx

_BODY = frozenset({"正文", "内容", "正文内容", "信息内容", "文章内容"})
_FILE = frozenset({"文件名", "正文文件", "文件", "原文件", "正文文件名"})
_ATTACHMENTS = frozenset({"附件", "附件名", "附件文件", "attachments"})
_LOOK = 10
"""Rows among which the headings are looked for."""
_CUT = re.compile(r"[;；\n|]+|、(?=[^、]*\.\w{2,5}(?:、|$))")
ReadFile = Callable[[str, bytes], Draft]
"""Reads a document that a row names. Raises `Refused`."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row's draft, or why there is none; `place` is how the row is named to a clerk."""

    place: str
    draft: Draft | None = None
    refused: str = ""


@dataclass(frozen=True, slots=True)
class _Columns:
    """Which column holds what: fields by their Chinese names, and the three that are no fields."""

    fields: Mapping[int, str]
    body: int
    file: int
    attachments: int
    unknown: tuple[tuple[int, str], ...]


def read_list(data: bytes, kind: str, find: FindFile, key_of: KeyOf, read: ReadFile) -> Iterator[Row]:
    """One row after the other. Raises `Refused` for a list that cannot be read or has no titles."""
    try:
        grid = read_xlsx(data) if kind == "xlsx" else read_csv(data)
    except Unreadable as error:
        raise Refused(f"{error.message}{error.hint}") from error
    found = next(((n, c) for n, line in enumerate(grid.lines[:_LOOK]) if (c := _columns(line, key_of))), None)
    if found is None:
        raise Refused(
            "表里没有“标题”或“文件名”一列。第一行写列名（标题、文号、成文日期、发布日期、栏目、正文或文件名），一行一条信息。"
        )
    start, columns = found
    told = tuple(f"{_column(grid, n)}“{name}”不认识，没有导入" for n, name in columns.unknown)
    for line in grid.lines[start + 1 :]:
        yield _row(grid, line, columns, find, read, told)
        told = ()


def _column(grid: Grid, column: int) -> str:
    return grid.place(0, column).rpartition("行")[2]


def _columns(line: Line, key_of: KeyOf) -> _Columns | None:
    fields: dict[int, str] = {}
    places = {"body": -1, "file": -1, "attachments": -1}
    unknown: list[tuple[int, str]] = []
    for n, text in enumerate(line.cells):
        name = plain_heading(text)
        label = key_of(name)
        if name in _BODY or name in _FILE or name in _ATTACHMENTS:
            places["body" if name in _BODY else "file" if name in _FILE else "attachments"] = n
        elif label and label not in fields.values():
            fields[n] = label
        elif name and name not in SERIAL:
            unknown.append((n, text))
    if "标题" not in fields.values() and places["file"] < 0:
        return None
    if len(fields) + sum(place >= 0 for place in places.values()) < 2:
        return None
    return _Columns(fields, places["body"], places["file"], places["attachments"], tuple(unknown))


def _row(
    grid: Grid, line: Line, columns: _Columns, find: FindFile, read: ReadFile, told: tuple[str, ...]
) -> Row:
    place = grid.place(line.number, -1)
    try:
        refuse_secret("\n".join(line.cells))
        draft = _document(_cell(line, columns.file), find, read)
        text = _cell(line, columns.body)
        if text:
            draft = replace(draft, body=_body(text))
        draft = _with_attachments(draft, _cell(line, columns.attachments), find)
    except Refused as error:
        return Row(place, refused=str(error))
    given = {label: line.cells[n] for n, label in columns.fields.items() if _cell(line, n)}
    column = given.pop("栏目", "")
    fields = {**draft.fields, **given}
    if not fields.get("标题"):
        return Row(place, refused="没有标题。")
    return Row(
        place, replace(draft, fields=fields, column=column or draft.column, remarks=(*told, *draft.remarks))
    )


def _cell(line: Line, column: int) -> str:
    return line.cells[column].strip() if 0 <= column < len(line.cells) else ""


def _body(text: str) -> str:
    """A cell's text as a body: a line each paragraph; its first line is no title here."""
    return read_text(f"\u200b标题\n{text}".encode()).body if text.strip() else ""


def _document(name: str, find: FindFile, read: ReadFile) -> Draft:
    """The draft of the document that a row names; an empty one without a name."""
    if not name:
        return Draft({})
    data = find(name)
    if data is None:
        raise Refused(f"“{name}”不在表格旁边，或者太大。")
    return read(name, data)


def _with_attachments(draft: Draft, names: str, find: FindFile) -> Draft:
    files, remarks = list(draft.files), list(draft.remarks)
    for name in (part.strip() for part in _CUT.split(names) if part.strip()):
        data = find(name)
        last = name.replace("\\", "/").rpartition("/")[2]
        if data is None:
            remarks.append(f"附件“{name}”不在表格旁边，没有导入")
        elif extension(last) not in ATTACHABLE:
            remarks.append(f"附件“{name}”不能放到网上，没有导入")
        else:
            files.append(Attached(last, without_metadata(last, data)))
    return replace(draft, files=tuple(files), remarks=tuple(remarks))
