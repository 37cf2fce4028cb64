"""Column pages: groups with blocks of their sub-columns, leaves as lists with archive pages."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.model.catalog import Catalog
from gongkai.model.column import Column
from gongkai.model.item import Item
from gongkai.views.addresses import Addresses
from gongkai.views.application_page import apply_banners
from gongkai.views.consultations import consultation_items, consultations_view
from gongkai.views.heads import column_head
from gongkai.views.item_page import item_view
from gongkai.views.library import library_banners
from gongkai.views.lists import list_specs, newest_day
from gongkai.views.navigation import open_children
from gongkai.views.pages import GroupView, ListView, PageView
from gongkai.views.paging import page_of, pager
from gongkai.views.parts import Block, Row
from gongkai.views.rows import column_link, make_row, newest
from gongkai.views.spec import PageSpec
from gongkai.views.statutory import statutory_view
from gongkai.views.table_cards import table_cards, table_links
from gongkai.views.topics import column_topic_view, topic_column_items
from gongkai.views.years import year_bars

BLOCK_ROWS = 5
"""Rows per sub-column on a group's page."""


def column_pages(catalog: Catalog, addresses: Addresses) -> Iterator[PageSpec]:
    """The pages of all open columns in reading order."""
    for column in catalog.tree.columns.values():
        if addresses.column(column.path):
            yield from _pages_of(column, catalog, addresses)


def _pages_of(column: Column, catalog: Catalog, addresses: Addresses) -> Iterator[PageSpec]:
    path, key = addresses.column(column.path), ("column", column.path)
    if not column.is_leaf:
        yield PageSpec(path, "group", "columns", key, newest_day(newest(_below(column, catalog), catalog, 1)))
    elif column.view:
        day = newest_day(_gathered_items(column, catalog))
        yield PageSpec(path, column.view, "columns", key, day)
    else:
        yield from list_specs(path, catalog.in_column(column.path), "columns", key)


def _gathered_items(column: Column, catalog: Catalog) -> tuple[Item, ...]:
    if column.view == "consultations":
        return consultation_items(catalog)
    return topic_column_items(column, catalog) if column.view == "topic" else ()


def column_view(path: str, number: int, catalog: Catalog, addresses: Addresses) -> PageView:
    """The view of a column's page; `number` is that of an archive page, 0 for the front page."""
    column = catalog.tree.columns[path]
    if not column.is_leaf:
        return _group(column, catalog, addresses)
    if column.view == "statutory":
        return statutory_view(column, catalog, addresses)
    if column.view == "consultations":
        return consultations_view(column, catalog, addresses)
    if column.view == "topic":
        return column_topic_view(column, catalog, addresses)
    return _list(column, number, catalog, addresses)


def _below(column: Column, catalog: Catalog) -> Iterator[Column]:
    return catalog.tree.under(column.path)


def _block(column: Column, catalog: Catalog, addresses: Addresses) -> Block:
    items = newest(_below(column, catalog), catalog, BLOCK_ROWS)
    return Block(
        title=column_link(column.path, catalog, addresses),
        rows=tuple(make_row(item, catalog, addresses, in_column=column.is_leaf) for item in items),
        description=column.description,
        children=(
            *(
                column_link(child.path, catalog, addresses)
                for child in open_children(column, catalog, addresses)
            ),
            *table_links(column, catalog, addresses),
        ),
    )


def _group(column: Column, catalog: Catalog, addresses: Addresses) -> GroupView:
    return GroupView(
        head=column_head(column, catalog, addresses),
        heading=column.name,
        description=column.description,
        blocks=tuple(
            _block(child, catalog, addresses) for child in open_children(column, catalog, addresses)
        ),
        years=year_bars(column, catalog),
    )


def row_note(item: Item, column: Column) -> str:
    """What divides a column's rows: the form of an interpretation, else the item's category."""
    return "、".join(item.forms) if column.facet_by and item.forms else item.category


def _rows(items: tuple[Item, ...], column: Column, catalog: Catalog, addresses: Addresses) -> tuple[Row, ...]:
    return tuple(
        make_row(item, catalog, addresses, in_column=True, note=row_note(item, column)) for item in items
    )


def _list(column: Column, number: int, catalog: Catalog, addresses: Addresses) -> ListView:
    items = catalog.in_column(column.path)
    shown = tuple(page_of(items, number))
    single = column.kind == "page" and not number and bool(shown)
    tables = table_cards(column, catalog, addresses) if not number else ()
    banners = (
        ()
        if number or single
        else (
            *apply_banners(column, catalog, addresses),
            *library_banners(column, catalog, addresses),
        )
    )
    return ListView(
        head=column_head(column, catalog, addresses, number),
        heading=column.name,
        description=column.description,
        rows=_rows(shown[1:] if single else shown, column, catalog, addresses),
        pager=pager(f"/{column.path}/", len(items), number),
        categories=column.categories,
        single=item_view(shown[0], catalog, addresses) if single else None,
        empty_text="" if items or tables else "本栏目暂无信息。",
        tables=tables,
        banners=banners,
        note="本栏目转载上级机关的信息，不计入本单位的公开数量。" if column.level == "上级" else "",
    )
