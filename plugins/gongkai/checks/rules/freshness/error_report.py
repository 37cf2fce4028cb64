"""G22 没有找错入口."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gongkai.checks.material import BuiltSite, Facts
from gongkai.checks.rule import Finding, site_rule
from gongkai.model.problem import Level


@site_rule("G22", "没有找错入口", Level.ERROR, "国办发〔2017〕47号附件；国办秘函〔2019〕19号 网站标识")
def error_report(site: BuiltSite, facts: Facts) -> Iterator[Finding]:
    """What: the home page has the link 我为政府网站找错.

    Why: it is checked at every inspection.
    Bad: a footer snippet without it
    Good: the portal's footer taken over whole
    """
    home = site.pages.get("/")
    if home and not re.search(
        r"找错|zfwzzc|jiucuo|纠错", home.portal + " ".join(link.href for link in home.links)
    ):
        yield Finding("首页没有“我为政府网站找错”入口。", "在门户的页脚片段里加上找错入口。", path="单位.yml")
