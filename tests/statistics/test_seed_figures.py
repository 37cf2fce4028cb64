"""The figures of five real reports come out of items like theirs, added up by nobody's hand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from itertools import count

from gongkai.model.column import Area, Topic
from gongkai.model.item import Item
from gongkai.model.vocabulary import Term
from gongkai.statistics import tallies
from gongkai.statistics.topics import by_area
from gongkai.statistics.years import year_figures, yearly
from tests.views.make import TABLES, TREE, column, make_catalog, make_item

TOWN_BY_YEAR = {2013: 100, 2014: 107, 2015: 114, 2016: 48, 2017: 100}
TOWN_BY_CATEGORY = {"机构": 2, "决策": 89, "党建": 3, "安全": 5, "财政": 1}
ZONE_BY_CHANNEL = {"网站": 289, "微信": 138, "报刊": 12, "广播": 10, "电视": 8}
DISTRICT = {"区政府办": 556, "区政府及其部门": 10430, "三镇": 1772}
CITY_AREAS = {
    "脱贫攻坚": 1613, "社会救助": 833, "社会福利": 421, "教育": 2410, "基本医疗卫生": 490, "环保": 1558,
    "灾害事故救援": 459, "公共文化体育": 552,
}  # fmt: skip


def several(counts: Mapping[str, int], field: str) -> Iterator[Item]:
    """As many items as the counts say, with their keys as a field."""
    numbers = count(1)
    for value, many in counts.items():
        for _ in range(many):
            yield make_item(next(numbers), day=date(2018, 5, 1), **{field: value})


def test_the_town_over_five_years() -> None:
    numbers = count(1)
    published = [
        make_item(next(numbers), day=date(y, 6, 1)) for y, n in TOWN_BY_YEAR.items() for _ in range(n)
    ]
    series = yearly(make_catalog(published))
    assert {int(line.key): line.count for line in series} == TOWN_BY_YEAR
    # The report says 669; its own figures add up to this.
    assert series.total == series.sum == 469
    assert [line.change for line in series] == ["—", "增长7.0%", "增长6.5%", "下降57.9%", "增长108.3%"]


def test_the_year_of_the_town_by_category() -> None:
    found = tallies.by_category(tuple(several(TOWN_BY_CATEGORY, "category")), make_catalog())
    assert {line.name: line.count for line in found} == TOWN_BY_CATEGORY
    assert found.total == found.sum == 100
    assert {line.name: found.share_text(line) for line in found}["决策"] == "89.0%"


def test_the_zone_by_main_channel() -> None:
    tables = replace(TABLES, channels=tuple(Term(name, name) for name in ZONE_BY_CHANNEL))
    catalog = replace(make_catalog(), tables=tables)
    published = tuple(several(ZONE_BY_CHANNEL, "main_channel"))
    assert {line.name: line.count for line in tallies.by_main_channel(published, catalog)} == ZONE_BY_CHANNEL
    grouped = tallies.by_channel_group(published, catalog)
    assert [(line.name, line.count) for line in grouped] == [
        ("政府网站", 289),
        ("政务微信", 138),
        ("其他方式", 30),
    ]
    assert grouped.total == grouped.sum == 457


def test_the_district_by_publisher() -> None:
    figures = year_figures(make_catalog(several(DISTRICT, "publisher")), 2018)
    found = figures.tallies["unit"]
    assert {line.name: line.count for line in found} == DISTRICT
    assert figures.own == found.total == found.sum == 12758
    assert {line.name: found.share_text(line) for line in found} == {
        "区政府办": "4.4%",
        "区政府及其部门": "81.8%",
        "三镇": "13.9%",
    }


def test_the_eight_areas_of_the_city() -> None:
    paths = {name: f"gy/a{place}" for place, name in enumerate(CITY_AREAS)}
    columns = {path: column(path, f"公益/{name}") for name, path in paths.items()}
    topic = Topic("gy", "社会公益事业", "", tuple(Area(name, (path,)) for name, path in paths.items()))
    top = column("gy", "公益", *columns)
    tree = replace(TREE, columns={**TREE.columns, "gy": top, **columns}, topics=(topic,))
    numbers = count(1)
    published = tuple(
        make_item(next(numbers), day=date(2018, 5, 1), columns=(paths[name],))
        for name, many in CITY_AREAS.items()
        for _ in range(many)
    )
    found = by_area(topic, published, make_catalog(tree=tree))
    assert {line.name: line.count for line in found} == CITY_AREAS
    # The report says 9000余; its own figures add up to this.
    assert found.total == found.sum == 8336
