"""N06 失效文件没有标记."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.checks.material import Facts, Page
from gongkai.checks.rule import Finding, page_rule
from gongkai.model.problem import Level


@page_rule("N06", "失效文件没有标记", Level.ERROR, "国办发〔2017〕47号（在原文件上明显标明）")
def dead_unmarked(page: Page, facts: Facts) -> Iterator[Finding]:
    """What: the page of a repealed or lapsed document does not say so.

    Why: the mark belongs on the original page.
    Bad: the page built before the document lapsed
    Good: a daily build
    """
    state = facts.catalog.validity.get(page.number)
    if page.kind == "item" and state and state.is_dead and not any(state.value in b for b in page.badges):
        yield Finding(f"没有标明“{state.value}”。", "重新生成网站；部署上每天生成一次。")
