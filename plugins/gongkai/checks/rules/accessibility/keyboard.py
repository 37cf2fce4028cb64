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
    if wrong := sorted(page.own.faults & _WRONG):
        yield Finding(
            f"用了 {'、'.join(wrong)}，键盘操作不到或次序混乱。", "正文里只用 Markdown，不写这类 HTML。"
        )
    if wrong := sorted(page.frame.faults & _WRONG):
        yield Finding(
            f"的页头或页脚用了 {'、'.join(wrong)}，键盘操作不到或次序混乱。",
            "门户给的页头、页脚片段里，删去这些属性，能点的写成链接或按钮。",
            shared=True,
        )


_WRONG = frozenset({"tabindex", "onclick"})
