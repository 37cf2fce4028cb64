"""G12 页脚七项不全."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gongkai.checks.material import BuiltSite, Facts, Page
from gongkai.checks.rule import Finding, site_rule
from gongkai.model.problem import Level


@site_rule("G12", "页脚七项不全", Level.ERROR, "国办发〔2017〕47号附件《网页设计规范》", limits={"shown": 3})
def footer_items(site: BuiltSite, facts: Facts) -> Iterator[Finding]:
    """What: the seven items of the footer on every page: organ mark, error report, site code, host, ICP, police, site map.

    Why: each one missing costs points; in a channel they stand in the portal's footer snippet.
    Bad: a channel without the portal's footer
    Good: `页脚: 页脚.html` with the portal's footer in `content/_门户/`
    """
    lacking: dict[str, list[str]] = {}
    for path, page in sorted(site.pages.items()):
        for name in _missing(page):
            lacking.setdefault(name, []).append(path)
    for name, paths in lacking.items():
        where = f"{len(paths)} 个页面" if len(paths) > facts.days("shown") else "、".join(paths)
        yield Finding(f"{where}的页脚没有“{name}”。", _HINTS[facts.mode], path="单位.yml")


_HINTS = {
    "channel": "把上级门户的页脚存成 content/_门户/页脚.html，单位.yml 里写“页脚: 页脚.html”。",
    "site": "在 content/单位.yml 里填写网站标识码、备案号和联系方式。",
}
_PATTERNS = {
    "党政机关网站标识": r"conac\.cn|党政机关|事业单位标识|机关标识",
    "我为政府网站找错": r"找错|zfwzzc|jiucuo|纠错",
    "网站标识码": r"标识码\s*[:：]?\s*(?:\d{10}|bm\d{8})",
    "主办单位及联系方式": r"主办",
    "ICP备案编号": r"ICP备",
    "公安机关备案标识": r"公网安备",
    "站点地图": r"站点地图|网站地图|sitemap",
}


def _missing(page: Page) -> Iterator[str]:
    for name, pattern in _PATTERNS.items():
        if not re.search(pattern, page.portal):
            yield name
