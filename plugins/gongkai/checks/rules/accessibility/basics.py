"""A01 图片、表单、语言或标题不符合无障碍要求."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from gongkai.checks.material import Facts, Page
from gongkai.checks.rule import Finding, page_rule
from gongkai.model.problem import Level


@page_rule("A01", "图片、表单、语言或标题不符合无障碍要求", Level.WARNING, "GB/T 37668-2019 一级")
def basics(page: Page, facts: Facts) -> Iterator[Finding]:
    """What: alt on every picture, a label on every field, `lang`, a title, one h1, no level of heading skipped.

    Why: screen readers need them.
    Bad: `![](图.png)`
    Good: `![垃圾分类流程图](图.png)`
    """
    if not page.kind:
        return
    for message, hint in (*_in_text(page), *_headings(page)):
        yield Finding(f"{message}。", hint)
    for message, hint in _in_frame(page):
        yield Finding(f"的页头或页脚里，{message}。", hint, shared=True)
    if not page.lang:
        yield Finding("没有写明语言。", '模板里写 lang="zh-CN"。', shared=True)
    if not page.title:
        yield Finding("没有网页标题。", "给条目写“标题”。")


def _in_text(page: Page) -> Iterator[tuple[str, str]]:
    if lacking := _mute(page.own.images, page.kind == "item"):
        yield f"图片没有文字说明：{lacking}", "正文里写 ![图片说明](文件名.png)。"
    if page.own.unlabelled:
        yield f"表单没有标签：{'、'.join(page.own.unlabelled)}", "给输入框加 label。"


def _headings(page: Page) -> Iterator[tuple[str, str]]:
    tops = page.own.tops + page.frame.tops
    if tops != 1 and page.own.tops != 1:
        yield f"一级标题有 {tops} 个", "正文的标题从“## ”开始写。"
    if _skips(page.own.headings):
        yield "标题层级跳级", "标题一级一级往下写，不要从二级跳到四级。"


def _in_frame(page: Page) -> Iterator[tuple[str, str]]:
    """What stands on every page alike, mostly in the portal's snippets."""
    if lacking := _mute(page.frame.images, False):
        yield f"图片没有文字说明：{lacking}", f'{_SNIPPETS}图片加 alt="说明"。'
    if page.frame.unlabelled:
        yield f"表单没有标签：{'、'.join(page.frame.unlabelled)}", f"{_SNIPPETS}输入框加 label。"
    if page.frame.tops and page.own.tops == 1:
        yield "用了一级标题", f"{_SNIPPETS}一级标题 h1 改成普通文字。"
    if _skips((1, *page.frame.headings)):
        yield "标题层级跳级", f"{_SNIPPETS}标题改成普通文字，或从 h2 开始。"


_SNIPPETS = "门户给的页头、页脚片段里，"


def _mute(images: tuple[tuple[str, str | None], ...], strict: bool) -> str:
    """Names of up to three pictures that say nothing; an empty alt marks a mere ornament, but not in an article."""
    lacking = [src.rpartition("/")[2] for src, alt in images if alt is None or (strict and not alt)]
    return "、".join(lacking[:3])


def _skips(levels: tuple[int, ...]) -> bool:
    return any(after - before > 1 for before, after in pairwise(levels))
