"""A year's consultations, responses and press conferences, each with what became of it."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.model.catalog import Catalog
from gongkai.model.item import Item
from gongkai.statistics.counting_rules import OWN, published_in
from gongkai.statistics.participation import (
    CONSULTATION,
    Opinions,
    consultation_days,
    feedback_on,
    opinions_of,
    standing,
    year_participation,
)
from gongkai.statistics.press import PressLine, PressState, event_day, press_year
from gongkai.statistics.responses import (
    RESPONSE,
    answered_on,
    asked_on,
    days_taken,
    days_text,
    year_responses,
)
from gongkai.views.addresses import Addresses
from gongkai.views.figure_tables import tally_table
from gongkai.views.figures_view import FigureRow, FiguresView, FigureTable
from gongkai.views.heads import page_head
from gongkai.views.parts import Fact, Head, Link
from gongkai.views.texts import iso


def _head(year: int, detail: str, title: str, description: str, addresses: Addresses) -> Head:
    above = (
        Link("公开统计", addresses.statistics()),
        Link(f"{year}年公开统计", addresses.statistics(str(year))),
    )
    path = addresses.statistics(f"{year}/{detail}")
    return page_head("statistics", title, path, addresses, description=description, above=above)


def _own(year: int, kind: str, catalog: Catalog) -> Iterator[Item]:
    return (i for i in published_in(catalog, year) if i.kind == kind and i.level == OWN)


def _link(item: Item, addresses: Addresses) -> Link:
    return Link(item.title, addresses.item(item))


def participation_view(year: int, catalog: Catalog, addresses: Addresses) -> FiguresView:
    """The consultations that were published in a year, with their feedback: received, adopted, not adopted and why."""
    found = year_participation(catalog, year)
    title = f"{year}年意见征集和反馈"
    rows = tuple(_consultation(item, catalog, addresses) for item in _own(year, CONSULTATION, catalog))
    heads = ("征集事项", "征集时间", "状态", "收到", "采纳", "部分采纳", "未采纳", "未采纳理由")
    opinions = found.opinions
    return FiguresView(
        head=_head(year, "participation", title, "意见征集的时间、状态和意见采纳情况", addresses),
        heading=title,
        lead=("征集按次计，意见按条计；意见数按反馈发布的年份统计。",),
        facts=(
            Fact("solicitations", "意见征集", f"{found.solicitations}次"),
            Fact("feedbacks", "公布反馈", f"{found.feedbacks}次"),
            Fact("received", "收到意见", f"{opinions.received}条"),
            Fact("adopted", "采纳意见", f"{opinions.adopted}条"),
            Fact("partly", "部分采纳", f"{opinions.partly}条"),
            Fact("not_adopted", "未采纳", f"{opinions.not_adopted}条"),
        ),
        tables=(FigureTable("各次征集", heads, rows),),
    )


def _consultation(item: Item, catalog: Catalog, addresses: Addresses) -> FigureRow:
    answers = feedback_on(item, catalog)
    start, end = consultation_days(item)
    total = sum((opinions_of(answer) for answer in answers), Opinions())
    counts = (total.received, total.adopted, total.partly, total.not_adopted)
    figures = tuple(str(count) if answers else "—" for count in counts)
    reasons = "；".join(str(answer.details.get("not_adopted_reason", "")) for answer in answers).strip("；")
    period = f"{iso(start)}至{iso(end)}" if end else f"{iso(start)}起"
    state = standing(item, bool(answers), catalog.today).value
    links = tuple(_link(answer, addresses) for answer in answers)
    return FigureRow(_link(item, addresses), (period, state, *figures, reasons or "—"), links=links)


def responses_view(year: int, catalog: Catalog, addresses: Addresses) -> FiguresView:
    """The responses of a year: question, source, days taken."""
    found = year_responses(catalog, year)
    title = f"{year}年回应关切"
    rows = tuple(_response(item, addresses) for item in _own(year, RESPONSE, catalog))
    facts = [Fact("count", "回应", f"{found.count}件")]
    if found.timed:
        facts.append(Fact("average", "平均用时", f"{found.average}天（{found.timed}件写明日期）"))
        facts.append(Fact("longest", "最长用时", days_text(found.longest)))
    return FiguresView(
        head=_head(year, "responses", title, "群众和媒体关切的问题、来源和答复用时", addresses),
        heading=title,
        lead=("用时是从提出到答复的日历天数。",),
        facts=tuple(facts),
        tables=(
            FigureTable("各件情况", ("关切问题", "来源", "提出", "答复", "用时", "回应单位"), rows),
            tally_table(found.by_source, "按来源", ""),
            tally_table(found.by_way, "按回应方式", ""),
        ),
    )


def _response(item: Item, addresses: Addresses) -> FigureRow:
    name = Link(str(item.details.get("concern") or item.title), addresses.item(item))
    source, unit = item.details.get("concern_source") or "—", item.details.get("responder") or item.publisher
    cells = (
        str(source),
        iso(asked_on(item)) or "—",
        iso(answered_on(item)),
        days_text(days_taken(item)) or "—",
        str(unit),
    )
    return FigureRow(name, cells)


def press_view(year: int, catalog: Catalog, addresses: Addresses) -> FiguresView:
    """A year's plan of press conferences against what happened."""
    found = press_year(catalog, year)
    title = f"{year}年新闻发布"
    planned = tuple(_planned(line, addresses) for line in found.lines)
    others = tuple(
        FigureRow(_link(item, addresses), (event_day(item).isoformat(),)) for item in found.unplanned
    )
    tables = [
        FigureTable("计划执行情况", ("发布主题", "形式", "计划时间", "承办单位", "情况", "举行日期"), planned)
    ]
    if others:
        tables.append(FigureTable("计划外举行", ("发布主题", "举行日期"), others))
    states = [(state, found.count(state)) for state in PressState]
    facts = [Fact("planned", "计划", f"{len(found.lines)}场"), Fact("held", "举行", f"{found.held}场")]
    facts += [Fact(state.name.lower(), state.value, f"{count}场") for state, count in states if count]
    return FiguresView(
        head=_head(year, "press", title, "新闻发布计划和执行情况", addresses),
        heading=title,
        lead=(),
        facts=tuple(facts),
        tables=tuple(table for table in tables if table.rows),
    )


def _planned(line: PressLine, addresses: Addresses) -> FigureRow:
    event = line.event
    said = f"{line.state.value}（{event.dropped}）" if line.state is PressState.DROPPED else line.state.value
    cells = (event.form, event.planned, event.handler or "—", said, iso(line.held) or "—")
    return FigureRow(Link(event.topic), cells, links=tuple(_link(item, addresses) for item in line.items))
