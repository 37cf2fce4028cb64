"""The pages of the 26 fields: rows of the standard list, the items that fulfil each, counted by hand."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from gongkai.loading.codes import CODES
from gongkai.model.catalog import Catalog, with_tables
from gongkai.model.column import Area, Topic
from gongkai.model.item import Item
from gongkai.model.moment import Moment
from gongkai.model.table import DataTable, TableField, TableRow
from gongkai.views.gathering import gathering_problems
from gongkai.views.pages import FieldsView, FieldView, TopicView
from gongkai.views.standard import column_named, field_of
from tests.views.make import TABLES, TREE, make_catalog, make_item, views_of

RELIEF, PLAN = "fwgk/jz", "jcgk/ghjh"
KEYS = ("area", "name", "content", "columns", "words", "items")

ITEMS = (
    make_item(1, RELIEF, date(2026, 5, 1), title="救灾款物发放汇总"),
    make_item(2, RELIEF, date(2026, 5, 2), title="受灾情况"),
    make_item(3, PLAN, date(2026, 5, 3), title="灾后重建规划", keywords=("重建",)),
    make_item(4, "glgk/yj", date(2026, 5, 4), title="物资储备"),
    make_item(5, RELIEF, date(2026, 5, 5), title="发放更正", withdrawn=date(2026, 6, 1)),
)

ROWS = (
    ("救灾", "款物发放", "分村汇总", "", "", ""),  # its own name, among the field's columns: 1
    ("救灾", "灾情", "情况", "救灾", "", ""),  # all of a column: 1, 2
    ("救灾", "重建", "规划", "决策公开/规划计划", "重建", ""),  # a word, in a column of another field: 3
    ("救灾", "储备", "物资", "", "没有的词", "4"),  # named: 4
    ("救灾", "物资采购", "合同", "", "", ""),  # nothing
    ("救灾", "更正", "更正", "", "", "5"),  # named, and withdrawn: nothing
    ("城乡规划", "规划", "全文", "", "", ""),  # 3
    ("没有的领域", "某事", "某", "没有的栏目", "", ""),
)


def _row(number: int, cells: tuple[str, ...]) -> TableRow:
    named = {5: ((cells[5], ITEMS[int(cells[5]) - 1].index_number),)} if cells[5] else {}
    return TableRow(f"{number}", f"{number}", cells[1], number + 2, cells, named)


def standard(rows: Iterable[tuple[str, ...]] = ROWS) -> DataTable:
    fields = tuple(TableField(key, key) for key in KEYS)
    made = tuple(_row(n, cells) for n, cells in enumerate(rows))
    day = Moment(date(2026, 3, 31))
    return DataTable(
        "glgk/yj/ml",
        "glgk/yj",
        "ml",
        "目录",
        "目录/目录.csv",
        "标准目录",
        fields,
        made,
        day,
        catalogue="bzml",
    )


def catalog_of(items: Iterable[Item] = ITEMS) -> Catalog:
    return with_tables(make_catalog(items), (standard(),))


def test_each_row_with_the_items_that_fulfil_it() -> None:
    view = views_of(catalog_of())["/fields/jz/"]
    assert isinstance(view, FieldView)
    assert [(r.title, [row.title for row in r.rows], r.count, r.way) for r in view.standard] == [
        ("款物发放", ["救灾款物发放汇总"], 1, "按关键词"),
        ("灾情", ["受灾情况", "救灾款物发放汇总"], 2, "按栏目"),
        ("重建", ["灾后重建规划"], 1, "按关键词"),
        ("储备", ["物资储备"], 1, "指定"),
        ("物资采购", [], 0, ""),
        ("更正", [], 0, ""),
    ]
    assert (view.met, view.count, [c.count for c in view.columns]) == (4, 2, [2])
    assert [(fact.label, fact.value) for fact in view.standard[0].facts] == [("content", "分村汇总")]


def test_the_list_of_fields_counts_rows_and_leads_to_their_pages() -> None:
    view = views_of(catalog_of())["/fields/"]
    assert isinstance(view, FieldsView)
    assert view.with_standard
    assert [(row.name, row.path, row.standard, row.met) for row in view.rows] == [
        ("城乡规划", "/fields/cxgh/", 1, 1),
        ("户籍管理", "", 0, 0),
        ("救灾", "/fields/jz/", 6, 4),
        ("税收管理", "", 0, 0),
    ]


def test_without_a_standard_list_a_field_has_its_columns() -> None:
    views = views_of(make_catalog(ITEMS))
    view = views["/fields/jz/"]
    assert isinstance(view, FieldView)
    assert (view.standard, view.count) == ((), 2)
    assert "/fields/ssgl/" not in views
    listed = views["/fields/"]
    assert isinstance(listed, FieldsView)
    assert not listed.with_standard


def test_a_field_without_items_shows_its_empty_rows() -> None:
    view = views_of(catalog_of(()))["/fields/jz/"]
    assert isinstance(view, FieldView)
    assert (view.met, len(view.standard), view.elsewhere) == (0, 6, "暂无此类信息")


def test_fields_and_columns_by_their_names() -> None:
    relief = TABLES.fields26[2]
    assert field_of("救灾", TABLES.fields26) == relief
    assert field_of("税收", TABLES.fields26) == TABLES.fields26[3]
    assert field_of("没有的领域", TABLES.fields26) is None
    assert (
        column_named("服务公开/救灾", TREE)
        == column_named(RELIEF, TREE)
        == column_named("救灾", TREE)
        == RELIEF
    )
    assert column_named("没有的栏目", TREE) == ""


def test_what_is_named_and_does_not_exist_is_reported() -> None:
    (problem,) = gathering_problems(catalog_of())
    assert (problem.code, problem.path, problem.line, problem.field) == (
        "S022",
        "目录/目录.csv",
        9,
        "对应栏目",
    )
    assert "没有的栏目" in problem.message
    named = (ITEMS[0].index_number, ITEMS[4].index_number, "青政发〔2030〕1号")
    topic = Topic("jz", "救灾专题", "", (Area("发放", (), items=named),))
    found = list(gathering_problems(make_catalog(ITEMS, tree=replace(TREE, topics=(topic,)))))
    assert [problem.code for problem in found] == ["S021", "S021"]
    assert ITEMS[4].index_number in found[0].message
    assert "青政发〔2030〕1号" in found[1].message
    assert CODES["S021"].level is found[0].level


def test_a_topic_by_columns_keywords_and_named_items() -> None:
    areas = (
        Area("救灾", (RELIEF,)),
        Area("重建", (), keywords=("重建",), items=(ITEMS[3].index_number, ITEMS[0].index_number)),
    )
    tree = replace(TREE, topics=(Topic("jz", "救灾专题", "", areas),), area_words=("重建",))
    view = views_of(make_catalog(ITEMS, tree=tree))["/topics/jz/"]
    assert isinstance(view, TopicView)
    assert [(a.name, a.count, [row.title for row in a.rows], a.rule) for a in view.areas] == [
        ("救灾", 2, ["受灾情况", "救灾款物发放汇总"], ""),
        ("重建", 3, ["物资储备", "灾后重建规划", "救灾款物发放汇总"], "按关键词“重建”、指定的信息汇集"),
    ]
    assert view.count == 4  # one lies in both
