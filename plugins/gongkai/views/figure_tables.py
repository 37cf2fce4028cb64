"""From tallies to the tables and charts of a page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal

from gongkai.model.entered import number_text
from gongkai.statistics.figures import Line, Tally
from gongkai.statistics.work import WorkLine
from gongkai.views.figures_view import ChartBar, ColumnChart, FigureRow, FigureTable
from gongkai.views.parts import Link

STEP, HIGH, TOP = 44, 100, 20
"""Pixels from column to column, of the highest column, and of the room for its count."""

Where = Callable[[Line], str]
"""The page that a line leads to, or an empty text."""


def column_chart(
    text: str, values: Sequence[tuple[str, Decimal | int | None]], step: int = STEP
) -> ColumnChart:
    """Columns in a row; None has no column. Whole pixels, so that the same figures are the same picture."""
    highest = max((value for _, value in values if value is not None), default=0)
    base = TOP + HIGH
    bars = tuple(_bar(place, label, value, highest, step) for place, (label, value) in enumerate(values))
    return ColumnChart(step * len(values), base + 22, base, text, bars)


def _bar(place: int, label: str, value: Decimal | int | None, highest: Decimal | int, step: int) -> ChartBar:
    height = int(HIGH * value / highest) if value and highest else 0
    y = TOP + HIGH - height
    count = "" if value is None else number_text(Decimal(value))
    return ChartBar(label, count, place * step + 4, y, step - 8, height, place * step + step // 2, y - 5)


def tally_table(tally: Tally, title: str, before: str, where: Where | None = None) -> FigureTable:
    """A tally as a table with bars; `before` is the heading of the counts that are compared with."""
    compared = tally.compared and any(line.before for line in tally.lines)
    share = tally.exclusive
    heads = (tally.name, "条数", *(("占比",) if share else ()), *((before, "变化") if compared else ()))
    highest = max((line.count for line in tally.lines), default=0)
    rows = tuple(_row(line, tally, highest, share, compared, where) for line in tally.lines)
    note = "" if share else "一条信息可能计入几行，各行相加不等于总数。"
    total = _total(tally, compared) if share else ()
    return FigureTable(title, heads, (*rows, *total), note)


def _row(
    line: Line, tally: Tally, highest: int, share: bool, compared: bool, where: Where | None
) -> FigureRow:
    cells = [str(line.count)]
    cells += [tally.share_text(line)] if share else []
    cells += [str(line.before), line.change] if compared else []
    bar = 100 * line.count // highest if highest else 0
    return FigureRow(Link(line.name, where(line) if where else ""), tuple(cells), bar)


def _total(tally: Tally, compared: bool) -> tuple[FigureRow, ...]:
    cells = (str(tally.total), "100.0%" if tally.total else "—")
    return (FigureRow(Link("合计"), (*cells, *((str(tally.before), tally.change) if compared else ()))),)


def month_table(tally: Tally, title: str, before: str, where: Where | None = None) -> FigureTable:
    """The twelve months: columns, and the table folded below."""
    table = tally_table(tally, title, before, where)
    said = f"{title}柱状图，数字见下面的表格"
    chart = column_chart(said, [(line.name, line.count) for line in tally.lines])
    return FigureTable(table.title, table.heads, table.rows, table.note, chart, folded=True)


def work_table(group: str, lines: Sequence[WorkLine]) -> FigureTable:
    """What was entered in one group; a note stands beside its figure."""
    compared = any(line.before is not None for line in lines)
    heads = ("项目", "数量", "单位", *(("上年", "变化") if compared else ()))
    rows = tuple(
        FigureRow(
            Link(line.name, note=line.note),
            (line.text, line.unit, *((line.before_text, line.change) if compared else ())),
        )
        for line in lines
    )
    return FigureTable(group, heads, rows)


def series_table(line: WorkLine) -> FigureTable:
    """A figure by month."""
    values = [(f"{place}月", value) for place, value in enumerate(line.months, 1)]
    rows = tuple(FigureRow(Link(label), (number_text(value),)) for label, value in values)
    title = f"{line.name}（{line.unit}）" if line.unit else line.name
    chart = column_chart(f"{title}各月柱状图，数字见下面的表格", values)
    return FigureTable(f"{title}各月情况", ("月份", line.unit or "数量"), rows, "", chart, folded=True)
