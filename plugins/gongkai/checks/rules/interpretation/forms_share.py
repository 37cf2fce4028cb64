"""J06 解读形式单一."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.checks.material import Facts
from gongkai.checks.rule import Finding, catalog_rule
from gongkai.model.catalog import Catalog
from gongkai.model.problem import Level


@catalog_rule(
    "J06",
    "解读形式单一",
    Level.INFO,
    "国办秘函〔2019〕19号 解读形式",
    limits={"percent": 30, "least": 4},
    kinds=["interpretation"],
    at_items=True,
)
def forms_share(catalog: Catalog, facts: Facts) -> Iterator[Finding]:
    """What: the share of last year's interpretations that are more than text.

    Why: pictures, audio and video are counted.
    Bad: ten interpretations, all text
    Good: every third with a picture
    """
    year = [
        i
        for i in catalog.items
        if i.kind == "interpretation" and 0 <= (facts.today - i.published.day).days <= 365
    ]
    rich = [i for i in year if set(i.forms) - {"文字", "部门解读"}]
    if len(year) >= facts.days("least") and 100 * len(rich) < facts.number("percent") * len(year):
        message = f"近一年 {len(year)} 条解读里只有 {len(rich)} 条用了图解、音视频等形式。"
        yield Finding(message, "重要文件配一张图解或一段视频。", path=year[0].path)
