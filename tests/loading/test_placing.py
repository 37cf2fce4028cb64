"""Which column a file belongs to; and which files are ordinary pages."""

from pathlib import Path

import pytest

from gongkai.loading.placing import near_column
from gongkai.loading.presets import read_preset, read_tables
from tests.loading.helpers import NOTICES, item, load, one, only, the_item

NEWS = "zwdt/gzdt"


@pytest.mark.parametrize(
    "folder",
    [
        "政务动态/工作动态",
        "政务动态/工作动态/2026/五月",
        "zwdt/gzdt",
        "政务动态/gzdt",
        "工作动态",
        "工作动态/2026",
        "ZWDT/GZDT",
    ],
)
def test_by_folder(tmp_path: Path, folder: str) -> None:
    assert the_item(one(tmp_path, column=folder)).columns == (NEWS,)


def test_by_another_name_of_the_column(tmp_path: Path) -> None:
    found = the_item(
        one(
            tmp_path,
            "发文机关: 甲\n发文字号: 青政发〔2026〕1号\n成文日期: 2026-05-03\n",
            "决策公开/政策文件/其他文件",
        )
    )
    assert found.column == "jcgk/zcwj/zzfwj"


@pytest.mark.parametrize(
    "written",
    [
        "政务动态/工作动态",
        "工作动态",
        "zwdt/gzdt",
        "gzdt",
        "政务动态＞工作动态",
        "政务动态 / 工作动态",
        "/政务动态/工作动态/",
        "[工作动态]",
    ],
)
def test_by_what_is_written(tmp_path: Path, written: str) -> None:
    assert the_item(one(tmp_path, f"栏目: {written}\n", column="随便")).columns == (NEWS,)


def test_a_list_shares_the_item_and_the_first_is_its_home(tmp_path: Path) -> None:
    found = the_item(one(tmp_path, "栏目: [工作动态, 通知公告]\n"))
    assert found.columns == (NEWS, "zwdt/tzgg")
    assert found.column == NEWS


def test_village_columns(tmp_path: Path) -> None:
    found = the_item(one(tmp_path, column="村（居）务公开/东山村/村级事务"))
    assert found.column.startswith("cwgk/")


@pytest.mark.parametrize(
    ("column", "extra", "code", "message"),
    [
        ("随便", "", "L030", "文件夹“随便”不是栏目名"),
        ("政务动态", "", "L032", "“政务动态/工作动态”"),
        ("政府信息公开/法定主动公开内容", "", "L032", "由程序汇集"),
        (NOTICES, "栏目: 工作动太\n", "L031", "是不是“政务动态/工作动态”"),
        (NOTICES, "栏目: 村级事务\n", "L034", "要写全路径"),
    ],
)
def test_wrong_columns(tmp_path: Path, column: str, extra: str, code: str, message: str) -> None:
    problem = only(one(tmp_path, extra, column))
    assert problem.code == code
    assert message in problem.message
    assert problem.hint


def test_a_hidden_column(tmp_path: Path) -> None:
    files = {"columns.yml": "继承: township\n隐藏: [zwdt/gzdt]\n", "政务动态/工作动态/a.md": item()}
    problem = only(load(tmp_path, files))
    assert problem.code == "L032"
    assert "隐藏" in problem.message


def test_ordinary_pages(tmp_path: Path) -> None:
    files = {
        "关于本站.md": "---\n标题: 关于本站\n---\n正文",
        "页面/帮助/怎样查找.md": "---\ntitle: 帮助\ndescription: 说明\n---\n正文",
        "无头.md": "# 没有信息头\n正文",
    }
    loaded = load(tmp_path, files)
    assert loaded.ordinary == ("关于本站.md", "无头.md", "页面/帮助/怎样查找.md")
    assert loaded.problems == ()
    assert loaded.catalog.items == ()


def test_an_item_at_the_top_without_a_column_is_not_published_as_a_page(tmp_path: Path) -> None:
    loaded = load(tmp_path, {"防汛.md": item()})
    assert only(loaded).code == "L030"
    assert loaded.ordinary == ()


@pytest.mark.parametrize("name", ["index.md", "README.md", "Index.MD"])
def test_the_home_page_is_not_an_ordinary_page(tmp_path: Path, name: str) -> None:
    loaded = load(tmp_path, {name: "---\n标题: 首页\n---\n正文"})
    assert only(loaded).code == "L035"
    assert loaded.ordinary == ()


def test_a_secret_in_an_ordinary_page(tmp_path: Path) -> None:
    loaded = load(tmp_path, {"关于.md": "---\n标题: 关于\n---\n\n机密★5年\n"})
    assert only(loaded).code == "L060"
    assert loaded.ordinary == ()


def test_an_upper_case_extension(tmp_path: Path) -> None:
    assert the_item(load(tmp_path, {f"{NOTICES}/防汛.MD": item()})).path == f"{NOTICES}/防汛.MD"


def test_an_empty_column_that_must_be_shown(tmp_path: Path) -> None:
    from datetime import date

    from gongkai.loading.site import LoadOptions, load_site
    from tests.loading.helpers import write

    loaded = load_site(write(tmp_path, {f"{NOTICES}/a.md": item()}), LoadOptions(today=date(2026, 11, 23)))
    named = [p.message for p in loaded.problems if p.code == "U020"]
    assert any("行政规范性文件" in m for m in named)
    assert not any("通知公告" in m for m in named)


def test_a_missing_category_names_those_of_the_column(tmp_path: Path) -> None:
    column = next(c for c in read_preset("township", read_tables()).leaves() if "category" in c.required)
    loaded = load(tmp_path, {"a.md": item(1, f"栏目: {column.names}\n")})
    (found,) = [p for p in loaded.problems if p.field == "信息类别"]
    assert found.hint == f"信息类别: {column.categories[0]}"
    assert all(name in found.message for name in column.categories[:3])


def test_a_folder_with_a_wrong_name_in_a_group_leads_to_the_nearest_below(tmp_path: Path) -> None:
    problem = only(load(tmp_path, {"服务公开/惠农惠民政策/甲.md": item(1)}))
    assert problem.code == "L032"
    assert problem.message.endswith("是不是“服务公开/惠企惠民政策”？")
    assert problem.hint == "栏目: 服务公开/惠企惠民政策"


@pytest.mark.parametrize(
    ("written", "near"),
    [
        ("通知广告", "政务动态/通知公告"),
        ("同志公告", "政务动态/通知公告"),
        ("同之公高", "政务动态/通知公告"),
        ("tongzhigonggao", "政务动态/通知公告"),
        ("决策公开/镇政府文档", "决策公开/政策文件/镇政府文件"),
        ("规范性文件", "决策公开/政策文件/行政规范性文件"),
        ("不存在", ""),
        ("没有的栏目", ""),
        ("abc", ""),
        ("甲", ""),
    ],
)
def test_the_nearest_column_by_letters_and_by_sound_or_none(written: str, near: str) -> None:
    tree = read_preset("township", read_tables())
    assert near_column(written, tree) == near
