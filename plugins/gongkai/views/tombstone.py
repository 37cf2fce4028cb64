"""What stays at the address of a withdrawn item: number, dates, reason; no title, body or attachment."""

from __future__ import annotations

from datetime import timedelta

from gongkai.model.catalog import Catalog
from gongkai.model.item import TAKEN_DOWN, Item
from gongkai.views.addresses import Addresses
from gongkai.views.heads import trail
from gongkai.views.pages import TombstoneView
from gongkai.views.parts import Fact, Head, Link
from gongkai.views.texts import chinese_date, iso

TITLE = "信息已撤下"
OVER = "公示期已满"


def tombstone_view(item: Item, catalog: Catalog, addresses: Addresses) -> TombstoneView:
    """The notice; its head has none of the tags of a content page, for there is no content."""
    over = _over(item)
    title = OVER if over else TITLE
    head = Head(
        page="tombstone",
        title=title,
        path=addresses.item(item),
        breadcrumbs=(*trail(item.column, catalog, addresses), Link(title)),
        feed=addresses.feed(),
        section=item.column,
    )
    facts = (
        Fact("index_number", "索引号", item.index_number),
        Fact("publisher", "发布机构", item.publisher),
        Fact("published", "发布日期", item.published.full),
        Fact("withdrawn", "撤下日期", iso(item.withdrawn)),
    )
    return TombstoneView(head, item.index_number, facts, item.withdrawn_reason, over)


def _over(item: Item) -> str:
    """What is said of a notice that went because its days are over; empty for one that somebody withdrew."""
    end = item.notice_end
    if end is None or item.after_notice != TAKEN_DOWN or item.withdrawn_reason:
        return ""
    if item.withdrawn != end + timedelta(days=1):
        return ""
    start = f"{chinese_date(item.notice_start)}至" if item.notice_start else ""
    return f"公示期（{start}{chinese_date(end)}）已满，内容不再公开。"
