"""Every preset, empty and with one item in each leaf: no dead link, no blank column that is not shown on purpose."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any

import pytest

from gongkai.loading.preset_tables import read_tables
from gongkai.loading.presets import read_preset
from gongkai.model.catalog import Catalog, build_catalog
from gongkai.model.column import ColumnTree
from gongkai.model.item import Item
from gongkai.model.moment import Moment
from gongkai.views.pages import SitemapNode, SitemapView
from gongkai.views.site_view import SiteOptions, make_site_view
from tests.views.make import TODAY, addresses_of, make_unit, views_of

TABLES = read_tables()
PRESETS = ("township", "subdistrict", "county-department", "county", "city-department", "public-institution")


def filled(tree: ColumnTree) -> Iterator[Item]:
    for number, leaf in enumerate((leaf for leaf in tree.leaves() if leaf.is_filed), 1):
        index_number = f"990121/202605-{number:05d}"
        yield Item(
            path=f"{leaf.path}/{number}.md",
            sha256="0" * 64,
            body_offset=0,
            body_line=1,
            index_number=index_number,
            slug=index_number.replace("/", "-"),
            title=f"第{number}条",
            kind=leaf.kind,
            columns=(leaf.path,),
            published=Moment(date(2026, 5, 4)),
            publisher="某单位",
        )


def catalog_of(preset: str, full: bool) -> Catalog:
    tree = read_preset(preset, TABLES)
    items = tuple(filled(tree)) if full else ()
    return build_catalog(unit=make_unit(), tree=tree, tables=TABLES, today=TODAY, items=items, relations=())


def texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif is_dataclass(value):
        for each in fields(value):
            yield from texts(getattr(value, each.name))
    elif isinstance(value, dict):
        for each in value.values():
            yield from texts(each)
    elif isinstance(value, tuple):
        for each in value:
            yield from texts(each)


def leaves(nodes: tuple[SitemapNode, ...]) -> Iterator[SitemapNode]:
    for node in nodes:
        yield from leaves(node.children) if node.children else iter((node,))


@pytest.mark.parametrize("full", [False, True])
@pytest.mark.parametrize("preset", PRESETS)
def test_no_dead_end_and_no_blank_column(preset: str, full: bool) -> None:
    catalog = catalog_of(preset, full)
    views = views_of(catalog)
    site = make_site_view(catalog, addresses_of(catalog), SiteOptions("某单位"))
    linked = {text for each in (*views.values(), site) for text in texts(each) if text.startswith("/")}
    assert linked - set(views) == set()
    assert site.fixed
    site_map = views["/sitemap/"]
    assert isinstance(site_map, SitemapView)
    for node in leaves(site_map.columns):
        column = catalog.tree.columns[node.link.path.strip("/")]
        assert full or column.empty == "show"
    if full:
        filed = {leaf.path for leaf in catalog.tree.leaves() if leaf.is_filed}
        assert not [path for path in filed if f"/{path}/" not in views]
