from datetime import date

import pytest

from gongkai.model.catalog import Catalog
from gongkai.model.item import Item
from gongkai.model.relation import RelationKind
from gongkai.views.features import COLUMNS, CORE, LIFECYCLE
from gongkai.views.pages import ConsultationsView, ItemView, LifecycleView
from gongkai.views.parts import LifecycleStrip
from tests.views.make import FEATURES, TODAY, addresses_of, make_catalog, make_item, policy, related, views_of

DAYS = {"consult_start": date(2026, 1, 5), "consult_end": date(2026, 2, 4)}
CALL = make_item(1, "jcgk/yjzj", date(2026, 1, 5), details=DAYS)
FIGURES = {"received": 12, "adopted": 5, "partly_adopted": 3, "not_adopted_reason": "标准由县统一规定"}
ANSWER = make_item(2, "jcgk/yjfk", date(2026, 2, 5), details=FIGURES)
FILE = policy(3)
READING, LATER_READING = make_item(4, "zcjd/bjjd", forms=("图解",)), make_item(5, "zcjd/bjjd")
WORK, RESULT, OTHER = make_item(6), make_item(7), make_item(8)
RELATIONS = (
    related(RelationKind.CONSULTED_IN, FILE, CALL),
    related(RelationKind.FEEDBACK_ON, ANSWER, CALL),
    related(RelationKind.INTERPRETS, READING, FILE),
    related(RelationKind.INTERPRETS, LATER_READING, FILE),
    related(RelationKind.IMPLEMENTS, WORK, FILE),
    related(RelationKind.REPORTS_ON, RESULT, WORK),
)
CATALOG = make_catalog((CALL, ANSWER, FILE, READING, LATER_READING, WORK, RESULT, OTHER), RELATIONS)
WITH = {**FEATURES, CORE.name: CORE, LIFECYCLE.name: LIFECYCLE}


def strips(item: Item) -> tuple[LifecycleStrip, ...]:
    view = views_of(CATALOG, WITH)[item.address]
    assert isinstance(view, ItemView)
    return view.lifecycle


def test_the_page_has_every_step_in_order() -> None:
    view = views_of(CATALOG, WITH)[addresses_of(CATALOG, WITH).lifecycle(FILE)]
    assert isinstance(view, LifecycleView)
    found = [(step.name, {r.row.index_number for r in step.rows}) for step in view.steps]
    assert found == [
        ("征集", {CALL.index_number}),
        ("反馈", {ANSWER.index_number}),
        ("决策", {FILE.index_number}),
        ("解读", {READING.index_number, LATER_READING.index_number}),
        ("执行", {WORK.index_number}),
        ("结果", {RESULT.index_number}),
    ]
    assert view.head.breadcrumbs[-2].path == FILE.address


@pytest.mark.parametrize(
    ("item", "step"),
    [(CALL, "征集"), (ANSWER, "反馈"), (FILE, "决策"), (READING, "解读"), (WORK, "执行"), (RESULT, "结果")],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_every_step_knows_where_it_stands(item: Item, step: str) -> None:
    (strip,) = strips(item)
    assert [s.name for s in strip.steps if s.here] == [step]
    assert all(bool(s.path) != s.here for s in strip.steps)
    assert {s.name: s.more for s in strip.steps}["解读"] == 1


def test_what_is_no_step_has_no_strip_and_no_page() -> None:
    assert strips(OTHER) == ()
    lonely = make_catalog((FILE, OTHER))
    paths = views_of(lonely, WITH)
    assert not [path for path in paths if path.startswith("/lifecycle/")]
    view = paths[FILE.address]
    assert isinstance(view, ItemView)
    assert view.lifecycle == ()


def test_without_the_feature_there_is_nothing_of_it() -> None:
    without = {name: feature for name, feature in WITH.items() if name != "lifecycle"}
    views = views_of(CATALOG, without)
    assert not [path for path in views if path.startswith("/lifecycle/")]
    assert not [v for v in views.values() if isinstance(v, ItemView) and v.lifecycle]


def life_of(anchor: Item, *items: Item, today: date = TODAY) -> LifecycleView:
    relations = [related(RelationKind.FEEDBACK_ON, answer, anchor) for answer in items]
    catalog = make_catalog((anchor, *items), relations, today=today)
    view = views_of(catalog, WITH)[addresses_of(catalog, WITH).lifecycle(anchor)]
    assert isinstance(view, LifecycleView)
    return view


def test_what_became_of_the_opinions_is_a_table() -> None:
    """12 came in: 5 adopted, 3 partly, so 4 were not."""
    view = views_of(CATALOG, WITH)[addresses_of(CATALOG, WITH).lifecycle(FILE)]
    assert isinstance(view, LifecycleView)
    assert view.opinions
    (row,) = view.opinions.rows
    assert row.cells == ("12", "5", "3", "4", "标准由县统一规定")
    assert row.name.path == ANSWER.address
    assert [c.state for c in view.consultations] == ["已反馈"]


def test_several_feedbacks_are_added_up_and_what_is_not_given_is_a_dash() -> None:
    more = make_item(9, "jcgk/yjfk", date(2026, 3, 5), details={"received": 4, "adopted": 4})
    bare = make_item(10, "jcgk/yjfk", date(2026, 3, 6))
    table = life_of(CALL, ANSWER, more, bare).opinions
    assert table
    assert [row.cells for row in table.rows] == [
        ("—", "—", "—", "—", "—"),
        ("4", "4", "0", "0", "—"),
        ("12", "5", "3", "4", "标准由县统一规定"),
        ("16", "9", "3", "4", "—"),
    ]


@pytest.mark.parametrize(
    ("today", "state"),
    [(date(2026, 1, 4), "未开始"), (date(2026, 2, 4), "征集中"), (date(2026, 2, 5), "已结束，待反馈")],
)
def test_a_consultation_alone_has_its_page_with_where_it_stands(today: date, state: str) -> None:
    view = life_of(CALL, today=today)
    assert [(c.state, c.period.end) for c in view.consultations] == [(state, "2026-02-04")]
    assert [step.name for step in view.steps] == ["征集"]
    assert view.opinions is None
    assert view.back == "返回征集公告"


def test_a_consultation_and_its_feedback_lead_to_their_chain() -> None:
    catalog = make_catalog((CALL, ANSWER), (related(RelationKind.FEEDBACK_ON, ANSWER, CALL),))
    views, path = views_of(catalog, WITH), addresses_of(catalog, WITH).lifecycle(CALL)
    for item, here in ((CALL, "征集"), (ANSWER, "反馈")):
        view = views[item.address]
        assert isinstance(view, ItemView)
        (strip,) = view.lifecycle
        assert (strip.path, [s.name for s in strip.steps if s.here]) == (path, [here])


@pytest.mark.parametrize("catalog", [CATALOG, make_catalog((CALL,))])
def test_the_list_of_consultations_leads_to_the_chain(catalog: Catalog) -> None:
    anchor = FILE if catalog is CATALOG else CALL
    every = WITH | {COLUMNS.name: COLUMNS}
    view = views_of(catalog, every)["/jcgk/zjfk/"]
    assert isinstance(view, ConsultationsView)
    assert [row.chain for row in view.rows] == [addresses_of(catalog, every).lifecycle(anchor)]


def test_a_consultation_with_a_policy_file_has_no_chain_of_its_own() -> None:
    assert addresses_of(CATALOG, WITH).lifecycle(CALL) not in views_of(CATALOG, WITH)
