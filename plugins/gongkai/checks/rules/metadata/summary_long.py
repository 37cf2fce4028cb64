"""P09 目录要素不全."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.checks.material import Facts, ItemText
from gongkai.checks.rule import Finding, item_rule
from gongkai.model.problem import Level


@item_rule(
    "P09",
    "目录要素不全",
    Level.ERROR,
    "《政府信息公开条例》第十二条（索引、名称、内容概述、生成日期）",
    limits={"most": 1500},
)
def summary_long(text: ItemText, facts: Facts) -> Iterator[Finding]:
    """What: no summary can be given: neither written nor to be derived from a text; or one that is no summary.

    Why: the directory has four elements by law.
    Bad: an empty body without 内容概述
    Good: `内容概述: …`, or a text whose first sentences serve
    """
    item = text.item
    if not item.summary and not text.body.strip() and not item.details:
        yield Finding("没有内容概述，正文也是空的。", "内容概述: 一两句话说明内容", key="summary")
    elif len(item.summary) > facts.days("most"):
        yield Finding(
            f"内容概述有 {len(item.summary)} 字，太长。",
            "内容概述写一百字以内。",
            key="summary",
            level=Level.WARNING,
        )
