"""Spans of days (公示期, 征集期) and where they stand on the day of the build."""

from __future__ import annotations

from datetime import date

from gongkai.model.item import Item
from gongkai.statistics.participation import consultation_days
from gongkai.views.parts import Period
from gongkai.views.texts import iso

NOT_YET, RUNNING, OVER = "未开始", "进行中", "已结束"


def state_on(start: date | None, end: date | None, today: date) -> str:
    """The state on a day; both ends belong to the period."""
    if start and today < start:
        return NOT_YET
    return OVER if end and end < today else RUNNING


def make_period(start: date | None, end: date | None, today: date) -> Period | None:
    """The period, or None when neither end is known."""
    if start is None and end is None:
        return None
    return Period(iso(start), iso(end), state_on(start, end, today))


def period_of(item: Item, today: date) -> Period | None:
    """The consultation or notice period of an item."""
    if item.kind == "consultation":
        return make_period(*consultation_days(item), today)
    return make_period(item.notice_start, item.notice_end, today)
