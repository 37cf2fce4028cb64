"""C06 两个月没有公开留言答复."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.checks.material import Facts
from gongkai.checks.rule import SITE, Finding, catalog_rule
from gongkai.model.catalog import Catalog
from gongkai.model.problem import Level


@catalog_rule(
    "C06",
    "两个月没有公开留言答复",
    Level.WARNING,
    "国办秘函〔2019〕19号 留言公开",
    modes=[SITE],
    limits={"days": 61},
)
def messages_stale(catalog: Catalog, facts: Facts) -> Iterator[Finding]:
    """What: the newest public answer to a message is older than two months; sites of their own only.

    Why: three points.
    Bad: the last answer of May, looked at in November
    Good: one selected answer a month
    """
    newest = max((i.published.day for i in catalog.items if i.kind == "response"), default=None)
    if newest is None or (facts.today - newest).days > facts.days("days"):
        found = f"最近一条是 {newest}" if newest else "还没有一条"
        yield Finding(f"两个月内没有公开留言答复（{found}）。", "在“政策问答和留言选登”发布一条答复。")
