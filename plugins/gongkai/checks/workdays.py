"""Working days by the State Council's yearly arrangement (国务院办公厅关于部分节假日安排的通知), make-up days included."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

from chinese_calendar.constants import holidays as _packaged
from chinese_calendar.constants import workdays as _worked

from gongkai.loading.codes import finding, shortened
from gongkai.loading.dates import read_moment
from gongkai.loading.marked_yaml import Marked, Scalar, Series, Table
from gongkai.loading.unit_file import SettingsFile, settings_document
from gongkai.model.moment import Moment
from gongkai.model.problem import Problem

HOLIDAYS_FILE, CODE, UNKNOWN = "holidays.yml", "U204", "U206"
_REACH = timedelta(days=30)
"""Most periods in working days are no longer."""
_DAY = timedelta(days=1)
_OFF, _ON = ("放假", "holidays"), ("调休上班", "workdays")
_SAMPLE = "2027:\n  放假: [2027-01-01, 2027-02-05..2027-02-11]\n  调休上班: [2027-02-14]"


@dataclass(frozen=True, slots=True)
class WorkCalendar:
    """Knows which days are worked. `off` and `on` are the site's own additions, for `years` the package lacks."""

    off: frozenset[date] = frozenset()
    on: frozenset[date] = frozenset()
    years: frozenset[int] = frozenset()

    def knows(self, year: int) -> bool:
        """Whether the arrangement of a year is known; otherwise Monday to Friday is used, and must be said."""
        return year in self.years or year in _PACKAGED_YEARS

    def is_workday(self, day: date) -> bool:
        """Whether a day is worked."""
        if day in self.on:
            return True
        if day in self.off:
            return False
        if day.year in _PACKAGED_YEARS and day.year not in self.years:
            # The package's own function looks for its bounds at every call.
            return day in _worked or (day not in _packaged and day.weekday() < 5)
        return day.weekday() < 5

    def between(self, start: date, end: date) -> int:
        """Working days after `start` up to and including `end` (the first day is not counted, 民法典第二百零一条)."""
        days = (start + _DAY * n for n in range(1, (end - start).days + 1))
        return sum(1 for day in days if self.is_workday(day))

    def after(self, start: date, count: int) -> date:
        """The last day of a period of `count` working days that begins the day after `start`."""
        day = start
        while count > 0:
            day += _DAY
            count -= self.is_workday(day)
        return day

    def unknown(self, start: date, end: date) -> tuple[int, ...]:
        """The years of a period for which no arrangement is known."""
        return tuple(y for y in range(start.year, end.year + 1) if not self.knows(y))

    def caveat(self, start: date, end: date) -> str:
        """A sentence for a message that counted in years without an arrangement; else nothing."""
        years = "、".join(str(y) for y in self.unknown(start, end))
        return f"（还没有 {years} 年的放假安排，按周一至周五推算）" if years else ""


_PACKAGED_YEARS = frozenset(day.year for day in _packaged)


def read_holidays(content: Path, shown: str = "") -> tuple[WorkCalendar, tuple[Problem, ...]]:
    """`content/holidays.yml` → calendar, and what is wrong with the file. A year with a mistake is not taken in.

    `2027: {放假: [2027-01-01, 2027-02-05..2027-02-11], 调休上班: [2027-02-14]}`
    """
    file = SettingsFile(content, HOLIDAYS_FILE, shown)
    document = settings_document(file, CODE)
    if document is None or isinstance(document, Problem):
        return WorkCalendar(), (document,) if document else ()
    if not isinstance(document, Table):
        return WorkCalendar(), (
            finding(CODE, file.path, "要先写年份，下面写放假和调休上班。", line=document.line, hint=_SAMPLE),
        )
    years: dict[int, dict[str, frozenset[date]]] = {}
    problems: list[Problem] = []
    for name, value in document.pairs:
        try:
            years[_year(name)] = _arrangement(value)
        except _Misread as wrong:
            message = f"{wrong}“{shortened(name.text)}”这一年的放假安排没有采用。"
            problems.append(finding(CODE, file.path, message, line=wrong.line, field=name.text, hint=_SAMPLE))
    off = frozenset(day for year in years.values() for day in year.get(_OFF[0], ()))
    on = frozenset(day for year in years.values() for day in year.get(_ON[0], ()))
    return WorkCalendar(off, on, frozenset(years)), tuple(problems)


def without_arrangement(calendar: WorkCalendar, today: date, shown: str) -> Iterator[Problem]:
    """A finding for each year that periods of these days reach into and that no arrangement is known for."""
    for year in calendar.unknown(today, today + _REACH):
        message = f"还没有 {year} 年的放假安排，{year} 年的工作日先按周一至周五推算，期限可能差几天。"
        hint = f"国务院办公厅公布以后，写进 content/holidays.yml：\n{_SAMPLE.replace('2027', str(year))}"
        yield finding(UNKNOWN, shown + HOLIDAYS_FILE, message, hint=hint)


class _Misread(Exception):
    """What cannot be understood, and on which line."""

    def __init__(self, message: str, line: int) -> None:
        super().__init__(message)
        self.line = line


def _year(name: Scalar) -> int:
    text = name.text.removesuffix("年")
    if not (text.isascii() and text.isdigit() and len(text) == 4):
        raise _Misread(f"“{shortened(name.text)}”不是四位数字的年份。", name.line)
    return int(text)


def _arrangement(value: Marked) -> dict[str, frozenset[date]]:
    if not isinstance(value, Table):
        raise _Misread("年份下面要写“放假:”和“调休上班:”。", value.line)
    found: dict[str, frozenset[date]] = {}
    for name, listed in value.pairs:
        key = next((names[0] for names in (_OFF, _ON) if name.text in names), "")
        if not key:
            message = f"没有“{shortened(name.text)}”这一项，可以写“放假”和“调休上班”。"
            raise _Misread(message, name.line)
        parts = listed.items if isinstance(listed, Series) else (listed,)
        found[key] = frozenset(day for part in parts for day in _days(part))
    return found


def _days(part: Marked) -> Iterator[date]:
    """One day, or all from the first to the last of `2027-02-05..2027-02-11`."""
    if not isinstance(part, Scalar):
        raise _Misread("日期要一个一个写。", part.line)
    if not part.text:
        return
    first, _, last = part.text.partition("..")
    ends = [read_moment(text.strip()) for text in (first, last or first)]
    start, end = (each.day if isinstance(each, Moment) else None for each in ends)
    if start is None or end is None or not 0 <= (end - start).days < 366:
        raise _Misread(f"“{shortened(part.text)}”不是日期，也不是起止日期。", part.line)
    for n in range((end - start).days + 1):
        yield start + _DAY * n


@dataclass(frozen=True, slots=True)
class Period:
    """A stated period as presets write it: `20wd`, `14d`, `now`, `none`."""

    count: int = 0
    working: bool = False
    known: bool = field(default=True)

    def end(self, start: date, calendar: WorkCalendar) -> date:
        """The last day of the period."""
        return calendar.after(start, self.count) if self.working else start + _DAY * self.count


def period(text: str) -> Period | None:
    """Read `20wd`, `20d`; `now` is one working day, everything else no period."""
    if text.endswith("wd") and text[:-2].isdigit():
        return Period(int(text[:-2]), True)
    if text.endswith("d") and text[:-1].isdigit():
        return Period(int(text[:-1]))
    return None
