"""A06 地图没有审图号."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gongkai.checks.material import Facts, ItemText
from gongkai.checks.rule import Finding, item_rule
from gongkai.model.problem import Level


@item_rule("A06", "地图没有审图号", Level.WARNING, "国办发〔2017〕47号；《地图管理条例》")
def map_number(text: ItemText, facts: Facts) -> Iterator[Finding]:
    """What: a picture or attachment called a map of a territory, and no 审图号 in text or file.

    Why: only standard maps may be shown.
    Bad: `![青山镇行政区划图](区划图.png)` alone
    Good: the same with 审图号：皖S（2026）1号
    """
    names = [
        *text.item.pictures,
        *(a.title or a.name for a in text.item.attachments),
        *re.findall(r"!\[([^\]]*)\]", text.body),
    ]
    maps = [n for n in names if re.search(r"地图|区划图|区位图|政区图|示意地图", n)]
    if maps and "审图号" not in facts.full_text(text.item):
        yield Finding(f"“{maps[0]}”像是地图，没有审图号。", "用自然资源部门的标准地图，并写明审图号。")
