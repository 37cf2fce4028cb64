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
    lacking = [
        src.rpartition("/")[2] for src, alt in page.images if alt is None or (not alt and page.kind == "item")
    ]
    found = (
        (f"图片没有文字说明：{'、'.join(lacking[:3])}", "正文里写 ![图片说明](文件名.png)。", bool(lacking)),
        (f"表单没有标签：{'、'.join(page.unlabelled)}", "给输入框加 label。", bool(page.unlabelled)),
        ("没有写明语言", '模板里写 lang="zh-CN"。', not page.lang),
        ("没有网页标题", "给条目写“标题”。", not page.title),
        (f"一级标题有 {page.headings.count(1)} 个", "正文的标题从“## ”开始写。", page.headings.count(1) != 1),
        ("标题层级跳级", "标题一级一级往下写，不要从二级跳到四级。", _skips(page.headings)),
    )
    for message, hint, wrong in found:
        if page.kind and wrong:
            yield Finding(f"页面 {page.path} {message}。", hint)


def _skips(levels: tuple[int, ...]) -> bool:
    return any(after - before > 1 for before, after in pairwise(levels))
