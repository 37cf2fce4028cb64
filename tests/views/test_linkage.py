from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from gongkai.model.catalog import Catalog
from gongkai.model.item import Item
from gongkai.model.problem import Level
from gongkai.model.relation import WORDING, Reference, RelationKind
from gongkai.views.features import LINKAGE
from gongkai.views.pages import InterpretationsView, ItemView
from tests.views.make import make_catalog, make_item, policy, related, views_of


def item_view(catalog: Catalog, item: Item) -> ItemView:
    view = views_of(catalog)[item.address]
    assert isinstance(view, ItemView)
    return view


def page(catalog: Catalog, path: str = "/interpretations/") -> InterpretationsView:
    view = views_of(catalog)[path]
    assert isinstance(view, InterpretationsView)
    return view


def reading(number: int, *forms: str) -> Item:
    return make_item(number, "zcjd/bjjd", forms=forms)


def interpreted(policy_file: Item, readings: Iterable[Item]) -> Catalog:
    readings = tuple(readings)
    return make_catalog(
        (policy_file, *readings), (related(RelationKind.INTERPRETS, r, policy_file) for r in readings)
    )


@pytest.mark.parametrize("kind", list(RelationKind))
def test_both_sides_of_a_relation_have_their_wording(kind: RelationKind) -> None:
    source, target = policy(1), policy(2)
    catalog = make_catalog((source, target), (related(kind, source, target),))
    for here, there, heading in ((source, target, WORDING[kind][0]), (target, source, WORDING[kind][1])):
        block = item_view(catalog, here).relations[0]
        assert block.heading == heading
        assert [row.row.path for row in block.rows] == [there.address]
        assert block.notes == ()


def test_the_policy_shows_forms_and_the_interpretation_number_and_validity() -> None:
    file, one = policy(1), reading(2, "图解", "文字")
    catalog = interpreted(file, [one])
    (shown,) = item_view(catalog, file).relations
    assert (shown.heading, shown.rows[0].form) == ("相关解读", "图解、文字")
    (origin,) = item_view(catalog, one).relations
    row = origin.rows[0].row
    assert (origin.heading, row.doc_number, row.validity) == ("政策原文", "青政发〔2026〕1号", "有效")


def test_a_withdrawn_target_becomes_a_note_without_its_title() -> None:
    gone = policy(1, title="秘而不宣", withdrawn=date(2026, 6, 1), withdrawn_reason="重复")
    one = reading(2)
    catalog = make_catalog((gone, one), (related(RelationKind.INTERPRETS, one, gone),))
    (block,) = item_view(catalog, one).relations
    assert block.rows == ()
    assert block.notes == (f"索引号为{gone.index_number}的信息已于2026年6月1日撤下。",)


DAY = date(2026, 10, 1)


@pytest.mark.parametrize(
    ("today", "state", "tone", "words"),
    [
        (DAY - timedelta(1), "有效", "info", "将于2026年10月1日废止"),
        (DAY, "已废止", "warning", "已于2026年10月1日废止"),
        (DAY + timedelta(1), "已废止", "warning", "已于2026年10月1日废止"),
    ],
)
def test_repeal_stands_on_both_sides_with_its_day(today: date, state: str, tone: str, words: str) -> None:
    old, new = policy(1, title="关于《办法》的通知"), policy(2, effective=DAY)
    catalog = make_catalog((old, new), (related(RelationKind.REPEALS, new, old),), today=today)
    view = item_view(catalog, old)
    (banner,) = view.banners
    assert (view.validity, banner.tone) == (state, tone)
    assert words in banner.text
    assert [(link.text, link.path) for link in banner.links] == [
        ("《第2条信息》（青政发〔2026〕2号）", new.address)
    ]
    (other,) = [b for b in item_view(catalog, new).banners if "废止了" in b.text]
    assert [link.text for link in other.links] == ["《关于〈办法〉的通知》（青政发〔2026〕1号）"]


def test_amendment_stands_on_both_sides() -> None:
    old, new = policy(1), policy(2)
    catalog = make_catalog((old, new), (related(RelationKind.AMENDS, new, old),))
    view = item_view(catalog, old)
    assert view.validity == "已修改"
    assert [b.links[0].path for b in view.banners] == [new.address]
    assert [b.links[0].path for b in item_view(catalog, new).banners] == [old.address]


def test_one_row_per_policy_file_with_interpretations_by_form() -> None:
    file, other = policy(1), policy(2, "jcgk/zcwj/zfwj")
    first, second, third = reading(11, "图解", "文字"), reading(12, "文字"), reading(13)
    pairs = (related(RelationKind.INTERPRETS, r, file) for r in (first, second, third))
    view = page(make_catalog((file, other, first, second, third), pairs))
    assert [row.policy.index_number for row in view.rows] == [other.index_number, file.index_number]
    assert [(g.form, [link.path for link in g.links]) for g in view.rows[1].forms] == [
        ("文字", [second.address, first.address]),
        ("图解", [first.address]),
        ("解读", [third.address]),
    ]
    assert (view.rows[0].forms, view.rows[0].missing) == ((), False)


def test_coverage_counts_the_units_own_files_that_need_one() -> None:
    files = [
        policy(1),  # required by its column, interpreted
        policy(2),  # required, not interpreted
        policy(3, needs_interpretation=False, no_interpretation_reason="内部事项"),
        policy(4, "jcgk/zcwj/zfwj"),  # optional
        policy(5, "jcgk/zcwj/zfwj", needs_interpretation=True),  # asked for by itself
        policy(6, "jcgk/zcwj/sjwj", needs_interpretation=True),  # relayed
    ]
    one = reading(11)
    catalog = make_catalog((*files, one), (related(RelationKind.INTERPRETS, one, files[0]),))
    view = page(catalog)
    assert (view.needed, view.covered) == (3, 1)
    assert [row.policy.title for row in view.rows if row.missing] == ["第5条信息", "第2条信息"]
    assert files[5].index_number not in {row.policy.index_number for row in view.rows}
    problems = list(LINKAGE.problems(catalog))
    assert [(p.code, p.level, p.path) for p in problems] == [
        ("R301", Level.WARNING, files[4].path),
        ("R301", Level.WARNING, files[1].path),
    ]
    assert "第2条信息" in problems[1].message
    assert "青政发〔2026〕2号" in problems[1].hint


def test_an_interpretation_without_a_file_is_found_and_shown_apart() -> None:
    catalog = make_catalog([reading(1)])
    assert [p.code for p in LINKAGE.problems(catalog)] == ["R302"]
    view = page(catalog)
    assert (view.rows, [row.title for row in view.loose]) == ((), ["第1条信息"])


def test_a_file_that_is_named_but_not_found_is_not_reported_twice() -> None:
    lost = replace(reading(1), references=(Reference("interprets", "政策原文", "青政发〔2026〕99号", 3),))
    assert list(LINKAGE.problems(make_catalog([lost]))) == []


def test_nobody_is_asked_to_interpret_a_dead_file() -> None:
    assert list(LINKAGE.problems(make_catalog([policy(1, expires=date(2026, 5, 1))]))) == []


@pytest.mark.parametrize(("total", "front"), [(0, 0), (20, 20), (39, 39), (40, 20), (41, 21)])
def test_the_newest_are_cut_by_the_rule_of_lists_and_the_year_is_whole(total: int, front: int) -> None:
    catalog = make_catalog([policy(n) for n in range(1, total + 1)])
    assert len(page(catalog).rows) == front
    assert not [path for path in views_of(catalog) if path.startswith("/interpretations/archive")]
    if total:
        year = page(catalog, "/interpretations/2026/")
        assert (len(year.rows), year.year, year.needed) == (total, "2026", total)


def test_years_lead_to_each_other() -> None:
    catalog = make_catalog(
        [policy(1, day=date(2024, 5, 1)), policy(2, day=date(2026, 5, 1)), make_item(3, day=date(2025, 1, 1))]
    )
    assert [link.path for link in page(catalog).years] == ["/interpretations/2026/", "/interpretations/2024/"]
    assert [link.path for link in page(catalog, "/interpretations/2024/").years] == [
        "/interpretations/",
        "/interpretations/2026/",
        "",
    ]
    assert "/interpretations/2025/" not in views_of(catalog)
