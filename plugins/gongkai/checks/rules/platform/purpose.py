"""P12 申请表要求写用途."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gongkai.checks.material import AttachmentText, Facts
from gongkai.checks.rule import Finding, attachment_rule
from gongkai.model.problem import Level


@attachment_rule("P12", "申请表要求写用途", Level.WARNING, "《政府信息公开条例》（2019年修订后不要求用途）")
def purpose(file: AttachmentText, facts: Facts) -> Iterator[Finding]:
    """What: the form asks what the information is for, without saying that it need not be filled in.

    Why: since 2019 nobody has to give a purpose.
    Bad: 所需信息的用途（必填）
    Good: no such field
    """
    if "申请表" not in file.name or "信息公开" not in file.name:
        return
    match = re.search(r"用\s*途.{0,10}", file.text)
    exempt = re.search(r"(?:不需要|无需|不必|不用|不要求)[^。]{0,6}用\s*途", file.text)
    if match and not exempt and not re.search(r"选填|可不填|不必填|无需|不要求", match[0]):
        yield Finding(f"申请表“{file.name}”有“用途”一栏，2019年起不再要求。", "删去“用途”，或注明“选填”。")
