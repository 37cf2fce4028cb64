"""Which items are normative documents (行政规范性文件) of the unit's own, and where they stand in their library.

国办发〔2018〕37号 asks for one place where all of them stand; its lists are an index of the catalog, so that none of
their pages goes through all files.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date

from gongkai.model.column import ColumnTree
from gongkai.model.item import Item
from gongkai.model.validity import Validity

NORMATIVE = "normative"
NATURE = "行政规范性文件"
OWN = "本级"
ALL = "all"
"""The key of the whole library."""


def is_normative(item: Item) -> bool:
    """Whether an item is a normative document of the unit's own."""
    return item.level == OWN and (item.kind == NORMATIVE or item.document_nature == NATURE)


def issued(item: Item) -> date:
    """The day of a document: written, or else published."""
    return item.written or item.published.day


def year_key(year: str) -> str:
    """The key of the documents of a year."""
    return f"year/{year}"


def issuer_key(name: str) -> str:
    """The key of the documents of an issuer."""
    return f"issuer/{name}"


def normative_keys(tree: ColumnTree) -> Callable[[Item], Iterable[str]]:
    """Under which keys an item stands in the library: only what lies in the columns of its kind and of files does."""
    homes = frozenset(leaf.path for leaf in tree.leaves() if leaf.kind in (NORMATIVE, "file"))

    def keys(item: Item) -> Iterable[str]:
        if not is_normative(item) or homes.isdisjoint(item.columns):
            return ()
        names = item.issuers or (item.publisher,)
        return (ALL, year_key(str(issued(item).year)), *map(issuer_key, names))

    return keys


def by_state(items: Iterable[Item], validity: Mapping[str, Validity]) -> Mapping[str, tuple[Item, ...]]:
    """Documents by what holds of them, in the given order; one of which nothing is known holds."""
    found: dict[str, list[Item]] = {}
    for item in items:
        found.setdefault(validity.get(item.index_number, Validity.VALID).value, []).append(item)
    return {state: tuple(each) for state, each in found.items()}
