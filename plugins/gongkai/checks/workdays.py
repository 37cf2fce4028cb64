"""Working days by the State Council's yearly arrangement (国务院办公厅关于部分节假日安排的通知), make-up days included."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

import yaml
from chinese_calendar.constants import holidays as _packaged
from chinese_calendar.constants import workdays as _worked

HOLIDAYS_FILE = "holidays.yml"
_DAY = timedelta(days=1)
_OFF, _ON = ("放假", "holidays"), ("调休上班", "workdays")


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


def read_holidays(content: Path) -> tuple[WorkCalendar, tuple[str, ...]]:
    """`content/holidays.yml` → calendar, and what is wrong with the file in Chinese.

    `2027: {放假: [2027-01-01, 2027-02-05..2027-02-11], 调休上班: [2027-02-14]}`
    """
    path = content / HOLIDAYS_FILE
    if not path.is_file():
        return WorkCalendar(), ()
    try:
        data = yaml.safe_load(path.read_text(encoding="utf-8")) or {}
        years = {int(year): value for year, value in data.items()}
        off = frozenset(d for v in years.values() for d in _days(v, _OFF))
        on = frozenset(d for v in years.values() for d in _days(v, _ON))
    except (ValueError, TypeError, AttributeError, UnicodeDecodeError, yaml.YAMLError):
        return WorkCalendar(), ("格式不对，没有采用。",)
    return WorkCalendar(off, on, frozenset(years)), ()


def _days(value: Mapping[str, Iterable[object]], names: tuple[str, ...]) -> Iterator[date]:
    for name in names:
        for entry in value.get(name) or ():
            first, _, last = str(entry).partition("..")
            day, end = date.fromisoformat(first), date.fromisoformat(last or first)
            while day <= end:
                yield day
                day += _DAY


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
