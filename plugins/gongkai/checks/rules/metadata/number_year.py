"""M03 索引号年月与发布日期不符."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gongkai.checks.material import Facts, ItemText
from gongkai.checks.rule import Finding, item_rule
from gongkai.model.problem import Level


@item_rule("M03", "索引号年月与发布日期不符", Level.WARNING, "各地目录编制规范", limits={"by": "published"})
def number_year(text: ItemText, facts: Facts) -> Iterator[Finding]:
    """What: the year in the index number is the year of publication (`by: written`: of writing).

    Why: the number tells when an item was filed.
    Bad: `…/202505-00001` published in 2026
    Good: `…/202605-00001`
    """
    match = re.search(r"[/-](\d{4})(\d{2})?-\d{5,7}$", text.item.index_number)
    day = text.item.written if facts.limits["by"] == "written" else text.item.published.day
    if match and day and int(match[1]) != day.year:
        message = f"索引号里的年份 {match[1]} 与{'成文' if facts.limits['by'] == 'written' else '发布'}年份 {day.year} 不同。"
        yield Finding(message, "新信息按发布年月编号；已经公开的号码不要改。", key="index_number")
