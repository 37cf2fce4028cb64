"""C05 群众关切回应慢."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from gongkai.checks.material import Facts, ItemText
from gongkai.checks.rule import Finding, item_rule
from gongkai.model.problem import Level


@item_rule(
    "C05",
    "群众关切回应慢",
    Level.WARNING,
    "国办秘函〔2019〕19号 互动回应差",
    kinds=["response"],
    limits={"wd": 5, "months": 3},
    own=True,
)
def unanswered(text: ItemText, facts: Facts) -> Iterator[Finding]:
    """What: from question to answer more than five working days (a hint), more than three months (a veto), last year's only.

    Why: a valid message unanswered for three months is a veto.
    Bad: asked in January, answered in May
    Good: answered within the week
    """
    asked, answered = text.item.details.get("concern_date"), text.item.details.get("response_date")
    if not isinstance(asked, date):
        return
    end = answered if isinstance(answered, date) else text.item.published.day
    recent = (facts.today - end).days <= 365
    if recent and (end - asked).days > 31 * facts.days("months"):
        yield Finding(
            f"{asked} 提出，{end} 才回应，超过三个月。",
            "建立留言台账，收到后五个工作日内答复。",
            key="response_date",
            level=Level.VETO,
        )
    elif recent and facts.calendar.between(asked, end) > facts.days("wd"):
        message = f"{asked} 提出，{end} 回应，用了 {facts.calendar.between(asked, end)} 个工作日。"
        yield Finding(message, "简单问题五个工作日内答复。", key="response_date", level=Level.INFO)
