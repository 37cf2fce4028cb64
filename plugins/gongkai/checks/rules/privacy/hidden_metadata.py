"""X09 附件属性里有个人信息."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gongkai.checks.material import AttachmentText, Facts
from gongkai.checks.rule import Finding, attachment_rule
from gongkai.model.problem import Level
from gongkai.model.unit import Unit


@attachment_rule("X09", "附件属性里有个人信息", Level.WARNING, "《个人信息保护法》第二十五条")
def hidden_metadata(file: AttachmentText, facts: Facts) -> Iterator[Finding]:
    """What: author and last editor in a file's properties, the place a photo was taken at; an organ is no person.

    Why: they name persons who are not part of the information.
    Bad: a docx whose properties say 作者 王某
    Good: the properties emptied, by hand or with `gongkai check --fix-metadata`
    """
    told = [name for name, _ in personal(file, facts.catalog.unit)]
    if told:
        listed = "、".join(told[:4])
        hint = "运行 gongkai check --fix-metadata，或在 WPS“文件—文档加密—属性”里清空。"
        yield Finding(f"附件“{file.name}”的属性里有{listed}。", hint)


def personal(file: AttachmentText, unit: Unit) -> tuple[tuple[str, str], ...]:
    """The properties of an attachment that tell about persons or places, as (wording, value)."""
    own = (unit.name, unit.short_name)
    return tuple(
        (n, value) for n, value in file.extract.metadata if value not in own and not _ORGAN.search(value)
    )


_ORGAN = re.compile(r"(?:政府|办公室|委员会|街道办事处|中心|公司|[^\W\d]{2,}(?:局|站|所|办))$")
