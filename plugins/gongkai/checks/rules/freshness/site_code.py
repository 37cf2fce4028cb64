"""G13 网站标识码不对."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gongkai.checks.material import BuiltSite, Facts
from gongkai.checks.rule import Finding, site_rule
from gongkai.model.problem import Level


@site_rule(
    "G13", "网站标识码不对", Level.ERROR, "国办发〔2017〕47号附件；网站标识码为10位数字或 bm 加8位数字"
)
def site_code(site: BuiltSite, facts: Facts) -> Iterator[Finding]:
    """What: the code in the meta tag has the right form and is the one in the footer.

    Why: the national platform finds the site by it.
    Bad: `标识码: 12345`
    Good: `标识码: '9901210001'`
    """
    page = site.pages.get("/")
    code = page.meta("SiteIDCode") if page else ""
    if code and not re.fullmatch(r"\d{10}|bm\d{8}", code):
        yield Finding(
            f"网站标识码“{code}”不是 10 位数字，也不是 bm 加 8 位数字。",
            "标识码: '3411220001'",
            path="单位.yml",
        )
    shown = re.search(r"标识码\s*[:：]?\s*(\d{10}|bm\d{8})", page.footer if page else "")
    if code and shown and shown[1] != code:
        yield Finding(
            f"页脚的标识码 {shown[1]} 与网页标签的 {code} 不同。", f"标识码: '{shown[1]}'", path="单位.yml"
        )
