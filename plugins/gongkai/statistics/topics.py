"""Special topics (专题) counted by sub-area; an item in several sub-areas counts once in the topic's total.

The rule by which a sub-area gathers is that of `model.column.Area`. Here it is asked of each item, so that a year
is counted in one pass over its items, however many topics there are.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

from gongkai.model.catalog import Catalog
from gongkai.model.column import Area, ColumnTree, Topic
from gongkai.model.item import Item
from gongkai.model.numbers import doc_number_key, index_number_key
from gongkai.statistics.figures import Line, Tally
from gongkai.statistics.tallies import Items

T = TypeVar("T")
Place = tuple[str, str]
"""A topic's slug and the name of one of its sub-areas; the empty name for items that name the topic alone."""

Found = Mapping[Place, frozenset[str]]
"""The index numbers of the items at each place."""


@dataclass(frozen=True, slots=True)
class _Signs:
    """What tells that an item belongs to a place: its columns (with a category, or ""), themes and so on."""

    columns: Mapping[str, tuple[tuple[str, Place], ...]]
    themes: Mapping[str, tuple[Place, ...]]
    keywords: Mapping[str, tuple[Place, ...]]
    numbers: Mapping[str, tuple[Place, ...]]
    topics: Mapping[str, tuple[Place, ...]]

    def places(self, item: Item) -> Iterator[Place]:
        for path in item.columns:
            for category, place in self.columns.get(path, ()):
                if not category or category == item.category:
                    yield place
        for name in item.topics:
            yield from self.topics.get(name, ())
        if self.themes or self.keywords or self.numbers:
            yield from self._marked(item)

    def _marked(self, item: Item) -> Iterator[Place]:
        for theme in {item.theme, item.theme.partition("\\")[0]}:
            yield from self.themes.get(theme, ())
        for word in item.keywords:
            yield from self.keywords.get(word, ())
        for key in {index_number_key(item.index_number), doc_number_key(item.doc_number)}:
            yield from self.numbers.get(key, ())


def _signs(topics: Iterable[Topic], tree: ColumnTree) -> _Signs:
    columns: defaultdict[str, list[tuple[str, Place]]] = defaultdict(list)
    themes: defaultdict[str, list[Place]] = defaultdict(list)
    keywords: defaultdict[str, list[Place]] = defaultdict(list)
    numbers: defaultdict[str, list[Place]] = defaultdict(list)
    names: defaultdict[str, list[Place]] = defaultdict(list)
    for topic in topics:
        for name in {topic.slug, topic.name}:
            names[name].append((topic.slug, ""))
        for area in topic.areas:
            place = (topic.slug, area.name)
            for leaf in {leaf.path for path in area.columns for leaf in tree.under(path)}:
                columns[leaf].append((area.category, place))
            for sign, found in ((area.themes, themes), (area.keywords, keywords)):
                for each in sign:
                    found[each].append(place)
            for each in area.items:
                for key in {index_number_key(each), doc_number_key(each)}:
                    numbers[key].append(place)
    return _Signs(_frozen(columns), _frozen(themes), _frozen(keywords), _frozen(numbers), _frozen(names))


def _frozen(found: Mapping[str, list[T]]) -> Mapping[str, tuple[T, ...]]:
    return {key: tuple(value) for key, value in found.items()}


def in_places(items: Iterable[Item], topics: Iterable[Topic], tree: ColumnTree) -> Found:
    """The index numbers of those of some items that belong to each place; items that name a topic lie under ""."""
    signs = _signs(topics, tree)
    found: defaultdict[Place, set[str]] = defaultdict(set)
    for item in items:
        for place in signs.places(item):
            found[place].add(item.index_number)
    return {place: frozenset(numbers) for place, numbers in found.items()}


def area_count(area: Area, items: Iterable[Item], tree: ColumnTree) -> int:
    """How many of some items one sub-area gathers."""
    found = in_places(items, (Topic("", "", "", (area,)),), tree)
    return len(found.get(("", area.name), ()))


def _tally(topic: Topic, now: Found, then: Found, compared: bool) -> Tally:
    """One topic by sub-area; the total counts each item once, those that name the topic themselves too."""
    nothing: frozenset[str] = frozenset()
    lines = tuple(
        Line(a.name, a.name, len(now.get((topic.slug, a.name), ())), len(then.get((topic.slug, a.name), ())))
        for a in topic.areas
    )
    places = [(topic.slug, name) for name in ("", *(area.name for area in topic.areas))]
    total = len(nothing.union(*(now.get(place, nothing) for place in places)))
    earlier = len(nothing.union(*(then.get(place, nothing) for place in places)))
    exclusive = total == sum(line.count for line in lines)
    return Tally(f"topic:{topic.slug}", topic.name, total, lines, exclusive, earlier, compared)


def all_areas(items: Items, catalog: Catalog, before: Items | None = None) -> tuple[Tally, ...]:
    """Each topic by sub-area, in the preset's order; all sub-areas are shown, empty ones too."""
    topics, tree = catalog.tree.topics, catalog.tree
    now, then = in_places(items, topics, tree), in_places(before or (), topics, tree)
    return tuple(_tally(topic, now, then, before is not None) for topic in topics)


def by_area(topic: Topic, items: Items, catalog: Catalog, before: Items | None = None) -> Tally:
    """One topic by sub-area."""
    now, then = (in_places(each, (topic,), catalog.tree) for each in (items, before or ()))
    return _tally(topic, now, then, before is not None)


def by_topic(items: Items, catalog: Catalog, before: Items | None = None) -> Tally:
    """All topics that have any item; one item may be in several."""
    return topics_of(all_areas(items, catalog, before), len(items), before)


def topics_of(areas: Iterable[Tally], total: int, before: Items | None) -> Tally:
    """The same from counts of the sub-areas that are there already."""
    lines = (Line(e.key.removeprefix("topic:"), e.name, e.total, e.before) for e in areas)
    shown = tuple(line for line in lines if line.count or line.before)
    return Tally("topic", "专题", total, shown, False, len(before or ()), before is not None)
