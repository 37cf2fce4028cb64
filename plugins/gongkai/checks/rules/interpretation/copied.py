"""J05 解读照抄文件."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.checks.material import Facts, ItemText
from gongkai.checks.rule import Finding, item_rule
from gongkai.checks.similarity import contained
from gongkai.model.problem import Level
from gongkai.model.relation import RelationKind


@item_rule(
    "J05",
    "解读照抄文件",
    Level.WARNING,
    "各地政策解读办法（不得照搬照抄）",
    kinds=["interpretation"],
    limits={"most": 0.8},
)
def copied(text: ItemText, facts: Facts) -> Iterator[Finding]:
    """What: more than four fifths of an interpretation stand in the document word for word.

    Why: shortening the document is no interpretation.
    Bad: the document's paragraphs under the heading 主要内容
    Good: what changes for whom, in plain words
    """
    for policy in facts.catalog.targets(text.item, RelationKind.INTERPRETS):
        share = contained(text.body, facts.body(policy))
        if share > facts.number("most"):
            yield Finding(
                f"解读有 {share:.0%} 与文件《{policy.title}》逐字相同。",
                "用自己的话说明谁受影响、有什么变化、怎么办理。",
            )
