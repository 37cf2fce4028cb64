"""五公开 (中办发〔2016〕8号): the leaves by their class, never a second filing."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.model.catalog import Catalog
from gongkai.model.column import Column
from gongkai.model.vocabulary import FIVE
from gongkai.views.addresses import Addresses
from gongkai.views.heads import page_head
from gongkai.views.pages import FiveClass, FiveView
from gongkai.views.parts import Block, Link
from gongkai.views.rows import count_links, distinct, make_rows, newest

TITLE = "五公开"
DESCRIPTION = "决策公开、执行公开、管理公开、服务公开、结果公开各类信息的栏目和条数"


def class_leaves(name: str, catalog: Catalog) -> tuple[Column, ...]:
    """The leaves of one class in which items are filed; what is no government information is left out."""
    return tuple(
        leaf for leaf in catalog.tree.leaves() if leaf.five == name and leaf.counted and leaf.is_filed
    )


def class_link(name: str, catalog: Catalog, addresses: Addresses) -> Link:
    """The top-level column of the same name where the unit has one, else the page 五公开."""
    tops = (catalog.tree.columns[path] for path in catalog.tree.roots)
    own = (addresses.column(column.path) for column in tops if column.name == name)
    return Link(name, next((path for path in own if path), addresses.five()))


def class_blocks(catalog: Catalog, addresses: Addresses, rows: int) -> Iterator[Block]:
    """The newest rows of each class, for the home page; classes without columns are left out."""
    for name in FIVE:
        leaves = class_leaves(name, catalog)
        if leaves:
            items = newest(leaves, catalog, rows)
            yield Block(class_link(name, catalog, addresses), make_rows(items, catalog, addresses))


def five_view(catalog: Catalog, addresses: Addresses) -> FiveView:
    """The page 五公开."""
    head = page_head("five", TITLE, addresses.five(), addresses, description=DESCRIPTION, keywords=FIVE)
    return FiveView(head, tuple(_class(name, catalog, addresses) for name in FIVE))


def _class(name: str, catalog: Catalog, addresses: Addresses) -> FiveClass:
    leaves = class_leaves(name, catalog)
    link = class_link(name, catalog, addresses)
    title = link if link.path != addresses.five() else Link(name)
    return FiveClass(title, count_links(leaves, catalog, addresses), distinct(leaves, catalog))
