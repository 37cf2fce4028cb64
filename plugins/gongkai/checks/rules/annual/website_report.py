"""Y12 没有发布网站工作年度报表."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from gongkai.checks.material import Facts
from gongkai.checks.rule import SITE, Finding, catalog_rule
from gongkai.model.catalog import Catalog
from gongkai.model.problem import Level


@catalog_rule(
    "Y12",
    "没有发布网站工作年度报表",
    Level.WARNING,
    "国办公开办函（政府网站年度报表，1月31日前）",
    modes=[SITE],
    units=["county"],
    limits={"due": "01-31"},
)
def website_report(catalog: Catalog, facts: Facts) -> Iterator[Finding]:
    """What: last year's 政府网站工作年度报表; who runs a site publishes it, a channel does not.

    Why: it is due on 31 January.
    Bad: none in March
    Good: 2025年政府网站工作年度报表
    """
    year = facts.today.year - 1
    month, day = (int(part) for part in str(facts.limits["due"]).split("-"))
    found = any("网站" in i.title and "年度报表" in i.title and str(year) in i.title for i in catalog.items)
    if facts.today > date(facts.today.year, month, day) and not found:
        yield Finding(f"没有发布 {year} 年政府网站工作年度报表。", f"标题: {year}年政府网站工作年度报表")
