"""N07 有效期超过五年."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.checks.material import Facts, ItemText
from gongkai.checks.rule import Finding, item_rule
from gongkai.model.moment import add_years
from gongkai.model.problem import Level
from gongkai.model.validity import last_day


@item_rule(
    "N07",
    "有效期超过五年",
    Level.WARNING,
    "安徽省行政机关规范性文件制定程序规定第七条",
    kinds=["normative"],
    own=True,
    limits={"years": 5},
)
def long_validity(text: ItemText, facts: Facts) -> Iterator[Finding]:
    """What: a period of validity of more than five years.

    Why: it needs a stated reason.
    Bad: `有效期: 10年`
    Good: `有效期: 5年`
    """
    start, end = text.item.effective or text.item.written, last_day(text.item)
    if start and end and end > add_years(start, facts.days("years")):
        yield Finding(
            f"有效期到 {end}，超过 {facts.days('years')} 年。",
            "有效期: 5年（确需更长的，正文写明理由）",
            key="valid_years",
        )
