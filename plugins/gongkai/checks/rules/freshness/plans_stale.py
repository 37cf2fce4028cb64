"""G05 人事、规划计划栏目一年没有更新."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.checks.freshness import clock, is_plan
from gongkai.checks.material import Facts
from gongkai.checks.rule import Finding, column_rule
from gongkai.model.column import Column
from gongkai.model.problem import Level


@column_rule(
    "G05",
    "人事、规划计划栏目一年没有更新",
    Level.ERROR,
    "国办发〔2015〕15号 普查评分表",
    limits={"days": 365},
)
def plans_stale(column: Column, facts: Facts) -> Iterator[Finding]:
    """What: a column of personnel matters or plans without anything new for a year; event columns have no clock.

    Why: it was a rule of the 2015 census and is still looked at.
    Bad: 规划计划 last filled two years ago
    Good: the yearly plan published every spring
    """
    found = clock(column, facts.catalog)
    if (
        is_plan(column)
        and found.days
        and found.newest
        and (facts.today - found.newest).days > facts.days("days")
    ):
        message = f"栏目“{column.names}”已经 {(facts.today - found.newest).days} 天没有更新，要求一年内。"
        yield Finding(message, f"发布一条信息，栏目写“{column.names}”。")
