"""S03 办事统计三个月没有更新."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gongkai.checks.material import Facts
from gongkai.checks.rule import SITE, Finding, catalog_rule
from gongkai.model.catalog import Catalog
from gongkai.model.problem import Level


@catalog_rule(
    "S03",
    "办事统计三个月没有更新",
    Level.WARNING,
    "国办秘函〔2019〕19号 办事统计数据",
    modes=[SITE],
    units=["county", "county-department", "city-department"],
    limits={"days": 92},
)
def statistics_stale(catalog: Catalog, facts: Facts) -> Iterator[Finding]:
    """What: the newest item with figures of services handled is older than three months; not asked of townships.

    Why: two points.
    Bad: the last 办件统计 of spring
    Good: one each quarter
    """
    found = [
        i.published.day
        for i in catalog.items
        if re.search(r"办件(?:量)?统计|办事统计|办件情况|办理情况统计", i.title)
    ]
    newest = max(found, default=None)
    if newest is None or (facts.today - newest).days > facts.days("days"):
        yield Finding(
            f"三个月内没有公布办事统计（最近一次：{newest or '没有'}）。",
            "发布上季度办件统计，标题写明“办件统计”。",
        )
