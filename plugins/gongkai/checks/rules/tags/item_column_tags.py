"""T03 内容页没有栏目标签."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.checks.material import Facts, Page
from gongkai.checks.rule import Finding, page_rule
from gongkai.model.problem import Level


@page_rule("T03", "内容页没有栏目标签", Level.WARNING, "国办发〔2017〕47号附件 网页标签规范")
def item_column_tags(page: Page, facts: Facts) -> Iterator[Finding]:
    """What: ColumnName and ColumnType on item pages.

    Why: an article says where it belongs.
    Bad: neither
    Good: both
    """
    lacking = [n for n in ("ColumnName", "ColumnType") if not page.meta(n)]
    if page.kind == "item" and lacking:
        yield Finding(f"缺标签 {'、'.join(lacking)}。", "模板里恢复栏目标签。", shared=True)
