"""N04 文件半年内到期."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.checks.material import Facts, ItemText
from gongkai.checks.rule import Finding, item_rule
from gongkai.model.problem import Level
from gongkai.model.validity import last_day


@item_rule(
    "N04",
    "文件半年内到期",
    Level.INFO,
    "地方规定（到期前六个月评估）",
    kinds=["normative"],
    own=True,
    limits={"days": 183},
)
def expiring(text: ItemText, facts: Facts) -> Iterator[Finding]:
    """What: a valid normative document that lapses within six months.

    Why: it must be evaluated before, to go on, be changed or lapse.
    Bad: nothing done until the day it lapses
    Good: an evaluation entered in the work plan
    """
    end = last_day(text.item)
    if (
        end
        and text.validity
        and not text.validity.is_dead
        and 0 <= (end - facts.today).days <= facts.days("days")
    ):
        message = f"有效期到 {end}，还有 {(end - facts.today).days} 天。"
        yield Finding(
            message, "到期前评估：继续有效的重新公布，不再有效的到期后自动标为已失效。", key="expires"
        )
