"""List rows, and the newest items of several columns."""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterable, Iterator
from itertools import islice

from gongkai.model.catalog import Catalog
from gongkai.model.column import Column
from gongkai.model.item import Attachment, Item
from gongkai.views.addresses import Addresses
from gongkai.views.parts import CountLink, FileLink, Link, Row
from gongkai.views.texts import file_size, iso

KEPT_ROWS = 20_000
"""Rows that are kept for other lists: at some 500 bytes, ten megabytes at most."""


def column_link(path: str, catalog: Catalog, addresses: Addresses) -> Link:
    """A column's name with its page."""
    return Link(catalog.tree.columns[path].name, addresses.column(path))


def make_row(
    item: Item, catalog: Catalog, addresses: Addresses, *, in_column: bool = False, note: str = ""
) -> Row:
    """One line of a list; in a column's own list (`in_column`) the column is not repeated."""
    return Row(
        index_number=item.index_number,
        title=item.title,
        path=addresses.item(item),
        date=item.published.day.isoformat(),
        doc_number=item.doc_number,
        written=iso(item.written),
        validity=validity_of(item, catalog),
        column=Link("") if in_column else column_link(item.column, catalog, addresses),
        note=note,
    )


def make_rows(items: Iterable[Item], catalog: Catalog, addresses: Addresses) -> tuple[Row, ...]:
    """Rows that name their column.

    Half a dozen lists have the same row (by issuer, theme, genre, number, year, month), so it is made once.
    """
    return tuple([_shared_row(item, catalog, addresses) for item in items])


def _shared_row(item: Item, catalog: Catalog, addresses: Addresses) -> Row:
    known = addresses.rows.get(item.index_number)
    if known is not None and known[0] is item and known[1].validity == validity_of(item, catalog):
        return known[1]
    if len(addresses.rows) >= KEPT_ROWS:
        addresses.rows.clear()
    made = make_row(item, catalog, addresses)
    addresses.rows[item.index_number] = (item, made)
    return made


def validity_of(item: Item, catalog: Catalog) -> str:
    """有效性 on the day of the build; empty where it means nothing."""
    # Only policy files have one: the others need no look, and no note of it in the keys of all their pages.
    state = catalog.validity.get(item.index_number) if item.is_policy else None
    return state.value if state else ""


def merged(lists: Iterable[Iterable[Item]]) -> Iterator[Item]:
    """Several lists that are newest first as one, each item once; read lazily."""
    seen: set[str] = set()
    for item in heapq.merge(*lists, key=lambda item: item.order, reverse=True):
        if item.index_number not in seen:
            seen.add(item.index_number)
            yield item


def newest(
    leaves: Iterable[Column], catalog: Catalog, limit: int, keep: Callable[[Item], bool] = lambda item: True
) -> tuple[Item, ...]:
    """The newest items of some leaves that satisfy `keep`."""
    lists = [catalog.in_column(leaf.path) for leaf in leaves]
    return tuple(islice((item for item in merged(lists) if keep(item)), limit))


def distinct(leaves: Iterable[Column], catalog: Catalog) -> int:
    """How many items some leaves hold; a shared item counts once."""
    return len({item.index_number for leaf in leaves for item in catalog.in_column(leaf.path)})


def count_links(leaves: Iterable[Column], catalog: Catalog, addresses: Addresses) -> tuple[CountLink, ...]:
    """The open ones among some leaves with the number of their items, and of what their tables list."""
    return tuple(
        CountLink(
            leaf.name,
            addresses.column(leaf.path),
            len(catalog.in_column(leaf.path)),
            _listed(leaf, catalog, addresses),
        )
        for leaf in leaves
        if addresses.column(leaf.path)
    )


def _listed(leaf: Column, catalog: Catalog, addresses: Addresses) -> str:
    """How many rows a leaf's tables have: they are no items, and stand beside the count."""
    tables = [table for table in catalog.tables_in.get(leaf.path, ()) if addresses.table(table)]
    return f"清单{sum(table.count for table in tables)}项" if tables else ""


def file_link(attachment: Attachment) -> FileLink:
    """An attachment for download."""
    return FileLink(
        title=attachment.title or attachment.name,
        name=attachment.name,
        path=attachment.address,
        type=attachment.type,
        size=file_size(attachment.size),
        sha256=attachment.sha256,
    )
