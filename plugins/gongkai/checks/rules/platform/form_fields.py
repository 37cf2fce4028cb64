"""P11 申请表缺少法定内容."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gongkai.checks.material import AttachmentText, Facts
from gongkai.checks.rule import Finding, attachment_rule
from gongkai.model.problem import Level


@attachment_rule("P11", "申请表缺少法定内容", Level.ERROR, "《政府信息公开条例》第二十九条")
def form_fields(file: AttachmentText, facts: Facts) -> Iterator[Finding]:
    """What: the application form asks for name, proof of identity, contact, what information, in what form.

    Why: the law says what an application contains, nothing less.
    Bad: a form without 形式要求
    Good: the five fields
    """
    if "申请表" not in file.name or "信息公开" not in file.name or not file.text.strip():
        return
    lacking = [name for name, pattern in _FIELDS.items() if not re.search(pattern, file.text)]
    if lacking:
        yield Finding(f"申请表“{file.name}”缺：{'、'.join(lacking)}。", "照《条例》第二十九条补上这些栏目。")


_FIELDS = {
    "姓名或者名称": r"姓\s*名|名\s*称", "身份证明": r"证件|身份证|信用代码", "联系方式": r"电\s*话|联系方式|地\s*址|邮\s*箱",
    "信息的名称、文号或特征描述": r"名称|文号|描述|所需|内容", "形式要求": r"形式|方式|途径|载体|纸质|电子",
}  # fmt: skip
