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


_Place = tuple[str, int, int, str, str]
"""Name of a field, its places in both versions, and its units where they are not the same."""


def _common(old: tuple[FieldSpec, ...], new: tuple[FieldSpec, ...]) -> Iterator[_Place]:
    places = {spec.field.name: n for n, spec in enumerate(old)}
    for place, spec in enumerate(new):
        if spec.public and spec.field.name in places:
            before, now = old[places[spec.field.name]].field.unit, spec.field.unit
            units = ("", "") if before == now else (before, now)
            yield spec.field.name, places[spec.field.name], place, *units


def _change(before: TableRow | None, row: TableRow, places: tuple[_Place, ...]) -> RowChange | None:
    if before is None:
        return RowChange(NEW, row.title, row.key, row.slug)
    fields = tuple(
        (name, then, here)
        for name, old, new, unit, other in places
        if (then := _with_unit(before.values[old], unit)) != (here := _with_unit(row.values[new], other))
    )
    return RowChange(CHANGED, row.title, row.key, row.slug, fields) if fields else None


def _with_unit(text: str, unit: str) -> str:
    return text + unit if text and unit else text
