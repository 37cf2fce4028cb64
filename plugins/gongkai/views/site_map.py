"""The site map for readers: open columns and the other pages."""

from __future__ import annotations

from gongkai.model.catalog import Catalog
from gongkai.views.addresses import Addresses
from gongkai.views.application_page import apply_path
from gongkai.views.heads import page_head
from gongkai.views.navigation import open_roots, side
from gongkai.views.pages import SitemapNode, SitemapView
from gongkai.views.parts import Link, NavNode

TITLE = "站点地图"
DESCRIPTION = "全部栏目和其他页面"


def site_map_view(catalog: Catalog, addresses: Addresses, ordinary: tuple[Link, ...] = ()) -> SitemapView:
    """The page `/sitemap/`; `ordinary` are the pages that are no items."""
    branches = side(catalog, addresses)
    return SitemapView(
        head=page_head("sitemap", TITLE, addresses.site_map(), addresses, description=DESCRIPTION),
        columns=tuple(_node(branches[root.path]) for root in open_roots(catalog, addresses)),
        others=(*ordinary, *_others(catalog, addresses)),
    )


def _node(node: NavNode) -> SitemapNode:
    return SitemapNode(Link(node.text, node.path), tuple(_node(child) for child in node.children))


def _others(catalog: Catalog, addresses: Addresses) -> tuple[Link, ...]:
    links = (
        Link("五公开", addresses.five()),
        Link("基层政务公开26个试点领域", addresses.fields()),
        Link("专题专栏", addresses.topics()),
        Link("政策文件和解读", addresses.interpretations()),
        Link("信息索引", addresses.index()),
        Link("公开统计", addresses.statistics()),
        Link("政府公报", addresses.gazette()),
        Link("申请公开政府信息", apply_path(catalog, addresses)),
        Link("订阅（Atom）", addresses.feed()),
        Link("开放目录（JSON）", addresses.catalog_json()),
    )
    return tuple(link for link in links if link.path)
