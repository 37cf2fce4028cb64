"""Filters of a table: every value, and every choice of values of several filters, has a page of its own.

So they need no script: an address keeps the choice, and each way on says how many rows it leads to.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gongkai.model.table import DataTable, Selection
from gongkai.views.parts import Link
from gongkai.views.table_views import FilterGroup, FilterLink


def selections(table: DataTable) -> Iterator[tuple[Selection, Sequence[int]]]:
    """All choices that have a page, with their rows: of one filter, then of several."""
    for place, facet in enumerate(table.facets):
        for number, value in enumerate(facet.values):
            yield ((place, number),), value.rows
    yield from table.combined.items()


def rows_of(table: DataTable, selection: Selection) -> Sequence[int]:
    """The places of the rows that have all the chosen values; all rows where nothing is chosen."""
    if not selection:
        return range(table.count)
    if len(selection) == 1:
        ((place, number),) = selection
        return table.facets[place].values[number].rows
    return table.combined.get(selection, ())


def written(table: DataTable, selection: Selection) -> str:
    """A choice as the end of its address: `by/kind/1f3a/dept/77b2/`, empty for none."""
    parts = (f"{_key(table, place)}/{_slug(table, place, number)}/" for place, number in selection)
    return f"by/{''.join(parts)}" if selection else ""


def read_selection(table: DataTable, text: str) -> Selection:
    """The choice that is written so."""
    words = text.split("/")[1:-1]
    places = {_key(table, place): place for place in range(len(table.facets))}
    return tuple(
        (places[key], next(n for n, v in enumerate(table.facets[places[key]].values) if v.slug == slug))
        for key, slug in zip(words[::2], words[1::2], strict=True)
    )


def _key(table: DataTable, place: int) -> str:
    return table.fields[table.facets[place].field].key


def _slug(table: DataTable, place: int, number: int) -> str:
    return table.facets[place].values[number].slug


def _named(table: DataTable, place: int, number: int) -> str:
    facet = table.facets[place]
    return f"{table.fields[facet.field].name}：{facet.values[number].value}"


def chosen_words(table: DataTable, selection: Selection) -> str:
    """What is chosen, in words: `职权类型：行政许可，实施主体：农业站`."""
    return "，".join(_named(table, place, number) for place, number in selection)


def ways_back(table: DataTable, selection: Selection, base: str) -> tuple[Link, ...]:
    """Each chosen value, with the page on which it alone is chosen no more."""
    return tuple(
        Link(_named(table, *each), base + written(table, tuple(s for s in selection if s != each)))
        for each in selection
    )


def filter_groups(table: DataTable, selection: Selection, base: str) -> tuple[FilterGroup, ...]:
    """The values of each filter, counted among the rows that the other filters leave."""
    groups = (_group(table, selection, place, base) for place in range(len(table.facets)))
    return tuple(group for group in groups if group.links)


def _group(table: DataTable, selection: Selection, place: int, base: str) -> FilterGroup:
    others = tuple(each for each in selection if each[0] != place)
    alone = bool(others) and not _together(table, others, place)
    chosen = place in dict(selection)
    links = tuple(_links(table, () if alone else others, selection, place, base))
    return FilterGroup(
        table.fields[table.facets[place].field].name,
        links,
        opened=chosen,
        whole=base + written(table, others) if chosen else "",
        alone=alone,
    )


def _together(table: DataTable, others: Selection, place: int) -> bool:
    """Whether these values go together with any of a filter: else there would be too many pages."""
    return any(
        _with(others, place, number) in table.combined for number in range(len(table.facets[place].values))
    )


def _with(others: Selection, place: int, number: int) -> Selection:
    return tuple(sorted((*others, (place, number))))


def _links(
    table: DataTable, others: Selection, selection: Selection, place: int, base: str
) -> Iterator[FilterLink]:
    for number, value in enumerate(table.facets[place].values):
        target = _with(others, place, number)
        count = len(rows_of(table, target))
        if count:
            yield FilterLink(value.value, base + written(table, target), count, (place, number) in selection)
