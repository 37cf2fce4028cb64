"""What a page was made from, noticed while it is made: a catalog that writes down each look into it.

A view is computed by code that is the same in every build from the catalog alone. So if everything that it
looked at has the same content today as it had then, it would look at the same things again and come out the
same (a verifying trace: Mokhov, Mitchell, Peyton Jones, *Build Systems à la Carte*, 2018, §4.2.2).
Nobody has to declare, and nobody can forget, on what a page depends.

`unit`, `tree`, `tables` and `today` are not watched: they are part of what all pages depend on.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from gongkai.model.catalog import Catalog
from gongkai.model.item import Item
from gongkai.model.table import DataTable
from gongkai.model.watched_lists import Part, WatchedIndex

_SHARED = ("unit", "tree", "tables", "today")
_LISTS = ("items", "tombstones", "held", "kept", "problems")
_MAPPINGS = (
    "by_number", "outgoing", "incoming", "lost", "validity", "work", "press", "by_table", "tables_in",
)  # fmt: skip
_INDEXES = (
    "by_doc_number", "by_column", "by_topic", "by_issuer", "by_theme", "by_genre", "by_year", "by_month",
    "by_doc_word", "by_validity", "by_keyword", "by_normative", "normative_states",
)  # fmt: skip
"""Lists of items by key, of which a page mostly shows a part."""

_OF_ONE_ITEM = frozenset({"by_number", "outgoing", "incoming", "lost", "validity"})

ABSENT = "-"
"""The digest of what is not there."""


_WHOLE = object()
"""The key of a look at all of a mapping."""


class _Looks(Mapping[Any, Any]):
    """A mapping that writes down which key was asked for; going through it is asking for everything."""

    __slots__ = ("_add", "_get", "_of")

    def __init__(self, of: Mapping[Any, Any], keys: set[Any]) -> None:
        self._of = of
        # Both are C: some thirty looks are noted for every page.
        self._get = of.get
        self._add = keys.add

    def get(self, key: Any, default: Any = None) -> Any:
        self._add(key)
        return self._get(key, default)

    def __getitem__(self, key: Any) -> Any:
        self._add(key)
        return self._of[key]

    def __contains__(self, key: object) -> bool:
        self._add(key)
        return key in self._of

    def __iter__(self) -> Iterator[Any]:
        self._add(_WHOLE)
        return iter(self._of)

    def __len__(self) -> int:
        self._add(_WHOLE)
        return len(self._of)


class Watched(Catalog):
    """The same catalog; it knows what was looked at since `begin`: `reads` names lists, `keys` those of mappings.

    Of indexes `keys` are the lists that were looked at as a whole, `lengths` and `parts` tell of the others.
    """

    __slots__ = ("_of", "keys", "lengths", "parts", "reads")
    reads: set[str]
    keys: dict[str, set[Any]]
    lengths: dict[str, set[Any]]
    parts: dict[str, set[Part]]

    def __init__(self, of: Catalog) -> None:
        keys: dict[str, set[Any]] = {name: set() for name in (*_MAPPINGS, *_INDEXES)}
        lengths: dict[str, set[Any]] = {name: set() for name in _INDEXES}
        parts: dict[str, set[Part]] = {name: set() for name in _INDEXES}
        object.__setattr__(self, "reads", set())
        object.__setattr__(self, "keys", keys)
        object.__setattr__(self, "lengths", lengths)
        object.__setattr__(self, "parts", parts)
        object.__setattr__(self, "_of", of)
        for name in _SHARED:
            object.__setattr__(self, name, getattr(of, name))
        for name in _MAPPINGS:
            object.__setattr__(self, name, _Looks(getattr(of, name), keys[name]))
        for name in _INDEXES:
            index = WatchedIndex(getattr(of, name), keys[name], lengths[name], parts[name])
            object.__setattr__(self, name, index)

    def begin(self) -> None:
        """Forget what was looked at: another page follows."""
        self.reads.clear()
        for noted in (self.keys, self.lengths, self.parts):
            for each in noted.values():
                each.clear()

    def seen(self) -> tuple[str, ...]:
        """What was looked at, in order; of relations the item alone counts, the kinds are taken together."""
        found = set(self.reads)
        for name, keys in self.keys.items():
            for key in keys:
                if key is _WHOLE:
                    found.add(name)
                else:
                    found.add(f"{name}:{key[0] if type(key) is tuple else key}")
        for name, lengths in self.lengths.items():
            if lengths:
                whole = self.keys[name]
                found.update([f"{name}#" if k is None else f"{name}#:{k}" for k in lengths if k not in whole])
                parts = (part for part in self.parts[name] if part[0] not in whole)
                found.update([f"{name}[{start}-{stop}]:{key}" for key, start, stop in parts])
        return tuple(sorted(found))


def _watched_list(name: str) -> property:
    def get(self: Watched) -> Any:
        self.reads.add(name)
        return getattr(self._of, name)  # type: ignore[attr-defined] # a slot of ours

    return property(get)


for _each in _LISTS:
    setattr(Watched, _each, _watched_list(_each))


def item_digest(item: Item) -> str:
    """What an item is, given the settings of the site: its source, its path, and the files and links it names.

    Loading makes an item from its source, its path and the settings alone; a later round adds only the files
    and the targets of links.
    """
    plain = f"{item.sha256}{item.path}"
    if not (item.attachments or item.pictures or item.links or item.files or item.kept):
        return plain
    return repr((plain, item.attachments, item.pictures, item.links, item.files, item.kept))


class Digests:
    """The content of everything that can be looked at in a catalog, by the names that `Watched` writes down."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog
        self._items: dict[str, str] = {}
        self._known: dict[str, str] = {}
        self._relations: dict[str, dict[str, list[str]]] = {}

    def of(self, name: str) -> str:
        """The digest of what a name stands for; `ABSENT` when there is no such thing."""
        found = self._known.get(name)
        if found is None:
            field, colon, key = name.partition(":")
            found = self._find(field, colon, key)
            # What belongs to one item, or to a part of a list, is asked for by few pages: keeping all that
            # would fill the memory.
            if (field not in _OF_ONE_ITEM and field[-1] != "]") or not colon:
                self._known[name] = found
        return found

    def _find(self, field: str, colon: str, key: str) -> str:
        if field in ("outgoing", "incoming", "lost") and colon:
            return "\n".join(self._related(field).get(key, ())) or ABSENT
        if field[-1] in "#]":
            return self._part(field, colon, key)
        value = getattr(self._catalog, field)
        if not colon:
            return _hash(self._all(value))
        return self._value(value[key]) if key in value else ABSENT

    def _part(self, field: str, colon: str, key: str) -> str:
        """The keys of an index (`by_year#`), the length of a list (`by_year#:2026`), or a part of it."""
        name, _, places = field.rstrip("#]").partition("[")
        index: Mapping[str, tuple[Item, ...]] = getattr(self._catalog, name)
        if not colon:
            return _hash(index)
        if key not in index:
            return ABSENT
        if not places:
            return str(len(index[key]))
        start, _, stop = places.partition("-")
        return self._value(index[key][int(start) : int(stop)])

    def _all(self, value: Any) -> Iterator[str]:
        if isinstance(value, Mapping):
            return (f"{key} {self._value(each)}" for key, each in value.items())
        return (self._value(each) for each in value)

    def _related(self, field: str) -> dict[str, list[str]]:
        if field not in self._relations:
            found: dict[str, list[str]] = {}
            for (number, kind), items in getattr(self._catalog, field).items():
                found.setdefault(number, []).append(f"{kind} {self._value(items)}")
            self._relations[field] = found
        return self._relations[field]

    def _value(self, value: Any) -> str:
        if isinstance(value, Item):
            return self._item(value)
        if isinstance(value, DataTable):
            return value.digest
        if isinstance(value, tuple):
            known = self._items  # asked in place: an item stands in a dozen of these tuples
            return _hash(
                [
                    (known.get(each.index_number) or self._item(each))
                    if type(each) is Item
                    else self._value(each)
                    for each in value
                ]
            )
        return repr(value)

    def _item(self, item: Item) -> str:
        found = self._items.get(item.index_number)
        if found is None:
            # Hashed, though it is short: a path in Chinese takes three times the room, for every item.
            found = self._items[item.index_number] = _hash((item_digest(item),))
        return found


def _hash(parts: Iterable[str]) -> str:
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()
