"""What a sub-area gathers, looked up and asked of each item: the same, and counted by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import combinations

import pytest

from gongkai.model.areas import area_items, has_items
from gongkai.model.catalog import Catalog
from gongkai.model.changed import changed_catalog
from gongkai.model.column import Area
from gongkai.model.item import Item
from gongkai.statistics.topics import area_count
from tests.views.make import TREE, make_catalog, make_item, policy

PLAN, FILE = "jcgk/ghjh", "jcgk/zcwj/zfwj"

ITEMS = (
    make_item(1, PLAN, date(2026, 3, 1), category="规划", theme="农业、林业、水利\\水利"),
    make_item(2, PLAN, date(2026, 3, 2), category="计划", keywords=("防汛", "水库")),
    policy(3, FILE, keywords=("防汛",)),
    make_item(4, FILE, date(2026, 3, 4), theme="农业、林业、水利"),
    make_item(5, "glgk/yj", date(2026, 3, 5), keywords=("水库",), withdrawn=date(2026, 4, 1)),
)
NAMED = (ITEMS[0].index_number.lower(), ITEMS[2].doc_number.replace("〔", "(").replace("〕", ")"))

RULES = (
    ("columns", ("jcgk",), {1, 2, 3, 4}),
    ("themes", ("农业、林业、水利",), {1, 4}),
    ("themes", ("农业、林业、水利\\水利",), {1}),
    ("keywords", ("防汛",), {2, 3}),
    ("keywords", ("水库", "防汛"), {2, 3}),
    ("items", NAMED, {1, 3}),
    ("items", (ITEMS[4].index_number,), set()),
)


def catalog_of(area: Area) -> Catalog:
    return make_catalog(ITEMS, tree=replace(TREE, area_words=tuple(sorted(area.keywords))))


def numbers(items: tuple[Item, ...]) -> set[int]:
    return {int(item.index_number[-5:]) for item in items}


@pytest.mark.parametrize(("rule", "values", "expected"), RULES)
def test_each_rule(rule: str, values: tuple[str, ...], expected: set[int]) -> None:
    area = replace(Area("甲", ()), **{rule: values})
    catalog = catalog_of(area)
    found = area_items(area, catalog)
    assert numbers(found) == expected
    assert list(found) == sorted(found, key=lambda item: item.order, reverse=True)
    assert area_count(area, catalog.items, catalog.tree) == len(expected)
    assert has_items((area,), catalog) == bool(expected)


@pytest.mark.parametrize(("one", "other"), list(combinations(RULES[:6], 2)))
def test_two_rules_gather_what_either_does(
    one: tuple[str, tuple[str, ...], set[int]], other: tuple[str, tuple[str, ...], set[int]]
) -> None:
    area = Area("甲", ())
    for rule, values, _ in (one, other):
        area = replace(area, **{rule: (*getattr(area, rule), *values)})
    catalog = catalog_of(area)
    assert numbers(area_items(area, catalog)) == one[2] | other[2]
    assert area_count(area, catalog.items, catalog.tree) == len(one[2] | other[2])


def test_a_category_narrows_columns_alone() -> None:
    area = Area("甲", (PLAN,), "规划", keywords=("防汛",))
    assert numbers(area_items(area, catalog_of(area))) == {1, 2, 3}


def test_only_wanted_keywords_are_indexed_and_stay_right_when_items_change() -> None:
    area = Area("甲", (), keywords=("防汛",))
    catalog = catalog_of(area)
    assert list(catalog.by_keyword) == ["防汛"]
    assert make_catalog(ITEMS).by_keyword == {}
    new = replace(ITEMS[1], keywords=("水库",))
    after = changed_catalog(catalog, (ITEMS[1],), (new,), ())
    assert numbers(after.by_keyword["防汛"]) == {3}
    assert changed_catalog(after, (new,), (ITEMS[1],), ()).by_keyword == catalog.by_keyword
