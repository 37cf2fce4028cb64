"""P06 公开指南一年没有核对."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.checks.material import Facts
from gongkai.checks.rule import Finding, catalog_rule
from gongkai.model.catalog import Catalog
from gongkai.model.problem import Level


@catalog_rule(
    "P06",
    "公开指南一年没有核对",
    Level.WARNING,
    "《政府信息公开条例》第十二条（及时更新）",
    limits={"days": 365},
)
def guide_age(catalog: Catalog, facts: Facts) -> Iterator[Finding]:
    """What: the guide was neither published nor corrected within a year.

    Why: telephone numbers change.
    Bad: a guide of 2023
    Good: `更正记录: [2026-03-01 核对，联系电话更新]`
    """
    for item in catalog.items:
        if facts.column(item).name == "政府信息公开指南":
            last = max((item.published.day, *(c.day for c in item.changes)))
            if (facts.today - last).days > facts.days("days"):
                message = f"政府信息公开指南 {last} 以后没有核对过。"
                yield Finding(
                    message, f"核对后写：更正记录: [{facts.today} 年度核对]", path=item.path, key="published"
                )
