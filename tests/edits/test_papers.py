"""Edits of what only some pages are made from: issues of the gazette, the unit's facts on the form, numbers of applications."""

from __future__ import annotations

from pathlib import Path

from tests.edits.oracle import Oracle, make_oracle
from tests.site.small import FILE_COLUMN, PLUGINS

ISSUE = "出版日期: 2026-06-30\n条目:\n  文件:\n    - 青政发〔2026〕1号\n    - 青政发〔2026〕2号\n"


def make(folder: Path, *issues: str) -> Oracle:
    oracle = make_oracle(folder)
    oracle.site.configure((*PLUGINS, "gongkai/gazette", "gongkai/applications"))
    for name in issues:
        oracle.write(f"gazette/{name}.yml", ISSUE)
    oracle.build_and_check(exact=False)
    return oracle


def test_the_first_issue_and_the_last_that_goes(tmp_path: Path) -> None:
    oracle = make(tmp_path)
    assert not (oracle.site.out / "gazette").exists()
    oracle.write("gazette/2026-01.yml", ISSUE)
    oracle.build_and_check(exact=False)
    assert "政府公报" in oracle.site.page("/")
    oracle.remove("gazette/2026-01.yml")
    assert oracle.build_and_check(exact=False).removed == 4


def test_another_issue_touches_the_list_and_its_neighbour(tmp_path: Path) -> None:
    oracle = make(tmp_path, "2026-01", "2026-02")
    oracle.write("gazette/2026-03.yml", ISSUE)
    report = oracle.build_and_check()
    assert report.rendered == 5  # the list, the issue before, its own catalogue and two pages


def test_an_entry_taken_out_and_one_changed(tmp_path: Path) -> None:
    oracle = make(tmp_path, "2026-01")
    oracle.replace("gazette/2026-01.yml", "    - 青政发〔2026〕2号\n", "")
    assert oracle.build_and_check().removed == 1
    oracle.replace("gazette/2026-01.yml", "2026-06-30", "2026-07-01")
    assert oracle.build_and_check().rendered == 2


def test_an_item_of_an_issue_is_edited_retitled_and_withdrawn(tmp_path: Path) -> None:
    oracle = make(tmp_path, "2026-01")
    path = f"{FILE_COLUMN}/甲.md"
    oracle.replace(path, "正文。", "另一段正文。")
    oracle.build_and_check()
    assert "另一段正文" in oracle.site.page("/gazette/2026-01/1/")
    oracle.replace(path, "标题: 甲文件", "标题: 新的甲文件")
    oracle.build_and_check()
    assert "新的甲文件" in oracle.site.page("/gazette/2026-01/")
    oracle.replace(path, "标题: 新的甲文件", "标题: 新的甲文件\n撤下日期: 2026-11-20\n撤下原因: 内容有误")
    oracle.build_and_check()
    assert "新的甲文件" not in oracle.site.page("/gazette/2026-01/")


def test_a_pdf_beside_an_issue(tmp_path: Path) -> None:
    oracle = make(tmp_path, "2026-01")
    oracle.write("gazette/2026-01.pdf", b"%PDF-1.7 one")
    oracle.build_and_check()
    assert (oracle.site.out / "gazette/2026-01/2026-01.pdf").read_bytes() == b"%PDF-1.7 one"
    oracle.write("gazette/2026-01.pdf", b"%PDF-1.7 another, longer")
    oracle.build_and_check()
    oracle.remove("gazette/2026-01.pdf")
    oracle.build_and_check()
    assert not (oracle.site.out / "gazette/2026-01/2026-01.pdf").exists()


def test_the_column_without_an_item_leads_to_the_form(tmp_path: Path) -> None:
    """The form is made for every unit: a column that has nothing else must not read as an empty one."""
    oracle = make(tmp_path)
    page = oracle.site.page("/zfxxgk/ysqgk/")
    assert 'href="../../zfxxgk/ysqgk/form/"' in page
    assert "本栏目暂无信息" not in page
    oracle.site.configure(PLUGINS)
    oracle.build_and_check(exact=False)
    page = oracle.site.page("/zfxxgk/ysqgk/")
    assert "form/" not in page
    assert "本栏目暂无信息" in page


def test_the_units_name_is_on_the_form(tmp_path: Path) -> None:
    oracle = make(tmp_path)
    first = (oracle.site.out / "zfxxgk/ysqgk/form/sqb.pdf").read_bytes()
    oracle.replace("单位.yml", "示例县青山镇人民政府", "示例县绿水镇人民政府")
    oracle.build_and_check(exact=False)
    assert (oracle.site.out / "zfxxgk/ysqgk/form/sqb.pdf").read_bytes() != first
    assert "绿水镇" in oracle.site.page("/zfxxgk/ysqgk/form/")


def test_numbers_of_applications_are_on_no_page(tmp_path: Path) -> None:
    oracle = make(tmp_path)
    oracle.write("applications.yml", "2025:\n  本年新收: {自然人: 4}\n  上年结转: {}\n")
    report = oracle.build_and_check()
    assert report.rendered == 0
    assert [p.code for p in report.problems if p.code == "L071"] == ["L071"]
