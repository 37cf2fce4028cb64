"""X02 有手机号."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.checks.material import Facts, TextPart
from gongkai.checks.privacy import mobiles
from gongkai.checks.rule import Finding, text_rule
from gongkai.model.problem import Level


@text_rule("X02", "有手机号", Level.ERROR, "2018年政务公开工作要点（去标识化）")
def mobile_number(part: TextPart, facts: Facts) -> Iterator[Finding]:
    """What: a mobile number that is not on the list of office numbers.

    Why: private numbers in published files count as a leak.
    Bad: `联系人张某，13912345678`
    Good: `联系电话 0990-5550001`, or the number in `office_phones` of the settings.
    """
    for hit in mobiles(part.text, facts.settings.office_phones):
        hint = (
            "改成办公电话；确是办公用的手机号，请运维在 mkdocs.yml 的 gongkai/checks 下加进 office_phones。"
        )
        yield Finding(f"有手机号 {hit.shown}{part.where}。", hint, line=part.line(hit.at))
