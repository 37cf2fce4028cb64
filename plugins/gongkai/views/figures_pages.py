"""`/statistics/`: what was published, counted; a page for each year, and what of it needs a page of its own."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.model.catalog import Catalog
from gongkai.statistics.counting_rules import OWN, published_in, years_of
from gongkai.statistics.figures import Line, Tally
from gongkai.statistics.participation import CONSULTATION, year_participation
from gongkai.statistics.press import press_year, press_years
from gongkai.statistics.responses import RESPONSE, year_responses
from gongkai.statistics.work import grouped, work_years, year_work
from gongkai.statistics.years import YearFigures, year_figures, yearly
from gongkai.views.addresses import Addresses
from gongkai.views.figure_details import participation_view, press_view, responses_view
from gongkai.views.figure_tables import (
    Where,
    column_chart,
    month_table,
    series_table,
    tally_table,
    work_table,
)
from gongkai.views.figures_view import FiguresView, FigureTable
from gongkai.views.heads import page_head
from gongkai.views.lists import newest_day
from gongkai.views.parts import Fact, Link
from gongkai.views.spec import Feature, PageSpec

NAME = "statistics"
TITLE = "公开统计"
DESCRIPTION = "主动公开政府信息的数量：按年月、栏目、五公开、主题、渠道统计"
WHAT_COUNTS = (
    "统计本单位主动公开的政府信息，每条只计一次；转载上级的信息、工作动态、村务和党务、已撤下的信息不计入。"
)
NOTHING_YET = "还没有公开的信息，发布以后自动统计。"
SHOWN_YEARS = 10
TITLES = {
    "five": "五公开", "column": "按栏目", "category": "按信息类别", "article": "按法定主动公开内容", "theme": "按主题分类",
    "genre": "按体裁", "unit": "按发布机构", "department": "按公开责任部门", "channel_group": "按公开渠道（首发）",
    "channel": "按发布渠道（可多个）", "form": "政策解读形式", "topic": "按专题",
}  # fmt: skip
"""The tallies of a year's page, in their order."""

DETAILS = {"participation": "意见征集和反馈", "responses": "回应关切", "press": "新闻发布"}


def all_years(catalog: Catalog) -> tuple[int, ...]:
    """The years that have a page, newest first: something was published, entered or planned."""
    return tuple(sorted({*years_of(catalog), *work_years(catalog), *press_years(catalog)}, reverse=True))


def _has(detail: str, catalog: Catalog, year: int) -> bool:
    if detail == "press":
        return year in press_years(catalog)
    kind = CONSULTATION if detail == "participation" else RESPONSE
    return any(item.kind == kind and item.level == OWN for item in published_in(catalog, year))


def figure_pages(catalog: Catalog, addresses: Addresses) -> Iterator[PageSpec]:
    """The overview, the years, and each year's details.

    The overview stands on a new site too: the home page and the site map of every site link to it.
    """
    years = all_years(catalog)
    if addresses.statistics():
        yield PageSpec(addresses.statistics(), "figures", NAME, ("all",), newest_day(catalog.items))
    for year in years if addresses.statistics() else ():
        day = newest_day(published_in(catalog, year))
        yield PageSpec(addresses.statistics(str(year)), "figures", NAME, ("year", str(year)), day)
        for detail in DETAILS:
            if _has(detail, catalog, year):
                path = addresses.statistics(f"{year}/{detail}")
                yield PageSpec(path, "figures", NAME, (detail, str(year)), day)


def figure_view(key: tuple[str, ...], catalog: Catalog, addresses: Addresses) -> FiguresView:
    """The view of one of these pages."""
    if key == ("all",):
        return _overview(catalog, addresses)
    year = int(key[1])
    if key[0] == "year":
        return _year(year, catalog, addresses)
    make = {"participation": participation_view, "responses": responses_view, "press": press_view}[key[0]]
    return make(year, catalog, addresses)


def _overview(catalog: Catalog, addresses: Addresses) -> FiguresView:
    series = yearly(catalog)
    years = all_years(catalog)
    return FiguresView(
        head=page_head("statistics", TITLE, addresses.statistics(), addresses, description=DESCRIPTION),
        heading=TITLE,
        lead=(WHAT_COUNTS,) if years else (WHAT_COUNTS, NOTHING_YET),
        facts=(Fact("total", "历年合计", f"{series.total}条"),),
        tables=(_series(series, addresses),) if series.lines else (),
        links=tuple(Link(f"{year}年统计", addresses.statistics(str(year))) for year in years),
        downloads=_downloads(addresses, "all") if years else (),
    )


def _series(series: Tally, addresses: Addresses) -> FigureTable:
    table = tally_table(series, "各年公开数量", "上年", lambda line: addresses.statistics(line.key))
    shown = [(line.key, line.count) for line in series.lines[-SHOWN_YEARS:]]
    chart = column_chart("各年公开数量柱状图，数字见下表", shown, 56)
    return FigureTable(table.title, table.heads, table.rows, "", chart)


def _downloads(addresses: Addresses, name: str) -> tuple[Link, ...]:
    return tuple(
        Link(f"下载{form.upper()}", addresses.statistics_file(name, form)) for form in ("csv", "json")
    )


def _year(year: int, catalog: Catalog, addresses: Addresses) -> FiguresView:
    figures = year_figures(catalog, year)
    heading = f"{year}年公开统计"
    path = addresses.statistics(str(year))
    return FiguresView(
        head=page_head(
            "statistics",
            heading,
            path,
            addresses,
            description=DESCRIPTION,
            above=(Link(TITLE, addresses.statistics()),),
        ),
        heading=heading,
        lead=tuple(_lead(figures)),
        facts=tuple(_facts(figures, catalog, addresses)),
        tables=tuple(_tables(figures, catalog, addresses)),
        links=_others(year, catalog, addresses),
        downloads=_downloads(addresses, str(year)),
    )


def _lead(figures: YearFigures) -> Iterator[str]:
    yield WHAT_COUNTS
    if figures.running:
        yield f"统计到{figures.until.isoformat()}，与上年同期相比。"


def _before(figures: YearFigures) -> str:
    return "上年同期" if figures.running else "上年"


def _facts(figures: YearFigures, catalog: Catalog, addresses: Addresses) -> Iterator[Fact]:
    year = figures.year
    yield Fact("own", "主动公开政府信息", f"{figures.own}条")
    if figures.before:
        yield Fact("before", _before(figures), f"{figures.before}条，{figures.change}")
    if figures.relayed:
        yield Fact("relayed", "另转载上级信息", f"{figures.relayed}条")
    if figures.special:
        yield Fact("special", "另有工作动态、村务和党务", f"{figures.special}条")
    if _has("participation", catalog, year):
        found = year_participation(catalog, year)
        said = f"征集{found.solicitations}次，收到意见{found.opinions.received}条，采纳{found.opinions.adopted}条"
        yield Fact("participation", "意见征集", said, addresses.statistics(f"{year}/participation"))
    if _has("responses", catalog, year):
        answers = year_responses(catalog, year)
        said = f"{answers.count}件" + (f"，平均{answers.average}天答复" if answers.timed else "")
        yield Fact("responses", "回应关切", said, addresses.statistics(f"{year}/responses"))
    if _has("press", catalog, year):
        plan = press_year(catalog, year)
        said = f"计划{len(plan.lines)}场，举行{plan.held}场"
        yield Fact("press", "新闻发布", said, addresses.statistics(f"{year}/press"))


def _tables(figures: YearFigures, catalog: Catalog, addresses: Addresses) -> Iterator[FigureTable]:
    before = _before(figures)
    if figures.own or figures.before:
        yield month_table(figures.tallies["month"], "各月公开数量", before)
        for key, title in TITLES.items():
            tally = figures.tallies[key]
            if tally.lines and (len(tally.lines) > 1 or key in ("column", "channel_group")):
                yield tally_table(tally, title, before, _links(key, addresses))
        for area in figures.areas:
            yield tally_table(area, f"专题：{area.name}", before)
    lines = year_work(catalog, figures.year)
    for group, each in grouped(lines):
        yield work_table(f"其他公开工作：{group}", each)
    for line in lines:
        if line.months:
            yield series_table(line)


def _links(key: str, addresses: Addresses) -> Where:
    def where(line: Line) -> str:
        if key == "column":
            return addresses.column(line.key)
        return addresses.topics(line.key) if key == "topic" else ""

    return where


def _others(year: int, catalog: Catalog, addresses: Addresses) -> tuple[Link, ...]:
    details = tuple(
        Link(name, addresses.statistics(f"{year}/{detail}"))
        for detail, name in DETAILS.items()
        if _has(detail, catalog, year)
    )
    near = (
        Link(f"{each}年统计", addresses.statistics(str(each)))
        for each in (year - 1, year + 1)
        if each in all_years(catalog)
    )
    return (*details, *near)


STATISTICS = Feature(NAME, figure_pages, figure_view)
"""`/statistics/` and everything below it."""
