"""G14 域名不合规定."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.checks.material import BuiltSite, Facts
from gongkai.checks.rule import Finding, site_rule
from gongkai.model.problem import Level


@site_rule(
    "G14",
    "域名不合规定",
    Level.WARNING,
    "国办发〔2017〕47号；国办函〔2018〕55号",
    limits={"ending": ".gov.cn"},
)
def domain(site: BuiltSite, facts: Facts) -> Iterator[Finding]:
    """What: the site's address ends in .gov.cn. Demonstrations and reserved names (`.example`) are left alone.

    Why: government sites use that domain only.
    Bad: `site_url: https://www.qingshan.com/`
    Good: `site_url: https://www.shili.gov.cn/qingshan/`
    """
    reserved = site.host.endswith((".example", ".test", ".invalid", "localhost"))
    if site.host and not reserved and not site.host.endswith(str(facts.limits["ending"])):
        yield Finding(
            f"网址 {site.host} 不以 .gov.cn 结尾。",
            "site_url 写上级门户的域名和本频道的路径。",
            path="/mkdocs.yml",
        )
