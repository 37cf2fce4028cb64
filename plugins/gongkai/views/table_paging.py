"""How a table is cut into pages: so many rows, and not more than a page may weigh."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gongkai.model.table import DataTable, TableRow

MOST_ROWS = 100
MOST_BYTES = 180_000
"""About as many bytes of rows; with everything around them a page stays below 300 KB."""
_CELL = 55
"""The marks around a cell."""


def weight(row: TableRow, places: Sequence[int]) -> int:
    """About how many bytes a row takes on a page."""
    return 80 + sum(len(row.values[n].encode()) + _CELL for n in places)


def cuts(table: DataTable, rows: Sequence[int]) -> list[tuple[int, int]]:
    """The pages of a list of rows (places in the table) as (start, stop) in that list; one empty page for none."""
    places = [n for n, field in enumerate(table.fields) if field.listed]
    found: list[tuple[int, int]] = []
    start, size = 0, 0
    for at, number in enumerate(rows):
        heavy = weight(table.rows[number], places)
        if at > start and (at - start >= MOST_ROWS or size + heavy > MOST_BYTES):
            found.append((start, at))
            start, size = at, 0
        size += heavy
    return [*found, (start, len(rows))]


def numbered(base: str, number: int) -> str:
    """The address of a page of the list at `base`; the first is the list's own."""
    return base if number == 1 else f"{base}page/{number}/"


def specs_of(base: str, table: DataTable, rows: Sequence[int]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """For each page its address, and number, count of pages, start and stop as texts for a key."""
    pages = cuts(table, rows)
    for number, (start, stop) in enumerate(pages, 1):
        yield numbered(base, number), (str(number), str(len(pages)), str(start), str(stop))
