"""五公开, 法定主动公开内容, the 26 fields, topics, 征集与反馈: computed over the same leaves."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from gongkai.model.catalog import Catalog
from gongkai.model.item import Item
from gongkai.model.relation import RelationKind
from gongkai.views.pages import (
    ConsultationsView,
    FieldsView,
    FiveView,
    StatutoryRow,
    StatutoryView,
    TopicsView,
    TopicView,
)
from gongkai.views.statutory import shown_number
from tests.views.make import TREE, make_catalog, make_item, make_unit, policy, related, views_of


def five(catalog: Catalog) -> dict[str, tuple[int, list[tuple[str, int]]]]:
    view = views_of(catalog)["/five/"]
    assert isinstance(view, FiveView)
    return {c.title.text: (c.count, [(link.text, link.count) for link in c.columns]) for c in view.classes}


def test_five_counts_leaves_once_and_leaves_out_what_is_no_government_information() -> None:
    shared = make_item(3, columns=("jcgk/ghjh", "jcgk/zcwj/gfxwj"))
    items = (policy(1), make_item(2), shared, make_item(4, "glgk/yj"), make_item(5, "zwdt/gzdt"))
    found = five(make_catalog(items))
    assert found["决策公开"] == (3, [("行政规范性文件", 2), ("规划计划", 2)])
    assert found["管理公开"] == (1, [("政府信息公开年报", 0), ("政府信息公开指南", 0), ("应急管理", 1)])
    assert found["结果公开"] == (0, [])
    assert list(found) == ["决策公开", "执行公开", "管理公开", "服务公开", "结果公开"]


def test_the_numbers_are_those_of_the_article() -> None:
    numbers = [shown_number(f"20-{n}") for n in (1, 9, 10, 11, 15)]
    assert numbers == ["（一）", "（九）", "（十）", "（十一）", "（十五）"]
    assert shown_number("21-7") == "7"


def statutory(catalog: Catalog) -> dict[str, StatutoryRow]:
    view = views_of(catalog)["/zfxxgk/nr/"]
    assert isinstance(view, StatutoryView)
    return {row.number: row for table in view.tables for row in table.rows}


def counts(row: StatutoryRow) -> tuple[int, list[tuple[str, int, str]]]:
    return row.count, [(link.text, link.count, link.note) for link in row.columns]


def test_statutory_rows_have_columns_and_counts_or_a_reason() -> None:
    shared = make_item(3, columns=("jcgk/ghjh", "glgk/yj"))
    rows = statutory(make_catalog((policy(1), policy(2, "jcgk/zcwj/zfwj"), shared)))
    assert counts(rows["（一）"]) == (2, [("行政规范性文件", 1, ""), ("镇政府文件", 1, "")])
    assert counts(rows["（三）"]) == (1, [("规划计划", 1, ""), ("应急管理", 1, "")])
    assert (rows["（八）"].count, rows["（八）"].columns, rows["（八）"].not_concerned) == (
        0,
        (),
        "本镇无收费项目",
    )
    assert (rows["（十四）"].not_concerned, rows["（十四）"].note) == ("本单位职责不包含此类事项", "")
    assert counts(rows["8"]) == (0, [])
    assert (rows["8"].not_concerned, rows["8"].note) == ("", "暂无此类信息")


def test_a_void_column_that_has_items_after_all_is_counted() -> None:
    row = statutory(make_catalog([make_item(1, "glgk/sf")]))["（八）"]
    assert (counts(row), row.not_concerned) == ((1, [("收费", 1, "")]), "")


def test_statements_stand_below_and_a_note_without_article_21() -> None:
    view = views_of(make_catalog())["/zfxxgk/nr/"]
    assert isinstance(view, StatutoryView)
    assert [(f.key, f.label, f.value) for f in view.statements] == [
        ("statement", "政府债务", "由县财政部门公开"),
        ("link", "县政府公报", "链接县政府网站"),
    ]
    tree = replace(TREE, article21="", article21_note="街道不适用")
    other = views_of(make_catalog(tree=tree))["/zfxxgk/nr/"]
    assert isinstance(other, StatutoryView)
    assert (other.tables[1].rows, other.tables[1].note) == ((), "街道不适用")


def fields(catalog: Catalog) -> dict[str, tuple[int, list[str], str]]:
    view = views_of(catalog)["/fields/"]
    assert isinstance(view, FieldsView)
    return {row.name: (row.count, [link.text for link in row.columns], row.elsewhere) for row in view.rows}


def test_the_fields_have_columns_or_say_who_answers() -> None:
    assert fields(make_catalog((make_item(1), make_item(2)))) == {
        "城乡规划": (2, ["规划计划"], ""),
        "户籍管理": (0, [], "由县公安机关公开"),
        "救灾": (0, [], "暂无此类信息"),
        "税收管理": (0, [], "不由本单位公开"),
    }


def test_the_units_own_list_of_fields_goes_before_the_presets() -> None:
    found = fields(make_catalog(unit=make_unit(fields26=("税收管理",))))
    assert (found["税收管理"][2], found["救灾"][2]) == ("暂无此类信息", "不由本单位公开")


def test_topics_count_by_area_and_category_each_item_once() -> None:
    items = (
        make_item(1, "zdly/czys", category="预算"),
        make_item(2, "zdly/czys", category="预算"),
        make_item(3, "zdly/czys", category="决算"),
        make_item(4, "zdly/czys", category="其他类"),
        make_item(5, topics=("财政预决算",)),
        make_item(6, "zdly/czys", category="决算", topics=("财政预决算",)),
    )
    views = views_of(make_catalog(items))
    view = views["/topics/czys/"]
    assert isinstance(view, TopicView)
    assert [(a.name, a.count, [c.count for c in a.columns]) for a in view.areas] == [
        ("预算", 2, [2]),
        ("决算", 2, [2]),
        ("其他", 1, []),
    ]
    assert (view.count, view.document) == (5, "财预〔2016〕143号")
    listed = views["/topics/"]
    assert isinstance(listed, TopicsView)
    assert [(link.text, link.count) for link in listed.topics] == [("财政预决算", 5)]
    assert "/topics/gysy/" not in views


def test_a_gathering_column_opens_with_the_first_item_of_its_topic() -> None:
    assert "/fwgk/gy/" not in views_of(make_catalog())
    shared = make_item(1, columns=("fwgk/jz", "fwgk/shjz"))
    view = views_of(make_catalog([shared]))["/fwgk/gy/"]
    assert isinstance(view, TopicView)
    assert ([(a.name, a.count) for a in view.areas], view.count) == ([("救灾", 1), ("救助", 1)], 1)


START, END = date(2026, 5, 6), date(2026, 6, 5)


def consultation(number: int = 1) -> Item:
    return make_item(number, "jcgk/yjzj", details={"consult_start": START, "consult_end": END})


def consultations(catalog: Catalog) -> ConsultationsView:
    view = views_of(catalog)["/jcgk/zjfk/"]
    assert isinstance(view, ConsultationsView)
    return view


@pytest.mark.parametrize(
    ("today", "period", "state"),
    [
        (START - timedelta(1), "未开始", "未开始"),
        (START, "进行中", "征集中"),
        (START + timedelta(1), "进行中", "征集中"),
        (END - timedelta(1), "进行中", "征集中"),
        (END, "进行中", "征集中"),
        (END + timedelta(1), "已结束", "已结束，待反馈"),
    ],
)
def test_the_state_of_a_consultation(today: date, period: str, state: str) -> None:
    (row,) = consultations(make_catalog([consultation()], today=today)).rows
    assert (row.period.state, row.state) == (period, state)
    assert (row.period.start, row.period.end) == ("2026-05-06", "2026-06-05")
    assert (row.feedback.path, row.received, row.adopted) == ("", "", "")


def test_feedback_answers_its_consultation_with_figures() -> None:
    asked = consultation()
    answer = make_item(2, "jcgk/yjfk", details={"received": 12, "adopted": 0})
    view = consultations(make_catalog((asked, answer), (related(RelationKind.FEEDBACK_ON, answer, asked),)))
    (row,) = view.rows
    assert (row.state, row.feedback.path, row.received, row.adopted) == ("已反馈", answer.address, "12", "0")
    assert view.complete is not None
    assert view.complete.path == "/jcgk/yjzj/"


def test_the_page_does_not_grow_with_the_consultations() -> None:
    assert len(consultations(make_catalog(consultation(n) for n in range(1, 60))).rows) == 39
