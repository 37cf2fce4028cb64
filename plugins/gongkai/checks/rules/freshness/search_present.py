"""G21 没有站内搜索."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.checks.material import BuiltSite, Facts
from gongkai.checks.rule import SITE, Finding, site_rule
from gongkai.model.problem import Level


@site_rule("G21", "没有站内搜索", Level.WARNING, "国办秘函〔2019〕19号 全文搜索", modes=[SITE], on=False)
def search_present(site: BuiltSite, facts: Facts) -> Iterator[Finding]:
    """What: the site has a search page. Whether a title is found on its first page needs a browser. Off by default.

    Why: inspectors try five titles.
    Bad: a site without `gongkai/search`
    Good: the plugin listed in mkdocs.yml
    """
    if not any(path.startswith("/search/") for path in site.files):
        yield Finding(
            "网站没有搜索页。", "在 mkdocs.yml 的 plugins 下加“- gongkai/search”。", path="/mkdocs.yml"
        )
