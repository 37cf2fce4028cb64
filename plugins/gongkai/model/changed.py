"""The catalog after a few items have changed: what a new one would be, made from the former.

Only the places in which the items stand are made again, and what relations say, which may reach any other item.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any, TypeAlias

from gongkai.model.catalog import Catalog, Index, by_validity, index_keys, order, relate
from gongkai.model.item import Item
from gongkai.model.normative import ALL, by_state
from gongkai.model.relation import Relation

Place = tuple[tuple[object, ...], int]
Keys: TypeAlias = Callable[[Item], Iterable[str]]


def changed_catalog(
    catalog: Catalog, gone: Iterable[Item], came: Iterable[Item], relations: Iterable[Relation]
) -> Catalog:
    """The catalog without the items that have `gone` (the very objects) and with those that `came`.

    An item that changed is in both. `relations` are all that hold now. What is held, kept or found wrong stays.
    """
    left, new = tuple(gone), tuple(came)
    left_public, new_public = _public(left), _public(new)
    by_number = _numbered(catalog.by_number, left, new)
    items = _moved(catalog.items, left_public, new_public)
    outgoing, incoming, lost, validity = relate(by_number, items, relations, catalog.today)
    indexes: dict[str, Any] = {
        name: _reindexed(getattr(catalog, name), keys, left_public, new_public)
        for name, keys in index_keys(catalog.tree).items()
    }
    return replace(
        catalog,
        items=items,
        tombstones=_moved(catalog.tombstones, _withdrawn(left), _withdrawn(new)),
        by_number=by_number,
        by_validity=by_validity(items, validity),
        normative_states=by_state(indexes["by_normative"].get(ALL, ()), validity),
        outgoing=outgoing,
        incoming=incoming,
        lost=lost,
        validity=validity,
        **indexes,
    )


def with_item(catalog: Catalog, old: Item, new: Item) -> Catalog:
    """The catalog with one item in place of another that differs from it in its text alone.

    The order of lists, the keys of indexes and all relations come from what both have in common.
    """
    groups: dict[str, Any] = {
        name: _put_in(getattr(catalog, name), keys, old, new)
        for name, keys in index_keys(catalog.tree).items()
    }
    groups |= {
        name: {key: _put(group, old, new) for key, group in getattr(catalog, name).items()}
        for name in ("outgoing", "incoming", "lost", "by_validity", "normative_states")
    }
    return replace(
        catalog,
        items=_put(catalog.items, old, new),
        tombstones=_put(catalog.tombstones, old, new),
        by_number={**catalog.by_number, new.index_number: new},
        **groups,
    )


def _put(group: tuple[Item, ...], old: Item, new: Item) -> tuple[Item, ...]:
    # Comparing whole items would read all their fields.
    return tuple(new if each is old else each for each in group) if any(i is old for i in group) else group


def _put_in(index: Index, keys: Keys, old: Item, new: Item) -> Index:
    return {**index, **{key: _put(index[key], old, new) for key in _keys(keys, old)}}


def _public(items: Iterable[Item]) -> tuple[Item, ...]:
    return tuple(item for item in items if item.withdrawn is None)


def _withdrawn(items: Iterable[Item]) -> tuple[Item, ...]:
    return tuple(item for item in items if item.withdrawn is not None)


def _numbered(former: Mapping[str, Item], gone: Iterable[Item], came: Iterable[Item]) -> dict[str, Item]:
    found = dict(former)
    new = {item.index_number: item for item in came}
    for item in gone:
        if item.index_number not in new:
            del found[item.index_number]
    return found | new


def _moved(group: tuple[Item, ...], gone: Iterable[Item], came: Iterable[Item]) -> tuple[Item, ...]:
    """A list, newest first, without some items and with others at their places."""
    left = {id(item) for item in gone}
    found = [item for item in group if id(item) not in left] if left else list(group)
    for item in came:
        found.insert(_place(found, item), item)
    return tuple(found)


def _place(found: list[Item], item: Item) -> int:
    mine, low, high = order(item), 0, len(found)
    while low < high:
        middle = (low + high) // 2
        if order(found[middle]) > mine:
            low = middle + 1
        else:
            high = middle
    return low


def _keys(keys: Keys, item: Item) -> tuple[str, ...]:
    return tuple(key for key in dict.fromkeys(keys(item)) if key)


def _reindexed(former: Index, keys: Keys, gone: tuple[Item, ...], came: tuple[Item, ...]) -> Index:
    touched = dict.fromkeys(key for item in (*gone, *came) for key in _keys(keys, item))
    found = dict(former)
    for key in touched:
        left = [item for item in gone if key in _keys(keys, item)]
        new = [item for item in came if key in _keys(keys, item)]
        found[key] = _moved(former.get(key, ()), left, new)
    found = {key: group for key, group in found.items() if group}
    same = all(_first(former, key) == _first(found, key) for key in touched)
    return found if same else _in_order(keys, found)


def _first(index: Index, key: str) -> tuple[object, ...]:
    return order(index[key][0]) if key in index else ()


def _in_order(keys: Keys, index: Index) -> Index:
    """Keys as a new index would meet them: by their newest items, of one item in its own order."""

    def met(key: str) -> Place:
        newest = index[key][0]
        return order(newest), -_keys(keys, newest).index(key)

    return {key: index[key] for key in sorted(index, key=met, reverse=True)}
