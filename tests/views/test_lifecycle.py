from datetime import date

import pytest

from gongkai.model.item import Item
from gongkai.model.relation import RelationKind
from gongkai.views.features import CORE, LIFECYCLE
from gongkai.views.pages import ItemView, LifecycleView
from gongkai.views.parts import LifecycleStrip
from tests.views.make import FEATURES, addresses_of, make_catalog, make_item, policy, related, views_of

CALL = make_item(1, day=date(2026, 1, 5), kind="consultation")
ANSWER = make_item(2, day=date(2026, 2, 5), kind="feedback")
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
