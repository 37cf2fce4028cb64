"""Edits of what the pages of figures are made from: items, work data, the plan of press conferences."""

from __future__ import annotations

from pathlib import Path

from tests.edits.oracle import NEWS, Oracle, make_oracle
from tests.site.small import FILE_COLUMN, PLUGINS, policy

WORK = "会议和培训:\n  培训: 2\n  会议:\n    1月: 1\n    2月: 2\n"
PRESS = "2026:\n  - 主题: 秋粮收购\n    计划时间: 三季度\n"


def make(folder: Path) -> Oracle:
    oracle = make_oracle(folder)
    oracle.site.configure((*PLUGINS, "gongkai/statistics"))
    oracle.build_and_check(exact=False)
    return oracle


def test_a_body_changes_no_figure(tmp_path: Path) -> None:
    oracle = make(tmp_path)
    oracle.replace(NEWS, "正文。", "改过的正文。")
    assert oracle.build_and_check().rendered == 1


def test_an_item_added_and_taken_away(tmp_path: Path) -> None:
    oracle = make(tmp_path)
    before = oracle.site.page("/statistics/2026/")
    oracle.write(f"{FILE_COLUMN}/丁.md", policy("丁文件", 105, "青政发〔2026〕4号", published="2026-07-08"))
    oracle.build_and_check()
    assert oracle.site.page("/statistics/2026/") != before
    oracle.remove(f"{FILE_COLUMN}/丁.md")
    oracle.build_and_check()
    assert oracle.site.page("/statistics/2026/") == before


def test_work_data_written_changed_and_removed(tmp_path: Path) -> None:
    oracle = make(tmp_path)
    oracle.write("工作数据/2026.yml", WORK)
    assert oracle.build_and_check().rendered == 1
    assert "其他公开工作：会议和培训" in oracle.site.page("/statistics/2026/")
    oracle.write("工作数据/2024.yml", WORK)  # a year without items
    oracle.build_and_check()
    assert oracle.site.page("/statistics/2024/")
    oracle.write("工作数据/2025.yml", "会议和培训:\n  培训: 1\n")
    oracle.build_and_check()
    assert "增长100.0%" in oracle.site.page("/statistics/2026/")
    oracle.replace("工作数据/2025.yml", "培训: 1", "培训: 2")
    oracle.build_and_check()
    oracle.remove("工作数据/2026.yml")
    oracle.build_and_check()


def test_a_plan_of_press_conferences(tmp_path: Path) -> None:
    oracle = make(tmp_path)
    oracle.write("新闻发布计划.yml", PRESS)
    oracle.build_and_check()
    assert "逾期未举行" in oracle.site.page("/statistics/2026/press/")
    oracle.replace("新闻发布计划.yml", "三季度", "四季度")
    oracle.build_and_check()
    assert "待举行" in oracle.site.page("/statistics/2026/press/")
    oracle.build_and_check(exact=False, GONGKAI_TODAY="2027-01-01")
    assert "逾期未举行" in oracle.site.page("/statistics/2026/press/")


def test_leaving_the_plugin_out_removes_its_pages(tmp_path: Path) -> None:
    oracle = make(tmp_path)
    oracle.site.configure(PLUGINS)
    oracle.build_and_check(exact=False)
    assert not (oracle.site.out / "statistics").exists()
    assert not (oracle.site.out / "api" / "statistics").exists()
