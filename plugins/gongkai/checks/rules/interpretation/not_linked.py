"""J03 解读没有关联文件."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.checks.material import Facts, ItemText
from gongkai.checks.rule import Finding, item_rule
from gongkai.model.problem import Level
from gongkai.model.relation import RelationKind


@item_rule(
    "J03",
    "解读没有关联文件",
    Level.ERROR,
    "国办发〔2017〕47号（文件与解读相互链接）",
    kinds=["interpretation"],
)
def not_linked(text: ItemText, facts: Facts) -> Iterator[Finding]:
    """What: an interpretation that leads to no public document; the way back is made from the same entry.

    Why: both pages must lead to each other.
    Bad: an interpretation whose document was withdrawn
    Good: `政策原文: 青政发〔2026〕3号`
    """
    item = text.item
    if not facts.catalog.targets(item, RelationKind.INTERPRETS) and not item.source_url:
        hint = "政策原文: 青政发〔2026〕3号（上级文件写“原文链接”）"
        yield Finding("这条解读没有链接到它解读的文件。", hint, key="interprets")
