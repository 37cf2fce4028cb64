"""M13 附注写明不公开."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gongkai.checks.material import Facts, TextPart
from gongkai.checks.rule import Finding, text_rule
from gongkai.model.problem import Level


@text_rule("M13", "附注写明不公开", Level.VETO, "国办发〔2016〕80号（公开属性）")
def not_for_publication(part: TextPart, facts: Facts) -> Iterator[Finding]:
    """What: a line in brackets that says 依申请公开 or 不予公开 (or 内部资料) on what is public.

    Why: the document's own note forbids it.
    Bad: （此件依申请公开）
    Good: （此件公开发布）
    """
    for match in _NOTE.finditer(part.text):
        hint = "公开方式: 依申请公开（或不予公开），这条信息就不上网；确可公开的改附注。"
        yield Finding(f"附注“{match[1]}”说明不主动公开{part.where}。", hint, line=part.line(match.start(1)))


_NOTE = re.compile(
    r"^[ \u3000#>*]*[(（]?((?:此件|信息公开选项[:：]?|公开属性[:：]?|公开方式[:：]?).{0,6}(?:依申请公开|不予公开|不公开|不得公开)"
    r"|内部资料[,，]?\s*(?:注意保存|不得外传)|不得翻印)[)）。*]*[ \u3000]*$",
    re.MULTILINE,
)
