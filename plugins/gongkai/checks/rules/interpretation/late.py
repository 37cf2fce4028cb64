"""J02 解读不及时."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.checks.material import Facts, ItemText
from gongkai.checks.rule import Finding, item_rule
from gongkai.model.problem import Level
from gongkai.model.relation import RelationKind


@item_rule(
    "J02",
    "解读不及时",
    Level.WARNING,
    "各地政策解读办法（同步，最迟3个工作日）",
    kinds=["interpretation"],
    limits={"wd": 3},
)
def late(text: ItemText, facts: Facts) -> Iterator[Finding]:
    """What: the first interpretation of a file came more than three working days after the file.

    Why: the rule is the same time, three working days at the latest.
    Bad: file 1 June, interpretation 20 June
    Good: both on one day
    """
    day = text.item.published.day
    for policy in facts.catalog.targets(text.item, RelationKind.INTERPRETS):
        all_days = [i.published.day for i in facts.catalog.sources(policy, RelationKind.INTERPRETS)]
        worked = facts.calendar.between(policy.published.day, day)
        if policy.level == "本级" and day == min(all_days, default=day) and worked > facts.days("wd"):
            caveat = facts.calendar.caveat(policy.published.day, day)
            message = f"解读比文件《{policy.title}》晚 {worked} 个工作日，要求 {facts.days('wd')} 个工作日内{caveat}。"
            yield Finding(message, "今后解读与文件一并送审、同日发布。", key="published")
