"""J04 解读要素不全."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gongkai.checks.material import Facts, ItemText
from gongkai.checks.rule import Finding, item_rule
from gongkai.model.problem import Level


@item_rule(
    "J04",
    "解读要素不全",
    Level.WARNING,
    "各地政策解读办法",
    kinds=["interpretation"],
    own=True,
    limits={"least": 3},
)
def elements(text: ItemText, facts: Facts) -> Iterator[Finding]:
    """What: a written interpretation with fewer than three of: background, goals, content, scope, novelty, terms, how to apply.

    Why: an interpretation that only praises the file is not counted.
    Bad: one paragraph that says that the file is important
    Good: sections 背景依据, 主要内容, 适用范围, 注意事项
    """
    written = not text.item.forms or {"文字", "部门解读", "负责人解读"} & set(text.item.forms)
    body = facts.full_text(text.item)
    found = [name for name, pattern in _ELEMENTS.items() if re.search(pattern, body)]
    if written and len(text.body) > 60 and len(found) < facts.days("least"):
        lacking = "、".join(name for name in _ELEMENTS if name not in found)
        yield Finding(
            f"解读只有 {len(found)} 个要素，缺：{lacking}。",
            "补充小标题：背景依据、主要内容、适用范围、注意事项。",
        )


_ELEMENTS = {
    "背景依据": r"背景|依据|为什么|起因|原因|为了|怎么来的|由来",
    "目标任务": r"目标|目的|任务|要达到",
    "主要内容": r"主要内容|内容|规定|明确|分为|包括|哪些|怎么|如何|措施|标准",
    "适用范围": r"范围|适用|对象|哪些人|谁可以|谁能|覆盖|涉及",
    "新旧差异": r"变化|调整|新增|不同|以前|过去|原来|创新|亮点",
    "关键词": r"所称|是指|什么是|名词|术语",
    "操作方法": r"办理|申请|流程|程序|步骤|电话|咨询|注意|时间",
}
