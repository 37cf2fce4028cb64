"""The features of this room as values; a plugin registers one of them, the core is always there."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.model.catalog import Catalog
from gongkai.views.addresses import Addresses
from gongkai.views.column_pages import column_pages, column_view
from gongkai.views.fields26 import field_pages, field_view, fields_view
from gongkai.views.five import five_view
from gongkai.views.footer_items import footer_problems
from gongkai.views.gathering import gathering_problems
from gongkai.views.home_page import home_view
from gongkai.views.index_pages import index_pages, index_view
from gongkai.views.interpretations import (
    interpretation_pages,
    interpretation_view,
    linkage_parts,
    linkage_problems,
)
from gongkai.views.item_page import item_view
from gongkai.views.leave import leave_pages, leave_view
from gongkai.views.lifecycle import lifecycle_pages, lifecycle_parts, lifecycle_view
from gongkai.views.lists import newest_day
from gongkai.views.message import not_found
from gongkai.views.pages import PageView
from gongkai.views.parts import Link
from gongkai.views.site_map import site_map_view
from gongkai.views.spec import Feature, PageSpec
from gongkai.views.texts import last_change
from gongkai.views.tombstone import tombstone_view
from gongkai.views.topics import topic_pages, topic_view, topics_view


def _core_pages(catalog: Catalog, addresses: Addresses) -> Iterator[PageSpec]:
    yield PageSpec("/", "home", "core", ("home",), newest_day(catalog.items))
    yield PageSpec("/404.html", "message", "core", ("404",))
    for item in catalog.items:
        yield PageSpec(addresses.item(item), "item", "core", ("item", item.index_number), last_change(item))
    for item in catalog.tombstones:
        yield PageSpec(addresses.item(item), "tombstone", "core", ("tombstone", item.index_number))
    yield from leave_pages(catalog, addresses)


def _core_view(key: tuple[str, ...], catalog: Catalog, addresses: Addresses) -> PageView:
    match key:
        case ("item", number):
            return item_view(catalog.by_number[number], catalog, addresses)
        case ("tombstone", number):
            return tombstone_view(catalog.by_number[number], catalog, addresses)
        case ("leave", url):
            return leave_view(url)
        case ("404",):
            return not_found(addresses)
        case _:
            return home_view(catalog, addresses)


def _columns_pages(catalog: Catalog, addresses: Addresses) -> Iterator[PageSpec]:
    yield from column_pages(catalog, addresses)
    yield from topic_pages(catalog, addresses)
    yield from field_pages(catalog, addresses)
    if path := addresses.five():
        yield PageSpec(path, "five", "columns", ("five",))
    if path := addresses.site_map():
        others = (part for link in addresses.ordinary for part in (link.text, link.path))
        yield PageSpec(path, "sitemap", "columns", ("sitemap", *others))


def _columns_view(key: tuple[str, ...], catalog: Catalog, addresses: Addresses) -> PageView:
    match key:
        case ("column", path):
            return column_view(path, 0, catalog, addresses)
        case ("column", path, number):
            return column_view(path, int(number), catalog, addresses)
        case ("topic", slug):
            return topic_view(slug, catalog, addresses)
        case ("topics",):
            return topics_view(catalog, addresses)
        case ("five",):
            return five_view(catalog, addresses)
        case ("fields", *lists):
            return fields_view(tuple(lists), catalog, addresses)
        case ("field", slug, *lists):
            return field_view(slug, tuple(lists), catalog, addresses)
        case (_, *others):
            links = tuple(map(Link, others[::2], others[1::2]))
            return site_map_view(catalog, addresses, links)
        case _:
            raise LookupError(key)


CORE = Feature("core", _core_pages, _core_view, problems=footer_problems)
"""Home, items, tombstones, notices before leaving, 404."""

COLUMNS = Feature("columns", _columns_pages, _columns_view, problems=gathering_problems)
"""Column pages, 五公开, the 26 fields, topics, site map."""

INDICES = Feature("indices", index_pages, index_view)
"""`/index/` and everything below it."""

LINKAGE = Feature(
    "linkage", interpretation_pages, interpretation_view, item_parts=linkage_parts, problems=linkage_problems
)
"""`/interpretations/`, and on item pages relations and what they mean for a file's validity."""

LIFECYCLE = Feature("lifecycle", lifecycle_pages, lifecycle_view, item_parts=lifecycle_parts)
"""`/lifecycle/<item>/`, and the strip of steps on the pages of all items that are one."""
