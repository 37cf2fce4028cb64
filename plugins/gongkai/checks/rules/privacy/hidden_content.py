"""X06 附件里有隐藏内容."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.checks.material import AttachmentText, Facts
from gongkai.checks.rule import Finding, attachment_rule
from gongkai.model.problem import Level


@attachment_rule("X06", "附件里有隐藏内容", Level.ERROR, "《政府信息公开条例》第十五条、第十七条")
def hidden_content(file: AttachmentText, facts: Facts) -> Iterator[Finding]:
    """What: hidden sheets, rows and columns, comments, tracked changes and hidden text in office files.

    Why: what nobody sees in WPS is what leaks: it was not reviewed.
    Bad: a table of subsidies with the ID numbers in a hidden column
    Good: the column deleted, all changes accepted, comments removed
    """
    if file.extract.hidden:
        listed = "、".join(file.extract.hidden[:5])
        hint = "在 WPS 里取消隐藏并删去不该公开的内容，接受全部修订，删去批注，再保存。"
        yield Finding(f"附件“{file.name}”里有看不见的内容：{listed}。", hint)
