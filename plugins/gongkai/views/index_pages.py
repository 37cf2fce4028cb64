"""The index pages: the hub, one page per facet, and the list of each value."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.model.catalog import Catalog
from gongkai.views import library
from gongkai.views.addresses import Addresses
from gongkai.views.facets import FACETS, Facet, Value, facet_named
from gongkai.views.heads import page_head
from gongkai.views.lists import list_specs
from gongkai.views.pages import IndexSection, IndexView, ListView, PageView
from gongkai.views.paging import page_of, pager
from gongkai.views.parts import CountLink, Head, Link
from gongkai.views.rows import make_rows
from gongkai.views.spec import PageSpec

HUB = library.HUB


def index_pages(catalog: Catalog, addresses: Addresses) -> Iterator[PageSpec]:
    """All index pages; only values that items have get one."""
    yield PageSpec(addresses.index(), "index", "indices", ("hub",))
    for facet in FACETS:
        yield PageSpec(addresses.index(facet.slug), "index", "indices", ("facet", facet.slug))
        for value in facet.values(catalog):
            key = ("list", facet.slug, value.key, value.name, value.slug)
            base = addresses.index(facet.slug, value.slug)
            yield from list_specs(base, facet.items(catalog, value.key), "indices", key)
    yield from library.library_pages(catalog, addresses)


def index_view(key: tuple[str, ...], catalog: Catalog, addresses: Addresses) -> PageView:
    """The view of an index page from its key."""
    if key[0] == library.SLUG:
        return library.library_view(key, catalog, addresses)
    if key[0] == "hub":
        return _hub(catalog, addresses)
    facet = facet_named(key[1])
    return (
        _facet(facet, catalog, addresses) if key[0] == "facet" else _list(facet, key[2:], catalog, addresses)
    )


def _entry(facet: Facet, value: Value, catalog: Catalog, addresses: Addresses) -> CountLink:
    path = addresses.index(facet.slug, value.slug)
    return CountLink(value.name, path, len(facet.items(catalog, value.key)))


def _section(facet: Facet, catalog: Catalog, addresses: Addresses) -> IndexSection:
    values = (value for value in facet.values(catalog) if not value.above)
    return IndexSection(
        title=Link(facet.name, addresses.index(facet.slug)),
        description=facet.description,
        entries=tuple(_entry(facet, value, catalog, addresses) for value in values),
    )


def _divisions(facet: Facet, catalog: Catalog, addresses: Addresses) -> Iterator[IndexSection]:
    values = tuple(facet.values(catalog))
    for top in values:
        parts = tuple(_entry(facet, value, catalog, addresses) for value in values if value.above == top.slug)
        if parts:
            yield IndexSection(Link(top.name, addresses.index(facet.slug, top.slug)), "", parts)


def _hub(catalog: Catalog, addresses: Addresses) -> IndexView:
    head = page_head(
        "index",
        HUB,
        addresses.index(),
        addresses,
        description="按机关、主题、体裁、文号、时间和有效性查找信息",
    )
    sections = tuple(_section(facet, catalog, addresses) for facet in FACETS)
    path = library.library_path(catalog, addresses)
    own = (IndexSection(Link(library.TITLE, path), library.DESCRIPTION, ()),) if path else ()
    return IndexView(head, HUB, (*sections, *own))


def _facet(facet: Facet, catalog: Catalog, addresses: Addresses) -> IndexView:
    head = page_head(
        "index",
        facet.name,
        addresses.index(facet.slug),
        addresses,
        description=facet.description,
        above=(Link(HUB, addresses.index()),),
    )
    sections = (_section(facet, catalog, addresses), *_divisions(facet, catalog, addresses))
    return IndexView(head, f"按{facet.name}查找", sections)


def _list_head(facet: Facet, name: str, base: str, number: int, addresses: Addresses) -> Head:
    above = (Link(HUB, addresses.index()), Link(facet.name, addresses.index(facet.slug)))
    return page_head(
        "archive" if number else "index",
        f"{name}（第{number}页）" if number else name,
        f"{base}archive/{number}/" if number else base,
        addresses,
        description=f"{facet.name}为“{name}”的信息",
        above=(*above, Link(name, base)) if number else above,
    )


def _list(facet: Facet, key: tuple[str, ...], catalog: Catalog, addresses: Addresses) -> ListView:
    value, name, slug, number = key[0], key[1], key[2], int(key[3])
    items = facet.items(catalog, value)
    base = addresses.index(facet.slug, slug)
    return ListView(
        head=_list_head(facet, name, base, number, addresses),
        heading=f"{facet.name}：{name}",
        description="",
        rows=make_rows(page_of(items, number), catalog, addresses),
        pager=pager(base, len(items), number),
    )
