"""Home, site view, site map, 404, tombstones, and what a feature's absence takes away."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import date
from typing import Any

import pytest

from gongkai.model.item import Change
from gongkai.model.problem import Held
from gongkai.model.relation import RelationKind
from gongkai.views.pages import HomeView, MessageView, SitemapView, TombstoneView
from gongkai.views.site import SiteView
from gongkai.views.site_view import SiteOptions, make_site_view
from tests.views.make import (
    FEATURES,
    PORTAL,
    TODAY,
    TREE,
    addresses_of,
    make_catalog,
    make_item,
    make_unit,
    policy,
    related,
    specs_of,
    views_of,
)

OPTIONS = SiteOptions(name="青山镇政府信息公开", url="https://qingshan.example/zwgk")


def texts(value: Any) -> Iterator[str]:
    """Every text inside a view."""
    if isinstance(value, str):
        yield value
    elif is_dataclass(value):
        for each in fields(value):
            yield from texts(getattr(value, each.name))
    elif isinstance(value, dict):
        for key, each in value.items():
            yield from texts(key)
            yield from texts(each)
    elif isinstance(value, tuple):
        for each in value:
            yield from texts(each)


def many() -> list[Any]:
    leaves = (
        "jcgk/ghjh",
        "glgk/yj",
        "fwgk/jz",
        "zwdt/tzgg",
        "zwdt/gzdt",
        "jcgk/yjzj",
        "zcjd/bjjd",
        "zdly/czys",
    )
    items = [make_item(100 * n + k, leaf) for n, leaf in enumerate(leaves) for k in range(1, 50)]
    return [*items, *(policy(900 + n) for n in range(30))]


def home(*items: Any, **extra: Any) -> HomeView:
    view = views_of(make_catalog(items, **extra))["/"]
    assert isinstance(view, HomeView)
    return view


def test_home_has_fixed_numbers_of_rows() -> None:
    view = home(*many())
    assert view.notices is not None
    assert [len(block.rows) for block in view.five] == [5, 5, 5]
    sizes = (len(view.latest), len(view.notices.rows), len(view.policies), len(view.consultations))
    assert sizes == (8, 6, 6, 5)


def test_home_leads_to_everything() -> None:
    view = home(*many())
    assert [link.text for link in view.fixed] == ["政府信息公开指南", "法定主动公开内容", "政府信息公开年报"]
    assert view.policies_all.path == "/interpretations/"
    assert view.consultations_all.path == "/jcgk/zjfk/"
    assert [link.path for link in view.topics] == ["/topics/gysy/"]
    assert len(view.indices) == 7
    assert view.indices[-1].path == "/index/normative/"
    assert [block.title.path for block in view.five] == ["/jcgk/", "/glgk/", "/fwgk/"]


def test_the_latest_are_government_information() -> None:
    view = home(make_item(1), make_item(300, "zwdt/gzdt"), make_item(301, "zwdt/tzgg"))
    assert [row.title for row in view.latest] == ["第1条信息"]
    assert view.notices is not None
    assert [row.title for row in view.notices.rows] == ["第301条信息"]


def test_an_empty_home() -> None:
    view = home()
    assert (view.latest, view.notices, view.policies, view.consultations, view.topics) == (
        (),
        None,
        (),
        (),
        (),
    )


def test_a_tombstone_keeps_number_and_address_only() -> None:
    gone = make_item(
        1, title="秘而不宣", summary="内情", keywords=("密",), withdrawn=TODAY, withdrawn_reason="内容有误"
    )
    views = views_of(make_catalog((gone, make_item(2))))
    view = views[gone.address]
    assert isinstance(view, TombstoneView)
    assert (view.index_number, view.reason, view.head.meta) == (gone.index_number, "内容有误", ())
    assert [(f.label, f.value) for f in view.facts][-1] == ("撤下日期", "2026-11-23")
    assert not [
        text for each in views.values() for text in texts(each) if "秘而不宣" in text or "内情" in text
    ]


def test_nothing_is_shown_of_what_is_held() -> None:
    held = Held("jcgk/ghjh/密稿.md", "990121/202611-00099", "草稿")
    views = views_of(make_catalog([make_item(1)], held=[held]))
    assert not [text for each in views.values() for text in texts(each) if "密稿" in text or "00099" in text]


PREFIXES = {
    "columns": ("/jcgk", "/zfxxgk", "/zwdt", "/five", "/fields", "/topics", "/sitemap"),
    "indices": ("/index",),
    "linkage": ("/interpretations",),
}


def everything() -> Any:
    old, new, one = policy(901), policy(902), make_item(903, "zcjd/bjjd")
    relations = (related(RelationKind.REPEALS, new, old), related(RelationKind.INTERPRETS, one, new))
    items = [item for item in many() if item.index_number not in {i.index_number for i in (old, new, one)}]
    return make_catalog((*items, old, new, one), relations)


@pytest.mark.parametrize("absent", list(PREFIXES))
def test_leaving_a_feature_out_leaves_no_way_to_its_pages(absent: str) -> None:
    catalog = everything()
    rest = {name: feature for name, feature in FEATURES.items() if name != absent}
    views = views_of(catalog, rest)
    site = make_site_view(catalog, addresses_of(catalog, rest), OPTIONS)
    assert not [path for path in views if path.startswith(PREFIXES[absent])]
    found = {text for each in (*views.values(), site) for text in texts(each)}
    assert not [text for text in found if text.startswith(PREFIXES[absent])]


def test_every_path_in_every_view_has_a_page() -> None:
    catalog = everything()
    views = views_of(catalog)
    site = make_site_view(catalog, addresses_of(catalog), OPTIONS)
    found = {text for each in (*views.values(), site) for text in texts(each) if text.startswith("/")}
    assert found <= set(views)


def test_pages_have_one_address_each_and_the_same_order_every_time() -> None:
    specs = specs_of(everything())
    assert len({spec.path for spec in specs}) == len(specs)
    assert specs == specs_of(everything())


def test_days_for_the_sitemap() -> None:
    item = make_item(1, day=date(2026, 5, 1), changes=(Change(date(2026, 6, 1), "更正"),))
    gone = make_item(2, withdrawn=TODAY, withdrawn_reason="重复")
    days = {spec.path: spec.day for spec in specs_of(make_catalog((item, gone)))}
    assert (days[item.address], days[gone.address], days["/404.html"]) == ("2026-06-01", "", "")
    assert (days["/jcgk/ghjh/"], days["/jcgk/"], days["/zfxxgk/nb/"]) == ("2026-05-01", "2026-05-01", "")
    assert (days["/sitemap/"], days["/index/"]) == ("", "")


def test_404_leads_somewhere() -> None:
    view = views_of(make_catalog())["/404.html"]
    assert isinstance(view, MessageView)
    assert [link.path for link in view.links] == ["/", "/sitemap/", "/index/"]


def test_the_site_map_has_open_columns_only() -> None:
    view = views_of(make_catalog([make_item(1)]))["/sitemap/"]
    assert isinstance(view, SitemapView)
    assert [(n.link.text, [c.link.text for c in n.children]) for n in view.columns] == [
        ("政府信息公开", ["政府信息公开年报", "政府信息公开指南", "法定主动公开内容"]),
        ("决策公开", ["规划计划", "征集与反馈"]),
    ]


def site(mode: str = "channel", **unit: Any) -> SiteView:
    catalog = make_catalog([make_item(1)], unit=make_unit(**unit), tree=replace(TREE, mode=mode))
    return make_site_view(catalog, addresses_of(catalog), OPTIONS)


def test_a_channel_carries_its_portals_tags() -> None:
    view = site(portal=PORTAL, icp="某ICP备1号")
    assert dict(view.meta) == {
        "SiteName": "示例县人民政府",
        "SiteDomain": "www.shili.example",
        "SiteIDCode": "9901210001",
    }
    assert (view.portal.text, view.footer.icp, view.footer.site_id) == ("示例县人民政府", "", "9901210001")


def test_a_site_of_its_own_carries_its_own() -> None:
    view = site("site", portal=PORTAL, site_id="9901219999", icp="某ICP备1号", police="某公网安备1号")
    assert dict(view.meta) == {
        "SiteName": OPTIONS.name,
        "SiteDomain": "qingshan.example",
        "SiteIDCode": "9901219999",
    }
    assert (view.portal.text, view.footer.icp, view.footer.police) == ("", "某ICP备1号", "某公网安备1号")


def test_navigation_holds_open_columns_only() -> None:
    view = site()
    assert [link.path for link in view.nav_primary] == ["/zfxxgk/"]
    assert [link.path for link in view.nav_five] == ["/jcgk/"]
    assert view.nav_special == ()
    assert list(view.side) == ["zfxxgk", "jcgk"]
    assert [node.path for node in view.side["jcgk"].children] == ["/jcgk/ghjh/", "/jcgk/zjfk/"]
    assert (view.url, view.noindex, view.find.path, view.search) == (OPTIONS.url + "/", True, "/index/", "")


def test_the_footer_shows_what_is_given() -> None:
    footer = site(phone="0990-5550001", fax="无").footer
    assert [(f.label, f.value) for f in footer.facts] == [("电话", "0990-5550001"), ("传真", "无")]
    assert footer.site_map.path == "/sitemap/"


def test_the_site_view_does_not_change_with_another_item_of_an_open_column() -> None:
    one, two = make_catalog([make_item(1)]), make_catalog([make_item(1), make_item(2)])
    views = [make_site_view(c, addresses_of(c), OPTIONS) for c in (one, two)]
    assert views[0] == views[1]
