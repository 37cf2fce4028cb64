"""P05 公开指南要素不全."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gongkai.checks.material import Facts, ItemText
from gongkai.checks.rule import Finding, item_rule
from gongkai.model.problem import Level


@item_rule("P05", "公开指南要素不全", Level.ERROR, "《政府信息公开条例》第十二条", kinds=["page"])
def guide_elements(text: ItemText, facts: Facts) -> Iterator[Finding]:
    """What: the nine elements of the guide: organ, address, hours, telephone, fax, internet contact, classes, arrangement, ways.

    Why: the law lists them.
    Bad: a guide without office hours
    Good: all nine; a fax that does not exist is said to be 无
    """
    if text.column.name != "政府信息公开指南":
        return
    lacking = [name for name, pattern in _ELEMENTS.items() if not re.search(pattern, text.body)]
    if lacking:
        yield Finding(
            f"政府信息公开指南缺：{'、'.join(lacking)}。",
            "正文补上这些内容；没有传真的写明“传真：无”。",
        )


_ELEMENTS = {
    "工作机构名称": r"工作机构|机构名称|办公室", "办公地址": r"地址|地点", "办公时间": r"办公时间|工作时间|受理时间",
    "联系电话": r"电话", "传真号码": r"传真", "互联网联系方式": r"邮箱|电子邮件|@|网址|互联网",
    "信息分类": r"分类|类别", "编排体系": r"编排|索引号|体系", "获取方式": r"获取|查阅|申请",
}  # fmt: skip
