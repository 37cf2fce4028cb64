"""回应关切: questions, where they came from, and how many days the answers took."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from gongkai.model.catalog import Catalog
from gongkai.model.item import Item
from gongkai.statistics.counting_rules import OWN, published_in
from gongkai.statistics.figures import Line, Tally

RESPONSE = "response"
NO_SOURCE, NO_WAY = "未写来源", "未写方式"


def asked_on(item: Item) -> date | None:
    """The day on which the question was asked or the concern was noticed, if it is given."""
    day = item.details.get("concern_date")
    return day if isinstance(day, date) else None


def answered_on(item: Item) -> date:
    """The day of the answer; that of publication where no other is given."""
    day = item.details.get("response_date")
    return day if isinstance(day, date) else item.published.day


def days_taken(item: Item) -> int | None:
    """Calendar days from question to answer, 0 for the same day; None when it can't be told."""
    asked = asked_on(item)
    if asked is None or answered_on(item) < asked:
        return None
    return (answered_on(item) - asked).days


def days_text(days: int | None) -> str:
    """`当日`, `3天`; empty when it can't be told."""
    if days is None:
        return ""
    return f"{days}天" if days else "当日"


@dataclass(frozen=True, slots=True)
class Responses:
    """A year's responses: how many, of how many the days are known (`timed`), and those days."""

    count: int
    timed: int
    days: int
    longest: int
    by_source: Tally
    by_way: Tally

    @property
    def average(self) -> Decimal | None:
        """Days on average, with one decimal; None when nothing is known."""
        if not self.timed:
            return None
        return (Decimal(self.days) / self.timed).quantize(Decimal("0.1"), ROUND_HALF_UP)


def responses(items: Iterable[Item]) -> Responses:
    """The responses of the unit's own among some items."""
    own = [item for item in items if item.kind == RESPONSE and item.level == OWN]
    taken = [days for item in own if (days := days_taken(item)) is not None]
    return Responses(
        count=len(own),
        timed=len(taken),
        days=sum(taken),
        longest=max(taken, default=0),
        by_source=_by(own, "concern_source", "关切来源", NO_SOURCE),
        by_way=_by(own, "response_way", "回应方式", NO_WAY),
    )


def _by(items: list[Item], key: str, name: str, without: str) -> Tally:
    counts = Counter(str(item.details.get(key) or without) for item in items)
    order = sorted(counts, key=lambda value: (value == without, -counts[value], value))
    return Tally(key, name, len(items), tuple(Line(value, value, counts[value]) for value in order))


def year_responses(catalog: Catalog, year: int) -> Responses:
    """The responses published in a year."""
    return responses(published_in(catalog, year))
