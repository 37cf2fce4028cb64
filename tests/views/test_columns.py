import pytest

from gongkai.model.item import Item
from gongkai.views.pages import GroupView, ListView, PageView
from tests.views.make import make_catalog, make_item, policy, specs_of, views_of


def views(*items: Item) -> dict[str, PageView]:
    return views_of(make_catalog(items))


def list_at(found: dict[str, PageView], path: str) -> ListView:
    view = found[path]
    assert isinstance(view, ListView)
    return view


def test_a_group_shows_its_open_columns_with_their_newest_rows() -> None:
    found = views(*(make_item(n) for n in range(1, 8)), policy(20))
    view = found["/jcgk/"]
    assert isinstance(view, GroupView)
    assert [block.title.path for block in view.blocks] == ["/jcgk/zcwj/", "/jcgk/ghjh/", "/jcgk/zjfk/"]
    files, plans, _ = view.blocks
    assert [row.title for row in plans.rows] == [f"第{n}条信息" for n in (7, 6, 5, 4, 3)]
    assert [link.path for link in files.children] == ["/jcgk/zcwj/gfxwj/"]
    assert files.rows[0].column.path == "/jcgk/zcwj/gfxwj/"
    assert view.head.section == "jcgk"


def test_empty_columns_have_no_page_unless_shown() -> None:
    found = views(make_item(1))
    assert "/jcgk/yjzj/" not in found
    assert "/glgk/sf/" not in found
    assert "/glgk/" not in found
    assert list_at(found, "/zfxxgk/nb/").empty_text == "本栏目暂无信息。"


def test_rows_are_newest_first_and_say_what_readers_need() -> None:
    found = views(policy(1, category="甲"), policy(2, effective=None), policy(3))
    rows = list_at(found, "/jcgk/zcwj/gfxwj/").rows
    assert [row.title for row in rows] == ["第3条信息", "第2条信息", "第1条信息"]
    assert (rows[2].doc_number, rows[2].date, rows[2].validity, rows[2].note) == (
        "青政发〔2026〕1号",
        "2026-01-02",
        "有效",
        "甲",
    )


def test_same_moment_is_ordered_by_index_number() -> None:
    day = make_item(1).published.day
    rows = list_at(
        views(make_item(1, day=day), make_item(3, day=day), make_item(2, day=day)), "/jcgk/ghjh/"
    ).rows
    assert [row.title for row in rows] == ["第3条信息", "第2条信息", "第1条信息"]


@pytest.mark.parametrize(("total", "archives"), [(19, 0), (20, 0), (39, 0), (40, 1), (41, 1), (60, 2)])
def test_archive_pages(total: int, archives: int) -> None:
    catalog = make_catalog(make_item(n) for n in range(1, total + 1))
    found = views_of(catalog)
    paths = {path for path in found if path.startswith("/jcgk/ghjh/")}
    assert paths == {"/jcgk/ghjh/"} | {f"/jcgk/ghjh/archive/{n}/" for n in range(1, archives + 1)}
    days = {spec.path: spec.day for spec in specs_of(catalog)}
    for path in paths:
        view = list_at(found, path)
        assert view.head.path == path
        assert days[path] == view.rows[0].date
        assert view.head.page == ("archive" if "/archive/" in path else "column")


def test_a_single_page_column_shows_its_newest_item_whole() -> None:
    old, new = make_item(1, "zfxxgk/zn"), make_item(2, "zfxxgk/zn")
    view = list_at(views(old, new), "/zfxxgk/zn/")
    assert view.single is not None
    assert view.single.index_number == new.index_number
    assert [row.index_number for row in view.rows] == [old.index_number]


def test_a_shared_item_stands_in_all_its_columns() -> None:
    item = make_item(1, columns=("jcgk/ghjh", "glgk/yj"))
    found = views(item)
    for path in ("/jcgk/ghjh/", "/glgk/yj/"):
        assert [row.index_number for row in list_at(found, path).rows] == [item.index_number]


def test_column_meta_tags() -> None:
    head = list_at(views(policy(1)), "/jcgk/zcwj/gfxwj/").head
    assert head.meta == (
        ("ColumnName", "行政规范性文件"),
        ("ColumnDescription", "规范性文件"),
        ("ColumnKeywords", "文件;有效期"),
        ("ColumnType", "政策文件"),
    )
    assert [link.path for link in head.breadcrumbs] == ["/", "/jcgk/", "/jcgk/zcwj/", ""]


def test_relayed_columns_say_so() -> None:
    view = list_at(views(make_item(1, "jcgk/zcwj/sjwj")), "/jcgk/zcwj/sjwj/")
    assert "不计入本单位" in view.note


def test_interpretations_are_told_apart_by_form() -> None:
    view = list_at(views(make_item(1, "zcjd/bjjd", forms=("图解", "视频"))), "/zcjd/bjjd/")
    assert view.rows[0].note == "图解、视频"
