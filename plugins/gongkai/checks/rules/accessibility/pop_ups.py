"""A04 有自动播放或弹出内容."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.checks.material import Facts, Page
from gongkai.checks.rule import Finding, page_rule
from gongkai.model.problem import Level


@page_rule("A04", "有自动播放或弹出内容", Level.ERROR, "《互联网网站适老化通用设计规范》")
def pop_ups(page: Page, facts: Facts) -> Iterator[Finding]:
    """What: sound or video that plays by itself, frames of other hosts, links that open windows by script.

    Why: no pop-ups and no advertising on pages for the elderly.
    Bad: `<video autoplay>`
    Good: a link to the video
    """
    scripted = {link.framed for link in page.links if link.href.lower().startswith("javascript:")}
    if page.own.faults & _WRONG or False in scripted:
        yield Finding("有自动播放的音视频、别处的嵌入网页或脚本弹窗。", "改成普通链接。")
    if page.frame.faults & _WRONG or True in scripted:
        yield Finding(
            "的页头或页脚里有自动播放的音视频、别处的嵌入网页或脚本弹窗。",
            "门户给的页头、页脚片段里，改成普通链接。",
            shared=True,
        )


_WRONG = frozenset({"autoplay", "iframe"})
