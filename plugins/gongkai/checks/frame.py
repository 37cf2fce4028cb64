"""What stands in the head, header and footer of every page is looked at once, on the front page.

A dead link of the portal's footer is one fault, and it is mended in one place: told for each page it would bury
everything else.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from urllib.parse import urljoin

from gongkai.checks.material import BuiltSite, Page

FRONT = "/"
_NO_FILE = ("#", "mailto:", "tel:", "data:", "javascript:", "?")


def target_of(path: str, address: str, host: str, base: str) -> str | None:
    """The site-rooted path that an address of the page `path` leads to; None when it leads to no file of this site."""
    if not address or address.startswith(_NO_FILE):
        return None
    own = f"//{host}{base}"
    if host and own in address:
        return "/" + address.partition(own)[2].partition("#")[0].partition("?")[0]
    if "//" in address:
        return None
    # A page for any address (404) writes its links from the host's root, the channel's path included.
    target = resolved(path, address.partition("#")[0].partition("?")[0])
    return "/" + target.removeprefix(base) if address.startswith(base) else target


def resolved(path: str, address: str) -> str:
    """A site-rooted address as the page `path` means it; the usual forms without the general way, which takes long."""
    rest, folder = address, path[: path.rfind("/") + 1]
    while rest.startswith("../"):
        rest, folder = rest[3:], folder[: folder.rfind("/", 0, -1) + 1] or "/"
    if not rest or rest[0] in "./?#" or "/." in rest or "//" in rest or ":" in rest or ";" in rest:
        return urljoin(path, address)
    return folder + rest


def framed_once(site: BuiltSite) -> BuiltSite:
    """The site with what its pages share with the front page's frame left to the front page alone."""
    front = site.pages.get(FRONT)
    if front is None:
        return site
    addresses = frozenset(frame_of(front))
    targets = frozenset(target_of(FRONT, a, site.host, site.base) for a in addresses) - {None}

    def shared(path: str, address: str) -> bool:
        # As it is written (a portal's snippet is the same text everywhere), or by where it leads to.
        return address in addresses or target_of(path, address, site.host, site.base) in targets

    pages: Mapping[str, Page] = {
        path: page if path == FRONT else _own(page, frozenset(a for a in frame_of(page) if shared(path, a)))
        for path, page in site.pages.items()
    }
    return replace(site, pages=pages)


def frame_of(page: Page) -> tuple[str, ...]:
    """The addresses in its head, header and footer."""
    return (*(link.href for link in page.links if link.framed), *page.frame_sources)


def _own(page: Page, shared: frozenset[str]) -> Page:
    links = tuple(link for link in page.links if not (link.framed and link.href in shared))
    return replace(page, links=links, shared=shared)
