"""K03 权责清单栏目不全."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gongkai.checks.material import Facts, ItemText
from gongkai.checks.rule import Finding, item_rule
from gongkai.model.problem import Level


@item_rule("K03", "权责清单栏目不全", Level.WARNING, "权责清单编制规范（职权类型十类）", kinds=["list"])
def powers_list(text: ItemText, facts: Facts) -> Iterator[Finding]:
    """What: a list of powers has type, name, basis, organ and duties, and its types are of the ten.

    Why: the form is unified.
    Bad: a table of names
    Good: 职权类型, 职权名称, 实施依据, 实施主体, 责任事项
    """
    if not re.search(r"权责清单|权力清单", text.item.title) or re.search(r"调整|通知|公告", text.item.title):
        return
    if any(t.catalogue == "qzqd" for t in facts.catalog.tables_in.get(text.item.column, ())):
        return  # the list itself stands beside it as a table, whose columns are checked one by one
    whole = facts.full_text(text.item)
    lacking = [name for name, pattern in _FIELDS.items() if not re.search(pattern, whole)]
    if lacking:
        yield Finding(
            f"权责清单缺：{'、'.join(lacking)}。",
            "表头写全：职权类型、职权名称、实施依据、实施主体、责任事项。",
        )


_FIELDS = {
    "职权类型": r"行政(?:许可|处罚|强制|征收|给付|裁决|确认|奖励|检查)|其他(?:行政)?权力|公共服务", "职权名称": r"名称|事项",
    "实施依据": r"依据", "实施主体": r"主体|单位|机关|部门|机构", "责任事项": r"责任|追责",
}  # fmt: skip
