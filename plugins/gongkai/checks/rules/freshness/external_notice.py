"""G19 外部链接没有提示."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from gongkai.checks.material import Facts, Page
from gongkai.checks.rule import Finding, page_rule
from gongkai.model.problem import Level


@page_rule("G19", "外部链接没有提示", Level.WARNING, "国办发〔2017〕47号附件（打开非政府网站应有提示信息）")
def external_notice(page: Page, facts: Facts) -> Iterator[Finding]:
    """What: a link to a host that is no government's and has neither a notice nor the mark of leaving the site.

    Why: citizens must be told when they leave.
    Bad: a bare link to a company's page
    Good: a link that opens with 您将离开本站
    """
    own = urlsplit(facts.catalog.unit.portal.url).hostname or ""
    for link in page.links:
        host = urlsplit(link.href).hostname or ""
        if not host or link.marked or host == own or _government(host, facts):
            continue
        yield Finding(f"上的外部链接 {host} 没有离站提示。", "改用文字说明，或链接到政府网站。")


def _government(host: str, facts: Facts) -> bool:
    reserved = (".example", ".test", ".invalid", "conac.cn", "miit.gov.cn")
    return host.endswith((*facts.settings.government_hosts, *reserved))
