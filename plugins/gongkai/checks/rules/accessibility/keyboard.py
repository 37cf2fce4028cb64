"""A03 键盘操作有障碍."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.checks.material import Facts, Page
from gongkai.checks.rule import Finding, page_rule
from gongkai.model.problem import Level


@page_rule("A03", "键盘操作有障碍", Level.WARNING, "《互联网网站适老化通用设计规范》")
def keyboard(page: Page, facts: Facts) -> Iterator[Finding]:
    """What: a positive tabindex, or a click on something the keyboard does not reach.

    Why: many elderly and blind people use the keyboard.
    Bad: `<div onclick="…">`
    Good: `<button>`
    """
    wrong = page.faults & {"tabindex", "onclick"}
    if wrong:
        yield Finding(
            f"页面 {page.path} 用了 {'、'.join(sorted(wrong))}，键盘操作不到或次序混乱。",
            "正文里只用 Markdown，不写这类 HTML。",
        )
