"""G09 发布时间没有写到分钟."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.checks.material import Facts, ItemText
from gongkai.checks.rule import SITE, Finding, item_rule
from gongkai.model.problem import Level


@item_rule(
    "G09",
    "发布时间没有写到分钟",
    Level.WARNING,
    "国办发〔2017〕47号附件《网页设计规范》",
    modes=[SITE],
    on=False,
)
def time_form(text: ItemText, facts: Facts) -> Iterator[Finding]:
    """What: a publication date without the minute; the form is `YYYY-MM-DD HH:MM`. Off by default: the day is certain, the minute may not be.

    Why: the design rules ask for it.
    Bad: `发布日期: 2026-05-08`
    Good: `发布日期: 2026-05-08 09:30`
    """
    if text.item.published.minute < 0:
        yield Finding(
            "发布时间只有日期，没有时分。", f"发布日期: {text.item.published.day} 09:00", key="published"
        )
