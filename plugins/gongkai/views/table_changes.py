"""动态调整情况: what a table's present version has that the former one had not, and the other way round."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from gongkai.model.catalog import Catalog
from gongkai.model.table import DataTable, RowChange
from gongkai.views.addresses import Addresses
from gongkai.views.heads import page_head, trail
from gongkai.views.parts import Fact, Link
from gongkai.views.table_views import ChangeGroup, ChangeLine, TableChangesView

TITLE = "动态调整情况"
KINDS = ("新增", "取消", "调整")


def has_changes(table: DataTable) -> bool:
    """Whether there is anything to tell."""
    return table.compared or bool(table.changes)


def summary(table: DataTable) -> str:
    """How many rows were added, taken out and changed."""
    if not table.compared:
        return ""
    counts = {kind: sum(1 for each in table.differences if each.kind == kind) for kind in KINDS}
    told = "、".join(f"{kind}{count}项" for kind, count in counts.items() if count)
    return f"与上一版比较：{told or '没有变化'}。"


def changes_link(table: DataTable, addresses: Addresses) -> Link:
    """The way to the page, with the figures as its note."""
    if not has_changes(table):
        return Link("")
    return Link(TITLE, f"{addresses.table(table)}changes/", summary(table))


def changes_view(table: DataTable, catalog: Catalog, addresses: Addresses) -> TableChangesView:
    """The page 动态调整情况."""
    base = addresses.table(table)
    back = Link(table.title, base)
    above = (*trail(table.column, catalog, addresses)[1:], back)
    head = page_head("table-changes", TITLE, f"{base}changes/", addresses, above=above)
    return TableChangesView(
        head=replace(head, title=f"{table.title}{TITLE}", section=table.column),
        heading=f"{table.title}{TITLE}",
        summary=summary(table),
        table=back,
        groups=tuple(_groups(table, addresses)),
        notes=tuple(Fact("change", change.day.isoformat(), change.text) for change in table.changes),
    )


def _groups(table: DataTable, addresses: Addresses) -> Iterator[ChangeGroup]:
    for kind in KINDS:
        lines = tuple(_line(each, table, addresses) for each in table.differences if each.kind == kind)
        if lines:
            yield ChangeGroup(kind, lines)


def _line(change: RowChange, table: DataTable, addresses: Addresses) -> ChangeLine:
    own = table.row_pages and change.slug
    path = f"{addresses.table(table)}row/{change.slug}/" if own else ""
    return ChangeLine(Link(change.title, path), change.fields)
