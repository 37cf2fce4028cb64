"""Y11 年报用了旧格式."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.checks.material import Facts, ItemText
from gongkai.checks.reports_of import is_new_form
from gongkai.checks.rule import Finding, item_rule
from gongkai.model.problem import Level


@item_rule(
    "Y11", "年报用了旧格式", Level.ERROR, "国办公开办函〔2021〕30号（替代2019年格式）", kinds=["report"]
)
def old_form(text: ItemText, facts: Facts) -> Iterator[Finding]:
    """What: words of the 2019 form in a report of 2021 or later.

    Why: the old form is rejected.
    Bad: 新制作数量, 对外公开总数量
    Good: 本年制发件数, 现行有效件数
    """
    if is_new_form(text):
        for word in ("新制作数量", "新公开数量", "对外公开总数量", "其他对外管理服务事项"):
            at = text.body.find(word)
            if at >= 0:
                yield Finding(
                    f"“{word}”是 2019 年旧格式的栏目。", "换成 2021 年格式的表格。", line=text.line(at)
                )
