"""M01 索引号格式不合规范."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gongkai.checks.material import Facts, ItemText
from gongkai.checks.rule import Finding, item_rule
from gongkai.model.problem import Level


@item_rule("M01", "索引号格式不合规范", Level.ERROR, "《政府信息公开条例》第十二条；各地目录编制规范")
def index_number(text: ItemText, facts: Facts) -> Iterator[Finding]:
    """What: an index number of one of the forms in use. Missing and double ones are found when the folder is read.

    Why: the number is how the directory names an item.
    Bad: `索引号: 2026-1`
    Good: `索引号: 119901210000000000/202605-00001`
    """
    number = text.item.index_number
    if not _FORM.match(number):
        yield Finding(
            f"索引号“{number}”不是常见格式（代码/年月-5位序号）。",
            "索引号: 单位代码/202605-00001",
            key="index_number",
            level=Level.WARNING,
        )


_FORM = re.compile(
    r"^(?:[0-9A-HJ-NPQRTUWXY]{18}|[0-9A-Z]{8}-?[0-9X]|\d{10}|[a-z]{2,20})\s*[/-]\s*\d{4}(?:\d{2})?-\d{5,7}$"
)
