"""G20 有商业广告链接."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from gongkai.checks.material import Facts, Page
from gongkai.checks.rule import Finding, page_rule
from gongkai.model.problem import Level


@page_rule("G20", "有商业广告链接", Level.ERROR, "国办发〔2017〕47号（不得有商业广告）")
def advertising(page: Page, facts: Facts) -> Iterator[Finding]:
    """What: links and scripts of shops, advertising and counting services.

    Why: government sites carry no advertising, and count visitors by themselves.
    Bad: `<script src="https://hm.baidu.com/…">`
    Good: none
    """
    for address in page.addresses:
        host = urlsplit(address).hostname or ""
        if host and host.endswith(_HOSTS):
            yield Finding(f"上有商业网站的链接或脚本 {host}。", "删去这个链接或脚本。")


_HOSTS = (
    "taobao.com", "tmall.com", "jd.com", "pinduoduo.com", "hm.baidu.com", "cnzz.com", "umeng.com", "51.la",
    "googleadservices.com", "googlesyndication.com", "doubleclick.net", "google-analytics.com", "pos.baidu.com",
)  # fmt: skip
