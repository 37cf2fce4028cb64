"""`content/applications.yml`: numbers with their lines, and what is said about mistakes."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from gongkai.loading.applications_file import read_applications, uneven, uneven_problem
from gongkai.model.applications import Applications

GOOD = """2025:
  本年新收: {自然人: 4, 商业企业: 1}
  办理结果:
    予以公开: {自然人: 4}
    其他处理: {商业企业: 1}
  行政诉讼（复议后起诉）: {结果维持: 1}
  接收渠道: {网上: 3, 当面: 2}
  信息处理费: {收费通知: 1, 应收: 100, 实收: 50.5}
  行政许可: 87
"""


def read(folder: Path, text: str) -> tuple[dict[int, Applications], list[tuple[int, str]]]:
    (folder / "applications.yml").write_text(text, encoding="utf-8")
    file = read_applications(folder, "content/")
    assert all(p.path == "content/applications.yml" and p.hint for p in file.problems)
    return dict(file.years), [(p.line, p.message) for p in file.problems]


def test_a_year_is_read(tmp_path: Path) -> None:
    years, problems = read(tmp_path, GOOD)
    found = years[2025]
    assert problems == []
    assert found.received == (4, 1, 0, 0, 0, 0)
    assert found.handled == (4, 1, 0, 0, 0, 0)
    assert found.carried_in is None
    assert found.reviews == {"复议后起诉": (1, 0, 0, 0)}
    assert found.intakes["网上"] == 3
    assert found.fees.paid == Decimal("50.5")
    assert found.decisions == {"行政许可": Decimal(87)}


def test_no_file_has_no_years(tmp_path: Path) -> None:
    assert read_applications(tmp_path).years == {}


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("去年:\n  本年新收: {自然人: 1}\n", 1, "“去年”不是年份"),
        ("2025:\n  本年新受: {自然人: 1}\n", 2, "是不是“本年新收”"),
        ("2025:\n  本年新收: {自然人: 一}\n", 2, "不是件数"),
        ("2025:\n  本年新收: {自燃人: 1}\n", 2, "是不是“自然人”"),
        ("2025:\n  本年新收: 6\n", 2, "应当写成“名称: 数字”"),
        ("2025:\n  信息处理费: {应收: 一百}\n", 2, "不是数"),
        ("2025:\n  本年新收: {自然人: 1}\n2025:\n  本年新收: {自然人: 2}\n", 3, "写了两段"),
        ("2025:\n  本年新收: {自然人: 1}\n  本年新收: {自然人: 2}\n", 3, "写了两次"),
        ("- 2025\n", 1, "一年一段"),
        ("2025: 6\n", 1, "分行写各项数字"),
        ("2025:\n\t本年新收: {自然人: 1}\n", 2, ""),
    ],
)
def test_a_mistake_is_told_with_its_line(tmp_path: Path, text: str, line: int, said: str) -> None:
    _, problems = read(tmp_path, text)
    assert len(problems) == 1
    assert problems[0][0] == line
    assert said in problems[0][1]


def test_a_year_with_a_mistake_is_left_out_and_the_others_stay(tmp_path: Path) -> None:
    years, problems = read(tmp_path, GOOD + "2026:\n  本年新收: {自然人: x}\n")
    assert list(years) == [2025]
    assert len(problems) == 1


def test_numbers_that_do_not_balance_are_named(tmp_path: Path) -> None:
    year = read(tmp_path, GOOD)[0][2025]
    assert list(uneven(year, (0,) * 6)) == []
    assert list(uneven(year, (1, 0, 0, 0, 0, 0))) == [("自然人", 5, 4), ("总计", 6, 5)]
    problem = uneven_problem(year, (1, 0, 0, 0, 0, 0), "content/")
    assert problem is not None
    assert problem.code == "L071"
    assert "自然人 5 ≠ 4" in problem.message
