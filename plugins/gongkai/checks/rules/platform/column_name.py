"""P01 首页没有“政府信息公开”."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.checks.material import BuiltSite, Facts
from gongkai.checks.rule import Finding, site_rule
from gongkai.model.problem import Level


@site_rule("P01", "首页没有“政府信息公开”", Level.ERROR, "国办公开办函〔2019〕61号")
def column_name(site: BuiltSite, facts: Facts) -> Iterator[Finding]:
    """What: the home page links to a column named exactly 政府信息公开.

    Why: name and place are fixed.
    Bad: a menu with 信息公开专栏
    Good: 政府信息公开, first in the menu
    """
    home = site.pages.get("/")
    if home and not any(link.text == "政府信息公开" for link in home.links):
        yield Finding("首页上没有名为“政府信息公开”的入口。", "columns.yml 保留预设的“政府信息公开”栏目。")
