"""The 26 fields of 基层政务公开 (国办发〔2019〕54号) with their columns, or who answers for them."""

from __future__ import annotations

from gongkai.model.catalog import Catalog
from gongkai.model.vocabulary import Term
from gongkai.views.addresses import Addresses
from gongkai.views.heads import page_head
from gongkai.views.pages import FieldRow, FieldsView
from gongkai.views.rows import count_links, distinct

TITLE = "基层政务公开26个试点领域"
DESCRIPTION = "26个试点领域由本单位公开的栏目和条数；不由本单位公开的注明公开单位"
NOT_OURS = "不由本单位公开"
NOTHING_YET = "暂无此类信息"


def fields_view(catalog: Catalog, addresses: Addresses) -> FieldsView:
    """The page of the 26 fields, all of them in the order of the standard lists."""
    head = page_head("fields", TITLE, addresses.fields(), addresses, description=DESCRIPTION)
    return FieldsView(head, tuple(_row(field, catalog, addresses) for field in catalog.tables.fields26))


def _row(field: Term, catalog: Catalog, addresses: Addresses) -> FieldRow:
    leaves = tuple(leaf for leaf in catalog.tree.leaves() if field.name in leaf.fields26 and leaf.counted)
    columns = count_links(leaves, catalog, addresses)
    return FieldRow(
        name=field.name,
        columns=columns,
        count=distinct(leaves, catalog),
        elsewhere="" if columns else _instead(field, catalog),
    )


def _instead(field: Term, catalog: Catalog) -> str:
    """What stands in a row without columns; the unit's own list goes before the preset's."""
    own = catalog.unit.fields26 or catalog.tree.fields26
    if field.name in own:
        return NOTHING_YET
    return (catalog.tree.fields26_elsewhere or {}).get(field.name) or NOT_OURS
