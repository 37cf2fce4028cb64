"""T02 栏目页没有栏目标签."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.checks.material import Facts, Page
from gongkai.checks.rule import Finding, page_rule
from gongkai.model.problem import Level


@page_rule("T02", "栏目页没有栏目标签", Level.ERROR, "国办发〔2017〕47号附件 网页标签规范")
def column_tags(page: Page, facts: Facts) -> Iterator[Finding]:
    """What: ColumnName, ColumnDescription, ColumnKeywords, ColumnType on column pages.

    Why: each is obligatory.
    Bad: a column without description
    Good: `description:` and `keywords:` in columns.yml
    """
    wanted = ("ColumnName", "ColumnDescription", "ColumnKeywords", "ColumnType")
    lacking = [n for n in wanted if not page.meta(n)]
    if page.kind == "column" and lacking:
        yield Finding(
            f"缺标签 {'、'.join(lacking)}。",
            "columns.yml 里给这个栏目写“说明”和“关键词”。",
        )
