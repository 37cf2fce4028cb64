"""`content/工作数据/<year>.yml` and `content/新闻发布计划.yml`: what is read, and what is said of what cannot be."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from gongkai.loading.press_file import planned_days, read_press
from gongkai.loading.work_file import read_work, work_terms
from gongkai.model.entered import WorkYear, number_text
from gongkai.model.problem import Problem


def read(folder: Path, text: str, name: str = "2026.yml") -> tuple[WorkYear, tuple[Problem, ...]]:
    (folder / "工作数据").mkdir(exist_ok=True)
    (folder / "工作数据" / name).write_text(text, encoding="utf-8")
    years, problems = read_work(folder, "content/")
    return years.get("2026", WorkYear(0, ())), problems


def test_figures_with_and_without_their_units(tmp_path: Path) -> None:
    year, problems = read(
        tmp_path, "其他渠道发布:\n  政务微博: 1,110条\n  广播: 12\n经费:\n  工作经费: 5.50万元\n"
    )
    assert problems == ()
    assert [(f.group, f.name, f.unit, f.text) for f in year.figures] == [
        ("其他渠道发布", "微博", "条", "1110"),
        ("其他渠道发布", "广播", "次", "12"),
        ("经费", "工作经费", "万元", "5.5"),
    ]
    assert year.value("微博") == Decimal(1110)
    assert year.value("热线") is None


def test_a_figure_by_month(tmp_path: Path) -> None:
    year, problems = read(
        tmp_path, "咨询和诉求:\n  热线:\n    1月: 10\n    2月: 12件\n    12: 0\n    说明: 系统导出\n"
    )
    assert problems == ()
    hotline = year.figures[0]
    assert (hotline.value, hotline.note) == (Decimal(22), "系统导出")
    assert hotline.months[:3] == (Decimal(10), Decimal(12), None)
    assert hotline.months[11] == 0


def test_percentages_have_no_sum(tmp_path: Path) -> None:
    year, problems = read(tmp_path, "其他:\n  办结率:\n    单位: '%'\n    1月: 98\n    2月: 99.5\n")
    assert problems == ()
    assert (year.figures[0].value, year.figures[0].unit) == (None, "%")


def test_empty_values_are_left_out(tmp_path: Path) -> None:
    year, problems = read(tmp_path, "其他渠道发布:\n  微博: 无\n  广播:\n会议和培训:\n")
    assert (year.figures, problems) == ((), ())
    assert read(tmp_path, "# 还没有填\n")[1] == ()


@pytest.mark.parametrize(
    ("text", "code", "line", "said"),
    [
        ("其他渠道发步:\n  微博: 3\n", "S002", 1, "其他渠道发布"),
        ("其他渠道发布:\n  微搏: 3\n", "S002", 2, "微博"),
        ("会议和培训:\n  培训: 2\n  微博: 3\n", "S002", 3, "其他渠道发布"),
        ("会议和培训:\n  宣讲: 2\n", "S002", 2, "其他"),
        ("会议和培训:\n  培训: 两次\n", "S003", 2, "应当是一个数"),
        ("会议和培训:\n  培训: -2\n", "S003", 2, "不小于 0"),
        ("会议和培训:\n  培训: 2人\n", "S003", 2, "按“次”计"),
        ("会议和培训:\n  培训: [2]\n", "S003", 2, "应当写一个数"),
        ("会议和培训:\n  培训: 2\n  培训班: 3\n", "S003", 3, "写了两次"),
        ("其他:\n  宣讲: 2\n", "S003", 2, "单位"),
        ("咨询和诉求:\n  热线:\n    13月: 2\n", "S003", 3, "1月"),
        ("咨询和诉求:\n  热线:\n    1月: 2\n    合计: 3\n", "S004", 2, "相加是 2"),
        ("机构和人员:\n  工作人员: 5\n  专职: 2\n  兼职: 2\n", "S004", 2, "相加是 4"),
        ("- 微博: 3\n", "S001", 1, "一组的名称"),
        ("会议和培训: 2\n", "S001", 1, "缩进"),
        ("会议和培训:\n\t培训: 2\n", "S001", 2, "Tab"),
    ],
)
def test_what_is_wrong_is_said_with_its_line(
    tmp_path: Path, text: str, code: str, line: int, said: str
) -> None:
    _, problems = read(tmp_path, text)
    assert [(p.code, p.path, p.line) for p in problems] == [(code, "content/工作数据/2026.yml", line)]
    assert said in problems[0].message + problems[0].hint


def test_a_bad_line_costs_nobody_else(tmp_path: Path) -> None:
    year, problems = read(tmp_path, "会议和培训:\n  培训: 两次\n  会议: 3\n")
    assert [figure.name for figure in year.figures] == ["会议"]
    assert len(problems) == 1


def test_names_of_files_are_years(tmp_path: Path) -> None:
    assert [p.code for p in read(tmp_path, "", "去年.yml")[1]] == ["S005"]
    (tmp_path / "工作数据" / "去年.yml").unlink()
    read(tmp_path, "会议和培训:\n  会议: 3\n", "2026.yaml")
    year, problems = read(tmp_path, "会议和培训:\n  会议: 4\n", "2026.yml")
    assert [p.code for p in problems] == ["S005"]
    assert year.value("会议") == 3  # the first by name


def test_the_vocabulary_is_consistent() -> None:
    vocabulary = work_terms()
    for whole, parts in vocabulary.sums:
        assert {vocabulary.terms[name].unit for name in (whole, *parts)} == {vocabulary.terms[whole].unit}
    assert all(term.unit for term in vocabulary.terms.values())


def test_numbers_as_people_write_them() -> None:
    assert [number_text(Decimal(t)) for t in ("100", "0", "5.50", "1E+2")] == ["100", "0", "5.5", "100"]
    assert number_text(None) == "—"


PLAN = """\
2026年:
  - 主题: 秋粮收购
    计划时间: 三季度
    承办单位: 镇农业农村办公室
    信息: 990121/202609-00012、990121/202609-00013
  - 主题: 防汛
    形式: 在线访谈
    计划时间: 2026-06-10
    取消: 并入县发布会
"""


def press(folder: Path, text: str) -> tuple[Problem, ...]:
    (folder / "新闻发布计划.yml").write_text(text, encoding="utf-8")
    return read_press(folder, "content/")[1]


def test_a_plan(tmp_path: Path) -> None:
    assert press(tmp_path, PLAN) == ()
    plans, _ = read_press(tmp_path, "content/")
    first, second = plans["2026"].events
    assert (first.topic, first.first, first.last) == ("秋粮收购", date(2026, 7, 1), date(2026, 9, 30))
    assert first.items == ("990121/202609-00012", "990121/202609-00013")
    assert (second.form, second.dropped, second.last) == ("在线访谈", "并入县发布会", date(2026, 6, 10))


def test_no_plan_is_no_problem(tmp_path: Path) -> None:
    assert read_press(tmp_path, "content/") == ({}, ())


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2026-09-20", "2026-09-20", "2026-09-20"),
        ("2026年9月20日", "2026-09-20", "2026-09-20"),
        ("9月", "2026-09-01", "2026-09-30"),
        ("2026年2月", "2026-02-01", "2026-02-28"),
        ("第四季度", "2026-10-01", "2026-12-31"),
        ("1季度", "2026-01-01", "2026-03-31"),
        ("下半年", "2026-07-01", "2026-12-31"),
        ("全年", "2026-01-01", "2026-12-31"),
    ],
)
def test_planned_times(text: str, first: str, last: str) -> None:
    assert planned_days(text, 2026) == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    ("text", "code", "line", "said"),
    [
        ("今年:\n  - 主题: 甲\n", "S011", 1, "年份"),
        ("2026:\n  主题: 甲\n", "S011", 1, "一条一条"),
        ("- 主题: 甲\n", "S011", 1, "年份"),
        ("2026:\n  - 甲\n", "S011", 2, "主题"),
        ("2026:\n  - 主题：防汛\n    计划时间: 6月\n", "S011", 2, "“主题”后面用了中文冒号"),
        (
            "2026:\n  - 主题: 防汛\n    计划时间：6月\n    形式: 访谈\n",
            "S011",
            3,
            "“计划时间”后面用了中文冒号",
        ),
        ("2026:\n  - 主题: 甲\n", "S012", 2, "计划时间"),
        ("2026:\n  - 主题: 甲\n    计划时间: 13月\n", "S012", 3, "看不懂"),
        ("2026:\n  - 主题: 甲\n    计划时间: 2027-01-01\n", "S012", 3, "不在 2026 年"),
        ("2026:\n  - 主提: 甲\n    计划时间: 9月\n", "S012", 2, "主题"),
    ],
)
def test_what_is_wrong_in_a_plan(tmp_path: Path, text: str, code: str, line: int, said: str) -> None:
    problems = press(tmp_path, text)
    assert (problems[0].code, problems[0].line) == (code, line)
    assert said in problems[0].message + problems[0].hint
