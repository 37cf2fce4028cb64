"""Validity (有效性) of policy files, derived for a day from dates and relations."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from gongkai.model.item import Item
from gongkai.model.moment import add_years


class Validity(StrEnum):
    """The five states of 《政府网站发展指引》 practice (standards: 行政规范性文件)."""

    PENDING = "尚未施行"
    VALID = "有效"
    AMENDED = "已修改"
    REPEALED = "已废止"
    EXPIRED = "已失效"

    @property
    def is_dead(self) -> bool:
        """Repealed or expired: not to be relied on."""
        return self in (Validity.REPEALED, Validity.EXPIRED)


def last_day(item: Item) -> date | None:
    """The last day on which the file is valid: the stated date, or 施行日期 plus the period in years.

    A period of years ends on the corresponding day (民法典第二百零一、二百零二条).
    """
    if item.expires:
        return item.expires
    start = item.effective or item.written
    return add_years(start, item.valid_years) if item.valid_years and start else None


def takes_effect(item: Item) -> date:
    """The day from which a file works on others (repeals or amends them)."""
    return item.effective or item.written or item.published.day


def derive_validity(
    item: Item, repealers: tuple[Item, ...], amenders: tuple[Item, ...], today: date
) -> Validity:
    """The state of a policy file on `today`; what is stated counts only where nothing can be derived."""
    repeal_days = [item.repeal_date] if item.repeal_date else [takes_effect(r) for r in repealers]
    if any(day <= today for day in repeal_days):
        return Validity.REPEALED
    end = last_day(item)
    if end and end < today:
        return Validity.EXPIRED
    if item.effective and today < item.effective:
        return Validity.PENDING
    if any(takes_effect(amender) <= today for amender in amenders):
        return Validity.AMENDED
    return Validity(item.stated_validity) if item.stated_validity else Validity.VALID
