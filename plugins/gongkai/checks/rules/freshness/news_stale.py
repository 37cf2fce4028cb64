"""G02 动态栏目两周没有更新."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.checks.freshness import inspected, is_news
from gongkai.checks.material import Facts
from gongkai.checks.rule import Finding, column_rule
from gongkai.model.column import Column
from gongkai.model.problem import Level


@column_rule(
    "G02", "动态栏目两周没有更新", Level.ERROR, "国办秘函〔2019〕19号 栏目不更新", limits={"days": 14}
)
def news_stale(column: Column, facts: Facts) -> Iterator[Finding]:
    """What: a news column whose newest item is older than two weeks; one that follows events has no clock.

    Why: five such columns together are a veto (G04).
    Bad: 工作动态 last filled 20 days ago
    Good: one piece of news a week
    """
    if is_news(column) and column.level == "本级":
        found = inspected(column, facts.catalog, facts.days("days"))
        if found.newest and found.overdue(facts.today):
            message = f"栏目“{column.names}”已经 {(facts.today - found.newest).days} 天没有更新，要求 {found.days} 天内。"
            yield Finding(message, f"发布一条信息，栏目写“{column.names}”。")
