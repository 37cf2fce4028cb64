"""Y13 没有发布法治政府建设年度报告."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from gongkai.checks.material import Facts
from gongkai.checks.rule import Finding, catalog_rule
from gongkai.model.catalog import Catalog
from gongkai.model.problem import Level


@catalog_rule(
    "Y13",
    "没有发布法治政府建设年度报告",
    Level.WARNING,
    "《法治政府建设与责任落实督察工作规定》第二十四条（4月1日前）",
    units=["township", "subdistrict", "county-department", "county", "city-department"],
    limits={"due": "04-01"},
)
def rule_of_law(catalog: Catalog, facts: Facts) -> Iterator[Finding]:
    """What: last year's report on the rule of law, by 1 April.

    Why: it is due by then.
    Bad: none in May
    Good: 2025年度法治政府建设情况报告
    """
    year = facts.today.year - 1
    month, day = (int(part) for part in str(facts.limits["due"]).split("-"))
    found = any("法治政府建设" in i.title and str(year) in i.title for i in catalog.items)
    if facts.today > date(facts.today.year, month, day) and not found:
        yield Finding(
            f"没有发布 {year} 年度法治政府建设报告，应在 {facts.today.year} 年 {month} 月 {day} 日前。",
            f"标题: {year}年度法治政府建设情况报告",
        )
