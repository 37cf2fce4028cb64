from datetime import date

import pytest

from gongkai.model.catalog import Catalog
from gongkai.views.facets import theme_slug
from gongkai.views.pages import IndexView, ListView
from tests.views.make import TABLES, UNIT, make_catalog, make_item, policy, views_of

ITEMS = (
    policy(1, day=date(2025, 3, 4), theme="综合政务\\政务督查", genre="通知"),
    policy(2, day=date(2026, 3, 4), theme="综合政务", genre="决定", issuers=(UNIT, "示例县民政局")),
    policy(3, doc_number="青政办发〔2025〕7号", day=date(2026, 5, 4), expires=date(2026, 6, 1)),
    make_item(4, day=date(2026, 5, 5), theme="农业、林业、水利\\林业"),
    policy(5, doc_number="示例县人民政府令第3号", day=date(2026, 5, 6), issuers=("示例县人民政府",)),
)


def entries(catalog: Catalog, path: str) -> list[tuple[str, list[tuple[str, int]]]]:
    view = views_of(catalog)[path]
    assert isinstance(view, IndexView)
    return [(s.title.text, [(e.text, e.count) for e in s.entries]) for s in view.sections]


def test_the_hub_has_all_ways() -> None:
    found = dict(entries(make_catalog(ITEMS), "/index/"))
    ways = ["发文机关", "主题分类", "体裁分类", "发文字号", "发布年月", "有效性"]
    assert list(found) == [*ways, "行政规范性文件库"]
    assert found["发文机关"] == [(UNIT, 4), ("示例县人民政府", 1), ("示例县民政局", 1)]
    assert found["主题分类"] == [("综合政务", 2), ("农业、林业、水利", 1)]
    assert found["体裁分类"] == [("决定", 1), ("通知", 1)]
    assert found["发文字号"] == [("青政发", 2), ("青政办发", 1), ("示例县人民政府令", 1)]
    assert found["发布年月"] == [("2026年", 4), ("2025年", 1)]
    assert found["有效性"] == [("有效", 3), ("已失效", 1)]


def test_a_facet_shows_what_divides_its_values() -> None:
    catalog = make_catalog(ITEMS)
    assert entries(catalog, "/index/year/")[1:] == [
        ("2026年", [("2026年5月", 3), ("2026年3月", 1)]),
        ("2025年", [("2025年3月", 1)]),
    ]
    assert entries(catalog, "/index/doc-number/")[1:] == [
        ("青政发", [("青政发〔2026〕", 2)]),
        ("青政办发", [("青政办发〔2025〕", 1)]),
    ]
    assert entries(catalog, "/index/theme/")[1:] == [
        ("综合政务", [("综合政务\\政务督查", 1)]),
        ("农业、林业、水利", [("农业、林业、水利\\林业", 1)]),
    ]


@pytest.mark.parametrize(
    ("path", "titles"),
    [
        ("/index/year/2026/", [5, 4, 3, 2]),
        ("/index/year/2026/05/", [5, 4, 3]),
        ("/index/theme/t02/", [2, 1]),
        ("/index/theme/t02-02/", [1]),
        ("/index/theme/t06-01/", [4]),
        ("/index/genre/tongzhi/", [1]),
        ("/index/validity/expired/", [3]),
    ],
)
def test_lists_of_values(path: str, titles: list[int]) -> None:
    view = views_of(make_catalog(ITEMS))[path]
    assert isinstance(view, ListView)
    assert [row.title for row in view.rows] == [f"第{n}条信息" for n in titles]
    assert view.rows[0].column.text
    assert view.head.page == "index"


def test_every_entry_leads_to_a_page_and_every_address_is_ascii() -> None:
    views = views_of(make_catalog(ITEMS))
    for view in views.values():
        if isinstance(view, IndexView):
            links = [e.path for s in view.sections for e in s.entries] + [s.title.path for s in view.sections]
            assert set(links) <= set(views)
    assert all(path.isascii() and path == path.lower() for path in views)


def test_values_have_archive_pages() -> None:
    views = views_of(make_catalog(make_item(n, day=date(2026, 5, 1)) for n in range(1, 42)))
    year = {path for path in views if path.startswith("/index/year/2026/")}
    assert year == {
        "/index/year/2026/", "/index/year/2026/archive/1/", "/index/year/2026/05/", "/index/year/2026/05/archive/1/",
    }  # fmt: skip
    archive = views["/index/year/2026/archive/1/"]
    assert isinstance(archive, ListView)
    assert (archive.head.page, archive.pager.newer, archive.pager.number) == (
        "archive",
        "/index/year/2026/",
        1,
    )


def test_only_values_with_items_have_pages() -> None:
    paths = set(views_of(make_catalog([make_item(1)])))
    assert not [p for p in paths if p.startswith(("/index/theme/t", "/index/genre/t", "/index/validity/v"))]


def test_an_unknown_value_gets_eight_hex_digits() -> None:
    assert len(theme_slug("自定主题", TABLES)) == 8
    assert theme_slug("综合政务\\自定", TABLES) != "t02"
