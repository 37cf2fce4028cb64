"""The numbers of an annual report (国办公开办函〔2021〕30号): tables 一 to 三 and what the text tells."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from gongkai.checks.annual import Report
from gongkai.model.applications import NOTHING, OUTCOMES, REVIEW_RESULTS, REVIEWS, Applications, Counts, added
from gongkai.model.catalog import Catalog
from gongkai.model.item import Item
from gongkai.model.normative import is_normative, issued
from gongkai.model.relation import RelationKind
from gongkai.model.validity import Validity, derive_validity
from gongkai.statistics.participation import Participation, year_participation
from gongkai.statistics.responses import year_responses
from gongkai.statistics.work import WorkLine, year_work
from gongkai.statistics.years import YearFigures, year_figures

DECISIONS = ("行政许可", "行政处罚", "行政强制", "行政事业性收费")


@dataclass(frozen=True, slots=True)
class Rules:
    """Normative documents of a year: made, repealed, in force at its end; `lapsed` ended by their own date.

    The form has no column for what lapsed; it is counted with the repealed, so that the years balance (I7).
    """

    made: int
    repealed: int
    valid: int
    lapsed: int

    @property
    def gone(self) -> int:
        """What the form calls 本年废止件数."""
        return self.repealed + self.lapsed


@dataclass(frozen=True, slots=True)
class AnnualFigures:
    """Everything that the report says in numbers. `carried_from` says where the carried-over ones come from."""

    year: int
    rules: Rules
    decisions: Mapping[str, Decimal]
    applications: Applications
    carried_in: Counts
    carried_from: str
    published: YearFigures
    participation: Participation
    interpretations: int
    responses: int
    work: tuple[WorkLine, ...]
    corrections: int
    withdrawals: int

    @property
    def second(self) -> tuple[Counts, ...]:
        """Table 2: 25 rows of seven numbers."""
        done = self.applications
        outcomes = [done.outcomes.get(key, NOTHING) for key in OUTCOMES]
        rows = [done.received, self.carried_in, *outcomes, added(outcomes), done.carried_on]
        return tuple((*row, sum(row)) for row in rows)

    @property
    def third(self) -> tuple[Counts, ...]:
        """Table 3: three groups of five numbers."""
        empty = (0,) * len(REVIEW_RESULTS)
        rows = [self.applications.reviews.get(group, empty) for group in REVIEWS]
        return tuple((*row, sum(row)) for row in rows)


def annual_figures(
    catalog: Catalog, year: int, applications: Applications, former: Report | None
) -> AnnualFigures:
    """The numbers of a year. `former` is last year's report, read: its row 25 is carried over if nothing else is stated."""
    carried, source = _carried(applications, former)
    ours = [i for i in catalog.items if i.level == "本级" and i.year == year]
    return AnnualFigures(
        year=year,
        rules=rules_of(catalog, year),
        decisions={name: applications.decisions.get(name, Decimal(0)) for name in DECISIONS},
        applications=applications,
        carried_in=carried,
        carried_from=source,
        published=year_figures(catalog, year),
        participation=year_participation(catalog, year),
        interpretations=sum(1 for i in ours if i.kind == "interpretation"),
        responses=year_responses(catalog, year).count,
        work=year_work(catalog, year),
        corrections=sum(1 for i in catalog.items for c in i.changes if c.day.year == year),
        withdrawals=sum(1 for i in catalog.tombstones if i.withdrawn and i.withdrawn.year == year),
    )


def _carried(applications: Applications, former: Report | None) -> tuple[Counts, str]:
    if applications.carried_in is not None:
        return applications.carried_in, "applications"
    row = former.row(25) if former else None
    return (row[:6], "report") if row else (NOTHING, "")


def rules_of(catalog: Catalog, year: int) -> Rules:
    """Normative documents of the unit's own, by their state at the end of the year and of the year before."""
    last, before = date(year, 12, 31), date(year - 1, 12, 31)
    there = [i for i in _normative(catalog.items) if issued(i) <= last]
    states = [(_state(i, catalog, before), _state(i, catalog, last)) for i in there]

    def turned(state: Validity) -> int:
        return sum(1 for then, now in states if now is state and then is not state)

    return Rules(
        made=sum(1 for i in there if issued(i).year == year),
        repealed=turned(Validity.REPEALED),
        valid=sum(1 for _, now in states if not now.is_dead),
        lapsed=turned(Validity.EXPIRED),
    )


def _normative(items: Iterable[Item]) -> Iterable[Item]:
    return (item for item in items if is_normative(item))


def _state(item: Item, catalog: Catalog, day: date) -> Validity:
    repealers = catalog.sources(item, RelationKind.REPEALS)
    return derive_validity(item, repealers, catalog.sources(item, RelationKind.AMENDS), day)
