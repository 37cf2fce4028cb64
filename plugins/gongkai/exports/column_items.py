"""Which items a column's feed is about: those filed below it, or those that a computed column shows."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from gongkai.model.areas import areas_items
from gongkai.model.catalog import Catalog, newest_first
from gongkai.model.column import Column
from gongkai.model.item import Item

_CONSULTING = frozenset({"consultation", "feedback"})


def column_items(column: Column, catalog: Catalog) -> tuple[Item, ...]:
    """The items of a column, newest first."""
    computed = _COMPUTED.get(column.view)
    return computed(column, catalog) if computed else catalog.below(column.path)


def newest_of_column(column: Column, catalog: Catalog, limit: int) -> tuple[Item, ...]:
    """The newest items of a column and all that have change notes, newest first.

    Lists are in that order: the newest of a column are among the newest of its leaves.
    """
    if column.view in _COMPUTED:
        return column_items(column, catalog)
    leaves = [catalog.in_column(leaf.path) for leaf in catalog.tree.under(column.path)]
    found = {item.index_number: item for items in leaves for item in items[:limit]}
    found |= {item.index_number: item for items in leaves for item in items if item.changes}
    return newest_first(found.values())


def _of_topic(column: Column, catalog: Catalog) -> tuple[Item, ...]:
    """The areas that the column gathers from: its own, or those of the topic that it shows."""
    topics = (topic.areas for topic in catalog.tree.topics if topic.slug == column.topic)
    return areas_items(column.gather or next(topics, ()), catalog)


def _of_consultations(_column: Column, catalog: Catalog) -> tuple[Item, ...]:
    return tuple(item for item in catalog.items if item.kind in _CONSULTING)


def _of_articles(_column: Column, catalog: Catalog) -> tuple[Item, ...]:
    """What 条例第二十、二十一条 oblige to publish: the items of the leaves that carry an article."""
    found = {
        item.index_number: item
        for leaf in catalog.tree.leaves()
        if leaf.articles or leaf.article21
        for item in catalog.in_column(leaf.path)
    }
    return newest_first(found.values())


_COMPUTED: Mapping[str, Callable[[Column, Catalog], tuple[Item, ...]]] = {
    "topic": _of_topic,
    "consultations": _of_consultations,
    "statutory": _of_articles,
}
