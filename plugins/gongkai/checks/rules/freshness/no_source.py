"""G11 页面没有信息来源."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.checks.material import Facts, Page
from gongkai.checks.rule import Finding, page_rule
from gongkai.model.problem import Level


@page_rule("G11", "页面没有信息来源", Level.WARNING, "国办发〔2017〕47号附件《网页设计规范》")
def no_source(page: Page, facts: Facts) -> Iterator[Finding]:
    """What: an item's page that does not name its source.

    Why: the design rules ask for it on each article.
    Bad: no 信息来源 and no publisher
    Good: `信息来源: 示例县人民政府网站`
    """
    if page.kind == "item" and not page.meta("ContentSource"):
        yield Finding("没有信息来源。", "信息来源: 青山镇党政综合办公室")
