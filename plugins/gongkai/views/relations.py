"""The related items of an item, from both sides of every relation."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.model.catalog import Catalog
from gongkai.model.item import Item
from gongkai.model.relation import WORDING
from gongkai.views.addresses import Addresses
from gongkai.views.parts import RelatedRow, RelationBlock
from gongkai.views.rows import make_row
from gongkai.views.texts import chinese_date


def relation_blocks(item: Item, catalog: Catalog, addresses: Addresses) -> tuple[RelationBlock, ...]:
    """One block per heading, in the order of the kinds; empty ones are left out."""
    return tuple(_blocks(item, catalog, addresses))


def _blocks(item: Item, catalog: Catalog, addresses: Addresses) -> Iterator[RelationBlock]:
    number = item.index_number
    for kind, (as_source, as_target) in WORDING.items():
        targets = catalog.outgoing.get((number, kind), ())
        lost = catalog.lost.get((number, kind), ())
        if targets or lost:
            yield RelationBlock(
                as_source, _rows(targets, catalog, addresses), tuple(map(withdrawn_note, lost))
            )
        sources = catalog.incoming.get((number, kind), ())
        if sources:
            yield RelationBlock(as_target, _rows(sources, catalog, addresses))


def _rows(items: tuple[Item, ...], catalog: Catalog, addresses: Addresses) -> tuple[RelatedRow, ...]:
    return tuple(RelatedRow(make_row(item, catalog, addresses), "、".join(item.forms)) for item in items)


def withdrawn_note(item: Item) -> str:
    """What is said of a related item that was withdrawn: its number and the day, nothing of its content."""
    return f"索引号为{item.index_number}的信息已于{chinese_date(item.withdrawn)}撤下。"
