"""The figures in the demonstration add up: an inspector with a calculator finds nothing."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

REPORTS = Path(__file__).parents[2] / "content" / "政府信息公开" / "政府信息公开年报"
FIVE_YEARS = {2013: 100, 2014: 107, 2015: 114, 2016: 48, 2017: 100}
NEW_FORM = range(2021, 2026)
HEADINGS = [
    "一、总体情况",
    "二、主动公开政府信息情况",
    "三、收到和处理政府信息公开申请情况",
    "四、政府信息公开行政复议、行政诉讼情况",
    "五、存在的主要问题及改进情况",
    "六、其他需要报告的事项",
]


def report(year: int) -> str:
    return (REPORTS / f"{year}年政府信息公开年度报告.md").read_text(encoding="utf-8")


def numbers(text: str, width: int) -> list[list[int]]:
    """The rows of the tables that have `width` cells of figures after their label."""
    rows = re.findall(r"^\|[^|\n]+\|((?: *\d+ *\|)+)$", text, re.MULTILINE)
    cells = [[int(cell) for cell in row.strip("|").split("|")] for row in rows]
    return [row for row in cells if len(row) == width]


@pytest.mark.parametrize(("year", "count"), FIVE_YEARS.items())
def test_the_first_five_reports_give_the_known_counts(year: int, count: int) -> None:
    assert f"**{count}条**" in report(year)


def test_the_five_years_sum_to_469() -> None:
    assert sum(FIVE_YEARS.values()) == 469
    assert "| 主动公开条数 | 100 | 107 | 114 | 48 | 100 | 469 |" in report(2017)


@pytest.mark.parametrize("year", NEW_FORM)
def test_the_six_headings_stand_in_order(year: int) -> None:
    assert re.findall(r"^## (.+)$", report(year), re.MULTILINE) == HEADINGS


@pytest.mark.parametrize("year", NEW_FORM)
def test_applications_add_up(year: int) -> None:
    rows = numbers(report(year), 7)
    assert len(rows) == 25
    for row in rows:
        assert row[6] == sum(row[:6])
    for column in range(7):
        values = [row[column] for row in rows]
        assert values[0] + values[1] == values[23] + values[24]
        assert values[23] == sum(values[2:23])


@pytest.mark.parametrize("year", NEW_FORM)
def test_reviews_and_suits_add_up(year: int) -> None:
    rows = numbers(report(year), 5)
    assert len(rows) == 3
    assert all(row[4] == sum(row[:4]) for row in rows)


@pytest.mark.parametrize("year", list(NEW_FORM)[1:])
def test_what_one_year_carries_over_the_next_begins_with(year: int) -> None:
    assert numbers(report(year), 7)[1] == numbers(report(year - 1), 7)[24]


@pytest.mark.parametrize("year", list(NEW_FORM)[1:])
def test_the_stock_of_normative_files_goes_on_from_year_to_year(year: int) -> None:
    made, gone, stock = numbers(report(year), 3)[1]
    assert numbers(report(year - 1), 3)[1][2] + made - gone == stock


@pytest.mark.parametrize("year", NEW_FORM)
def test_the_text_gives_the_figures_of_the_table(year: int) -> None:
    text = report(year)
    rows = numbers(text, 7)
    new = re.search(r"新收(?:政府信息公开)?申请(\d+)件", text)
    carried = re.search(r"上年结转(\d+)件", text)
    assert new is not None
    assert carried is not None
    assert (int(new[1]), int(carried[1])) == (rows[0][6], rows[1][6])
