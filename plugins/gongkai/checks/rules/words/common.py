"""W02 错别字和机构旧称."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.checks.material import Facts, TextPart
from gongkai.checks.rule import Finding, text_rule
from gongkai.model.problem import Level


@text_rule("W02", "错别字和机构旧称", Level.WARNING, "国办秘函〔2019〕19号 表述错误")
def common(part: TextPart, facts: Facts) -> Iterator[Finding]:
    """What: frequent slips; former names of organs in what was written after they were renamed.

    Why: inspectors collect them.
    Bad: 秸杆禁烧; 县国土资源局 in a file of 2026
    Good: 秸秆禁烧; 县自然资源和规划局
    """
    day = (part.item.written or part.item.published.day).isoformat()
    for match in facts.words.common.find(part.text):
        word = match.word
        before = part.text[max(0, match.at - 2) : match.at]
        if (word.since and day < word.since) or before.endswith("原"):
            continue
        note = f"（{word.note}）" if word.note else ""
        yield Finding(
            f"“{word.wrong}”应为“{word.right}”{note}{part.where}。",
            f"改成“{word.right}”。",
            line=part.line(match.at),
        )
