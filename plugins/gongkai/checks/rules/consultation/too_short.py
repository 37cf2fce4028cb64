"""C02 征集时间太短."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from gongkai.checks.material import Facts, ItemText
from gongkai.checks.rule import Finding, item_rule
from gongkai.model.problem import Level


@item_rule(
    "C02",
    "征集时间太短",
    Level.ERROR,
    "《重大行政决策程序暂行条例》第十五条（30日）；法治政府建设示范指标（规范性文件7个工作日）",
    kinds=["consultation"],
    limits={"wd": 7, "days": 30},
)
def too_short(text: ItemText, facts: Facts) -> Iterator[Finding]:
    """What: fewer than seven working days; 30 days for major decisions, rules, and what touches enterprises.

    Why: the draft must be out long enough.
    Bad: 1 to 5 June for a 管理办法
    Good: 1 to 12 June; a month for a 重大行政决策
    """
    start, end = text.item.details.get("consult_start"), text.item.details.get("consult_end")
    if not isinstance(start, date) or not isinstance(end, date) or _explained(text.body):
        return
    long = re.search(r"重大行政决策|重大决策|营商环境|市场主体|经营主体|企业", text.item.title)
    days, worked = (end - start).days, facts.calendar.between(start, end)
    if end < start:
        yield Finding(f"征集截止 {end} 早于征集开始 {start}。", "核对两个日期。", key="consult_end")
    elif long and days < facts.days("days"):
        yield Finding(
            f"征集 {days} 天，重大决策和涉企事项不少于 {facts.days('days')} 日。",
            "延长征集截止，或在正文说明缩短的理由。",
            key="consult_end",
        )
    elif not long and worked < facts.days("wd"):
        caveat = facts.calendar.caveat(start, end)
        yield Finding(
            f"征集 {worked} 个工作日，不少于 {facts.days('wd')} 个工作日{caveat}。",
            "延长征集截止。",
            key="consult_end",
        )


def _explained(body: str) -> bool:
    return bool(re.search(r"缩短.{0,20}(?:原因|理由|期限)|(?:原因|理由).{0,20}缩短", body))
