"""G03 通知公告、政策文件半年没有更新."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.checks.freshness import first_level, inspected
from gongkai.checks.material import Facts
from gongkai.checks.rule import Finding, catalog_rule
from gongkai.model.catalog import Catalog
from gongkai.model.problem import Level


@catalog_rule(
    "G03",
    "通知公告、政策文件半年没有更新",
    Level.ERROR,
    "国办秘函〔2019〕19号 栏目不更新",
    limits={"days": 183},
)
def notices_stale(catalog: Catalog, facts: Facts) -> Iterator[Finding]:
    """What: a first-level column of notices or policy files without anything new for six months.

    Why: five such columns together with G02's are a veto (G04).
    Bad: 政策文件, all of its columns counted, last filled in March, looked at in November
    Good: something new in one of its columns twice a year
    """
    for column in first_level(catalog):
        found = inspected(column, catalog, facts.days("days"))
        if found.newest and found.overdue(facts.today):
            message = f"栏目“{column.names}”已经 {(facts.today - found.newest).days} 天没有更新，要求 {found.days} 天内。"
            yield Finding(message, f"发布一条信息，栏目写“{column.names}”。", column=column.path)
