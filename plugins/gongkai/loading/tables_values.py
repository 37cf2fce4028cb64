"""What of a table becomes public: fields that are not public are dropped, rows are grouped for filters."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations

from gongkai.loading.tables_catalogues import FieldSpec
from gongkai.loading.tables_rows import row_slug
from gongkai.model.table import Facet, FacetValue, Selection, TableField, TableRow

MOST_VALUES = 60
"""More values than this are no filter: readers would look for one among hundreds."""

MOST_COMBINED = 400
"""More pages than this are not made for the values of several filters together."""
_ROWS = 100
"""About as many rows stand on a page."""


def public_part(
    specs: tuple[FieldSpec, ...], rows: tuple[TableRow, ...], totals: tuple[str, ...]
) -> tuple[tuple[TableField, ...], tuple[TableRow, ...], tuple[str, ...]]:
    """Fields, rows and totals without what is not public."""
    places = [n for n, spec in enumerate(specs) if spec.public]
    fields = tuple(specs[n].field for n in places)
    kept = tuple(totals[n] for n in places) if totals else ()
    if len(places) == len(specs):
        return fields, rows, kept
    at = {place: n for n, place in enumerate(places)}
    shown = [
        TableRow(row.key, row.slug, row.title, row.line, tuple([row.values[n] for n in places]),
                 {at[n]: links for n, links in row.links.items() if n in at} if row.links else {})
        for row in rows
    ]  # fmt: skip
    return fields, tuple(shown), kept


def without_blank(fields: tuple[TableField, ...], rows: tuple[TableRow, ...]) -> tuple[TableField, ...]:
    """The fields with those that no row fills taken off the page; they stay in the files."""
    filled = [any(row.values[n] for row in rows) for n in range(len(fields))]
    return tuple(
        field if has or not rows else replace(field, listed=False)
        for field, has in zip(fields, filled, strict=True)
    )


def facets_of(
    fields: tuple[TableField, ...], rows: tuple[TableRow, ...]
) -> tuple[tuple[Facet, ...], tuple[tuple[str, int], ...]]:
    """The filters with the rows of each value; and (field, number of values) of those that would be no help."""
    found, too_many = [], []
    for place, field in enumerate(fields):
        if not field.filter:
            continue
        groups: dict[str, list[int]] = {}
        for number, row in enumerate(rows):
            for value in _values(row.values[place], field):
                groups.setdefault(value, []).append(number)
        if len(groups) > MOST_VALUES:
            too_many.append((field.name, len(groups)))
        elif len(groups) > 1:
            found.append(Facet(place, tuple(_facet_values(groups, field))))
    return tuple(found), tuple(too_many)


def combined_of(
    facets: tuple[Facet, ...],
) -> tuple[dict[Selection, tuple[int, ...]], tuple[tuple[int, ...], ...]]:
    """The rows of all choices of values of two and more filters; and the filters that would make too many pages.

    Pairs come first; three go together where each two of them do.
    """
    found: dict[Selection, tuple[int, ...]] = {}
    together: set[tuple[int, ...]] = {(n,) for n in range(len(facets))}
    too_many, pages = [], 0
    at: dict[tuple[int, ...], dict[Selection, tuple[int, ...]]] = {
        (n,): {((n, v),): value.rows for v, value in enumerate(facet.values)}
        for n, facet in enumerate(facets)
    }
    for size in range(2, len(facets) + 1):
        for places in combinations(range(len(facets)), size):
            if not together.issuperset(combinations(places, size - 1)):
                continue
            groups = _crossed(at[places[:-1]], facets[places[-1]], places[-1])
            pages += (more := sum(1 + len(rows) // _ROWS for rows in groups.values()))
            if pages > MOST_COMBINED:
                pages -= more
                too_many.append(places)
                continue
            together.add(places)
            at[places] = groups
            found |= groups
    return found, tuple(too_many)


def _crossed(
    chosen: dict[Selection, tuple[int, ...]], facet: Facet, place: int
) -> dict[Selection, tuple[int, ...]]:
    """Each choice with each value of one more filter, where any row has them both."""
    values: dict[int, list[int]] = {}
    for number, value in enumerate(facet.values):
        for row in value.rows:
            values.setdefault(row, []).append(number)
    groups: dict[Selection, list[int]] = {}
    for selection, rows in chosen.items():
        for row in rows:
            for number in values.get(row, ()):
                groups.setdefault((*selection, (place, number)), []).append(row)
    return {selection: tuple(rows) for selection, rows in sorted(groups.items())}


def _values(text: str, field: TableField) -> tuple[str, ...]:
    if not text:
        return ()
    return tuple(dict.fromkeys(text.split("、"))) if field.type == "list" else (" ".join(text.split()),)


def _facet_values(groups: dict[str, list[int]], field: TableField) -> Iterator[FacetValue]:
    """Values in the order of the choices, else as they first come; two with one address get a digest."""
    ranks = {choice: n for n, choice in enumerate(field.choices)}
    taken: set[str] = set()
    for value in sorted(groups, key=lambda value: ranks.get(value, len(ranks))):
        slug = row_slug(value)
        if slug in taken:
            slug = f"{slug}-{hashlib.sha256(value.encode()).hexdigest()[:8]}"
        taken.add(slug)
        yield FacetValue(value, slug, tuple(groups[value]))
