"""Navigation is the column tree: open columns only, no counts, no dates."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from gongkai.model.catalog import Catalog
from gongkai.model.column import Column
from gongkai.model.vocabulary import FIXED_COLUMNS
from gongkai.views.addresses import Addresses
from gongkai.views.parts import Link, NavNode
from gongkai.views.rows import column_link

FIXED_UNDER = "政府信息公开"


def open_links(paths: Iterable[str], catalog: Catalog, addresses: Addresses) -> tuple[Link, ...]:
    """The open ones of some columns."""
    return tuple(column_link(path, catalog, addresses) for path in paths if addresses.column(path))


def open_children(column: Column, catalog: Catalog, addresses: Addresses) -> Iterator[Column]:
    """Sub-columns that have a page."""
    return (catalog.tree.columns[path] for path in column.children if addresses.column(path))


def branch(column: Column, catalog: Catalog, addresses: Addresses) -> NavNode:
    """A column with its open sub-columns."""
    children = tuple(branch(child, catalog, addresses) for child in open_children(column, catalog, addresses))
    return NavNode(column.name, addresses.column(column.path), children)


def open_roots(catalog: Catalog, addresses: Addresses) -> tuple[Column, ...]:
    """The top-level columns that have a page."""
    return tuple(catalog.tree.columns[path] for path in catalog.tree.roots if addresses.column(path))


def side(catalog: Catalog, addresses: Addresses) -> dict[str, NavNode]:
    """Top-level path → its branch."""
    return {root.path: branch(root, catalog, addresses) for root in open_roots(catalog, addresses)}


def fixed_links(catalog: Catalog, addresses: Addresses) -> tuple[Link, ...]:
    """The fixed columns in their order (国办公开办函〔2019〕61号).

    A public institution has other ones (条例第五十五条): those of its first column in the navigation.
    """
    tree = catalog.tree
    root = next((tree.columns[path] for path in tree.roots if tree.columns[path].name == FIXED_UNDER), None)
    if root is not None:
        rank = {name: place for place, name in enumerate(FIXED_COLUMNS)}
        children = [path for path in root.children if tree.columns[path].name in rank]
        return open_links(
            sorted(children, key=lambda path: rank[tree.columns[path].name]), catalog, addresses
        )
    first = next((path for path in (*tree.nav_primary, *tree.roots) if path in tree.columns), "")
    return open_links(tree.columns[first].children, catalog, addresses) if first else ()
