"""Views of tables, full and empty."""

from __future__ import annotations

from gongkai.typesetting.flowchart import read_chart
from gongkai.typesetting.flowchart_svg import chart_html
from gongkai.views import pages as p
from gongkai.views.parts import NOWHERE, Fact, Head, Link
from gongkai.views.table_views import (
    ChangeGroup,
    ChangeLine,
    ChartView,
    Download,
    FilterGroup,
    FilterLink,
    RowFact,
    TableCell,
    TableChangesView,
    TableColumn,
    TableLine,
    TablePager,
    TableRowView,
    TableView,
)
from tests.look.sample import head

CHART = "申请\n受理｜便民服务中心\n材料：申请表\n材料齐全？\n  否：补正，转第2步\n办结"


def full() -> dict[str, p.PageView]:
    base = "/glgk/qzqd/qzqd/"
    table = Link("青山镇权责清单（2026年版）", base)
    linked = TableCell(
        "青政发〔2026〕1号", (Link("甲文件", "/info/x/", "已废止"), Link("外部", "https://a.example/"))
    )
    cells = (TableCell("Q001"), TableCell("宅基地审批"), linked, TableCell("2026-11-22", note="已截止"))
    columns = (
        TableColumn("编码", "code"),
        TableColumn("名称"),
        TableColumn("原文"),
        TableColumn("截止", "day"),
    )
    filters = (
        FilterGroup("职权类型", (FilterLink("行政许可", f"{base}by/kind/a/", 3, True), FilterLink("行政处罚", f"{base}by/kind/b/", 6)), True),
        FilterGroup("承办机构", (FilterLink("民政办", f"{base}by/office/a/", 9),)),
    )  # fmt: skip
    return {
        "table.html": TableView(
            head("table", base, table.text), table.text, "逐项列明依据和责任", (Fact("count", "总数", "9项"),), filters, columns, 1,
            (TableLine(1, f"{base}row/q001/", (), cells), TableLine(2, "", ("Q002", "建设许可", "", ""))), ("", "", "", "3"),
            TablePager(2, 4, base, f"{base}page/3/", base, f"{base}page/4/"), (Download("Excel 表格", f"{base}qzqd.xlsx", "清单.xlsx"),),
            table, 9, "职权类型：行政许可", (Link("职权类型：行政许可", base),),
            Link("动态调整情况", f"{base}changes/", "新增1项"), (Fact("change", "2026-03-27", "新增1项"),), "以最新版本为准",
        ),
        "table_row.html": TableRowView(
            head("table-row", f"{base}row/q001/", "宅基地审批"), "宅基地审批", table, (), (),
            (RowFact("编码", cells[0]), RowFact("责任", TableCell("一\n二"), ("一", "二")), RowFact("原文", linked)),
            (ChartView("外部流程图", chart_html(read_chart(CHART), "宅基地审批外部流程图")),),
            Link("上一项", f"{base}row/q000/"), Link("下一项", f"{base}row/q002/"),
        ),
        "table_changes.html": TableChangesView(
            head("table-changes", f"{base}changes/", "动态调整情况"), "动态调整情况", "与上一版比较：调整1项。", table,
            (ChangeGroup("调整", (ChangeLine(table, (("依据", "", "乙法"),)), ChangeLine(Link("丙"), ()))),), (Fact("change", "2026-03-27", "新增1项"),),
        ),
    }  # fmt: skip


def minimal() -> dict[str, p.PageView]:
    h = Head("x", "某页", "/x/")
    return {
        "table.html": TableView(
            h, "某清单", "", (), (), (), 0, (), (), TablePager(1, 1), (), Link("某清单", "/x/"), 0
        ),
        "table_row.html": TableRowView(
            h, "某项", Link("某清单", "/x/"), ("编码",), ("Q1",), (), (), NOWHERE, NOWHERE
        ),
        "table_changes.html": TableChangesView(h, "某页", "", Link("某清单", "/x/"), (), ()),
    }
