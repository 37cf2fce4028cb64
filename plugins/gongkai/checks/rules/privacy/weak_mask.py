"""X07 号码遮得太少."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.checks.material import Facts, TextPart
from gongkai.checks.privacy import weak_masks
from gongkai.checks.rule import Finding, text_rule
from gongkai.model.problem import Level


@text_rule("X07", "号码遮得太少", Level.WARNING, "2018年政务公开工作要点（去标识化）", limits={"shown": 6})
def weak_mask(part: TextPart, facts: Facts) -> Iterator[Finding]:
    """What: a masked ID number that still shows more than six digits.

    Why: region and date of birth together with a name find the person.
    Bad: `340102199001******`
    Good: `34**************12`
    """
    for hit in weak_masks(part.text, facts.days("shown")):
        hint = "只留前两位和后两三位，出生日期必须遮住。"
        yield Finding(f"号码 {hit.shown} 遮得太少{part.where}。", hint, line=part.line(hit.at))
