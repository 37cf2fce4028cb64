"""X01 有身份证号."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.checks.material import Facts, TextPart
from gongkai.checks.privacy import old_ids, passports
from gongkai.checks.rule import Finding, text_rule
from gongkai.loading.detectors import detect
from gongkai.model.problem import Level


@text_rule(
    "X01",
    "有身份证号",
    Level.VETO,
    "2018年政务公开工作要点（去标识化）；《政府信息公开条例》第十五条",
    limits={"old": 1},
)
def id_number(part: TextPart, facts: Facts) -> Iterator[Finding]:
    """What: an ID number with a valid check digit (disability numbers begin with one), a 15-digit one, a passport.

    Why: personal data published is a veto in the inspection and a claim in court.
    Bad: `身份证号 11010519491231002X`
    Good: `身份证号 11***************X`
    """
    hint = "删去号码，或只留首尾几位，中间用 * 代替；附件改好后重新保存。"
    for hit in detect(part.text):
        if hit.code == "L061":
            yield Finding(f"有身份证号 {hit.shown}{part.where}。", hint, line=part.line(hit.at))
    for likely in (*old_ids(part.text), *passports(part.text)):
        message = f"像是旧身份证号或护照号 {likely.shown}{part.where}。"
        yield Finding(message, hint, line=part.line(likely.at), level=Level.WARNING)
