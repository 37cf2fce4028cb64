"""The notice before a reader leaves for a site that is not the government's.

《政府网站发展指引》（国办发〔2017〕47号，地址链接）: a link to a site that is not a government's must tell the reader.
Each such address has a page of its own, so that it works without a script and cannot be turned into a way
to anywhere (an address handed over in the query could).
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import replace
from urllib.parse import urlsplit

from gongkai.model.catalog import Catalog
from gongkai.model.item import Item
from gongkai.model.unit import Unit
from gongkai.views.addresses import Addresses
from gongkai.views.heads import HOME
from gongkai.views.pages import LeaveView
from gongkai.views.parts import Fact, Head, Link
from gongkai.views.spec import PageSpec

TITLE = "即将离开本网站"
GOVERNMENT = ".gov.cn"


def host_of(url: str) -> str:
    """The host of an address, lower case; empty where there is none or it cannot be read."""
    try:
        return (urlsplit(url).hostname or "").lower()
    except ValueError:
        return ""


def leave_path(url: str) -> str:
    """The address of the notice for a target."""
    return f"/leave/{hashlib.sha256(url.encode()).hexdigest()[:8]}/"


def is_foreign(url: str, unit: Unit, site_url: str) -> bool:
    """Whether a target lies outside: not this site, not its portal's domain, not `.gov.cn`."""
    host = host_of(url)
    if not url.lower().startswith(("http://", "https://")) or not host or host.endswith(GOVERNMENT):
        return False
    near = (site_url, unit.portal.url, unit.application_url, unit.interaction_url)
    domains = {host_of(address).removeprefix("www.") for address in near}
    return not any(domain and (host == domain or host.endswith("." + domain)) for domain in domains)


def _named(item: Item) -> Iterator[str]:
    """Every outside address that an item's page links: of its body, its source, its own fields."""
    yield from item.outside
    if item.source_url:
        yield item.source_url
    for value in item.details.values():
        if isinstance(value, str) and value.startswith("http"):
            yield value


def foreign_links(item: Item, unit: Unit, site_url: str) -> Iterator[str]:
    """The targets of an item's page that need a notice."""
    return (url for url in _named(item) if is_foreign(url, unit, site_url))


def guarded(facts: Iterable[Fact], unit: Unit, site_url: str) -> tuple[Fact, ...]:
    """The same facts with their outside targets behind the notice."""
    return tuple(
        [
            replace(fact, path=leave_path(fact.path))
            if fact.path[:4] == "http" and is_foreign(fact.path, unit, site_url)
            else fact
            for fact in facts
        ]
    )


def leave_pages(catalog: Catalog, addresses: Addresses) -> Iterator[PageSpec]:
    """One notice for each target, in the order of their addresses."""
    return notices(
        url for item in catalog.items for url in foreign_links(item, catalog.unit, addresses.site_url)
    )


def notices(urls: Iterable[str]) -> Iterator[PageSpec]:
    """The notices for some targets, in the order of their addresses."""
    for path, url in sorted((leave_path(url), url) for url in set(urls)):
        yield PageSpec(path, "leave", "core", ("leave", url))


def leave_view(url: str) -> LeaveView:
    """The notice for one target."""
    head = Head(page="leave", title=TITLE, path=leave_path(url), breadcrumbs=(HOME, Link(TITLE)))
    return LeaveView(head, TITLE, host_of(url), url)
