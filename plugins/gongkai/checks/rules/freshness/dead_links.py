"""G18 站内死链."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from urllib.parse import unquote

from gongkai.checks.frame import FRONT, frame_of, target_of
from gongkai.checks.material import BuiltSite, Facts
from gongkai.checks.rule import Finding, site_rule
from gongkai.model.problem import Level


@site_rule("G18", "站内死链", Level.ERROR, "国办秘函〔2019〕19号 可用性")
def dead_links(site: BuiltSite, facts: Facts) -> Iterator[Finding]:
    """What: every internal link, picture, style and script leads to a file of the site.

    Why: dead links on the home page cost a point each.
    What stands in the header or footer of every page is told once, on the front page.
    Bad: a link to an item that was moved by hand
    Good: links written to the other item's file
    """
    known: dict[str, bool] = {}
    for path, page in sorted(site.pages.items()):
        everywhere = _dead(frame_of(page), path, site, known) if path == FRONT else []
        bad = [t for t in _dead(page.addresses, path, site, known) if t not in everywhere]
        if everywhere:
            message = f"每一页的页头或页脚里有打不开的链接：{'、'.join(everywhere[:5])}。"
            hint = "改门户给的页头、页脚片段，或单位.yml 里的网址。"
            yield Finding(message, hint, path="/site" + path)
        if bad:
            item = facts.catalog.by_number.get(page.number)
            message = f"页面 {path} 上有打不开的链接：{'、'.join(bad[:5])}。"
            yield Finding(
                message,
                "改成站内存在的地址；附件放在条目旁边并写进“附件”。",
                path=item.path if item else "/site" + path,
            )


def _dead(addresses: Iterable[str], path: str, site: BuiltSite, known: dict[str, bool]) -> list[str]:
    targets = {target_of(path, address, site.host, site.base) for address in addresses}
    return sorted(t for t in targets if t is not None and not _alive(t, site, known))


def _alive(target: str, site: BuiltSite, known: dict[str, bool]) -> bool:
    if target not in known:
        name = unquote(target)
        known[target] = name in site.files or (name.endswith("/") and name + "index.html" in site.files)
    return known[target]
