"""Special topics (专题) counted by sub-area; an item in several sub-areas counts once in the topic's total.

The rule by which a sub-area gathers is that of `model.areas`. Here it is asked of each item, so that a year
is counted in one pass over its items, however many topics there are.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from gongkai.model.areas import Sign, area_signs, item_signs
from gongkai.model.catalog import Catalog
from gongkai.model.column import Area, ColumnTree, Topic
from gongkai.model.item import Item
from gongkai.statistics.figures import Line, Tally
from gongkai.statistics.tallies import Items

Place = tuple[str, str]
"""A topic's slug and the name of one of its sub-areas; the empty name for items that name the topic alone."""

Found = Mapping[Place, frozenset[str]]
"""The index numbers of the items at each place."""


_TOPIC = "by_topic"


def _signs(topics: Iterable[Topic], tree: ColumnTree) -> Mapping[Sign, tuple[Place, ...]]:
    """What tells that an item belongs to a place."""
    found: defaultdict[Sign, list[Place]] = defaultdict(list)
    for topic in topics:
        for name in {topic.slug, topic.name}:
            found[_TOPIC, name, ""].append((topic.slug, ""))
        for area in topic.areas:
            for sign in area_signs(area, tree):
                found[sign].append((topic.slug, area.name))
    return {sign: tuple(places) for sign, places in found.items()}


def in_places(items: Iterable[Item], topics: Iterable[Topic], tree: ColumnTree) -> Found:
    """The index numbers of those of some items that belong to each place; items that name a topic lie under ""."""
    signs = _signs(topics, tree)
    kinds = frozenset(kind for kind, _key, _category in signs)
    found: defaultdict[Place, set[str]] = defaultdict(set)
    for item in items:
        named: list[Sign] = [(_TOPIC, name, "") for name in item.topics]
        for sign in (*item_signs(item, kinds), *named):
            for place in signs.get(sign, ()):
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
