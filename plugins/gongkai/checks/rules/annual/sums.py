"""Y05 年报表二总计不等于各项之和."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.checks.annual import COLUMNS, read_report
from gongkai.checks.material import Facts, ItemText
from gongkai.checks.reports_of import is_new_form
from gongkai.checks.rule import Finding, item_rule
from gongkai.model.problem import Level


@item_rule("Y05", "年报表二总计不等于各项之和", Level.ERROR, "国办公开办函〔2021〕30号", kinds=["report"])
def sums(text: ItemText, facts: Facts) -> Iterator[Finding]:
    """What: row 24 is the sum of rows 3 to 23, in each column (I2).

    Why: totals must be totals.
    Bad: a total of 7 over items that make 6
    Good: equal
    """
    report = read_report(text.body) if is_new_form(text) else None
    rows = [report.row(n) for n in range(3, 25)] if report else []
    known = [r for r in rows if r]
    if rows and len(known) == len(rows):
        for number, name in enumerate(COLUMNS):
            total = sum(r[number] for r in known[:-1])
            if total != known[-1][number]:
                yield Finding(
                    f"表二“{name}”列：各项之和 {total}，总计写的是 {known[-1][number]}。",
                    "核对这一列的各项和总计。",
                )
