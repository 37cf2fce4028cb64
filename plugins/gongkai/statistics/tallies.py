"""Tallies: the same items counted by each of their properties. One pass each, so the cost is linear in the items.

Every function takes the items to count, the catalog for names and order, and the items of the period to compare
with, if any (`before`). Which items count is not decided here: see `counting_rules`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import chain

from gongkai.model.catalog import Catalog
from gongkai.model.column import ColumnTree
from gongkai.model.item import Item
from gongkai.model.vocabulary import FIVE, Term
from gongkai.statistics.figures import Line, Tally

Items = Sequence[Item]
Names = Sequence[tuple[str, str]]
"""Keys with their names, in the order of the table."""

NO_CLASS, NO_THEME, NO_GENRE, NO_DEPARTMENT = "未归类", "未分类", "未分体裁", "未写责任部门"

INTERPRETATION = "interpretation"

CHANNEL_GROUPS: Mapping[str, str] = {
    "政府公报": "政府公报",
    "网站": "政府网站",
    "微博": "政务微博",
    "微信": "政务微信",
}
"""Channels as the statistics of disclosure group them (《政府信息公开情况统计表》, 国办 2014: 政府公报, 政府网站,
政务微博, 政务微信, 其他方式)."""

OTHER_CHANNELS = "其他方式"
CHANNEL_ORDER = ("政府公报", "政府网站", "政务微博", "政务微信", OTHER_CHANNELS)


def tally(
    key: str,
    name: str,
    names: Names,
    now: Mapping[str, int],
    then: Mapping[str, int],
    totals: tuple[int, int],
    *,
    exclusive: bool = True,
    compared: bool = False,
    keep_empty: bool = False,
) -> Tally:
    """Put counts into the order of `names`; lines without a count in either period are left out unless kept."""
    lines = (Line(k, text, now.get(k, 0), then.get(k, 0)) for k, text in names)
    shown = tuple(line for line in lines if keep_empty or line.count or line.before)
    return Tally(key, name, totals[0], shown, exclusive, totals[1], compared)


def _single(
    key: str,
    name: str,
    of: Callable[[Item], str],
    order: Callable[[set[str]], Names],
    items: Items,
    before: Items | None,
    *,
    keep_empty: bool = False,
) -> Tally:
    """A tally by a property that each item has once."""
    now, then = Counter(map(of, items)), Counter(map(of, before or ()))
    names = order(set(now) | set(then))
    totals = (len(items), len(before or ()))
    return tally(key, name, names, now, then, totals, compared=before is not None, keep_empty=keep_empty)


def _several(
    key: str,
    name: str,
    of: Callable[[Item], Iterable[str]],
    order: Callable[[set[str]], Names],
    items: Items,
    before: Items | None,
) -> Tally:
    """A tally by a property that an item may have several times or not at all."""
    now = Counter(chain.from_iterable(set(of(item)) for item in items))
    then = Counter(chain.from_iterable(set(of(item)) for item in before or ()))
    totals = (len(items), len(before or ()))
    names = order(set(now) | set(then))
    return tally(key, name, names, now, then, totals, exclusive=False, compared=before is not None)


def _known_first(known: Iterable[str]) -> Callable[[set[str]], Names]:
    """The known values in their order, then all others by name."""
    ordered = tuple(dict.fromkeys(known))

    def order(found: set[str]) -> Names:
        others = sorted(found.difference(ordered))
        return [(name, name) for name in (*ordered, *others) if name in found]

    return order


def _terms(terms: tuple[Term, ...], last: str) -> Callable[[set[str]], Names]:
    known = _known_first(term.name for term in terms)

    def order(found: set[str]) -> Names:
        return [*known(found - {last}), (last, last)]

    return order


def by_column(items: Items, catalog: Catalog, before: Items | None = None) -> Tally:
    """By home column, in reading order; names in full (决策公开/政策文件/镇政府文件)."""
    names = [(leaf.path, leaf.names) for leaf in catalog.tree.columns.values() if leaf.is_leaf]
    return _single("column", "栏目", lambda item: item.columns[0], lambda _found: names, items, before)


def by_top_column(items: Items, catalog: Catalog, before: Items | None = None) -> Tally:
    """By the top-level column above the home column."""
    names = [(path, catalog.tree.columns[path].name) for path in catalog.tree.roots]
    return _single(
        "top", "一级栏目", lambda item: item.columns[0].partition("/")[0], lambda _found: names, items, before
    )


def by_category(items: Items, catalog: Catalog, before: Items | None = None) -> Tally:
    """By category of information (信息类别), or else by the home column's name, as old yearly tables have it."""
    columns = catalog.tree.columns
    known = [c for column in columns.values() for c in (*column.categories, column.name)]
    return _single(
        "category",
        "信息类别",
        lambda item: item.category or columns[item.columns[0]].name,
        _known_first(known),
        items,
        before,
    )


def _five_of(tree: ColumnTree) -> Callable[[Item], str]:
    classes = {path: column.five or NO_CLASS for path, column in tree.columns.items()}
    return lambda item: classes[item.columns[0]]


def by_five(items: Items, catalog: Catalog, before: Items | None = None) -> Tally:
    """By class of the five disclosures (五公开, 中办发〔2016〕8号), all five shown."""
    of = _five_of(catalog.tree)

    def order(found: set[str]) -> Names:
        return [(name, name) for name in (*FIVE, NO_CLASS) if name in FIVE or name in found]

    return _single("five", "五公开", of, order, items, before, keep_empty=True)


def by_theme(items: Items, catalog: Catalog, before: Items | None = None) -> Tally:
    """By class of the theme classification (主题分类)."""
    order = _terms(catalog.tables.themes, NO_THEME)
    return _single(
        "theme", "主题分类", lambda item: item.theme.partition("\\")[0] or NO_THEME, order, items, before
    )


def by_genre(items: Items, catalog: Catalog, before: Items | None = None) -> Tally:
    """By genre of document (体裁分类)."""
    order = _terms(catalog.tables.genres, NO_GENRE)
    return _single("genre", "体裁分类", lambda item: item.genre or NO_GENRE, order, items, before)


def by_unit(items: Items, catalog: Catalog, before: Items | None = None) -> Tally:
    """By publisher (发布机构): the unit itself first."""
    order = _known_first((catalog.unit.name,))
    return _single("unit", "发布机构", lambda item: item.publisher, order, items, before)


def by_department(items: Items, _catalog: Catalog, before: Items | None = None) -> Tally:
    """By the office that answers for it (公开责任部门); those without one last."""

    def order(found: set[str]) -> Names:
        return [(name, name) for name in (*sorted(found - {NO_DEPARTMENT}), NO_DEPARTMENT)]

    return _single(
        "department", "公开责任部门", lambda item: item.department or NO_DEPARTMENT, order, items, before
    )


def by_year(items: Items, _catalog: Catalog, before: Items | None = None) -> Tally:
    """By year of publication, oldest first."""
    return _single(
        "year",
        "年份",
        lambda item: str(item.published.day.year),
        lambda found: [(year, f"{year}年") for year in sorted(found)],
        items,
        before,
    )


def by_month(items: Items, _catalog: Catalog, before: Items | None = None) -> Tally:
    """By month of the year, all twelve; a month is compared with the same month of the year before."""
    names = [(f"{month:02d}", f"{month}月") for month in range(1, 13)]
    return _single(
        "month",
        "月份",
        lambda item: f"{item.published.day.month:02d}",
        lambda _found: names,
        items,
        before,
        keep_empty=True,
    )


def by_main_channel(items: Items, catalog: Catalog, before: Items | None = None) -> Tally:
    """By the channel on which an item came out first (首发渠道): one for each, so that the sum is right."""
    order = _known_first(term.name for term in catalog.tables.channels)
    return _single("main_channel", "首发渠道", lambda item: item.main_channel, order, items, before)


def by_channel_group(items: Items, _catalog: Catalog, before: Items | None = None) -> Tally:
    """By main channel in the five groups of the statistics of disclosure; what is none of the first four is 其他方式."""
    return _single(
        "channel_group",
        "公开渠道",
        lambda item: CHANNEL_GROUPS.get(item.main_channel, OTHER_CHANNELS),
        lambda found: [(name, name) for name in CHANNEL_ORDER if name in found],
        items,
        before,
    )


def by_channel(items: Items, catalog: Catalog, before: Items | None = None) -> Tally:
    """By every channel on which an item was published; one item may stand in several lines."""
    order = _known_first(term.name for term in catalog.tables.channels)
    return _several("channel", "发布渠道", lambda item: item.channels, order, items, before)


def interpretations(items: Iterable[Item]) -> tuple[Item, ...]:
    """The interpretations among some items."""
    return tuple(item for item in items if item.kind == INTERPRETATION)


def by_form(items: Items, catalog: Catalog, before: Items | None = None) -> Tally:
    """Interpretations (those among `items`) by form (解读形式); one may have several."""
    order = _known_first(term.name for term in catalog.tables.forms)
    earlier = None if before is None else interpretations(before)
    return _several("form", "解读形式", lambda item: item.forms, order, interpretations(items), earlier)


def by_article(items: Items, catalog: Catalog, before: Items | None = None) -> Tally:
    """By matter of 条例 art. 20 that the home column answers for; a column may answer for several, or none."""
    of = {path: column.articles for path, column in catalog.tree.columns.items()}
    names = [(article.no, article.short) for article in catalog.tables.statutory.get("20", ())]
    return _several(
        "article",
        "法定主动公开内容",
        lambda item: of[item.columns[0]],
        lambda _found: names,
        items,
        before,
    )
