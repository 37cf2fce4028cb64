"""G08 页面没有发布时间."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.checks.material import Facts, Page
from gongkai.checks.rule import Finding, page_rule
from gongkai.model.problem import Level


@page_rule("G08", "页面没有发布时间", Level.ERROR, "国办发〔2017〕47号附件《网页设计规范》")
def no_time_shown(page: Page, facts: Facts) -> Iterator[Finding]:
    """What: an item's page without a visible publication time.

    Why: an item without a time counts as not updated.
    Bad: a template that leaves the line of facts out
    Good: `发布日期：2026-05-08 09:30` under the title
    """
    if page.kind == "item" and not any(page.times):
        yield Finding("上看不到发布时间。", "模板里恢复“发布日期”一行。", shared=True)
