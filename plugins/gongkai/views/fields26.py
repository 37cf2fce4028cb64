"""The 26 fields of 基层政务公开 (国办发〔2019〕54号) with their columns, or who answers for them."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.model.catalog import Catalog
from gongkai.model.vocabulary import Term
from gongkai.views.addresses import Addresses
from gongkai.views.field_views import FieldView, StandardRow
from gongkai.views.heads import page_head
from gongkai.views.pages import FieldRow, FieldsView
from gongkai.views.parts import Fact, Link
from gongkai.views.rows import count_links, distinct, make_rows
from gongkai.views.spec import PageSpec
from gongkai.views.standard import Matter, field_leaves, matters, standard_tables

TITLE = "基层政务公开26个试点领域"
DESCRIPTION = "26个试点领域由本单位公开的栏目和条数；不由本单位公开的注明公开单位"
NOT_OURS = "不由本单位公开"
NOTHING_YET = "暂无此类信息"
ROWS = 3
"""Items shown for a row of the standard list."""

SHOWN = frozenset({"content", "basis", "within", "body"})
"""What of a row of the standard list stands on the field's page; the rest is in the list itself."""


def field_pages(catalog: Catalog, addresses: Addresses) -> Iterator[PageSpec]:
    """The page of all fields, and one for each that has columns or rows of the standard list.

    The keys name the standard lists, so that no page has to go through all tables to find them.
    """
    if not addresses.fields():
        return
    lists = standard_tables(catalog)
    yield PageSpec(addresses.fields(), "fields", "columns", ("fields", *lists))
    for field in catalog.tables.fields26:
        if _has_page(field, lists, catalog, addresses):
            yield PageSpec(addresses.fields(field.slug), "field", "columns", ("field", field.slug, *lists))


def _has_page(field: Term, lists: tuple[str, ...], catalog: Catalog, addresses: Addresses) -> bool:
    columns = any(addresses.column(leaf.path) for leaf in field_leaves(field, catalog.tree))
    return columns or bool(matters(field, lists, catalog))


def fields_view(lists: tuple[str, ...], catalog: Catalog, addresses: Addresses) -> FieldsView:
    """The page of the 26 fields, all of them in the order of the standard lists."""
    head = page_head("fields", TITLE, addresses.fields(), addresses, description=DESCRIPTION)
    rows = tuple(_row(field, lists, catalog, addresses) for field in catalog.tables.fields26)
    return FieldsView(head, rows, any(row.standard for row in rows))


def _row(field: Term, lists: tuple[str, ...], catalog: Catalog, addresses: Addresses) -> FieldRow:
    leaves = field_leaves(field, catalog.tree)
    columns = count_links(leaves, catalog, addresses)
    standard = matters(field, lists, catalog)
    return FieldRow(
        name=field.name,
        columns=columns,
        count=distinct(leaves, catalog),
        elsewhere="" if columns else _instead(field, catalog),
        path=addresses.fields(field.slug) if columns or standard else "",
        standard=len(standard),
        met=sum(1 for matter in standard if matter.items),
    )


def field_view(slug: str, lists: tuple[str, ...], catalog: Catalog, addresses: Addresses) -> FieldView:
    """The page of one field."""
    field = next(field for field in catalog.tables.fields26 if field.slug == slug)
    columns = count_links(field_leaves(field, catalog.tree), catalog, addresses)
    standard = tuple(_standard(matter, catalog, addresses) for matter in matters(field, lists, catalog))
    tables = (catalog.by_table[ident] for ident in lists if ident in catalog.by_table)
    return FieldView(
        head=page_head(
            "field",
            field.name,
            addresses.fields(slug),
            addresses,
            description=f"{field.name}领域的公开栏目、标准目录事项和落实情况",
            above=(Link(TITLE, addresses.fields()),),
        ),
        heading=field.name,
        guide=field.note,
        columns=columns,
        count=distinct(field_leaves(field, catalog.tree), catalog),
        elsewhere="" if columns else _instead(field, catalog),
        standard=standard,
        met=sum(1 for row in standard if row.count),
        lists=tuple(Link(t.title, addresses.table(t)) for t in tables if addresses.table(t)),
    )


def _standard(matter: Matter, catalog: Catalog, addresses: Addresses) -> StandardRow:
    table, row = matter.table, matter.row
    base = addresses.table(table) if table.row_pages else ""
    shown = ((each, table.value(row, each.key)) for each in table.fields if each.key in SHOWN)
    return StandardRow(
        title=row.title,
        path=f"{base}row/{row.slug}/" if base else "",
        facts=tuple(Fact(each.key, each.heading, value) for each, value in shown if value),
        count=len(matter.items),
        rows=make_rows(matter.items[:ROWS], catalog, addresses),
        way="、".join(matter.ways),
    )


def _instead(field: Term, catalog: Catalog) -> str:
    """What stands in a row without columns; the unit's own list goes before the preset's."""
    own = catalog.unit.fields26 or catalog.tree.fields26
    if field.name in own:
        return NOTHING_YET
    return (catalog.tree.fields26_elsewhere or {}).get(field.name) or NOT_OURS
