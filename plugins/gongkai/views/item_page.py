"""The page of an item, and the item shown whole inside a 单页 column."""

from __future__ import annotations

from collections.abc import Iterable

from gongkai.model.catalog import Catalog
from gongkai.model.item import POLICY_KINDS, Item
from gongkai.model.quick import changed
from gongkai.views.addresses import Addresses
from gongkai.views.banners import own_banners
from gongkai.views.facts import details_of, facts_of
from gongkai.views.heads import item_head
from gongkai.views.leave import guarded, is_foreign, leave_path
from gongkai.views.pages import BodyView, ItemView
from gongkai.views.parts import Fact
from gongkai.views.periods import period_of
from gongkai.views.rows import file_link, validity_of
from gongkai.views.spec import ItemParts
from gongkai.views.texts import chinese_date, quoted_title


def item_view(item: Item, catalog: Catalog, addresses: Addresses) -> ItemView:
    """An item without what other features add to it."""
    return ItemView(
        head=item_head(item, catalog, addresses),
        index_number=item.index_number,
        title=item.title,
        facts=guarded(facts_of(item, catalog, addresses), catalog.unit, addresses.site_url),
        details=guarded(details_of(item, catalog), catalog.unit, addresses.site_url),
        published=item.published.full,
        source=item.source or item.publisher,
        validity=validity_of(item, catalog),
        banners=own_banners(item, catalog),
        body=body_of(item, catalog, addresses),
        attachments=tuple(file_link(attachment) for attachment in item.attachments),
        relations=(),
        changes=tuple(Fact("changes", change.day.isoformat(), change.text) for change in item.changes),
        signature=_signature(item),
        period=period_of(item, catalog.today),
        json=addresses.item_json(item),
        url=addresses.absolute(item.address) if addresses.site_url else "",
        citation=citation_of(item),
    )


def citation_of(item: Item) -> str:
    """How an item is quoted: 标题，文号，发文机关，日期; the page adds its address."""
    who = "、".join(item.issuers) or item.publisher
    day = chinese_date(item.written) or chinese_date(item.published.day)
    return "，".join(text for text in (quoted_title(item.title), item.doc_number, who, day) if text)


def with_parts(view: ItemView, parts: Iterable[ItemParts]) -> ItemView:
    """The same item with what features add: banners and relation blocks, in the features' order."""
    added = tuple(part for part in parts if part.banners or part.relations or part.lifecycle)
    if not added:
        return view
    return changed(
        view,
        banners=(*view.banners, *(banner for part in added for banner in part.banners)),
        relations=(*view.relations, *(block for part in added for block in part.relations)),
        lifecycle=tuple(strip for part in added for strip in part.lifecycle),
    )


def body_of(item: Item, catalog: Catalog, addresses: Addresses) -> BodyView:
    """Where the body lies and where its links and pictures lead; a link to what is not public leads nowhere."""
    targets = {written: catalog.by_number.get(number) for written, number in item.links.items()}
    links = {w: addresses.item(other) for w, other in targets.items() if other and other.withdrawn is None}
    notices = {
        url: leave_path(url) for url in item.outside if is_foreign(url, catalog.unit, addresses.site_url)
    }
    return BodyView(
        source=item.index_number,
        sha256=item.sha256,
        links={**item.files, **links, **notices},
        pictures={written: picture.address for written, picture in item.pictures.items()},
    )


def _signature(item: Item) -> tuple[str, ...]:
    """发文机关署名 and 成文日期 (GB/T 9704-2012), for documents only."""
    if item.kind not in POLICY_KINDS:
        return ()
    return tuple(text for text in (*item.issuers, chinese_date(item.written)) if text)
