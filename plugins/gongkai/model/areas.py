"""What a sub-area (`model.column.Area`) gathers: the one rule, asked of an item or of the catalog's indexes.

A sign is the name of an index, a key of it and, for columns, a category ("" for any). An item belongs to an area
when they have a sign in common. Pages look the signs of an area up; statistics go through a year's items once.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import TypeAlias

from gongkai.model.catalog import Catalog, Index, newest_first
from gongkai.model.column import Area, ColumnTree
from gongkai.model.item import Item
from gongkai.model.numbers import doc_number_key, index_number_key

Sign: TypeAlias = tuple[str, str, str]

COLUMN, THEME, KEYWORD, NUMBER, DOCUMENT = "by_column", "by_theme", "by_keyword", "by_number", "by_doc_number"


def area_leaves(area: Area, tree: ColumnTree) -> tuple[str, ...]:
    """The paths of the leaves that an area gathers, each once."""
    return tuple(dict.fromkeys(leaf.path for path in area.columns for leaf in tree.under(path)))


def area_signs(area: Area, tree: ColumnTree) -> tuple[Sign, ...]:
    """The signs by which items belong to an area, each once."""
    return tuple(dict.fromkeys(_area_signs(area, tree)))


def _area_signs(area: Area, tree: ColumnTree) -> Iterator[Sign]:
    for path in area_leaves(area, tree):
        yield COLUMN, path, area.category
    for theme in area.themes:
        yield THEME, theme, ""
    for word in area.keywords:
        yield KEYWORD, word, ""
    for number in area.items:
        yield from number_signs(number)


def number_signs(number: str) -> tuple[Sign, ...]:
    """The signs of an item that is named by its index or document number."""
    return (
        (NUMBER, number, ""),
        (NUMBER, index_number_key(number), ""),
        (DOCUMENT, doc_number_key(number), ""),
    )


def item_signs(item: Item, kinds: Collection[str]) -> Iterator[Sign]:
    """The signs that an item has, of those kinds (names of indexes) that somebody asks for."""
    if COLUMN in kinds:
        for path in item.columns:
            yield COLUMN, path, ""
            if item.category:
                yield COLUMN, path, item.category
    if THEME in kinds:
        for theme in {item.theme, item.theme.partition("\\")[0]}:
            yield THEME, theme, ""
    if KEYWORD in kinds:
        for word in item.keywords:
            yield KEYWORD, word, ""
    if NUMBER in kinds:
        yield NUMBER, item.index_number, ""
    if DOCUMENT in kinds and item.doc_number:
        yield DOCUMENT, doc_number_key(item.doc_number), ""


def items_with(sign: Sign, catalog: Catalog) -> Iterable[Item]:
    """The public items that have a sign, newest first."""
    kind, key, category = sign
    if kind == NUMBER:
        item = catalog.by_number.get(key)
        return (item,) if item is not None and item.withdrawn is None else ()
    index: Index = getattr(catalog, kind)
    found = index.get(key, ())
    return (item for item in found if item.category == category) if category else found


def area_items(area: Area, catalog: Catalog) -> tuple[Item, ...]:
    """The items of an area, each once, newest first."""
    return areas_items((area,), catalog)


def areas_items(areas: Iterable[Area], catalog: Catalog) -> tuple[Item, ...]:
    """The items of several areas, each once, newest first."""
    signs = dict.fromkeys(sign for area in areas for sign in area_signs(area, catalog.tree))
    if len(signs) == 1:
        return tuple(items_with(next(iter(signs)), catalog))
    found = {item.index_number: item for sign in signs for item in items_with(sign, catalog)}
    return newest_first(found.values())


def has_items(areas: Iterable[Area], catalog: Catalog) -> bool:
    """Whether any of some areas has an item."""
    signs = (sign for area in areas for sign in area_signs(area, catalog.tree))
    return any(True for sign in signs for _ in items_with(sign, catalog))
