"""Special topics (专题): computed over columns and categories, with counts per sub-area."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from gongkai.model.areas import COLUMN, area_items, area_leaves, areas_items, has_items, items_with
from gongkai.model.catalog import Catalog
from gongkai.model.column import Area, Column, Topic
from gongkai.model.item import Item
from gongkai.views.addresses import Addresses, gathered, topic_items
from gongkai.views.heads import column_head, page_head
from gongkai.views.lists import newest_day
from gongkai.views.pages import AreaView, TopicsView, TopicView
from gongkai.views.parts import CountLink, Head, Link
from gongkai.views.rows import make_rows, merged
from gongkai.views.spec import PageSpec

TITLE = "专题专栏"
DESCRIPTION = "重点领域专题，由各栏目的信息汇集而成"
OTHER = "其他"
AREA_ROWS = 5
"""Rows per sub-area."""


def topic_pages(catalog: Catalog, addresses: Addresses) -> Iterator[PageSpec]:
    """The list of topics, and a page for each that has items."""
    if not addresses.topics():
        return
    yield PageSpec(addresses.topics(), "topics", "columns", ("topics",), "")
    for topic in open_topics(catalog):
        day = newest_day(_all_items(topic, catalog)[:1])
        yield PageSpec(addresses.topics(topic.slug), "topic", "columns", ("topic", topic.slug), day)


def open_topics(catalog: Catalog) -> tuple[Topic, ...]:
    """The topics that have items, in the preset's order."""
    return tuple(t for t in catalog.tree.topics if has_items(t.areas, catalog) or topic_items(t, catalog))


def topic_links(catalog: Catalog, addresses: Addresses) -> tuple[Link, ...]:
    """All open topics, for the home page."""
    if not addresses.topics():
        return ()
    return tuple(Link(topic.name, addresses.topics(topic.slug)) for topic in open_topics(catalog))


def _all_items(topic: Topic, catalog: Catalog) -> tuple[Item, ...]:
    return tuple(merged((areas_items(topic.areas, catalog), topic_items(topic, catalog))))


def topic_column_items(column: Column, catalog: Catalog) -> tuple[Item, ...]:
    """What a gathering column shows."""
    return areas_items(gathered(column, catalog.tree), catalog)


def _column_counts(area: Area, catalog: Catalog, addresses: Addresses) -> Iterator[CountLink]:
    for path in area_leaves(area, catalog.tree):
        if addresses.column(path):
            count = sum(1 for _ in items_with((COLUMN, path, area.category), catalog))
            yield CountLink(catalog.tree.columns[path].name, addresses.column(path), count)


def rule_text(area: Area) -> str:
    """By what an area gathers besides columns, in words; empty when by columns alone."""
    parts = (("主题分类", area.themes), ("关键词", area.keywords))
    said = [f"{name}{''.join(f'“{word}”' for word in words)}" for name, words in parts if words]
    if area.items:
        said.append("指定的信息")
    return (
        f"另按{'、'.join(said)}汇集" if said and area.columns else f"按{'、'.join(said)}汇集" if said else ""
    )


def _area(area: Area, catalog: Catalog, addresses: Addresses) -> AreaView:
    items = area_items(area, catalog)
    return AreaView(
        name=area.name,
        count=len(items),
        columns=tuple(_column_counts(area, catalog, addresses)),
        rows=make_rows(items[:AREA_ROWS], catalog, addresses),
        rule=rule_text(area),
    )


def _others(topic: Topic, catalog: Catalog, addresses: Addresses) -> Iterator[AreaView]:
    """Items that name the topic themselves and lie in none of its sub-areas."""
    inside = {item.index_number for item in areas_items(topic.areas, catalog)}
    items = [item for item in topic_items(topic, catalog) if item.index_number not in inside]
    if items:
        yield AreaView(OTHER, len(items), (), make_rows(islice(items, AREA_ROWS), catalog, addresses))


def topic_view(slug: str, catalog: Catalog, addresses: Addresses) -> TopicView:
    """The page of one topic."""
    topic = next(topic for topic in catalog.tree.topics if topic.slug == slug)
    head = page_head(
        "topic",
        topic.name,
        addresses.topics(slug),
        addresses,
        description=topic.description,
        above=(Link(TITLE, addresses.topics()),),
    )
    areas = tuple(_area(area, catalog, addresses) for area in topic.areas)
    return TopicView(
        head=head,
        heading=topic.name,
        description=topic.description,
        document=topic.document,
        areas=(*areas, *_others(topic, catalog, addresses)),
        count=len(_all_items(topic, catalog)),
    )


def column_topic_view(column: Column, catalog: Catalog, addresses: Addresses) -> TopicView:
    """The page of a gathering column: the same, under the column's name."""
    topic = next((t for t in catalog.tree.topics if t.slug == column.topic), None)
    head: Head = column_head(column, catalog, addresses)
    return TopicView(
        head=head,
        heading=column.name,
        description=column.description,
        document=topic.document if topic else "",
        areas=tuple(_area(area, catalog, addresses) for area in gathered(column, catalog.tree)),
        count=len(topic_column_items(column, catalog)),
    )


def topics_view(catalog: Catalog, addresses: Addresses) -> TopicsView:
    """The page of all topics."""
    head = page_head("topics", TITLE, addresses.topics(), addresses, description=DESCRIPTION)
    return TopicsView(
        head,
        tuple(
            CountLink(topic.name, addresses.topics(topic.slug), len(_all_items(topic, catalog)))
            for topic in open_topics(catalog)
        ),
    )
