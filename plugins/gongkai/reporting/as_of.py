"""The catalog as it was on an earlier day: what was published later is not there yet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from gongkai.model.catalog import Catalog, build_catalog
from gongkai.model.relation import Relation, RelationKind


def catalog_on(catalog: Catalog, day: date) -> Catalog:
    """The same catalog on a day not after its own. Items keep their present texts: what was withdrawn since is not told."""
    if day >= catalog.today:
        return catalog
    items = [i for i in catalog.items if i.published.day <= day]
    items = [replace(i, changes=tuple(c for c in i.changes if c.day <= day)) for i in items]
    there = {i.index_number for i in items}
    relations = [r for r in _relations(catalog) if r.source in there and r.target in there]
    return build_catalog(
        unit=catalog.unit, tree=catalog.tree, tables=catalog.tables, today=day, items=items, relations=relations
    )  # fmt: skip


def _relations(catalog: Catalog) -> Iterator[Relation]:
    for (number, kind), targets in catalog.outgoing.items():
        for target in targets:
            if kind is not RelationKind.RELATED or number < target.index_number:
                yield Relation(kind, number, target.index_number)
