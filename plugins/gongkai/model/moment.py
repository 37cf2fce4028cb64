"""A point in time as clerks write it: a day, with or without the minute (Asia/Shanghai)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from gongkai.model.quick import quick


@quick
@dataclass(frozen=True, slots=True, order=True)
class Moment:
    """A day and, where it was written, the minute of that day (0–1439; -1 when only the day is known)."""

    day: date
    minute: int = -1

    @property
    def clock(self) -> str:
        """`HH:MM`, or an empty text when only the day is known."""
        return f"{self.minute // 60:02d}:{self.minute % 60:02d}" if self.minute >= 0 else ""

    @property
    def full(self) -> str:
        """`YYYY-MM-DD HH:MM`, the form 《政府网站发展指引》附件 asks for; without a known minute the day alone."""
        return f"{self.day.isoformat()} {self.clock}".rstrip()

    @property
    def timestamp(self) -> str:
        """RFC 3339 in +08:00, for feeds and JSON."""
        return f"{self.day.isoformat()}T{self.clock or '00:00'}:00+08:00"


def add_years(day: date, years: int) -> date:
    """The corresponding day `years` later; without one (29 February) the last day of that month (民法典第二百零二条)."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)
