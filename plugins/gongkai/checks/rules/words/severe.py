"""W01 严重表述错误."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.checks.material import Facts, TextPart
from gongkai.checks.rule import Finding, text_rule
from gongkai.model.problem import Level


@text_rule("W01", "严重表述错误", Level.VETO, "国办秘函〔2019〕19号 单项否决“严重表述错误”")
def severe(part: TextPart, facts: Facts) -> Iterator[Finding]:
    """What: slips in the names of state, organs and campaigns; and every word of the unit's own list, printed masked.

    Why: one of them is a veto.
    Bad: 中华人民共合国
    Good: 中华人民共和国
    """
    for match in facts.words.severe.find(part.text):
        word = match.word
        yield Finding(
            f"“{word.wrong}”是严重表述错误{part.where}。", f"改成“{word.right}”。", line=part.line(match.at)
        )
    for match in facts.words.own.find(part.text):
        shown = match.word.wrong[:1] + "*" * (len(match.word.wrong) - 1)
        hint = "对照 content/敏感词.txt 处理；确认无误的从那个文件里删去。"
        yield Finding(f"有本单位敏感词表里的词“{shown}”{part.where}。", hint, line=part.line(match.at))
