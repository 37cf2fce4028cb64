"""The page for addresses that do not exist."""

from __future__ import annotations

from gongkai.views.addresses import Addresses
from gongkai.views.heads import HOME
from gongkai.views.pages import MessageView
from gongkai.views.parts import Head, Link

TITLE = "找不到页面"


def not_found(addresses: Addresses) -> MessageView:
    """404: says what may have happened and where to look instead."""
    links = (
        HOME,
        Link("站点地图", addresses.site_map()),
        Link("信息索引", addresses.index()),
    )
    return MessageView(
        head=Head(page="message", title=TITLE, path="/404.html", breadcrumbs=(HOME, Link(TITLE))),
        heading=TITLE,
        lines=("您要看的页面不存在，可能是网址有误。", "可以从下面的页面重新查找。"),
        links=tuple(link for link in links if link.path),
    )
