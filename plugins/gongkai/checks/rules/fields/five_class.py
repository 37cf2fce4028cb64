"""B04 政策栏目没有五公开分类."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.checks.material import Facts
from gongkai.checks.rule import Finding, column_rule
from gongkai.model.column import Column
from gongkai.model.problem import Level
from gongkai.model.vocabulary import FIVE


@column_rule("B04", "政策栏目没有五公开分类", Level.INFO, "国办发〔2016〕80号")
def five_class(column: Column, facts: Facts) -> Iterator[Finding]:
    """What: a column of policy files or decisions belongs to one of the five disclosures.

    Why: pages by the five classes are computed from it.
    Bad: an own column of files without `five:`
    Good: `five: 决策公开`
    """
    if column.kind in ("normative", "file") and column.five not in FIVE:
        yield Finding(
            f"栏目“{column.names}”没有归入五公开。", "columns.yml 里给这个栏目写“五公开: 决策公开”。"
        )
