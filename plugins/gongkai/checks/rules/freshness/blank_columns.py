"""G07 空白栏目."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.checks.freshness import blank
from gongkai.checks.material import Facts
from gongkai.checks.rule import Finding, catalog_rule
from gongkai.model.catalog import Catalog
from gongkai.model.problem import Level


@catalog_rule(
    "G07", "空白栏目", Level.VETO, "国办秘函〔2019〕19号 单项否决“栏目不更新”③", limits={"veto": 5, "warn": 1}
)
def blank_columns(catalog: Catalog, facts: Facts) -> Iterator[Finding]:
    """What: columns that are shown and have never had anything in them: five are a veto, one a warning.

    Why: an opened column without content counts as blank.
    Bad: `empty: show` on a column nobody fills
    Good: `empty: auto`, which hides it until its first item
    """
    empty = [c.names for c in blank(catalog)]
    if len(empty) >= facts.days("warn"):
        level = Level.VETO if len(empty) >= facts.days("veto") else Level.WARNING
        yield Finding(
            f"有 {len(empty)} 个空白栏目：{'、'.join(empty)}。",
            "发布信息；确实没有这项职责的，在 columns.yml 里写“空栏目: 自动”或“空栏目: 不涉及”。",
            level=level,
        )
