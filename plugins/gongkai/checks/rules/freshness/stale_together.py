"""G04 不更新的动态、通知、政策栏目过多."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.checks.material import Facts
from gongkai.checks.rule import Finding, catalog_rule
from gongkai.checks.score import overdue_news
from gongkai.model.catalog import Catalog
from gongkai.model.problem import Level


@catalog_rule(
    "G04",
    "不更新的动态、通知、政策栏目过多",
    Level.VETO,
    "国办秘函〔2019〕19号 单项否决“栏目不更新”①",
    limits={"count": 5},
)
def stale_together(catalog: Catalog, facts: Facts) -> Iterator[Finding]:
    """What: G02's and G03's columns together, five or more.

    Why: that is a veto.
    Bad: five overdue columns
    Good: none
    """
    late = overdue_news(facts)
    if len(late) >= facts.days("count"):
        message = f"动态、通知公告、政策文件类有 {len(late)} 个栏目没有按时更新：{'、'.join(late)}。"
        yield Finding(message, "逐个栏目补发信息，或把用不上的栏目在 columns.yml 里隐去。")
