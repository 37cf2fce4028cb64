"""X03 有银行账号."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.checks.material import Facts, TextPart
from gongkai.checks.rule import Finding, text_rule
from gongkai.loading.detectors import detect
from gongkai.model.problem import Level


@text_rule("X03", "有银行账号", Level.VETO, "《政府信息公开条例》第十五条")
def bank_card(part: TextPart, facts: Facts) -> Iterator[Finding]:
    """What: a number of 16 to 19 digits that passes the Luhn test, near 账号, 卡号, 一卡通 and the like.

    Why: subsidy lists are where they leak.
    Bad: `一卡通账号 6222021234567890123` (if its check digit fits)
    Good: the column of accounts removed, or `6222***********0123`
    """
    for hit in detect(part.text):
        if hit.code == "L062":
            hint = "删去账号，或只留最后四位；附件改好后重新保存。"
            yield Finding(f"有银行账号 {hit.shown}{part.where}。", hint, line=part.line(hit.at))
