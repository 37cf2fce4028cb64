"""T05 内容页没有可选标签."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.checks.material import Facts, Page
from gongkai.checks.rule import Finding, page_rule
from gongkai.model.problem import Level


@page_rule("T05", "内容页没有可选标签", Level.INFO, "国办发〔2017〕47号附件 网页标签规范", on=False)
def optional_tags(page: Page, facts: Facts) -> Iterator[Finding]:
    """What: Description and Url on item pages. Off by default: whether they are obligatory is not certain.

    Why: aggregators use them.
    Bad: neither
    Good: `内容概述:` given, `site_url` set
    """
    lacking = [n for n in ("Description", "Url") if not page.meta(n)]
    if page.kind == "item" and lacking:
        yield Finding(f"没有标签 {'、'.join(lacking)}。", "写内容概述；mkdocs.yml 写 site_url。")
