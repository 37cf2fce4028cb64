"""Cells of a table as readers see them: dates, amounts, links to items, deadlines that are over."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gongkai.model.catalog import Catalog
from gongkai.model.table import DataTable, TableField, TableRow
from gongkai.views.addresses import Addresses
from gongkai.views.parts import Link
from gongkai.views.rows import validity_of
from gongkai.views.table_views import TableCell

OVER = "已截止"
_PARTS = re.compile(r"[;；\n]+")
_KINDS = {
    "number": "number",
    "money": "number",
    "code": "code",
    "date": "day",
    "deadline": "day",
    "phone": "code",
    "link": "link",
}


SPECIAL = frozenset({"deadline", "money", "url", "link"})
"""Types whose cells are shown otherwise than as they are written."""


def column_kind(field: TableField) -> str:
    """How a field's cells are set."""
    return _KINDS.get(field.type, "")


def is_over(field: TableField, text: str, catalog: Catalog) -> bool:
    """Whether a deadline has passed on the day of the build: its last day still counts."""
    return field.type == "deadline" and len(text) == 10 and text < catalog.today.isoformat()


def cell_of(table: DataTable, row: TableRow, place: int, catalog: Catalog, addresses: Addresses) -> TableCell:
    """One cell of a row."""
    text, field = row.values[place], table.fields[place]
    if not text:
        return TableCell("")
    if field.type == "deadline":
        return TableCell(text, note=OVER if is_over(field, text, catalog) else "")
    if field.type == "money":
        return TableCell(_grouped(text))
    if field.type == "url":
        return TableCell(text, (Link(_short(text), text),))
    if field.type == "link":
        return TableCell(text, tuple(_links(row, place, catalog, addresses)))
    return TableCell(text)


def shown_total(field: TableField, text: str) -> str:
    """A sum as its column's cells are shown."""
    return _grouped(text) if field.type == "money" and text else text


def _grouped(text: str) -> str:
    """An amount with its thousands parted: `1,234,567.50`."""
    head, point, rest = text.lstrip("-").partition(".")
    if not head.isdigit():
        return text
    sign = "-" if text.startswith("-") else ""
    return f"{sign}{int(head):,}{point}{rest}"


def _short(url: str) -> str:
    """The host of an address, which tells a reader where it leads."""
    return url.partition("://")[2].partition("/")[0] or url


def _links(row: TableRow, place: int, catalog: Catalog, addresses: Addresses) -> Iterator[Link]:
    known = dict(row.links.get(place, ()))
    for text in filter(None, (part.strip() for part in _PARTS.split(row.values[place]))):
        number = known.get(text, "")
        item = catalog.by_number.get(number) if number else None
        if item is not None and item.withdrawn is None:
            state = validity_of(item, catalog)
            yield Link(item.title, addresses.item(item), state if state not in ("", "有效") else "")
        elif text.startswith(("http://", "https://")):
            yield Link(_short(text), text)
        else:
            yield Link(text)
