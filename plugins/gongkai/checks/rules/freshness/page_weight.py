"""G17 页面过大."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import unquote, urljoin

from gongkai.checks.material import BuiltSite, Facts
from gongkai.checks.rule import Finding, site_rule
from gongkai.model.problem import Level


@site_rule(
    "G17",
    "页面过大",
    Level.WARNING,
    "国办发〔2017〕47号附件（加载不超过3秒）",
    limits={"html": 512000, "total": 2097152},
)
def page_weight(site: BuiltSite, facts: Facts) -> Iterator[Finding]:
    """What: a page's HTML, and HTML with its pictures, styles and scripts, are within bounds.

    Why: a page must open within three seconds.
    Bad: a 5 MB photo in the text
    Good: the photo at 1200 pixels, 200 KB
    """
    for path, page in sorted(site.pages.items()):
        named = {urljoin(path, s).partition("?")[0] for s in page.sources if "//" not in s}
        total = page.size + sum(site.files.get(unquote(n), 0) for n in named)
        number = facts.catalog.by_number.get(page.number)
        where = number.path if number else "/site" + path
        if page.size > facts.days("html") or total > facts.days("total"):
            message = f"页面 {path} 有 {page.size // 1024} KB，连同图片 {total // 1024} KB，打开会慢。"
            yield Finding(message, "图片压缩到 300 KB 以内，长表改成附件。", path=where)
