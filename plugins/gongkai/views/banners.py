"""Notices above an item's body: the marks that 《政府网站发展指引》 asks for on files that no longer hold.

What follows from the item's own dates stands on its page always; what follows from other items
(repealed by, amended by, repeals, amends) is the linkage's.
"""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.model.catalog import Catalog
from gongkai.model.item import Item
from gongkai.model.relation import RelationKind
from gongkai.model.validity import Validity, last_day, takes_effect
from gongkai.views.addresses import Addresses
from gongkai.views.parts import Banner, Link
from gongkai.views.texts import chinese_date, quoted_title


def own_banners(item: Item, catalog: Catalog) -> tuple[Banner, ...]:
    """Not yet in force, expired, or repealed or amended by something that is not on this site."""
    state = catalog.validity.get(item.index_number) if item.is_policy else None
    text = ""
    if state is Validity.PENDING:
        text = f"本文件自{chinese_date(item.effective)}起施行，目前尚未施行。"
    elif state is Validity.EXPIRED:
        end = last_day(item)
        text = f"本文件有效期至{chinese_date(end)}，已失效。" if end else "本文件已失效。"
    elif state is Validity.REPEALED and not catalog.sources(item, RelationKind.REPEALS):
        text = f"本文件已于{chinese_date(item.repeal_date)}废止。" if item.repeal_date else "本文件已废止。"
    elif state is Validity.AMENDED and not catalog.sources(item, RelationKind.AMENDS):
        text = "本文件的内容已作修改，请以修改后的为准。"
    return (Banner("info" if state is Validity.PENDING else "warning", text),) if text else ()


def named(item: Item) -> str:
    """A document in running text: `《标题》（文号）`."""
    title = quoted_title(item.title)
    return f"{title}（{item.doc_number}）" if item.doc_number else title


def relation_banners(item: Item, catalog: Catalog, addresses: Addresses) -> tuple[Banner, ...]:
    """Repeal and amendment, on the pages of both sides."""
    return (
        *_repealed(item, catalog, addresses),
        *_amended(item, catalog, addresses),
        *_works_on(item, RelationKind.REPEALS, "废止", catalog, addresses),
        *_works_on(item, RelationKind.AMENDS, "修改", catalog, addresses),
    )


def _repealed(item: Item, catalog: Catalog, addresses: Addresses) -> Iterator[Banner]:
    for other in catalog.sources(item, RelationKind.REPEALS):
        day = item.repeal_date or takes_effect(other)
        link = (Link(named(other), addresses.item(other)),)
        if day <= catalog.today:
            yield Banner(
                "warning", f"本文件已于{chinese_date(day)}废止，不再作为行政管理的依据。废止依据：", link
            )
        else:
            yield Banner("info", f"本文件将于{chinese_date(day)}废止。废止依据：", link)


def _amended(item: Item, catalog: Catalog, addresses: Addresses) -> Iterator[Banner]:
    for other in catalog.sources(item, RelationKind.AMENDS):
        day = takes_effect(other)
        link = (Link(named(other), addresses.item(other)),)
        if day <= catalog.today:
            yield Banner(
                "warning", f"本文件已于{chinese_date(day)}修改，请以修改后的内容为准。修改依据：", link
            )
        else:
            yield Banner("info", f"本文件自{chinese_date(day)}起修改。修改依据：", link)


def _works_on(
    item: Item, kind: RelationKind, verb: str, catalog: Catalog, addresses: Addresses
) -> Iterator[Banner]:
    others = catalog.targets(item, kind)
    if others:
        yield Banner(
            "info", f"本文件{verb}了：", tuple(Link(named(other), addresses.item(other)) for other in others)
        )
