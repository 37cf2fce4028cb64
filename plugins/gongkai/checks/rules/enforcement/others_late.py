"""Z02 其他执法决定公示超过20个工作日."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from gongkai.checks.material import Facts, ItemText
from gongkai.checks.rule import Finding, item_rule
from gongkai.model.problem import Level


@item_rule(
    "Z02",
    "其他执法决定公示超过20个工作日",
    Level.ERROR,
    "国办发〔2018〕118号",
    kinds=["enforcement"],
    limits={"wd": 20},
)
def others_late(text: ItemText, facts: Facts) -> Iterator[Finding]:
    """What: from any enforcement decision to its publication more than twenty working days.

    Why: twenty working days is the outer bound.
    Bad: decided in March, published in June
    Good: published within a month
    """
    decided = text.item.details.get("decided")
    if isinstance(decided, date):
        worked = facts.calendar.between(decided, text.item.published.day)
        if worked > facts.days("wd"):
            message = (
                f"决定于 {decided} 作出，{worked} 个工作日后才公示，要求 {facts.days('wd')} 个工作日内。"
            )
            yield Finding(message, "今后决定作出后及时公示。", key="decided")
