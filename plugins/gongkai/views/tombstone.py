"""What stays at the address of a withdrawn item: number, dates, reason; no title, body or attachment."""

from __future__ import annotations

from gongkai.model.catalog import Catalog
from gongkai.model.item import Item
from gongkai.views.addresses import Addresses
from gongkai.views.heads import trail
from gongkai.views.pages import TombstoneView
from gongkai.views.parts import Fact, Head, Link
from gongkai.views.texts import iso

TITLE = "信息已撤下"


def tombstone_view(item: Item, catalog: Catalog, addresses: Addresses) -> TombstoneView:
    """The notice; its head has none of the tags of a content page, for there is no content."""
    head = Head(
        page="tombstone",
        title=TITLE,
        path=addresses.item(item),
        breadcrumbs=(*trail(item.column, catalog, addresses), Link(TITLE)),
        feed=addresses.feed(),
        section=item.column,
    )
    facts = (
        Fact("index_number", "索引号", item.index_number),
        Fact("publisher", "发布机构", item.publisher),
        Fact("published", "发布日期", item.published.full),
        Fact("withdrawn", "撤下日期", iso(item.withdrawn)),
    )
    return TombstoneView(head, item.index_number, facts, item.withdrawn_reason)
