"""All figures of a year as plain lines (for tables) and as plain values (for JSON)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from gongkai.model.catalog import Catalog
from gongkai.statistics.figures import Tally
from gongkai.statistics.participation import Participation, year_participation
from gongkai.statistics.press import PressState, PressYear, press_year
from gongkai.statistics.responses import Responses, year_responses
from gongkai.statistics.work import WorkLine, year_work
from gongkai.statistics.years import YearFigures, year_figures

HEADINGS = ("年份", "统计方式", "项目", "数量", "单位", "占比", "上年", "变化")

Cells = tuple[str, ...]


def _tallied(figures: YearFigures) -> Iterator[Cells]:
    year = str(figures.year)
    yield (year, "总数", "主动公开政府信息", str(figures.own), "条", "", str(figures.before), figures.change)
    yield (year, "不计入", "转载上级信息", str(figures.relayed), "条", "", "", "")
    yield (year, "不计入", "工作动态、村务和党务", str(figures.special), "条", "", "", "")
    for tally in (*figures.tallies.values(), *figures.areas):
        name = f"专题：{tally.name}" if tally.key.startswith("topic:") else tally.name
        for line in tally.lines:
            share = tally.share_text(line) if tally.exclusive else ""
            yield (year, name, line.name, str(line.count), "条", share, str(line.before), line.change)


def _worked(catalog: Catalog, year: int) -> Iterator[Cells]:
    found = year_participation(catalog, year)
    opinions = found.opinions
    for name, count, unit in (
        ("征集", found.solicitations, "次"),
        ("公布反馈", found.feedbacks, "次"),
        ("收到意见", opinions.received, "条"),
        ("采纳意见", opinions.adopted, "条"),
        ("部分采纳", opinions.partly, "条"),
        ("未采纳", opinions.not_adopted, "条"),
        ("逾期未反馈", found.overdue, "次"),
    ):
        yield (str(year), "意见征集", name, str(count), unit, "", "", "")
    answers = year_responses(catalog, year)
    yield (str(year), "回应关切", "回应", str(answers.count), "件", "", "", "")
    if answers.timed:
        yield (str(year), "回应关切", "平均用时", str(answers.average), "天", "", "", "")
    plan = press_year(catalog, year)
    if plan.lines or plan.unplanned:
        yield (str(year), "新闻发布", "计划", str(len(plan.lines)), "场", "", "", "")
        yield (str(year), "新闻发布", "举行", str(plan.held), "场", "", "", "")
        for state in (PressState.LATE, PressState.OVERDUE, PressState.DROPPED):
            yield (str(year), "新闻发布", state.value, str(plan.count(state)), "场", "", "", "")
    for line in year_work(catalog, year):
        before = "" if line.before is None else line.before_text
        yield (str(year), line.group, line.name, line.text, line.unit, "", before, line.change)


def year_lines(catalog: Catalog, year: int) -> tuple[Cells, ...]:
    """Every figure of a year, one a line, under `HEADINGS`."""
    return (*_tallied(year_figures(catalog, year)), *_worked(catalog, year))


def year_record(catalog: Catalog, year: int) -> dict[str, Any]:
    """The same as plain values."""
    figures = year_figures(catalog, year)
    return {
        "year": year,
        "until": figures.until.isoformat(),
        "total": figures.own,
        "before": figures.before,
        "relayed": figures.relayed,
        "special": figures.special,
        "tallies": {tally.key: _tally(tally) for tally in (*figures.tallies.values(), *figures.areas)},
        "participation": _participation(year_participation(catalog, year)),
        "responses": _responses(year_responses(catalog, year)),
        "press": _press(press_year(catalog, year)),
        "work": [_work(line) for line in year_work(catalog, year)],
    }


def _tally(tally: Tally) -> dict[str, Any]:
    lines = [{"key": e.key, "name": e.name, "count": e.count, "before": e.before} for e in tally]
    return {"name": tally.name, "total": tally.total, "exclusive": tally.exclusive, "lines": lines}


def _participation(found: Participation) -> dict[str, int]:
    return {
        "solicitations": found.solicitations,
        "feedbacks": found.feedbacks,
        "received": found.opinions.received,
        "adopted": found.opinions.adopted,
        "partly_adopted": found.opinions.partly,
        "not_adopted": found.opinions.not_adopted,
        "overdue": found.overdue,
    }


def _responses(found: Responses) -> dict[str, int]:
    return {"count": found.count, "timed": found.timed, "days": found.days, "longest": found.longest}


def _press(plan: PressYear) -> dict[str, int]:
    states = {f"{state.name.lower()}_count": plan.count(state) for state in PressState}
    return {"planned": len(plan.lines), "held": plan.held, "unplanned": len(plan.unplanned), **states}


def _work(line: WorkLine) -> dict[str, Any]:
    months = [None if month is None else str(month) for month in line.months]
    value = None if line.value is None else line.text
    return {"group": line.group, "name": line.name, "unit": line.unit, "value": value, "months": months}
