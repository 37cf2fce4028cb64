"""F02 预决算内容不全."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gongkai.checks.material import Facts, ItemText
from gongkai.checks.rule import Finding, item_rule
from gongkai.model.problem import Level


@item_rule(
    "F02", "预决算内容不全", Level.WARNING, "财预〔2016〕143号", kinds=["budget"], limits={"from": 2019}
)
def budget_parts(text: ItemText, facts: Facts) -> Iterator[Finding]:
    """What: the text or its attachments mention 三公经费, have tables and an explanation.

    Why: those are what auditors look for.
    Bad: a single table without a word
    Good: the report, its tables and the 三公 explanation
    """
    if text.item.published.day.year < facts.days("from"):
        return
    whole = facts.full_text(text.item) + text.item.title
    present = {
        "三公经费": re.search(r"三公|因公出国|公务接待|公务用车", whole),
        "预决算表": text.item.attachments or "|" in text.body or "<table" in text.body,
        "说明": re.search(r"说明|情况|原因|报告|增长|减少|下降", whole),
    }
    lacking = [name for name, found in present.items() if not found]
    if lacking:
        yield Finding(f"预决算公开缺{'、'.join(lacking)}。", "补上三公经费、表格和情况说明（正文或附件）。")
