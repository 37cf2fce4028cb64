"""P06 公开指南一年没有核对."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.checks.material import Facts, ItemText
from gongkai.checks.rule import Finding, item_rule
from gongkai.model.problem import Level


@item_rule(
    "P06",
    "公开指南一年没有核对",
    Level.WARNING,
    "《政府信息公开条例》第十二条（及时更新）",
    limits={"days": 365},
)
def guide_age(text: ItemText, facts: Facts) -> Iterator[Finding]:
    """What: the guide was neither published nor corrected within a year.

    Why: telephone numbers change.
    Bad: a guide of 2023
    Good: `更正记录: [2026-03-01 核对，联系电话更新]`
    """
    if text.column.name == "政府信息公开指南":
        last = max((text.item.published.day, *(c.day for c in text.item.changes)))
        if (facts.today - last).days > facts.days("days"):
            message = f"政府信息公开指南 {last} 以后没有核对过。"
            yield Finding(message, f"核对后写：更正记录: [{facts.today} 年度核对]", key="published")
