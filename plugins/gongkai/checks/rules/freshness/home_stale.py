"""G01 首页两周没有更新."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.checks.material import Facts
from gongkai.checks.rule import Finding, catalog_rule
from gongkai.model.catalog import Catalog
from gongkai.model.problem import Level


@catalog_rule(
    "G01", "首页两周没有更新", Level.VETO, "国办秘函〔2019〕19号 单项否决“首页不更新”", limits={"days": 14}
)
def home_stale(catalog: Catalog, facts: Facts) -> Iterator[Finding]:
    """What: the newest item of all is older than two weeks.

    Why: a home page without news for two weeks is a veto.
    Bad: last item of 1 November, looked at on 23 November
    Good: one item a week
    """
    newest = max((i.published.day for i in catalog.items), default=None)
    if newest is None or (facts.today - newest).days > facts.days("days"):
        found = f"最近一条是 {newest}" if newest else "还没有一条信息"
        yield Finding(
            f"首页超过 {facts.days('days')} 天没有更新（{found}）。", "发布一条工作动态或通知公告。"
        )
