"""The catalog: every public item of a site with each index computed once; frozen before anything renders."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TypeVar

from gongkai.model.column import ColumnTree
from gongkai.model.entered import PressPlan, WorkYear
from gongkai.model.item import Item
from gongkai.model.normative import ALL, by_state, normative_keys
from gongkai.model.numbers import doc_number_key, parse_doc_number
from gongkai.model.problem import Held, Problem
from gongkai.model.relation import Relation, RelationKind
from gongkai.model.table import DataTable
from gongkai.model.unit import Unit
from gongkai.model.validity import Validity, derive_validity
from gongkai.model.vocabulary import Tables

Key = TypeVar("Key")
Index = Mapping[str, tuple[Item, ...]]
Links = Mapping[tuple[str, RelationKind], tuple[Item, ...]]


@dataclass(frozen=True, slots=True)
class Catalog:
    """Everything the pages are made from.

    `items` are the public ones, newest first (published, then index number, descending), tombstones
    left out. Index values keep that order. `outgoing` and `incoming` are keyed by (index number,
    relation kind) and hold public, not withdrawn items; `lost` holds relation targets that were withdrawn.
    `by_theme` knows a class and, where an item names one, its sub-class (`综合政务\\政务公开`); `by_month` is
    keyed `2026/05`; `by_doc_word` by the word of the document number (`青政发`) and by word and year
    (`青政发/2026`).
    `by_normative` and `normative_states` are the library of normative documents, by the keys of
    `model/normative.py` and by what holds of them.
    `by_keyword` knows the keywords by which areas of topics gather (`ColumnTree.area_words`), no others.
    `work` and `press` hold what was entered by hand for a year (`2026`). `by_table` holds the public tables
    (清单) by their ident, `tables_in` those of each leaf.
    """

    unit: Unit
    tree: ColumnTree
    tables: Tables
    today: date
    items: tuple[Item, ...]
    tombstones: tuple[Item, ...]
    held: tuple[Held, ...]
    kept: tuple[Held, ...]
    problems: tuple[Problem, ...]
    by_number: Mapping[str, Item]
    by_doc_number: Index
    by_column: Index
    by_topic: Index
    by_issuer: Index
    by_theme: Index
    by_genre: Index
    by_year: Index
    by_month: Index
    by_doc_word: Index
    by_validity: Index
    outgoing: Links
    incoming: Links
    lost: Links
    validity: Mapping[str, Validity]
    work: Mapping[str, WorkYear] = field(default_factory=dict)
    press: Mapping[str, PressPlan] = field(default_factory=dict)
    by_table: Mapping[str, DataTable] = field(default_factory=dict)
    tables_in: Mapping[str, tuple[DataTable, ...]] = field(default_factory=dict)
    by_keyword: Index = field(default_factory=dict)
    by_normative: Index = field(default_factory=dict)
    normative_states: Index = field(default_factory=dict)

    def in_column(self, path: str) -> tuple[Item, ...]:
        """Items filed in or shared into a leaf, newest first."""
        return self.by_column.get(path, ())

    def below(self, path: str) -> tuple[Item, ...]:
        """Items of all leaves at or below a column, each once, newest first."""
        found = {i.index_number: i for leaf in self.tree.under(path) for i in self.in_column(leaf.path)}
        return newest_first(found.values())

    def targets(self, item: Item, kind: RelationKind) -> tuple[Item, ...]:
        """Items that this one points at."""
        return self.outgoing.get((item.index_number, kind), ())

    def sources(self, item: Item, kind: RelationKind) -> tuple[Item, ...]:
        """Items that point at this one."""
        return self.incoming.get((item.index_number, kind), ())


def order(item: Item) -> tuple[date, int, str]:
    """`Item.order` in parts that compare quickly."""
    return (item.published.day, item.published.minute, item.index_number)


def newest_first(items: Iterable[Item]) -> tuple[Item, ...]:
    """The order of every list."""
    return tuple(sorted(items, key=order, reverse=True))


def _index(items: Iterable[Item], keys: Callable[[Item], Iterable[str]]) -> Index:
    found: defaultdict[str, list[Item]] = defaultdict(list)
    for item in items:
        for key in dict.fromkeys(keys(item)):
            if key:
                found[key].append(item)
    return {key: tuple(found[key]) for key in found}


def _doc_words(item: Item) -> tuple[str, ...]:
    number = parse_doc_number(item.doc_number) if item.doc_number else None
    if number is None:
        return ()
    return (number.word, f"{number.word}/{number.year}") if number.year else (number.word,)


KEYS: Mapping[str, Callable[[Item], Iterable[str]]] = {
    "by_doc_number": lambda i: (doc_number_key(i.doc_number),) if i.doc_number else (),
    "by_column": lambda i: i.columns,
    "by_topic": lambda i: i.topics,
    "by_issuer": lambda i: i.issuers or (i.publisher,),
    "by_theme": lambda i: (i.theme.partition("\\")[0], i.theme),
    "by_genre": lambda i: (i.genre,),
    "by_year": lambda i: (str(i.year),),
    "by_month": lambda i: (f"{i.year}/{i.published.day.month:02d}",),
    "by_doc_word": _doc_words,
}
"""The indexes that an item's own values decide: under which keys of each it stands."""


def index_keys(tree: ColumnTree) -> Mapping[str, Callable[[Item], Iterable[str]]]:
    """The same with the indexes that the tree has a say in: of keywords those that it asks for, normative documents."""
    wanted = frozenset(tree.area_words)

    def words(item: Item) -> Iterable[str]:
        # Without a wish no item is asked: its keywords may still lie packed.
        return (word for word in item.keywords if word in wanted) if wanted else ()

    return {**KEYS, "by_keyword": words, "by_normative": normative_keys(tree)}


def by_validity(public: Iterable[Item], validity: Mapping[str, Validity]) -> Index:
    """The policy files by their validity, in the order of `public`."""
    return _index((i for i in public if i.is_policy), lambda i: (validity[i.index_number].value,))


def _links(pairs: Iterable[tuple[str, RelationKind, Item]]) -> Links:
    found: defaultdict[tuple[str, RelationKind], list[Item]] = defaultdict(list)
    for number, kind, other in pairs:
        if other not in found[number, kind]:
            found[number, kind].append(other)
    return {key: newest_first(value) for key, value in found.items()}


def _validities(items: Iterable[Item], incoming: Links, today: date) -> Mapping[str, Validity]:
    return {
        item.index_number: derive_validity(
            item,
            incoming.get((item.index_number, RelationKind.REPEALS), ()),
            incoming.get((item.index_number, RelationKind.AMENDS), ()),
            today,
        )
        for item in items
        if item.is_policy
    }


def _parted(items: Iterable[Item]) -> tuple[Mapping[str, Item], tuple[Item, ...], tuple[Item, ...]]:
    """All items by index number, the public ones and the tombstones, each newest first."""
    everything = {item.index_number: item for item in items}
    ordered = newest_first(everything.values())
    gone = tuple(item for item in ordered if item.withdrawn is not None)
    return everything, tuple(item for item in ordered if item.withdrawn is None), gone


def relate(
    everything: Mapping[str, Item], public: tuple[Item, ...], relations: Iterable[Relation], today: date
) -> tuple[Links, Links, Links, Mapping[str, Validity]]:
    """Relations between public items from either side, those that lead to withdrawn ones, and what follows."""
    alive = {item.index_number for item in public}
    related = [r for r in sorted(set(relations)) if r.source in alive]
    both = [r for r in related if r.target in alive]
    mirrored = [Relation(r.kind, r.target, r.source) for r in both if r.kind is RelationKind.RELATED]
    directed = [r for r in both if r.kind is not RelationKind.RELATED]
    outgoing = _links((r.source, r.kind, everything[r.target]) for r in both + mirrored)
    incoming = _links((r.target, r.kind, everything[r.source]) for r in directed)
    lost = _links((r.source, r.kind, everything[r.target]) for r in related if r.target not in alive)
    return outgoing, incoming, lost, _validities(public, incoming, today)


def build_catalog(
    *,
    unit: Unit,
    tree: ColumnTree,
    tables: Tables,
    today: date,
    items: Iterable[Item],
    relations: Iterable[Relation],
    held: Iterable[Held] = (),
    kept: Iterable[Held] = (),
    problems: Iterable[Problem] = (),
) -> Catalog:
    """Make the catalog from public items (tombstones among them) and their resolved relations."""
    everything, public, tombstones = _parted(items)
    outgoing, incoming, lost, validity = relate(everything, public, relations, today)
    by_normative = _index(public, normative_keys(tree))
    return Catalog(
        unit=unit,
        tree=tree,
        tables=tables,
        today=today,
        items=public,
        tombstones=tombstones,
        held=tuple(held),
        kept=tuple(kept),
        problems=tuple(problems),
        by_number=everything,
        by_doc_number=_index(public, KEYS["by_doc_number"]),
        by_column=_index(public, KEYS["by_column"]),
        by_topic=_index(public, KEYS["by_topic"]),
        by_issuer=_index(public, KEYS["by_issuer"]),
        by_theme=_index(public, KEYS["by_theme"]),
        by_genre=_index(public, KEYS["by_genre"]),
        by_year=_index(public, KEYS["by_year"]),
        by_month=_index(public, KEYS["by_month"]),
        by_doc_word=_index(public, KEYS["by_doc_word"]),
        by_keyword=_index(public, index_keys(tree)["by_keyword"]) if tree.area_words else {},
        by_validity=by_validity(public, validity),
        by_normative=by_normative,
        normative_states=by_state(by_normative.get(ALL, ()), validity),
        outgoing=outgoing,
        incoming=incoming,
        lost=lost,
        validity=validity,
    )


def with_tables(catalog: Catalog, tables: Iterable[DataTable]) -> Catalog:
    """The catalog with these public tables."""
    listed = sorted(tables, key=lambda table: table.ident)
    by_table = {table.ident: table for table in listed}
    return replace(catalog, by_table=by_table, tables_in=_by_column(listed))


def _by_column(tables: Iterable[DataTable]) -> Mapping[str, tuple[DataTable, ...]]:
    found: defaultdict[str, list[DataTable]] = defaultdict(list)
    for table in tables:
        found[table.column].append(table)
    return {column: tuple(group) for column, group in found.items()}
