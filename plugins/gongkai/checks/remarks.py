"""Remarks on a check as a whole: pages that were never made, pages of another day, a site that is only beginning."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from gongkai.checks.freshness import blank
from gongkai.checks.material import BuiltSite
from gongkai.model.catalog import Catalog
from gongkai.model.item import Item
from gongkai.model.problem import Level, Problem

NOT_BUILT = "还没有生成过网站，页面上的规则没有检查。先运行 gongkai build。"
_FIRST = 5


def site_remarks(site: BuiltSite | None, catalog: Catalog, stopped: frozenset[str]) -> Iterator[str]:
    """What to know about the pages that were looked at; `stopped` are files that keep their item from being public."""
    if site is None:
        yield NOT_BUILT
        return
    expected = (i for i in catalog.items if not any(a.source in stopped for a in i.attachments))
    lacking = sum(1 for i in expected if i.address not in site.pages and _plain(i) not in site.pages)
    if lacking:
        yield f"网站不是最新的：有 {lacking} 条信息还没有页面。先运行 gongkai build 再检查页面。"


def _plain(item: Item) -> str:
    return item.address.rstrip("/") + ".html"


def beginning(catalog: Catalog) -> Iterator[str]:
    """Where to start, while there is nothing yet."""
    names = [c.name for c in blank(catalog)]
    if catalog.items or catalog.held or not names:
        return
    first = "、".join(names[:_FIRST])
    rest = f"；其余 {len(names) - _FIRST} 个空白栏目逐个补" if len(names) > _FIRST else ""
    yield (
        f"这是新网站，还没有信息。先填好 content/单位.yml，再写{first}，"
        f"每样用 gongkai new --column {names[0]} 这样建一条{rest}；"
        "暂时没有内容、也不是必须有的栏目，在 columns.yml 里写“空栏目: 自动”。"
    )


def outdated(built: date | None, today: date) -> Iterator[Problem]:
    """A finding when the site stands as it was made more than a day ago: what dates change is wrong on it by now."""
    if built is None or (today - built).days <= 1:
        return
    days = (today - built).days
    message = (
        f"网站是按 {built} 生成的，已经过了 {days} 天：征集、公示、施行、失效这些随日期变的状态没有跟上。"
    )
    hint = "gongkai build（每天自动生成一次的办法见“自动检查”文件夹和部署手册）"
    yield Problem("L903", Level.WARNING, "site/", 0, "", message, hint)
