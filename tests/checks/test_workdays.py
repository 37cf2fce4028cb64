"""Working days by the State Council's arrangement, and what is said of years without one."""

from datetime import date
from pathlib import Path

import pytest

from gongkai.checks.workdays import Period, WorkCalendar, period, read_holidays, without_arrangement

CALENDAR = WorkCalendar()


@pytest.mark.parametrize(
    ("day", "worked"),
    [
        ("2026-10-01", False),  # National Day
        ("2026-10-10", True),  # a Saturday that is worked
        ("2026-11-21", False),  # an ordinary Saturday
        ("2026-11-23", True),
        ("2026-02-14", True),  # make-up before the Spring Festival
        ("2026-02-17", False),
    ],
)
def test_holidays_and_make_up_days(day: str, worked: bool) -> None:
    assert CALENDAR.is_workday(date.fromisoformat(day)) is worked


def test_a_period_begins_on_the_next_day() -> None:
    assert CALENDAR.after(date(2026, 11, 20), 1) == date(2026, 11, 23)
    assert CALENDAR.between(date(2026, 11, 20), date(2026, 11, 23)) == 1
    assert CALENDAR.between(date(2026, 11, 23), date(2026, 11, 23)) == 0
    assert CALENDAR.between(date(2026, 9, 30), CALENDAR.after(date(2026, 9, 30), 20)) == 20


def test_an_unknown_year_is_said() -> None:
    assert CALENDAR.knows(2026)
    assert not CALENDAR.knows(2041)
    assert "还没有 2041 年的放假安排" in CALENDAR.caveat(date(2041, 1, 1), date(2041, 2, 1))
    assert CALENDAR.caveat(date(2026, 1, 1), date(2026, 2, 1)) == ""
    assert CALENDAR.is_workday(date(2041, 1, 1)) is (date(2041, 1, 1).weekday() < 5)


def test_the_sites_own_arrangement(tmp_path: Path) -> None:
    text = "2041:\n  放假: [2041-01-01, 2041-01-22..2041-01-28]\n  调休上班: [2041-01-19]\n"
    (tmp_path / "holidays.yml").write_text(text, encoding="utf-8")
    calendar, wrong = read_holidays(tmp_path)
    assert not wrong
    assert calendar.knows(2041)
    assert not calendar.is_workday(date(2041, 1, 25))
    assert calendar.is_workday(date(2041, 1, 19))


@pytest.mark.parametrize("text", ["2041: [", "2041: {放假: [明天]}", "abc: {放假: []}", "- 1"])
def test_a_broken_file_is_said(tmp_path: Path, text: str) -> None:
    (tmp_path / "holidays.yml").write_text(text, encoding="utf-8")
    calendar, wrong = read_holidays(tmp_path)
    assert wrong
    assert calendar == WorkCalendar()


def test_a_year_with_a_mistake_is_left_out_and_the_line_is_said(tmp_path: Path) -> None:
    text = "2041:\n  放假:\n    - 2041年1月1日\n    - 正月初一\n2042:\n  放假: 2042-01-01\n"
    (tmp_path / "holidays.yml").write_text(text, encoding="utf-8")
    calendar, (problem,) = read_holidays(tmp_path, "content/")
    assert (problem.code, problem.path, problem.line) == ("U204", "content/holidays.yml", 4)
    assert "“正月初一”不是日期" in problem.message
    assert "放假: [" in problem.hint
    assert not calendar.knows(2041)
    assert calendar.knows(2042)
    assert not calendar.is_workday(date(2042, 1, 1))


def test_a_year_without_an_arrangement_is_told_before_it_begins() -> None:
    assert not list(without_arrangement(CALENDAR, date(2026, 11, 23), "content/"))
    (told,) = without_arrangement(CALENDAR, date(2041, 5, 8), "content/")
    assert (told.code, told.path) == ("U206", "content/holidays.yml")
    assert "还没有 2041 年的放假安排" in told.message
    assert "2041-02-14" in told.hint
    known = WorkCalendar(years=frozenset({2041}))
    assert not list(without_arrangement(known, date(2041, 5, 8), "content/"))
    assert [p.message[:9] for p in without_arrangement(known, date(2041, 12, 20), "content/")] == [
        "还没有 2042 "
    ]


def test_periods_of_presets() -> None:
    assert period("20wd") == Period(20, True)
    assert period("20d") == Period(20)
    assert period("none") is None
    assert Period(3, True).end(date(2026, 11, 20), CALENDAR) == date(2026, 11, 25)
