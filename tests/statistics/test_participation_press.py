"""Participation, responses, press conferences, work off the site, normative documents: counted by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from gongkai.model.catalog import Catalog
from gongkai.model.entered import PressEvent, PressPlan, WorkFigure, WorkYear
from gongkai.model.item import Item
from gongkai.model.moment import Moment
from gongkai.model.relation import RelationKind
from gongkai.statistics.normative import clean_up, ended, lapsing, normative_items
from gongkai.statistics.participation import Opinions, Standing, standing, year_participation
from gongkai.statistics.press import PressState, press_year, press_years
from gongkai.statistics.responses import days_taken, days_text, year_responses
from gongkai.statistics.work import grouped, work_years, year_work
from tests.views.make import TREE, column, make_catalog, make_item, policy, related

TODAY = date(2026, 11, 23)
PATH = "xwfb"
PRESS_TREE = replace(TREE, columns={**TREE.columns, PATH: column(PATH, "新闻发布", kind="press")})


def consultation(number: int, start: date, end: date | None, **extra: object) -> Item:
    details = {"consult_start": start} | ({"consult_end": end} if end else {})
    return make_item(number, "jcgk/yjzj", start, details=details, **extra)


def feedback(number: int, day: date, received: int, adopted: int, partly: int = 0) -> Item:
    details = {"received": received, "adopted": adopted, "partly_adopted": partly}
    return make_item(number, "jcgk/yjfk", day, details=details)


@pytest.mark.parametrize(
    ("today", "answered", "state"),
    [
        (date(2026, 5, 5), False, Standing.NOT_YET),
        (date(2026, 5, 6), False, Standing.OPEN),
        (date(2026, 6, 5), True, Standing.OPEN),
        (date(2026, 6, 6), False, Standing.AWAITING),
        (date(2026, 6, 6), True, Standing.ANSWERED),
    ],
)
def test_the_state_of_a_consultation(today: date, answered: bool, state: Standing) -> None:
    assert standing(consultation(1, date(2026, 5, 6), date(2026, 6, 5)), answered, today) is state


def test_a_consultation_without_an_end_stays_open() -> None:
    assert standing(consultation(1, date(2026, 5, 6), None), False, date(2030, 1, 1)) is Standing.OPEN


def test_solicitations_opinions_and_adopted_opinions_are_three_units() -> None:
    """The city counted 200 solicitations, 180 opinions and 150 adopted ones."""
    asked = [consultation(n, date(2026, 3, 1), date(2026, 4, 1)) for n in range(1, 201)]
    answers = [feedback(300 + n, date(2026, 5, 1), 3, 2, 1) for n in range(30)]
    answers += [feedback(400 + n, date(2026, 5, 2), 3, 3) for n in range(30)]
    relations = [related(RelationKind.FEEDBACK_ON, a, asked[n]) for n, a in enumerate(answers)]
    found = year_participation(make_catalog([*asked, *answers], relations), 2026)
    assert (found.solicitations, found.opinions.received, found.opinions.adopted) == (200, 180, 150)
    assert (found.opinions.partly, found.opinions.not_adopted, found.feedbacks) == (30, 0, 60)
    assert (found.answered, found.awaiting, found.overdue, found.open) == (60, 140, 140, 0)


def test_opinions_that_do_not_add_up_are_never_negative() -> None:
    assert Opinions(5, 4, 3).not_adopted == 0


def response(number: int, asked: date | None, answered: date | None, source: str = "12345热线") -> Item:
    details = {"concern": "路灯", "concern_source": source, "concern_date": asked, "response_date": answered}
    return make_item(
        number,
        "jcgk/ghjh",
        date(2026, 5, 10),
        kind="response",
        details={k: v for k, v in details.items() if v},
    )


def test_days_taken() -> None:
    assert days_taken(response(1, date(2026, 5, 3), date(2026, 5, 6))) == 3
    assert days_taken(response(1, date(2026, 5, 6), date(2026, 5, 6))) == 0
    assert days_taken(response(1, date(2026, 5, 3), None)) == 7  # published on the 10th
    assert days_taken(response(1, None, date(2026, 5, 6))) is None
    assert days_taken(response(1, date(2026, 5, 7), date(2026, 5, 6))) is None
    assert [days_text(days) for days in (3, 0, None)] == ["3天", "当日", ""]


def test_the_responses_of_a_year() -> None:
    items = [
        response(1, date(2026, 5, 3), date(2026, 5, 6)),
        response(2, date(2026, 5, 3), date(2026, 5, 5)),
        response(3, date(2026, 5, 1), date(2026, 5, 3), "舆情"),
        response(4, None, None, ""),
        replace(response(5, None, None), level="上级"),
    ]
    found = year_responses(make_catalog(items), 2026)
    assert (found.count, found.timed, found.days, found.longest) == (4, 3, 7, 3)
    assert found.average == Decimal("2.3")
    assert [(line.name, line.count) for line in found.by_source] == [
        ("12345热线", 2),
        ("舆情", 1),
        ("未写来源", 1),
    ]


def conference(number: int, topic: str, held: date) -> Item:
    return make_item(number, "jcgk/ghjh", held, kind="press", columns=(PATH,),
                     details={"press_topic": topic, "press_time": Moment(held, 570)})  # fmt: skip


def planned(topic: str, first: date, last: date, **extra: object) -> PressEvent:
    return PressEvent(topic, "计划", first, last, **extra)


def press_catalog(items: list[Item], *events: PressEvent) -> Catalog:
    catalog = make_catalog(items, today=TODAY, tree=PRESS_TREE)
    return replace(catalog, press={"2026": PressPlan(2026, events)}) if events else catalog


def test_the_plan_against_what_happened() -> None:
    quarter = (date(2026, 7, 1), date(2026, 9, 30))
    held = conference(1, "秋粮 收购", date(2026, 9, 20))
    late = conference(2, "防汛", date(2026, 10, 8))
    named = conference(3, "换了题目", date(2026, 8, 1))
    extra = conference(4, "临时召开", date(2026, 8, 2))
    found = press_year(
        press_catalog(
            [held, late, named, extra],
            planned("秋粮收购", *quarter),
            planned("防汛", *quarter),
            planned("原题目", *quarter, items=(named.index_number, "990121/202601-99999")),
            planned("没有开", *quarter),
            planned("还没到", date(2026, 12, 1), date(2026, 12, 31)),
            planned("不开了", *quarter, dropped="并入县发布会"),
        ),
        2026,
    )
    assert [line.state for line in found.lines] == [
        PressState.HELD,
        PressState.LATE,
        PressState.HELD,
        PressState.OVERDUE,
        PressState.PLANNED,
        PressState.DROPPED,
    ]
    assert found.lines[1].held == date(2026, 10, 8)
    assert found.lines[2].missing == ("990121/202601-99999",)
    assert found.unplanned == (extra,)
    assert (found.held, found.count(PressState.OVERDUE)) == (4, 1)


def test_an_announcement_of_a_day_to_come_is_not_held() -> None:
    catalog = press_catalog(
        [conference(1, "年终", date(2026, 12, 20))], planned("年终", date(2026, 12, 1), date(2026, 12, 31))
    )
    found = press_year(catalog, 2026)
    assert (found.lines[0].state, found.unplanned) == (PressState.PLANNED, ())


def test_years_with_a_plan_or_an_event() -> None:
    assert press_years(press_catalog([])) == ()
    event = conference(1, "甲", date(2025, 3, 1))
    assert press_years(press_catalog([event], planned("乙", TODAY, TODAY))) == (2026, 2025)


def test_work_off_the_site_against_the_year_before() -> None:
    def figure(name: str, value: str, unit: str = "条") -> WorkFigure:
        return WorkFigure("其他渠道发布", name, unit, Decimal(value))

    catalog = replace(
        make_catalog(),
        work={
            "2026": WorkYear(2026, (figure("微博", "110"), figure("广播", "12"), figure("微信", "5"))),
            "2025": WorkYear(2025, (figure("微博", "100"), figure("微信", "5", "期"))),
            "2024": WorkYear(2024, ()),
        },
    )
    lines = year_work(catalog, 2026)
    assert [(line.name, line.text, line.before_text, line.change) for line in lines] == [
        ("微博", "110", "100", "增长10.0%"),
        ("广播", "12", "—", "—"),
        ("微信", "5", "—", "—"),  # other units cannot be compared
    ]
    assert [group for group, _ in grouped(lines)] == ["其他渠道发布"]
    assert work_years(catalog) == (2026, 2025)
    assert year_work(catalog, 2023) == ()


def test_the_clean_up_list() -> None:
    valid = policy(1, effective=date(2026, 1, 1), valid_years=5)
    soon = policy(2, effective=date(2025, 1, 1), expires=date(2026, 12, 31))
    expired = policy(3, effective=date(2020, 1, 1), expires=date(2025, 12, 31))
    repealed = policy(4, effective=date(2020, 1, 1))
    endless = policy(5, effective=date(2024, 1, 1))
    pending = policy(6, effective=date(2027, 1, 1))
    relayed = policy(7, effective=date(2024, 1, 1), level="上级")
    items = [valid, soon, expired, repealed, endless, pending, relayed, make_item(8)]
    catalog = make_catalog(items, [related(RelationKind.REPEALS, valid, repealed)], today=TODAY)
    found = clean_up(catalog)
    assert found.total == 6
    assert found.valid == (endless, soon, valid)  # newest first
    assert (found.expired, found.repealed, found.pending) == ((expired,), (repealed,), (pending,))
    assert (found.lapsing, found.unlimited) == ((soon,), (endless,))
    assert ended(repealed, catalog) == (date(2026, 1, 1), (valid,))
    assert ended(expired, catalog) == (date(2025, 12, 31), ())
    assert ended(valid, catalog) == (None, ())
    assert lapsing(normative_items(catalog), catalog, days=30) == ()
