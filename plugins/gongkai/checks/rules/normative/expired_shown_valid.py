"""N02 到期文件仍显示有效."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.checks.material import Facts, ItemText
from gongkai.checks.rule import Finding, item_rule
from gongkai.model.moment import add_years
from gongkai.model.problem import Level
from gongkai.model.validity import last_day


@item_rule(
    "N02",
    "到期文件仍显示有效",
    Level.ERROR,
    "安徽省行政机关规范性文件制定程序规定第七条（没有写有效期的为5年）",
    kinds=["normative"],
    own=True,
    limits={"years": 5},
)
def expired_shown_valid(text: ItemText, facts: Facts) -> Iterator[Finding]:
    """What: a normative document without a stated period that is older than five years and still shown as valid.

    Why: without a period it lapses after five years; showing it as valid misleads.
    Bad: 施行日期 2019-01-01, nothing else, shown as 有效 in 2026
    Good: `失效日期: 2024-01-01`, or `有效期: 10年` with its reason
    """
    item = text.item
    start = item.effective or item.written
    if last_day(item) or not start or text.validity is None or text.validity.is_dead or item.stated_validity:
        return
    end = add_years(start, facts.days("years"))
    if end < facts.today:
        message = (
            f"没有写有效期，按 {facts.days('years')} 年算已在 {end} 失效，网上仍显示“{text.validity.value}”。"
        )
        yield Finding(message, f"失效日期: {end}（仍然有效的写明“有效期”或“有效性: 有效”）", key="effective")
