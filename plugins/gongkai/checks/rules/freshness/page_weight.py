"""G17 页面过大."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import unquote

from gongkai.checks.frame import resolved
from gongkai.checks.material import BuiltSite, Facts, Page
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

    What header, footer and head load by themselves is told once when it is more than half of what a page may have.

    Why: a page must open within three seconds.
    Bad: a 5 MB photo in the text
    Good: the photo at 1200 pixels, 200 KB
    """
    most = facts.days("total")
    frames = {path: _loaded(site, page, page.frame_sources) for path, page in site.pages.items()}
    heavy = [path for path, size in sorted(frames.items()) if size > most // 2]
    if heavy:
        message = f"{len(heavy)} 个页面的页头、页脚和样式有 {frames[heavy[0]] // 1024} KB，打开会慢。"
        yield Finding(message, "门户给的页头、页脚片段里，换成小的图片。", path="/site" + heavy[0])
    for path, page in sorted(site.pages.items()):
        total = page.size + _loaded(site, page, page.sources) - (frames[path] if path in heavy else 0)
        number = facts.catalog.by_number.get(page.number)
        where = number.path if number else "/site" + path
        if page.size > facts.days("html") or total > most:
            message = f"页面 {path} 有 {page.size // 1024} KB，连同图片 {total // 1024} KB，打开会慢。"
            yield Finding(message, "图片压缩到 300 KB 以内，长表改成附件。", path=where)


_NO_FILE = ("data:", "http:", "https:", "//")


def _loaded(site: BuiltSite, page: Page, sources: tuple[str, ...]) -> int:
    """The bytes of a page's files of these addresses."""
    named = {resolved(page.path, s.partition("?")[0]) for s in sources if not s.startswith(_NO_FILE)}
    return sum(site.files.get(unquote(name), 0) for name in named)
