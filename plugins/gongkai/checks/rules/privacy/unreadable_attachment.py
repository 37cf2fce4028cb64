"""X08 附件没有查成."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.checks.material import AttachmentText, Facts
from gongkai.checks.rule import Finding, attachment_rule
from gongkai.model.problem import Level


@attachment_rule("X08", "附件没有查成", Level.WARNING, "《政府信息公开条例》第十七条（公开前审查）")
def unreadable_attachment(file: AttachmentText, facts: Facts) -> Iterator[Finding]:
    """What: an attachment that is broken, encrypted, too big, or not what its name says.

    Why: what cannot be read here was not checked, and citizens may not be able to open it either.
    Bad: a docx with a password
    Good: the same file saved again without one
    """
    if file.extract.trouble:
        hint = "重新另存一份（不加密码、扩展名与内容一致）；太大的拆开或压缩图片。"
        yield Finding(f"附件“{file.name}”{file.extract.trouble}。", hint)
