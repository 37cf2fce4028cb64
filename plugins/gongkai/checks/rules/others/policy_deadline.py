"""K04 惠企惠民政策申报已截止."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from gongkai.checks.material import Facts, ItemText
from gongkai.checks.rule import Finding, item_rule
from gongkai.model.problem import Level


@item_rule(
    "K04",
    "惠企惠民政策申报已截止",
    Level.WARNING,
    "政策动态管理（本系统自定）",
    kinds=["list", "article", "notice"],
    own=True,
)
def policy_deadline(text: ItemText, facts: Facts) -> Iterator[Finding]:
    """What: in the column of policies for enterprises and people: a deadline to apply that is past, and the text does not say so.

    Why: people apply in vain.
    Bad: 申报截止时间：2025年12月31日, looked at in 2026
    Good: the same with （已截止）, or 更正记录
    """
    if not re.search(r"惠企|惠民|惠农|政策超市", text.column.name) or "已截止" in text.body + text.item.title:
        return
    for match in _DEADLINE.finditer(text.body):
        day = _day(match)
        if day and day < facts.today and not any(c.day > day for c in text.item.changes):
            message = f"申报已在 {day} 截止，页面没有说明。"
            yield Finding(message, f"更正记录: [{facts.today} 申报已截止]", line=text.line(match.start()))
            return


_DEADLINE = re.compile(
    r"(?:申报|申请|报名)?(?:截止(?:时间|日期)?|截至)[:：为是到至\s]{0,3}((?:19|20)\d{2})[年/-](\d{1,2})[月/-](\d{1,2})"
)


def _day(match: re.Match[str]) -> date | None:
    try:
        return date(int(match[1]), int(match[2]), int(match[3]))
    except ValueError:
        return None
