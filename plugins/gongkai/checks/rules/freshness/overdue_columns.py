"""G06 应更新未更新的栏目."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.checks.freshness import overdue_others
from gongkai.checks.material import Facts
from gongkai.checks.rule import Finding, catalog_rule
from gongkai.checks.score import overdue_news
from gongkai.model.catalog import Catalog
from gongkai.model.problem import Level


@catalog_rule(
    "G06",
    "应更新未更新的栏目",
    Level.VETO,
    "国办秘函〔2019〕19号 单项否决“栏目不更新”②",
    limits={"veto": 10, "warn": 5},
)
def overdue_columns(catalog: Catalog, facts: Facts) -> Iterator[Finding]:
    """What: all columns behind their time, by each column's own cadence: ten are a veto, from five on a warning.

    Why: the inspection counts them together.
    Bad: ten columns that were to be filled each quarter and were not
    Good: at most a few, and the forecast looked at each month
    """
    late = (*overdue_news(facts), *(c.column.names for c in overdue_others(catalog, facts.today)))
    if len(late) >= facts.days("warn"):
        level = Level.VETO if len(late) >= facts.days("veto") else Level.WARNING
        message = f"有 {len(late)} 个栏目应更新未更新：{'、'.join(late)}。"
        yield Finding(message, "逐个栏目补发信息，或调整 columns.yml 里的更新周期。", level=level)
