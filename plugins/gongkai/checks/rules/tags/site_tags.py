"""T01 页面没有站点标签."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.checks.material import Facts, Page
from gongkai.checks.rule import Finding, page_rule
from gongkai.model.problem import Level


@page_rule("T01", "页面没有站点标签", Level.ERROR, "国办发〔2017〕47号附件 网页标签规范")
def site_tags(page: Page, facts: Facts) -> Iterator[Finding]:
    """What: SiteName, SiteDomain, SiteIDCode on every page, neither empty nor `null`.

    Why: machines of the inspection read them.
    Bad: `<meta name="SiteIDCode" content="">`
    Good: `<meta name="SiteIDCode" content="9901210001">`
    """
    lacking = [n for n in ("SiteName", "SiteDomain", "SiteIDCode") if not page.meta(n)]
    if page.kind and lacking:
        yield Finding(
            f"缺标签 {'、'.join(lacking)}。",
            "单位.yml 里写全上级门户的名称、网址、标识码；mkdocs.yml 写 site_url。",
            shared=True,
        )
