"""M10 附件与附件说明不符."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gongkai.checks.material import Facts, ItemText
from gongkai.checks.rule import Finding, item_rule
from gongkai.model.problem import Level


@item_rule(
    "M10",
    "附件与附件说明不符",
    Level.ERROR,
    "GB/T 9704-2012 7.3.4",
    kinds=["normative", "file", "notice", "consultation"],
)
def attachments_named(text: ItemText, facts: Facts) -> Iterator[Finding]:
    """What: the text's 附件 list names more than what is attached or printed in the text itself.

    Why: citizens look for what is named.
    Bad: `附件：1. 名单 2. 申请表` with one file attached and neither in the text
    Good: both attached, or printed under 附件1, 附件2
    """
    named = [n for block in _LIST.findall(text.body) for n in _NAME.findall(block)]
    if not named:
        return
    rest = _LIST.sub("", text.body)
    printed = len(re.findall(r"^[#*\s]*附件\s*\d{0,2}\s*[:：]?[*\s]*$", rest, re.MULTILINE))
    lacking = [n for n in named if n.strip() and n.strip()[:12] not in rest]
    if len(text.item.attachments) + printed < len(named) and lacking:
        message = f"附件说明列了 {len(named)} 个附件，实际有 {len(text.item.attachments) + printed} 个。"
        yield Finding(message, "附件: [文件名.docx, 第二个文件.xlsx]", key="attachments")


_LIST = re.compile(
    r"^[ \u3000]*附件[:：][ \u3000]*(?:\n[ \u3000]*)?(?:.+(?:\n[ \u3000]*\d{1,2}[.．、].+)*)", re.MULTILINE
)
_NAME = re.compile(
    r"(?:附件[:：]|\d{1,2}[.．、])\s*(?!\d{1,2}[.．、])([^\n]+?)(?=\s*\d{1,2}[.．、]|\s*$)", re.MULTILINE
)
