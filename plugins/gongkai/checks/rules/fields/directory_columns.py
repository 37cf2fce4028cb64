"""B02 标准目录要素不全."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gongkai.checks.material import Facts, ItemText
from gongkai.checks.rule import Finding, item_rule
from gongkai.model.problem import Level


@item_rule("B02", "标准目录要素不全", Level.WARNING, "国办发〔2019〕54号（八项要素）", kinds=["list"])
def directory_columns(text: ItemText, facts: Facts) -> Iterator[Finding]:
    """What: a 标准目录 has the eight elements as headings of its table, in the text or the attachment.

    Why: the document names them.
    Bad: a table of 序号, 事项, 备注
    Good: 名称, 内容, 依据, 时限, 主体, 方式, 渠道, 对象
    """
    if "标准目录" not in text.item.title:
        return
    whole = facts.full_text(text.item)
    lacking = [
        n
        for n in ("事项|名称", "内容", "依据", "时限", "主体", "方式", "渠道|载体", "对象")
        if not re.search(n, whole)
    ]
    if lacking:
        yield Finding(
            f"标准目录缺要素：{'、'.join(n.partition('|')[0] for n in lacking)}。",
            "表头写全八项：名称、内容、依据、时限、主体、方式、渠道、公开对象。",
        )
