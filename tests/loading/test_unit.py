"""`单位.yml` and `索引号.yml`: what is read, and each mistake's message."""

from pathlib import Path

import pytest

from tests.loading.helpers import NOTICES, UNIT, codes, item, load, only

PORTAL = "上级门户:\n  名称: 示例县人民政府\n  网址: https://www.shili.example/\n  标识码: 0012\n  页头: 页头.html\n"


def test_the_unit(tmp_path: Path) -> None:
    text = UNIT + PORTAL + "传真: 无\n演示: 是\n发文代字: 青政发、青政办发\n行政区划代码: 0990121\n"
    unit = load(tmp_path, {"_门户/页头.html": "<b>县</b>", "单位.yml": text}).catalog.unit
    assert (unit.name, unit.fax, unit.demonstration) == ("示例县青山镇人民政府", "", True)
    assert (unit.doc_words, unit.region_code) == (("青政发", "青政办发"), "0990121")
    assert (unit.portal.header, unit.portal.site_id) == ("<b>县</b>", "0012")
    assert unit.villages == ("东山村", "西河村")


@pytest.mark.parametrize(
    ("text", "code", "line", "message", "hint"),
    [
        ("简称: 青山镇\n", "U004", 0, "缺少“机构名称”", "机构名称: "),
        ("", "U004", 0, "缺少“机构名称”", "机构名称: "),
        (UNIT + "电话号吗: 1\n", "U003", 5, "是不是", ""),
        (UNIT + "互动入口: www.shili.example\n", "U005", 5, "http://", "https://www.shili.example"),
        (UNIT + "联系电话: 0990-5550001\n电话: 0990-5550001\n", "U005", 6, "写了两次", "只留一行"),
        (UNIT + "地址：青溪路1号\n", "U002", 5, "中文冒号", "地址: 青溪路1号"),
        (UNIT + "地址: a\n地址: b\n", "U002", 6, "第 5 行和第 6 行", "只留一行"),
        (UNIT + "上级门户: 县政府\n", "U005", 5, "分行写", "网址"),
        (
            UNIT + "上级门户:\n  名称: 县\n标识码: 1\n  网址: https://a.example/\n",
            "U002",
            7,
            "空格",
            "  标识码: 1",
        ),
        (UNIT + "电话: 1\n  传真: 2\n", "U002", 6, "空格", "传真: 2"),
        (UNIT + "上级门户:\n  名称: 县\n  网站: x\n", "U003", 7, "是不是“网址”", "网址: x"),
        (UNIT + "上级门户:\n  页头: 没有.html\n", "U006", 6, "“没有.html”找不到", "_门户/页头.html"),
        (UNIT + "上级门户:\n  页头: ../../x.html\n", "U006", 6, "“../../x.html”找不到", "_门户/页头.html"),
    ],
)
def test_mistakes(tmp_path: Path, text: str, code: str, line: int, message: str, hint: str) -> None:
    loaded = load(tmp_path, {}, unit=text)
    problem = only(loaded)
    assert (problem.code, problem.path, problem.line) == (code, "content/单位.yml", line), problem
    assert message in problem.message
    assert hint in problem.hint
    assert loaded.settings_broken


def test_no_unit(tmp_path: Path) -> None:
    assert only(load(tmp_path, {}, unit=None)).code == "U001"


def test_gbk(tmp_path: Path) -> None:
    assert codes(load(tmp_path, {"单位.yml": UNIT.encode("gb18030")})) == ["L004"]


@pytest.mark.parametrize("text", ["'1': {2026: 1}\n", "'1': {202605: x}\n", "'1': [1]\n", "202605 7\n"])
def test_the_record_of_numbers(tmp_path: Path, text: str) -> None:
    problem = only(load(tmp_path, {"索引号.yml": text}))
    assert (problem.code, problem.path) == ("U007", "content/索引号.yml")


def test_a_preset_that_does_not_exist(tmp_path: Path) -> None:
    problem = only(load(tmp_path, {}, preset="village"))
    assert problem.code == "U008"
    assert "township" in problem.message


def test_preset_and_mode_from_outside(tmp_path: Path) -> None:
    tree = load(tmp_path, {f"{NOTICES}/a.md": item()}, preset="subdistrict", mode="site").catalog.tree
    assert (tree.preset, tree.mode) == ("subdistrict", "site")
