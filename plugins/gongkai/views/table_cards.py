"""Tables on the pages of their columns."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.model.catalog import Catalog
from gongkai.model.column import Column
from gongkai.views.addresses import Addresses
from gongkai.views.parts import Link
from gongkai.views.table_changes import changes_link
from gongkai.views.table_views import TableCard


def table_cards(column: Column, catalog: Catalog, addresses: Addresses) -> tuple[TableCard, ...]:
    """The tables of a leaf, each with what a reader wants to know before opening it."""
    return tuple(
        TableCard(
            Link(table.title, addresses.table(table)),
            table.count,
            table.day.isoformat(),
            table.description,
            changes_link(table, addresses),
        )
        for table in catalog.tables_in.get(column.path, ())
        if addresses.table(table)
    )


def table_links(column: Column, catalog: Catalog, addresses: Addresses) -> Iterator[Link]:
    """The same as links, for the page of the column above."""
    if column.is_leaf:
        for table in catalog.tables_in.get(column.path, ()):
            if addresses.table(table):
                yield Link(table.title, addresses.table(table), f"{table.count}项")
