"""What changed since the former version of a table (动态调整情况): rows told apart by their keys."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.loading.tables_catalogues import FieldSpec
from gongkai.model.table import RowChange, TableRow

NEW, GONE, CHANGED = "新增", "取消", "调整"


def compare(
    former: tuple[TableRow, ...],
    rows: tuple[TableRow, ...],
    old: tuple[FieldSpec, ...],
    new: tuple[FieldSpec, ...],
) -> tuple[RowChange, ...]:
    """All changes: new rows and changed ones in the order of the table, then those that are gone.

    Only fields that both versions have are compared, and of them only public ones.
    """
    before = {row.key: row for row in former}
    now = {row.key for row in rows}
    places = tuple(_common(old, new))
    found = [change for row in rows if (change := _change(before.get(row.key), row, places))]
    gone = [RowChange(GONE, row.title, row.key) for row in former if row.key not in now]
    return (*found, *gone)


def _common(old: tuple[FieldSpec, ...], new: tuple[FieldSpec, ...]) -> Iterator[tuple[str, int, int]]:
    places = {spec.field.name: n for n, spec in enumerate(old)}
    for place, spec in enumerate(new):
        if spec.public and spec.field.name in places:
            yield spec.field.name, places[spec.field.name], place


def _change(
    before: TableRow | None, row: TableRow, places: tuple[tuple[str, int, int], ...]
) -> RowChange | None:
    if before is None:
        return RowChange(NEW, row.title, row.key, row.slug)
    fields = tuple(
        (name, before.values[old], row.values[new])
        for name, old, new in places
        if before.values[old] != row.values[new]
    )
    return RowChange(CHANGED, row.title, row.key, row.slug, fields) if fields else None
