"""C03 征集结束没有反馈."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from gongkai.checks.material import Facts, ItemText
from gongkai.checks.rule import Finding, item_rule
from gongkai.model.problem import Level
from gongkai.model.relation import RelationKind


@item_rule(
    "C03",
    "征集结束没有反馈",
    Level.INFO,
    "国办发〔2016〕80号；征集与反馈一一对应",
    kinds=["consultation"],
    limits={"days": 30, "from": "2019-05-15"},
)
def no_feedback(text: ItemText, facts: Facts) -> Iterator[Finding]:
    """What: a month after its end a consultation has no feedback page.

    Why: each consultation needs its feedback, “no opinions” too.
    Bad: a consultation closed in May, nothing in November
    Good: an item with `对应征集:` that names it
    """
    end = text.item.details.get("consult_end")
    old = text.item.published.day < date.fromisoformat(str(facts.limits["from"]))
    if not isinstance(end, date) or old or facts.catalog.sources(text.item, RelationKind.FEEDBACK_ON):
        return
    if end + timedelta(days=facts.days("days")) < facts.today:
        message = f"征集已在 {end} 结束，{facts.days('days')} 天内没有公布采纳情况。"
        yield Finding(
            message,
            f"发布意见反馈，写“对应征集: {text.item.index_number}”；没有收到意见也要写明。",
            key="consult_end",
        )
