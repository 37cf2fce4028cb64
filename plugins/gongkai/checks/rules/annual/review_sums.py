"""Y07 年报表三合计不对."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.checks.annual import REVIEWS, read_report
from gongkai.checks.material import Facts, ItemText
from gongkai.checks.reports_of import is_new_form
from gongkai.checks.rule import Finding, item_rule
from gongkai.model.problem import Level


@item_rule("Y07", "年报表三合计不对", Level.ERROR, "国办公开办函〔2021〕30号", kinds=["report"])
def review_sums(text: ItemText, facts: Facts) -> Iterator[Finding]:
    """What: in the three groups of table 3 the total is the sum of the four results (I4).

    Why: totals must be totals.
    Bad: 1, 0, 0, 0 and a total of 2
    Good: a total of 1
    """
    report = read_report(text.body) if is_new_form(text) else None
    for group in REVIEWS if report else ():
        cells = report.review(group) if report else None
        if cells and sum(cells[:4]) != cells[4]:
            yield Finding(
                f"表三“{group}”：四项之和 {sum(cells[:4])}，总计写的是 {cells[4]}。",
                "核对这一组。",
            )
