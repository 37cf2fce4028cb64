"""Which column of a sheet holds which field: found by the headings, in one row or over several."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from gongkai.loading.tables_catalogues import FieldSpec, with_listed
from gongkai.loading.tables_grid import Grid, Line
from gongkai.loading.tables_units import MONEY, heading_unit, unit_above
from gongkai.model.table import NUMERIC, TableField

_LOOK = 12
"""Rows among which the headings are looked for: titles and notes may stand above."""
_DEPTH = 3
SERIAL = frozenset({"序号", "序", "行号", "no", "no."})
"""A column that only counts the rows; the page counts them itself."""
_BRACKETED = re.compile(r"[（(][^（()）]*[)）]$")


@dataclass(frozen=True, slots=True)
class Header:
    """`columns` leads from the place of a field to the column of the sheet; `body` are the rows below.

    `extra` are (column, heading) that no field is called; `twice` are (field, column) found a second time;
    `mixed` are the places of fields whose figures have several units.
    """

    specs: tuple[FieldSpec, ...]
    columns: dict[int, int]
    line: int
    body: tuple[Line, ...]
    extra: tuple[tuple[int, str], ...] = ()
    twice: tuple[tuple[str, int], ...] = ()
    mixed: frozenset[int] = frozenset()

    @property
    def missing(self) -> tuple[FieldSpec, ...]:
        """The required fields without a column."""
        return tuple(s for n, s in enumerate(self.specs) if s.field.required and n not in self.columns)


def plain_heading(text: str) -> str:
    """A heading as it is compared: half width, no blanks, no case, no `*` that marks it as required."""
    return "".join(unicodedata.normalize("NFKC", text).split()).strip("*＊:：").casefold()


def find_header(
    grid: Grid, specs: tuple[FieldSpec, ...], stated: int = 0, row_pages: bool | None = None
) -> Header | None:
    """The headings of a sheet; None when no row looks like them. `stated` is the row that the clerk names."""
    if not specs:
        return _inferred(grid, stated, row_pages)
    names = _names(specs)
    best: tuple[int, int, int] | None = None
    for start, depth in _candidates(grid, stated):
        found = len({names[n] for texts in _stacked(grid, start, depth) for n in texts if n in names})
        if found and (best is None or found > best[0]):
            best = (found, start, depth)
    if best is None or best[0] < min(2, len(specs)):
        return None
    return _header(grid, specs, names, best[1], best[2])


def _names(specs: Sequence[FieldSpec]) -> dict[str, int]:
    """Heading → place of its field; a name goes before another field's other name."""
    found: dict[str, int] = {}
    for own in (True, False):
        for place, spec in enumerate(specs):
            for name in (spec.field.name, spec.field.heading) if own else spec.aka:
                found.setdefault(plain_heading(name), place)
    return found


def _candidates(grid: Grid, stated: int) -> Iterator[tuple[int, int]]:
    if grid.head:
        yield 0, grid.head
        return
    for start in range(min(_LOOK, len(grid.lines))):
        if stated and grid.lines[start].number != stated:
            continue
        for depth in range(1, min(_DEPTH, len(grid.lines) - start) + 1):
            yield start, depth


def _stacked(grid: Grid, start: int, depth: int) -> Iterator[tuple[str, ...]]:
    """For each column the headings that its cells may mean: the lowest, all of them joined, the highest."""
    rows = [line.cells for line in grid.lines[start : start + depth]]
    for column in range(max(map(len, rows), default=0)):
        texts = dict.fromkeys(plain_heading(row[column]) for row in rows if column < len(row) and row[column])
        parts = tuple(text for text in texts if text)
        if not parts:
            yield ()
            continue
        joined = "".join(parts)
        bare = tuple(_BRACKETED.sub("", text) for text in (parts[-1], joined, parts[0]))
        yield tuple(dict.fromkeys((parts[-1], joined, parts[0], *bare)))


def _header(
    grid: Grid, specs: tuple[FieldSpec, ...], names: dict[str, int], start: int, depth: int
) -> Header:
    columns: dict[int, int] = {}
    extra: list[tuple[int, str]] = []
    twice: list[tuple[str, int]] = []
    shown = [line.cells for line in grid.lines[start : start + depth]]
    for column, texts in enumerate(_stacked(grid, start, depth)):
        place = next((names[text] for text in texts if text in names), -1)
        if place >= 0 and place not in columns:
            columns[place] = column
        elif place >= 0:
            twice.append((specs[place].field.name, column))
        elif texts and texts[0] not in SERIAL:
            extra.append(
                (column, next(row[column] for row in reversed(shown) if column < len(row) and row[column]))
            )
    line = grid.lines[start].number
    # Headings over several rows may take the line above them in.
    above = unit_above(cell for each in grid.lines[: start + depth] for cell in each.cells if cell)
    specs = tuple(_headed(spec, shown, columns.get(place, -1), above) for place, spec in enumerate(specs))
    return Header(specs, columns, line, grid.lines[start + depth :], tuple(extra), tuple(twice))


def _headed(spec: FieldSpec, shown: list[tuple[str, ...]], column: int, above: str) -> FieldSpec:
    """The field with the unit that its heading in the sheet gives, or for money the line above the headings."""
    if spec.field.type not in NUMERIC or column < 0:
        return spec
    headings = (row[column] for row in shown if column < len(row))
    unit = next((unit for text in headings if (unit := heading_unit(text))), "")
    unit = unit or (above if spec.field.type == "money" and spec.field.unit in ("", *MONEY) else "")
    return replace(spec, field=replace(spec.field, unit=unit)) if unit else spec


def _inferred(grid: Grid, stated: int, row_pages: bool | None) -> Header | None:
    """Without a catalogue every heading is a field of text; the first row with two different cells is the header."""
    start = next((n for n, line in enumerate(grid.lines[:_LOOK]) if _heads(line, stated)), -1)
    if start < 0:
        return None
    depth = grid.head or _inferred_depth(grid, start)
    rows = [each.cells for each in grid.lines[start : start + depth]]
    specs: list[FieldSpec] = []
    columns: dict[int, int] = {}
    twice: list[tuple[str, int]] = []
    for column in range(max(map(len, rows))):
        parts = dict.fromkeys(
            " ".join(row[column].split()) for row in rows if column < len(row) and row[column]
        )
        name = "".join(parts)
        if not name or plain_heading(name) in SERIAL:
            continue
        if any(spec.field.name == name for spec in specs):
            twice.append((name, column))
            continue
        columns[len(specs)] = column
        key = f"f{hashlib.sha256(name.encode()).hexdigest()[:8]}"
        specs.append(FieldSpec(TableField(key, name)))
    body = grid.lines[start + depth :]
    listed = with_listed(specs, row_pages)
    return Header(listed, columns, grid.lines[start].number, body, (), tuple(twice))


def _heads(line: Line, stated: int) -> bool:
    return line.number == stated if stated else len({cell for cell in line.cells if cell}) >= 2


def _inferred_depth(grid: Grid, start: int) -> int:
    """Two rows where a heading stands over several columns, else one."""
    cells = grid.lines[start].cells
    wide = any(a and a == b for a, b in pairwise(cells))
    return 2 if wide and start + 2 < len(grid.lines) else 1
