"""公众参与: consultations with their state on a day, and what became of the opinions.

Solicitations, opinions received and opinions adopted are three units that reports like to mix; here each is named.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from gongkai.model.catalog import Catalog
from gongkai.model.item import Item
from gongkai.model.relation import RelationKind
from gongkai.statistics.counting_rules import OWN, published_in

CONSULTATION, FEEDBACK = "consultation", "feedback"

FEEDBACK_DAYS = 30
"""Days after its end within which a consultation should have its feedback (check rule C03 has the same limit)."""


class Standing(StrEnum):
    """Where a consultation stands on a day."""

    NOT_YET = "未开始"
    OPEN = "征集中"
    AWAITING = "已结束，待反馈"
    ANSWERED = "已反馈"


def consultation_days(item: Item) -> tuple[date, date | None]:
    """First and last day of a consultation; it starts with its publication where no other day is given."""
    start, end = item.details.get("consult_start"), item.details.get("consult_end")
    return (
        start if isinstance(start, date) else item.published.day,
        end if isinstance(end, date) else None,
    )


def feedback_on(item: Item, catalog: Catalog) -> tuple[Item, ...]:
    """The feedback on a consultation, newest first."""
    return catalog.sources(item, RelationKind.FEEDBACK_ON)


def standing(item: Item, answered: bool, today: date) -> Standing:
    """Where a consultation stands; both its days belong to it, and feedback counts once it is over."""
    start, end = consultation_days(item)
    if today < start:
        return Standing.NOT_YET
    if end is None or today <= end:
        return Standing.OPEN
    return Standing.ANSWERED if answered else Standing.AWAITING


@dataclass(frozen=True, slots=True)
class Opinions:
    """What came in and what became of it, in opinions. What was neither adopted nor partly is not adopted."""

    received: int = 0
    adopted: int = 0
    partly: int = 0

    @property
    def not_adopted(self) -> int:
        """Opinions that were adopted neither in whole nor in part."""
        return max(0, self.received - self.adopted - self.partly)

    def __add__(self, other: Opinions) -> Opinions:
        return Opinions(
            self.received + other.received, self.adopted + other.adopted, self.partly + other.partly
        )


def opinions_of(feedback: Item) -> Opinions:
    """The figures of one feedback; what is not given is none."""

    def count(key: str) -> int:
        value = feedback.details.get(key)
        return value if isinstance(value, int) else 0

    return Opinions(count("received"), count("adopted"), count("partly_adopted"))


@dataclass(frozen=True, slots=True)
class Participation:
    """A year's participation.

    `solicitations` counts consultations that were published in the year, by their standing on the day of counting
    (`not_yet`, `open`, `awaiting`, `answered`; `overdue` of those that wait do so for more than 30 days);
    `feedbacks` counts feedback published in the year, and `opinions` adds up its figures.
    """

    solicitations: int
    not_yet: int
    open: int
    awaiting: int
    answered: int
    overdue: int
    feedbacks: int
    opinions: Opinions


def participation(items: Iterable[Item], catalog: Catalog) -> Participation:
    """The participation among some items of the unit's own."""
    counts = dict.fromkeys(Standing, 0)
    overdue = feedbacks = 0
    total = Opinions()
    for item in items:
        if item.level != OWN:
            continue
        if item.kind == CONSULTATION:
            state = standing(item, bool(feedback_on(item, catalog)), catalog.today)
            counts[state] += 1
            overdue += state is Standing.AWAITING and is_overdue(item, catalog.today)
        elif item.kind == FEEDBACK:
            feedbacks += 1
            total += opinions_of(item)
    return Participation(
        solicitations=sum(counts.values()),
        not_yet=counts[Standing.NOT_YET],
        open=counts[Standing.OPEN],
        awaiting=counts[Standing.AWAITING],
        answered=counts[Standing.ANSWERED],
        overdue=overdue,
        feedbacks=feedbacks,
        opinions=total,
    )


def is_overdue(item: Item, today: date) -> bool:
    """Whether the feedback on a consultation should have been there by now."""
    _, end = consultation_days(item)
    return end is not None and end + timedelta(days=FEEDBACK_DAYS) < today


def year_participation(catalog: Catalog, year: int) -> Participation:
    """The participation of a year."""
    return participation(published_in(catalog, year), catalog)
