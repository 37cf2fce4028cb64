"""Pages of figures for the tests of the look."""

from __future__ import annotations

from gongkai.views.figure_tables import column_chart
from gongkai.views.figures_view import FigureRow, FiguresView, FigureTable
from gongkai.views.parts import Fact, Head, Link

HEADS = ("栏目", "条数", "占比")


def full(head: Head) -> dict[str, FiguresView]:
    """With everything that there may be."""
    rows = (
        FigureRow(Link("决策公开/政策文件", "/jcgk/zcwj/"), ("3", "75.0%"), 100),
        FigureRow(Link("规划计划", note="含专项"), ("1", "25.0%"), 33, links=(Link("反馈", "/info/x/"),)),
        FigureRow(Link("合计"), ("4", "100.0%")),
    )
    chart = column_chart("各月柱状图", [("1月", 3), ("2月", 1), ("3月", None)])
    tables = (
        FigureTable("按栏目", HEADS, rows, "各行相加不等于总数。"),
        FigureTable("各月公开数量", HEADS, rows, "", chart, folded=True),
    )
    facts = (Fact("own", "主动公开", "4条"), Fact("press", "新闻发布", "1场", "/statistics/2026/press/"))
    links, files = (Link("2025年统计", "/statistics/2025/"),), (Link("下载CSV", "/api/statistics/2026.csv"),)
    view = FiguresView(head, "2026年公开统计", ("每条只计一次。",), facts, tables, links, files)
    return {"figures.html": view}


def minimal() -> dict[str, FiguresView]:
    """With nothing that may be left out."""
    return {"figures.html": FiguresView(Head("x", "某页", "/x/"), "某页", (), (), ())}
