"""P13 信息处理费标准不对."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gongkai.checks.material import Facts, ItemText
from gongkai.checks.rule import Finding, item_rule
from gongkai.model.problem import Level


@item_rule("P13", "信息处理费标准不对", Level.WARNING, "国办函〔2020〕109号", own=True)
def fee_scale(text: ItemText, facts: Facts) -> Iterator[Finding]:
    """What: a text that quotes the processing fee gives the scale of the document: 10, 30 pieces; 30, 100, 200 pages.

    Why: a wrong scale is charged or disputed.
    Bad: 超过20件的，每件50元
    Good: 10件以下不收费，11—30件每件100元
    """
    at = text.body.find("信息处理费")
    if at < 0 or text.column.name not in ("政府信息公开指南", "依申请公开", "政府信息公开制度"):
        return
    near = text.body[at : at + 400]
    wrong = [
        m[0]
        for m in re.finditer(r"(\d+)\s*元\s*/?\s*(?:每)?(件|页)|每\s*(件|页)\s*(?:收费)?\s*(\d+)\s*元", near)
        if not _right(m)
    ]
    if wrong:
        yield Finding(
            f"信息处理费“{wrong[0]}”与规定不符。",
            "按件：11—30件每件100元；按量：31—100页每页10元，101—200页20元，201页以上40元。",
            line=text.line(at),
        )


def _right(match: re.Match[str]) -> bool:
    amount, unit = int(match[1] or match[4]), match[2] or match[3]
    return amount % 100 == 0 if unit == "件" else amount in (10, 20, 40)
