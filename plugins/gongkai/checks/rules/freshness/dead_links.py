"""G18 站内死链."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import unquote, urljoin

from gongkai.checks.material import BuiltSite, Facts, Page
from gongkai.checks.rule import Finding, site_rule
from gongkai.model.problem import Level


@site_rule("G18", "站内死链", Level.ERROR, "国办秘函〔2019〕19号 可用性")
def dead_links(site: BuiltSite, facts: Facts) -> Iterator[Finding]:
    """What: every internal link, picture, style and script leads to a file of the site.

    Why: dead links on the home page cost a point each.
    Bad: a link to an item that was moved by hand
    Good: links written to the other item's file
    """
    known: dict[str, bool] = {}
    for path, page in sorted(site.pages.items()):
        bad = sorted({t for t in _targets(path, page, site) if not _alive(t, site, known)})
        if bad:
            item = facts.catalog.by_number.get(page.number)
            message = f"页面 {path} 上有打不开的链接：{'、'.join(bad[:5])}。"
            yield Finding(
                message,
                "改成站内存在的地址；附件放在条目旁边并写进“附件”。",
                path=item.path if item else "/site" + path,
            )


def _targets(path: str, page: Page, site: BuiltSite) -> Iterator[str]:
    own = f"//{site.host}{site.base}"
    for address in (*(link.href for link in page.links), *page.sources):
        if address.startswith(("#", "mailto:", "tel:", "data:", "javascript:", "?")) or not address:
            continue
        inside = address.partition(own)[2] if site.host and own in address else None
        if inside is not None:
            yield "/" + inside.partition("#")[0].partition("?")[0]
        elif "//" not in address:
            # A page for any address (404) writes its links from the host's root, the channel's path included.
            target = urljoin(path, address.partition("#")[0].partition("?")[0])
            yield "/" + target.removeprefix(site.base) if address.startswith(site.base) else target


def _alive(target: str, site: BuiltSite, known: dict[str, bool]) -> bool:
    if target not in known:
        name = unquote(target)
        known[target] = name in site.files or (name.endswith("/") and name + "index.html" in site.files)
    return known[target]
