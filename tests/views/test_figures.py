"""The pages of figures: what they show is what was counted."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from datetime import date
from decimal import Decimal

from gongkai.cli.stats import text_lines
from gongkai.exports.statistics_files import statistics_exports
from gongkai.model.catalog import Catalog
from gongkai.model.entered import PressEvent, PressPlan, WorkFigure, WorkYear
from gongkai.model.relation import RelationKind
from gongkai.statistics.records import year_lines
from gongkai.views.figure_tables import column_chart
from gongkai.views.figures_pages import NOTHING_YET, STATISTICS, all_years
from gongkai.views.figures_view import FiguresView
from tests.views.make import CORE_ONLY, make_catalog, make_item, related, views_of

WITH = {STATISTICS.name: STATISTICS}
YEAR = "/statistics/2026/"


def catalog() -> Catalog:
    details = {"consult_start": date(2026, 3, 1), "consult_end": date(2026, 4, 1)}
    asked = make_item(11, "jcgk/yjzj", date(2026, 3, 1), details=details)
    answered = {"received": 12, "adopted": 5, "partly_adopted": 2, "not_adopted_reason": "由县统一规定"}
    answer = make_item(12, "jcgk/yjfk", date(2026, 4, 9), details=answered)
    said = {"concern": "路灯", "concern_date": date(2026, 5, 3), "response_date": date(2026, 5, 6)}
    reply = make_item(13, "jcgk/ghjh", date(2026, 5, 7), kind="response", details=said)
    items = [make_item(1, day=date(2026, 1, 5)), make_item(2, day=date(2025, 6, 1)), asked, answer, reply]
    made = make_catalog(items, [related(RelationKind.FEEDBACK_ON, answer, asked)], today=date(2027, 2, 1))
    months = (Decimal(3), None, *(Decimal(1),) * 10)
    work = WorkYear(2026, (WorkFigure("咨询和诉求", "热线", "件", Decimal(13), months),))
    event = PressEvent("秋粮", "三季度", date(2026, 7, 1), date(2026, 9, 30))
    return replace(made, work={"2026": work}, press={"2026": PressPlan(2026, (event,))})


def page(path: str) -> FiguresView:
    view = views_of(catalog(), WITH)[path]
    assert isinstance(view, FiguresView)
    return view


def test_the_overview_has_the_years_with_their_change() -> None:
    view = page("/statistics/")
    assert [(row.name.text, row.cells) for row in view.tables[0].rows] == [
        ("2025年", ("1", "20.0%", "0", "—")),
        ("2026年", ("4", "80.0%", "1", "增长300.0%")),
        ("合计", ("5", "100.0%", "0", "—")),
    ]
    assert view.tables[0].rows[0].name.path == "/statistics/2025/"


def test_a_year() -> None:
    view = page(YEAR)
    facts = {fact.key: fact.value for fact in view.facts}
    assert facts["own"] == "4条"
    assert facts["before"] == "1条，增长300.0%"
    assert facts["participation"] == "征集1次，收到意见12条，采纳5条"
    assert facts["responses"] == "1件，平均3.0天答复"
    assert facts["press"] == "计划1场，举行0场"
    tables = {table.title: table for table in view.tables}
    months = tables["各月公开数量"]
    assert months.chart is not None
    assert [bar.count for bar in months.chart.bars[:5]] == ["1", "0", "1", "1", "1"]
    assert tables["按栏目"].rows[-1].cells[:2] == ("4", "100.0%")
    assert tables["其他公开工作：咨询和诉求"].rows[0].cells == ("13", "件")
    series = tables["热线（件）各月情况"].chart
    assert series is not None
    assert [bar.count for bar in series.bars[:3]] == ["3", "", "1"]


def test_what_became_of_opinions() -> None:
    row = page(f"{YEAR}participation/").tables[0].rows[0]
    assert row.cells == ("2026-03-01至2026-04-01", "已反馈", "12", "5", "2", "5", "由县统一规定")
    assert [link.text for link in row.links] == ["第12条信息"]


def test_days_taken_and_plans() -> None:
    assert page(f"{YEAR}responses/").tables[0].rows[0].cells[3] == "3天"
    assert page(f"{YEAR}press/").tables[0].rows[0].cells[3] == "逾期未举行"


def test_without_the_plugin_there_are_no_pages() -> None:
    assert not [path for path in views_of(make_catalog([make_item(1)]), CORE_ONLY) if "statistics" in path]


def test_a_new_site_has_the_overview_that_its_home_page_links_to() -> None:
    views = views_of(make_catalog(), WITH)
    assert [path for path in views if "statistics" in path] == ["/statistics/"]
    overview = views["/statistics/"]
    assert isinstance(overview, FiguresView)
    assert NOTHING_YET in overview.lead
    assert not overview.tables
    assert not overview.links
    assert not overview.downloads
    full = views_of(catalog(), WITH)["/statistics/"]
    assert isinstance(full, FiguresView)
    assert NOTHING_YET not in full.lead


def test_columns_are_as_high_as_their_counts() -> None:
    chart = column_chart("图", [("1月", 4), ("2月", 1), ("3月", None), ("4月", 0)])
    assert [bar.height for bar in chart.bars] == [100, 25, 0, 0]
    assert all(bar.y + bar.height == chart.base for bar in chart.bars)


def test_the_files_say_the_same() -> None:
    made = catalog()
    files = dict(statistics_exports(made, all_years(made)))
    record = json.loads(files["api/statistics/2026.json"])
    assert (record["total"], record["before"], record["participation"]["received"]) == (4, 1, 12)
    assert record["press"]["overdue_count"] == 1
    rows = list(csv.DictReader(io.StringIO(files["api/statistics/2026.csv"].decode("utf-8-sig"))))
    assert ("4", "条") in {(row["数量"], row["单位"]) for row in rows if row["统计方式"] == "总数"}
    assert json.loads(files["api/statistics/all.json"]) == {"total": 5, "years": {"2025": 1, "2026": 4}}


def test_the_text_of_the_command() -> None:
    text = "\n".join(text_lines(year_lines(catalog(), 2026)))
    assert "  主动公开政府信息：4条（上年1，增长300.0%）" in text
    assert "  收到意见：12条" in text
    assert "【新闻发布】\n  计划：1场\n  举行：0场" in text
