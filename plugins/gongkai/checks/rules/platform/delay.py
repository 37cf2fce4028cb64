"""P10 公开不及时."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from gongkai.checks.material import Facts, ItemText
from gongkai.checks.rule import Finding, item_rule
from gongkai.checks.workdays import period
from gongkai.model.problem import Level


@item_rule(
    "P10",
    "公开不及时",
    Level.ERROR,
    "《政府信息公开条例》第二十六条（20个工作日）",
    own=True,
    limits={"wd": 20, "from": "2019-05-15"},
)
def delay(text: ItemText, facts: Facts) -> Iterator[Finding]:
    """What: from writing to publication more than twenty working days (`wd` may be the site's own stricter limit).

    Why: the law sets twenty working days.
    Bad: written 1 March, published 20 April
    Good: published the same week
    """
    item = text.item
    own = period(text.column.within)
    if (
        item.written is None
        or item.published.day < date.fromisoformat(str(facts.limits["from"]))
        or text.column.within == "none"
    ):
        return
    end = item.published.day
    allowed = min(
        facts.days("wd"), own.count if own and own.working and item.kind in ("normative", "file") else 999
    )
    worked = facts.calendar.between(item.written, end)
    if worked > allowed:
        message = f"成文 {worked} 个工作日后才公开，要求 {allowed} 个工作日内{facts.calendar.caveat(item.written, end)}。"
        yield Finding(message, "今后成文后及时公开；日期写错的改“成文日期”。", key="published")
