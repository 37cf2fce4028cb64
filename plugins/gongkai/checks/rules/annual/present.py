"""Y01 上年度公开年报没有发布."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from gongkai.checks.material import Facts
from gongkai.checks.reports_of import yearly_reports
from gongkai.checks.rule import Finding, catalog_rule
from gongkai.model.catalog import Catalog
from gongkai.model.problem import Level


@catalog_rule(
    "Y01",
    "上年度公开年报没有发布",
    Level.ERROR,
    "《政府信息公开条例》第四十九条（部门1月31日前，政府3月31日前）",
    units=["township", "subdistrict", "county-department", "county", "city-department"],
    limits={"department": "01-31", "government": "03-31", "township": "01-31"},
)
def present(catalog: Catalog, facts: Facts) -> Iterator[Finding]:
    """What: last year's report is there after its day; for townships, whom the article does not name, a warning by a day of the county's notice.

    Why: the report is due by law.
    Bad: no report of 2025 in April 2026
    Good: published in January
    """
    year, preset = facts.today.year - 1, catalog.tree.preset
    own = preset in ("township", "subdistrict")
    name = "township" if own else "government" if preset == "county" else "department"
    month, day = (int(part) for part in str(facts.limits[name]).split("-"))
    due = date(facts.today.year, month, day)
    if facts.today > due and not any(i.details.get("year") == year for i in yearly_reports(catalog)):
        level = Level.WARNING if own else Level.ERROR
        yield Finding(
            f"{year} 年度政府信息公开工作年度报告没有发布，应在 {due} 前。",
            f"发布年报，栏目写“政府信息公开年报”，“年度: {year}”。",
            level=level,
        )
