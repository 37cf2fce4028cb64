"""X04 姓名旁有详细住址."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.checks.material import Facts, TextPart
from gongkai.checks.privacy import homes
from gongkai.checks.rule import Finding, text_rule
from gongkai.model.problem import Level


@text_rule("X04", "姓名旁有详细住址", Level.WARNING, "2018年政务公开工作要点（去标识化）")
def home_address(part: TextPart, facts: Facts) -> Iterator[Finding]:
    """What: a house, unit or room number on a line (or in a table) that is about a person.

    Why: addresses are public down to the township or village only.
    Bad: `姓名 张某 住址 青溪路1号3栋2单元501室`
    Good: `姓名 张某 住址 松岭村`
    """
    for hit in homes(part.text):
        hint = "住址只写到村（社区）。"
        yield Finding(f"人员信息旁有门牌“{hit.shown}”{part.where}。", hint, line=part.line(hit.at))
