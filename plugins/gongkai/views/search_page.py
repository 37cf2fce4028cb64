"""The search page: its filters, and where to look without a script or without a result."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from gongkai.model.catalog import Catalog
from gongkai.model.vocabulary import FIVE
from gongkai.views.addresses import Addresses
from gongkai.views.heads import page_head
from gongkai.views.navigation import open_links
from gongkai.views.parts import Link
from gongkai.views.search_view import SearchFilter, SearchView
from gongkai.views.spec import PageSpec

PATH = "/search/"
TITLE = "查找政府信息"


def search_pages(_catalog: Catalog, _addresses: Addresses) -> tuple[PageSpec, ...]:
    """The one page of the feature."""
    return (PageSpec(PATH, "search", "search", ("search",)),)


def search_view(script: str, catalog: Catalog, addresses: Addresses) -> SearchView:
    """The search page; `script` is the site-rooted path of the search script."""
    return SearchView(
        head=page_head(
            "search", TITLE, PATH, addresses, description="按标题、文号、索引号和全文查找政府信息"
        ),
        heading=TITLE,
        script=script,
        filters=tuple(f for f in _filters(catalog) if f.options),
        indices=tuple(_indices(addresses)),
        columns=open_links(catalog.tree.roots, catalog, addresses),
    )


def _filters(catalog: Catalog) -> Iterator[SearchFilter]:
    themes = (term.name for term in catalog.tables.themes if catalog.by_theme.get(term.name))
    genres = (term.name for term in catalog.tables.genres if catalog.by_genre.get(term.name))
    states = (term.name for term in catalog.tables.validities if catalog.by_validity.get(term.name))
    yield SearchFilter("column", "栏目", tuple(_columns(catalog)))
    yield SearchFilter("five", "五公开", _plain(name for name in FIVE if _in_class(name, catalog)))
    yield SearchFilter("issuer", "发文机关", _plain(sorted(catalog.by_issuer)))
    yield SearchFilter("theme", "主题", _plain(themes))
    yield SearchFilter("genre", "体裁", _plain(genres))
    yield SearchFilter(
        "year", "年份", tuple(Link(f"{y}年", y) for y in sorted(catalog.by_year, reverse=True))
    )
    yield SearchFilter("validity", "有效性", _plain(states))
    if any(leaf.kind == "interpretation" and catalog.in_column(leaf.path) for leaf in catalog.tree.leaves()):
        yield SearchFilter("interpreted", "解读", (Link("有解读", "1"),))


def _plain(names: Iterable[str]) -> tuple[Link, ...]:
    return tuple(Link(name, name) for name in names)


def _in_class(name: str, catalog: Catalog) -> bool:
    return any(leaf.five == name and catalog.in_column(leaf.path) for leaf in catalog.tree.leaves())


def _columns(catalog: Catalog) -> Iterator[Link]:
    """Columns with items at or below them, in reading order, set in by their depth."""
    filled = {leaf.path for leaf in catalog.tree.leaves() if catalog.in_column(leaf.path)}
    for column in catalog.tree.columns.values():
        if column.hidden:
            continue
        if any(path == column.path or path.startswith(column.path + "/") for path in filled):
            yield Link("　" * column.path.count("/") + column.name, column.path)


def _indices(addresses: Addresses) -> Iterator[Link]:
    if addresses.index():
        names = (("doc-number", "按文号"), ("year", "按年份"), ("theme", "按主题"), ("issuer", "按发文机关"))
        yield from (Link(name, addresses.index(facet)) for facet, name in names)
        yield Link("信息索引", addresses.index())
    if addresses.site_map():
        yield Link("站点地图", addresses.site_map())
