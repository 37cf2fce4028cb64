"""K02 没有新闻发布计划."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from gongkai.checks.material import Facts
from gongkai.checks.rule import Finding, catalog_rule
from gongkai.model.catalog import Catalog
from gongkai.model.problem import Level


@catalog_rule(
    "K02",
    "没有新闻发布计划",
    Level.INFO,
    "安徽省新闻发布实践",
    units=["county", "county-department", "city-department"],
    limits={"due": "03-31"},
)
def press_plan(catalog: Catalog, facts: Facts) -> Iterator[Finding]:
    """What: this year's plan of press conferences is out by the end of March; not asked of townships.

    Why: it is looked at in Anhui.
    Bad: none in June
    Good: 2026年新闻发布计划, as an item or as a year of content/新闻发布计划.yml
    """
    month, day = (int(part) for part in str(facts.limits["due"]).split("-"))
    plan = catalog.press.get(str(facts.today.year))
    found = bool(plan and plan.events) or any(
        "新闻发布" in i.title and "计划" in i.title and str(facts.today.year) in i.title
        for i in catalog.items
    )
    if facts.today > date(facts.today.year, month, day) and not found:
        yield Finding(
            f"没有发布 {facts.today.year} 年新闻发布计划。",
            f"标题: {facts.today.year}年新闻发布计划，或在 content/新闻发布计划.yml 里写“{facts.today.year}:”和各场计划",
        )
