"""What counts and how: each figure here was counted by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from gongkai.model.column import Area, Topic
from gongkai.model.item import Item
from gongkai.statistics import tallies
from gongkai.statistics.counting_rules import compared_until, counted, sort_out
from gongkai.statistics.figures import change_text, percent, percent_text
from gongkai.statistics.topics import all_areas, area_count, by_area
from gongkai.statistics.years import month_series, year_figures, yearly
from tests.views.make import TREE, make_catalog, make_item, policy

PLAN, NEWS, RELAYED, FILE = "jcgk/ghjh", "zwdt/gzdt", "jcgk/zcwj/sjwj", "jcgk/zcwj/zfwj"


def test_percentages_are_exact_and_rounded_half_up() -> None:
    assert percent(1, 8) == Decimal("12.5")
    assert percent(1, 16) == Decimal("6.3")  # 6.25
    assert percent(-1, 16) == Decimal("-6.3")
    assert percent_text(percent(3, 0)) == "—"


@pytest.mark.parametrize(
    ("count", "before", "text"),
    [(114, 107, "增长6.5%"), (48, 114, "下降57.9%"), (100, 100, "持平"), (5, 0, "—"), (0, 4, "下降100.0%")],
)
def test_changes_in_words(count: int, before: int, text: str) -> None:
    assert change_text(count, before) == text


def items() -> tuple[Item, ...]:
    """Three that count, one relayed, one of 工作动态; one of the three is shared into a second column."""
    return (
        make_item(1, PLAN, date(2026, 3, 1)),
        make_item(2, PLAN, date(2026, 5, 2), columns=(PLAN, "glgk/yj")),
        policy(3, FILE, published=make_item(3, PLAN, date(2025, 12, 31)).published),
        make_item(4, RELAYED, date(2026, 5, 3)),
        make_item(5, NEWS, date(2026, 5, 4)),
    )


def test_relayed_items_and_news_are_set_apart() -> None:
    parts = sort_out(items(), TREE)
    assert [len(part) for part in (parts.own, parts.relayed, parts.special)] == [3, 1, 1]
    assert counted(items(), TREE) == parts.own


def test_withdrawn_items_do_not_count() -> None:
    gone = make_item(6, PLAN, date(2026, 5, 6), withdrawn=date(2026, 6, 1))
    assert year_figures(make_catalog([*items(), gone]), 2026).own == 2


def test_a_shared_item_counts_once_in_its_home_column() -> None:
    found = tallies.by_column(counted(items(), TREE), make_catalog(items()))
    assert [(line.name, line.count) for line in found] == [
        ("决策公开/政策文件/镇政府文件", 1),
        ("决策公开/规划计划", 2),
    ]
    assert found.exclusive
    assert found.sum == found.total == 3


def test_a_running_year_is_compared_with_the_same_part_of_the_year_before() -> None:
    catalog = make_catalog(items(), today=date(2026, 11, 23))
    figures = year_figures(catalog, 2026)
    # What came out on 31 December 2025 is not set against a year that has reached 23 November.
    assert (figures.own, figures.before, figures.change) == (2, 0, "—")
    assert (figures.running, figures.before_until) == (True, date(2025, 11, 23))
    past = year_figures(make_catalog(items(), today=date(2027, 2, 1)), 2026)
    assert (past.own, past.before, past.change, past.running) == (2, 1, "增长100.0%", False)
    assert compared_until(2024, date(2024, 2, 29)) == date(2023, 2, 28)


def test_the_figures_of_a_year() -> None:
    figures = year_figures(make_catalog(items()), 2026)
    assert (figures.own, figures.relayed, figures.special) == (2, 1, 1)
    assert figures.tallies["month"].count("03") == 1
    assert figures.tallies["month"].count("5月") == 1
    assert len(figures.tallies["month"].lines) == 12
    assert figures.tallies["five"].count("决策公开") == 2
    assert len(figures.tallies["five"].lines) == 5
    assert [
        key for key, tally in figures.tallies.items() if tally.exclusive and tally.sum != tally.total
    ] == []


def test_the_series_over_years_and_months() -> None:
    catalog = make_catalog(items())
    assert [(line.key, line.count, line.before) for line in yearly(catalog)] == [
        ("2025", 1, 0),
        ("2026", 2, 1),
    ]
    assert [(line.name, line.count) for line in month_series(catalog)] == [
        ("2025年12月", 1),
        ("2026年3月", 1),
        ("2026年5月", 1),
    ]


def test_forms_count_interpretations_alone_and_may_be_several() -> None:
    both = make_item(1, "zcjd/bjjd", forms=("文字", "图解"))
    one = make_item(2, "zcjd/bjjd", forms=("图解",))
    found = tallies.by_form((both, one, make_item(3)), make_catalog())
    assert [(line.name, line.count) for line in found] == [("文字", 1), ("图解", 2)]
    assert (found.total, found.sum, found.exclusive) == (2, 3, False)


def test_all_channels_are_no_parts_of_a_whole() -> None:
    found = tallies.by_channel((make_item(1, channels=("网站", "微信")), make_item(2)), make_catalog())
    assert (found.count("网站"), found.count("微信"), found.exclusive) == (2, 1, False)


def test_the_class_of_a_sub_theme() -> None:
    themed = (make_item(1, theme="综合政务\\政务公开"), make_item(2, theme="综合政务"), make_item(3))
    found = tallies.by_theme(themed, make_catalog())
    assert [(line.name, line.count) for line in found] == [("综合政务", 2), ("未分类", 1)]


def test_a_category_or_else_the_column() -> None:
    found = tallies.by_category((make_item(1, "zdly/czys", category="预算"), make_item(2)), make_catalog())
    assert {line.name: line.count for line in found} == {"规划计划": 1, "预算": 1}


def test_an_item_in_two_areas_counts_once_in_the_topic() -> None:
    shared = make_item(1, "fwgk/jz", columns=("fwgk/jz", "fwgk/shjz"))
    topic = next(topic for topic in TREE.topics if topic.slug == "gysy")
    found = by_area(topic, (shared, make_item(2, "fwgk/jz")), make_catalog())
    assert [(line.name, line.count) for line in found] == [("救灾", 2), ("救助", 1)]
    assert (found.total, found.sum, found.exclusive) == (2, 3, False)


def test_an_item_that_names_the_topic_belongs_to_it() -> None:
    named = make_item(1, PLAN, topics=("社会公益事业",))
    found = {tally.name: tally for tally in all_areas((named,), make_catalog())}
    assert (found["社会公益事业"].total, found["社会公益事业"].sum) == (1, 0)
    assert found["财政预决算"].total == 0


@pytest.mark.parametrize(
    "area",
    [
        Area("甲", (PLAN,)),
        Area("甲", ("jcgk",)),
        Area("甲", (), themes=("综合政务",)),
        Area("甲", (), themes=("综合政务\\政务公开",)),
        Area("甲", (), keywords=("低保",)),
        Area("甲", (), items=("990121/202603-00001",)),
        Area("甲", (), items=("青政发[2026]1号",)),
        Area("甲", (PLAN,), category="一类"),
    ],
)
def test_the_rules_by_which_an_area_gathers(area: Area) -> None:
    inside = make_item(
        1,
        PLAN,
        date(2026, 3, 1),
        theme="综合政务\\政务公开",
        keywords=("低保",),
        category="一类",
        doc_number="青政发〔2026〕1号",
    )
    outside = make_item(2, "glgk/yj", theme="农业、林业、水利", keywords=("低保金",), category="一类")
    assert area_count(area, (inside, outside), TREE) == 1


def test_a_category_binds_the_columns_alone() -> None:
    area = Area("甲", (PLAN,), category="一类", keywords=("低保",))
    inside = make_item(1, "glgk/yj", keywords=("低保",))
    assert area_count(area, (inside, make_item(2, PLAN, category="二类")), TREE) == 1


def test_topics_are_counted_in_one_pass_over_the_items() -> None:
    many = Topic("many", "许多", "", tuple(Area(f"第{n}项", (PLAN,), str(n)) for n in range(200)))
    tree = replace(TREE, topics=(many,))
    catalog = make_catalog(tree=tree)
    found = by_area(many, tuple(make_item(n, category=str(n)) for n in range(200)), catalog)
    assert [line.count for line in found] == [1] * 200
