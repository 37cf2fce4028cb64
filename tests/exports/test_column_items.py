"""Which items a column's feed is about."""

from dataclasses import replace
from typing import Any

from gongkai.exports.column_items import column_items
from gongkai.model.catalog import Catalog
from gongkai.model.column import Area, Column, Topic
from tests.exports.make import TREE, make_catalog, make_item

PLAN = make_item(1, columns=("jcgk/zcwj",), category="规划")
OTHER = make_item(2, columns=("jcgk/zcwj", "gzdt"), category="计划")
CALL = make_item(3, kind="consultation")
ANSWER = make_item(4, kind="feedback")


def catalog(column: Column, **tree: Any) -> Catalog:
    made = make_catalog([PLAN, OTHER, CALL, ANSWER], ())
    columns = {**TREE.columns, column.path: column}
    return replace(made, tree=replace(made.tree, columns=columns, **tree))


def numbers(column: Column, **tree: Any) -> list[int]:
    return [int(item.index_number[-1]) for item in column_items(column, catalog(column, **tree))]


def test_a_group_has_each_item_below_it_once() -> None:
    assert numbers(TREE.columns["jcgk"]) == [4, 3, 2, 1]
    assert numbers(TREE.columns["gzdt"]) == [2]


def test_a_gathering_column_has_the_items_of_its_areas() -> None:
    assert numbers(TREE.columns["zt"]) == [1]


def test_without_areas_of_its_own_it_has_those_of_its_topic() -> None:
    topic = Topic("gh", "规划", "", (Area("文件", ("jcgk/zcwj",)), Area("动态", ("gzdt",))))
    assert numbers(Column("zt", "zt", "专题", "专题", view="topic", topic="gh"), topics=(topic,)) == [2, 1]


def test_consultations_with_their_feedback() -> None:
    assert numbers(Column("zj", "zj", "征集与反馈", "征集与反馈", view="consultations")) == [4, 3]


def test_what_the_articles_oblige_to_publish() -> None:
    column = Column("fd", "fd", "法定", "法定", view="statutory")
    assert numbers(column) == []
    dutiful = {**TREE.columns, "gzdt": replace(TREE.columns["gzdt"], articles=("20-1",)), "fd": column}
    made = catalog(column)
    found = column_items(column, replace(made, tree=replace(made.tree, columns=dutiful)))
    assert found == (OTHER,)
