"""Y08 年报结转数与上年对不上."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.checks.annual import read_report
from gongkai.checks.material import Facts
from gongkai.checks.reports_of import pairs
from gongkai.checks.rule import Finding, catalog_rule
from gongkai.model.catalog import Catalog
from gongkai.model.problem import Level


@catalog_rule(
    "Y08",
    "年报结转数与上年对不上",
    Level.ERROR,
    "国办公开办函〔2021〕30号；算术关系",
    kinds=["report"],
    at_items=True,
)
def carried_over(catalog: Catalog, facts: Facts) -> Iterator[Finding]:
    """What: last year's row 25 is this year's row 2, per column (I6); reports of two years in the new form.

    Why: the same cases are counted.
    Bad: 2024 carries 1 on, 2025 carries 0 over
    Good: 1 and 1
    """
    for former, item in pairs(catalog):
        before, now = read_report(facts.body(former)).row(25), read_report(facts.body(item)).row(2)
        if before and now and before != now:
            message = f"上年结转 {now[6]} 件，而 {former.details.get('year')} 年报结转下年度 {before[6]} 件，各列应相同。"
            yield Finding(message, "核对两年的年报。", path=item.path)
