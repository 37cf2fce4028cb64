"""F01 预决算公开超过20日."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from gongkai.checks.material import Facts, ItemText
from gongkai.checks.rule import Finding, item_rule
from gongkai.model.problem import Level


@item_rule(
    "F01", "预决算公开超过20日", Level.ERROR, "《预算法》第十四条", kinds=["budget"], limits={"days": 20}
)
def budget_late(text: ItemText, facts: Facts) -> Iterator[Finding]:
    """What: published more than twenty days after approval, or a title without the four-digit year.

    Why: the law sets the twenty days.
    Bad: approved 15 January, published 1 March
    Good: published within twenty days, titled 青山镇2026年政府预算
    """
    item, approved = text.item, text.item.details.get("approved")
    if isinstance(approved, date) and (item.published.day - approved).days > facts.days("days"):
        message = f"{approved} 批准，{(item.published.day - approved).days} 天后才公开，要求 {facts.days('days')} 日内。"
        yield Finding(message, "今后批准后二十日内公开。", key="published")
    if not re.search(r"(?:19|20)\d{2}", item.title):
        yield Finding("预决算的标题里没有年份。", "标题: 青山镇2026年政府预算", key="title")
