"""schema.org facts of a page as JSON for a script element (`application/ld+json`), which no policy forbids."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from json.encoder import encode_basestring as _text

import msgspec

from gongkai.model.catalog import Catalog
from gongkai.model.item import POLICY_KINDS, Item
from gongkai.model.unit import Unit
from gongkai.model.validity import Validity
from gongkai.views.addresses import Addresses
from gongkai.views.parts import Link

_FORCE = {
    Validity.VALID: "InForce",
    Validity.AMENDED: "PartiallyInForce",
    Validity.REPEALED: "NotInForce",
    Validity.EXPIRED: "NotInForce",
    Validity.PENDING: "NotInForce",
}
"""有效性 → schema.org/LegalForceStatus."""

Data = dict[str, object]

_encode = msgspec.json.Encoder().encode


def as_script(parts: Sequence[Data | str]) -> str:
    """JSON that cannot end the script element it stands in; a part may have been written already.

    What is still to be written holds nothing but texts.
    """
    graph = ",".join([part if isinstance(part, str) else _encode(part).decode() for part in parts])
    text = f'{{"@context":"https://schema.org","@graph":[{graph}]}}'
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def _given(data: Data) -> Data:
    return {key: value for key, value in data.items() if value}


def organization(unit: Unit, site_url: str) -> Data:
    """The unit as a GovernmentOrganization."""
    return _given(
        {
            "@type": "GovernmentOrganization",
            "name": unit.name,
            "alternateName": unit.short_name,
            "address": unit.address,
            "telephone": unit.phone,
            "email": unit.email,
            "url": site_url,
        }
    )


@lru_cache(maxsize=512)
def _way(links: tuple[Link, ...], site_url: str) -> str:
    """The entries above a page, which all pages of a column have in common."""
    return "".join([_entry(link, number, site_url) + "," for number, link in enumerate(links, 1)])


def _entry(link: Link, position: int, site_url: str) -> str:
    """One step of the way; with its address only where the site's own is known."""
    item = f',"item":{_text(site_url.rstrip("/") + link.path)}' if link.path and site_url else ""
    return f'{{"@type":"ListItem","position":{position},"name":{_text(link.text)}{item}}}'


def breadcrumb(links: Sequence[Link], addresses: Addresses) -> str:
    """The way to a page as a BreadcrumbList in JSON."""
    url = addresses.site_url
    entries = _way(tuple(links[:-1]), url) + _entry(links[-1], len(links), url) if links else ""
    return f'{{"@type":"BreadcrumbList","itemListElement":[{entries}]}}'


def page_data(links: Sequence[Link], addresses: Addresses) -> str:
    """The facts of a page that is no item: where it is."""
    return as_script([breadcrumb(links, addresses)]) if links else ""


def home_data(catalog: Catalog, addresses: Addresses) -> str:
    """The facts of the home page: who publishes."""
    return as_script([organization(catalog.unit, addresses.site_url)])


def item_data(item: Item, links: Sequence[Link], catalog: Catalog, addresses: Addresses) -> str:
    """The facts of an item: a Legislation for documents, an Article for everything else."""
    url = addresses.absolute(item.address) if addresses.site_url else ""
    made = _legislation(item, catalog) if item.kind in POLICY_KINDS else _article(item)
    common: Data = {
        "inLanguage": "zh-CN",
        "url": url,
        "description": item.gist,
        "keywords": list(item.keywords),
    }
    return as_script([made | _given(common), breadcrumb(links, addresses)])


def _legislation(item: Item, catalog: Catalog) -> Data:
    state = catalog.validity.get(item.index_number)
    data: Data = {
        "@type": "Legislation",
        "name": item.title,
        "identifier": item.index_number,
        "legislationIdentifier": item.doc_number,
        "legislationDate": item.written.isoformat() if item.written else "",
        "legislationDateVersion": item.effective.isoformat() if item.effective else "",
        "legislationPassedBy": [_body(name) for name in item.issuers],
        "legislationLegalForce": f"https://schema.org/{_FORCE[state]}" if state else "",
        "datePublished": _stamp(item),
    }
    return _given(data)


def _article(item: Item) -> Data:
    data: Data = {
        "@type": "Article",
        "headline": item.title,
        "identifier": item.index_number,
        "datePublished": _stamp(item),
        "publisher": _body(item.publisher),
    }
    return _given(data)


def _body(name: str) -> Data:
    return {"@type": "GovernmentOrganization", "name": name}


def _stamp(item: Item) -> str:
    """The moment of publication as ISO 8601, in Beijing time where there is one."""
    day, _, time = item.published.full.partition(" ")
    return f"{day}T{time}+08:00" if time else day
