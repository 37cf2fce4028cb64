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
    framed = [s for s in page.sources if s.startswith(("//", "http")) and "iframe" in page.faults]
    scripted = any(link.href.lower().startswith("javascript:") for link in page.links)
    if "autoplay" in page.faults or scripted or framed:
        yield Finding(f"页面 {page.path} 有自动播放的音视频或脚本弹窗。", "改成普通链接。")
