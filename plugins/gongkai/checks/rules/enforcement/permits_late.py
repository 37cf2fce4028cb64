"""Z01 许可、处罚公示超过7个工作日."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from gongkai.checks.material import Facts, ItemText
from gongkai.checks.rule import Finding, item_rule
from gongkai.model.problem import Level


@item_rule(
    "Z01",
    "许可、处罚公示超过7个工作日",
    Level.ERROR,
    "国办发〔2018〕118号",
    kinds=["enforcement"],
    limits={"wd": 7},
)
def permits_late(text: ItemText, facts: Facts) -> Iterator[Finding]:
    """What: from decision to publication more than seven working days, for permits and penalties.

    Why: the rule is stricter than the twenty days of the 条例.
    Bad: decided 6 May, published 1 June
    Good: published the same week
    """
    decided = text.item.details.get("decided")
    if isinstance(decided, date) and _short(text):
        worked = facts.calendar.between(decided, text.item.published.day)
        if worked > facts.days("wd"):
            caveat = facts.calendar.caveat(decided, text.item.published.day)
            message = f"决定于 {decided} 作出，{worked} 个工作日后才公示，要求 {facts.days('wd')} 个工作日内{caveat}。"
            yield Finding(message, "今后决定作出后当周公示。", key="decided")


def _short(text: ItemText) -> bool:
    return "强制" not in text.item.title + text.item.category and bool(
        re.search("许可|处罚", text.column.name + text.item.title + text.item.category)
    )
