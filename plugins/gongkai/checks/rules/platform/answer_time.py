"""P14 答复期限写错."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gongkai.checks.material import Facts, ItemText
from gongkai.checks.rule import Finding, item_rule
from gongkai.model.problem import Level


@item_rule("P14", "答复期限写错", Level.ERROR, "《政府信息公开条例》第三十三条（20个工作日）", own=True)
def answer_time(text: ItemText, facts: Facts) -> Iterator[Finding]:
    """What: guide, form page and rules state twenty working days for an answer and for its extension, not the old fifteen.

    Why: the 2019 revision changed it.
    Bad: 自收到申请之日起15个工作日内答复
    Good: 自收到申请之日起20个工作日内答复
    """
    if text.column.name not in ("政府信息公开指南", "依申请公开", "政府信息公开制度"):
        return
    for match in _STATED.finditer(text.body):
        days = match[1] or match[2]
        if days not in ("20", "二十") and "第三方" not in match[0] and "补正" not in match[0]:
            message = f"“{match[0].strip()}”：答复和延长期限都是 20 个工作日。"
            yield Finding(message, "改成“20个工作日”。", line=text.line(match.start()))


_STATED = re.compile(
    r"(?:收到申请|申请之日)[^。；\n]{0,12}?(\d+|[一二三十五]+)个工作日[^。；\n]{0,4}答复|延长[^。；\n]{0,16}?不?超过(\d+|[一二三十五]+)个工作日"
)
