"""P04 平台缺少检索、查阅或下载."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.checks.material import BuiltSite, Facts
from gongkai.checks.rule import Finding, site_rule
from gongkai.model.problem import Level


@site_rule("P04", "平台缺少检索、查阅或下载", Level.ERROR, "《政府信息公开条例》第二十四条")
def functions(site: BuiltSite, facts: Facts) -> Iterator[Finding]:
    """What: pages to find by (search or index), item pages to read, files to download.

    Why: the law names the three.
    Bad: a site without `gongkai/indices` and `gongkai/search`
    Good: both plugins listed
    """
    if not any(path.startswith(("/index/", "/search/")) for path in site.files):
        yield Finding(
            "网站没有检索：既没有信息索引，也没有搜索。",
            "mkdocs.yml 的 plugins 下加“- gongkai/indices”。",
            path="/mkdocs.yml",
        )
    # An item without a page was held back, or not built yet: that is said elsewhere.
    shown = {page.number for page in site.pages.values() if page.kind == "item"}
    wanted = {a.address for i in facts.catalog.items if i.index_number in shown for a in i.attachments}
    lacking = sorted(address for address in wanted if address not in site.files)
    if lacking:
        yield Finding(
            f"{len(lacking)} 个附件不能下载，如 {lacking[0]}。",
            "重新生成网站：gongkai build。",
            path="/site/",
        )
