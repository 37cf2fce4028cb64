"""J01 规范性文件没有解读."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from gongkai.checks.material import Facts, ItemText
from gongkai.checks.rule import Finding, item_rule
from gongkai.model.problem import Level
from gongkai.model.relation import RelationKind


@item_rule(
    "J01",
    "规范性文件没有解读",
    Level.ERROR,
    "国办发〔2016〕80号；各地政策解读办法",
    kinds=["normative"],
    own=True,
    limits={"wait": 3, "from": "2019-05-15"},
)
def no_interpretation(text: ItemText, facts: Facts) -> Iterator[Finding]:
    """What: an own normative document, valid, without an interpretation after three working days; 需要解读: 否 exempts it.

    Why: a policy file without its interpretation linked is a standard finding.
    Bad: a 管理办法 with no item that has it as 政策原文
    Good: `gongkai new --interprets 青政发〔2026〕3号`
    """
    item = text.item
    if item.needs_interpretation is False or (text.validity and text.validity.is_dead):
        return
    due = facts.calendar.after(item.published.day, facts.days("wait"))
    old = item.published.day < date.fromisoformat(str(facts.limits["from"]))
    if not old and due < facts.today and not facts.catalog.sources(item, RelationKind.INTERPRETS):
        hint = f"发布解读，写“政策原文: {item.doc_number or item.index_number}”；确不需要的写“需要解读: 否 理由”。"
        yield Finding("这份规范性文件没有解读。", hint)
