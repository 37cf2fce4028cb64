"""Tables as xlsx, with fixed times: same content, same bytes."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from gongkai.typesetting.zipped import steady

Value = str | int | float | date | None
_FIXED = datetime(2000, 1, 1)  # noqa: DTZ001 - the file's own time, which has no zone
_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]")
_WIDEST = 60


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: its name, the heads, the rows; `widths` in characters are guessed where they are not given."""

    name: str
    heads: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]
    title: str = ""
    widths: tuple[int, ...] = ()


def to_xlsx(sheets: Sequence[Sheet], title: str = "") -> bytes:
    """The workbook. Texts stay texts: what begins with `=` is no formula; numbers and days are numbers and days."""
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.active)
    book.properties.created = book.properties.modified = _FIXED
    book.properties.creator, book.properties.title = "gongkai", title or None
    for sheet in sheets:
        _fill(book.create_sheet(sheet.name[:31]), sheet)
    found = io.BytesIO()
    _save(book, found)
    return steady(found.getvalue())


def _save(book: Any, target: io.BytesIO) -> None:
    """Save without `save()`, which notes the time of day."""
    import zipfile

    from openpyxl.writer.excel import ExcelWriter

    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        ExcelWriter(book, archive).write_data()


def _fill(page: Any, sheet: Sheet) -> None:
    from openpyxl.styles import Alignment, Font

    if sheet.title:
        page.append([sheet.title])
        page.cell(1, 1).font = Font(bold=True, size=14)
        page.merge_cells(start_row=1, start_column=1, end_row=1, end_column=len(sheet.heads))
    page.append(list(sheet.heads))
    first = page.max_row
    for cell in page[first]:
        cell.font = Font(bold=True)
        cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
    for row in sheet.rows:
        page.append([_UNFIT.sub("", v) if isinstance(v, str) else v for v in row])
        for cell, value in zip(page[page.max_row], row, strict=False):
            if isinstance(value, str):
                cell.data_type = "s"
                cell.alignment = Alignment(vertical="top", wrap_text=True)
            elif isinstance(value, date):
                cell.number_format = "yyyy-mm-dd"
    page.freeze_panes = page.cell(first + 1, 1)
    last = page.cell(page.max_row, len(sheet.heads)).coordinate
    page.auto_filter.ref = f"{page.cell(first, 1).coordinate}:{last}"
    for number, width in enumerate(sheet.widths or _guessed(sheet), 1):
        page.column_dimensions[page.cell(first, number).column_letter].width = width


def _guessed(sheet: Sheet) -> Iterable[int]:
    for number, head in enumerate(sheet.heads):
        texts = [head, *(str(row[number]) for row in sheet.rows[:200] if row[number] is not None)]
        yield min(_WIDEST, max(8, 2 + max(sum(2 if ord(c) > 255 else 1 for c in text) for text in texts)))
