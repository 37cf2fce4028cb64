"""Y06 年报表二行合计不对."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.checks.annual import ROWS, read_report
from gongkai.checks.material import Facts, ItemText
from gongkai.checks.reports_of import is_new_form
from gongkai.checks.rule import Finding, item_rule
from gongkai.model.problem import Level


@item_rule("Y06", "年报表二行合计不对", Level.ERROR, "国办公开办函〔2021〕30号", kinds=["report"])
def row_totals(text: ItemText, facts: Facts) -> Iterator[Finding]:
    """What: the seventh column is the sum of the other six, in all 25 rows (I3).

    Why: totals must be totals.
    Bad: 4, 1, 0, 0, 0, 1 and a total of 5
    Good: a total of 6
    """
    report = read_report(text.body) if is_new_form(text) else None
    for number in range(1, 26) if report else ():
        row = report.row(number) if report else None
        if row and sum(row[:6]) != row[6]:
            yield Finding(
                f"表二第 {number} 行“{ROWS[number - 1]}”：六项之和 {sum(row[:6])}，总计写的是 {row[6]}。",
                "核对这一行。",
            )
