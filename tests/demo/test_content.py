"""The demonstration shows what it is there to show, and nothing in it stops a build."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from gongkai.loading.site import Loaded, LoadOptions, load_site
from gongkai.model.item import Item
from gongkai.model.relation import RelationKind
from gongkai.model.validity import Validity

CONTENT = Path(__file__).parents[2] / "content"
TODAY = date(2026, 11, 23)
SIGNERS = "张某 李某 周某 赵某 陈某 孙某 吴某 郑某 冯某".split()


@pytest.fixture(scope="module")
def loaded() -> Loaded:
    return load_site(CONTENT, LoadOptions(today=TODAY))


def text_of(item: Item) -> str:
    return (CONTENT / item.path).read_text(encoding="utf-8")


def of_kind(loaded: Loaded, kind: str) -> list[Item]:
    return [item for item in loaded.catalog.items if item.kind == kind]


def test_nothing_is_wrong(loaded: Loaded) -> None:
    assert [(p.code, p.path, p.message) for p in loaded.problems] == []


def test_there_are_enough_items_over_enough_columns(loaded: Loaded) -> None:
    assert len(loaded.catalog.items) >= 150
    assert len({item.column for item in loaded.catalog.items}) >= 60


def test_what_must_not_be_public_is_held_back_for_every_reason(loaded: Loaded) -> None:
    reasons = " ".join(held.reason for held in loaded.held)
    for word in ("草稿", "没有审核完", "还没到", "依申请公开", "特定群体", "本村（社区）", "没有索引号"):
        assert word in reasons


def test_a_withdrawn_item_is_a_tombstone_that_another_one_names(loaded: Loaded) -> None:
    (gone,) = loaded.catalog.tombstones
    assert gone.withdrawn_reason
    assert any(gone in targets for targets in loaded.catalog.lost.values())


def test_every_state_of_validity_occurs(loaded: Loaded) -> None:
    assert set(loaded.catalog.validity.values()) == set(Validity)


def test_policies_are_interpreted_in_many_forms(loaded: Loaded) -> None:
    interpreted = {number for (number, kind) in loaded.catalog.incoming if kind is RelationKind.INTERPRETS}
    forms = Counter(form for item in of_kind(loaded, "interpretation") for form in item.forms)
    assert len(interpreted) >= 8
    assert sum(forms.values()) >= 12
    assert {"文字", "图解", "问答", "音频", "视频", "负责人解读", "部门解读", "专家解读"} <= set(forms)


def test_some_normative_files_have_no_interpretation_and_one_says_why(loaded: Loaded) -> None:
    files = of_kind(loaded, "normative")
    bare = [item for item in files if not loaded.catalog.sources(item, RelationKind.INTERPRETS)]
    assert len([item for item in bare if item.needs_interpretation is None]) >= 2
    assert any(item.no_interpretation_reason for item in bare)


def test_one_consultation_is_open_and_the_closed_ones_have_feedback_but_for_one(loaded: Loaded) -> None:
    consultations = of_kind(loaded, "consultation")
    last = {item.index_number: item.details["consult_end"] for item in consultations}
    is_open = [number for number, day in last.items() if isinstance(day, date) and day >= TODAY]
    silent = [i for i in consultations if not loaded.catalog.sources(i, RelationKind.FEEDBACK_ON)]
    assert len(consultations) >= 5
    assert len(is_open) == 1
    assert len([item for item in silent if item.index_number not in is_open]) == 1


def test_feedback_adds_up(loaded: Loaded) -> None:
    for item in of_kind(loaded, "feedback"):
        parts = [item.details.get(key, 0) for key in ("adopted", "partly_adopted", "not_adopted")]
        assert sum(n for n in parts if isinstance(n, int)) == item.details["received"], item.path


def test_two_policies_have_the_whole_life_cycle(loaded: Loaded) -> None:
    catalog = loaded.catalog
    whole = [
        item
        for item in catalog.items
        if item.is_policy
        and catalog.targets(item, RelationKind.CONSULTED_IN)
        and all(
            catalog.sources(item, kind)
            for kind in (RelationKind.INTERPRETS, RelationKind.IMPLEMENTS, RelationKind.REPORTS_ON)
        )
    ]
    assert len(whole) >= 2


def test_a_joint_issue_a_shared_item_and_a_relayed_one(loaded: Loaded) -> None:
    items = loaded.catalog.items
    assert any(len(item.issuers) > 1 and item.level == "本级" for item in items)
    assert any(len(item.columns) > 1 for item in items)
    assert any(item.level == "上级" and item.source and item.source_url for item in items)


def test_documents_are_published_within_twenty_days(loaded: Loaded) -> None:
    for item in loaded.catalog.items:
        if item.written:
            assert 0 <= (item.published.day - item.written).days <= 20, item.path


def test_the_text_holds_no_mobile_number_and_no_identity_number(loaded: Loaded) -> None:
    for item in loaded.catalog.items:
        body = text_of(item).split("\n---\n", 1)[1]
        assert not re.search(r"(?<!\d)1[3-9]\d{9}(?!\d)", body), item.path
        assert not re.search(r"(?<!\d)[1-9]\d{5}(18|19|20)\d{9}[\dXx](?!\d)", body), item.path


def test_the_names_of_those_who_signed_stand_in_no_public_text(loaded: Loaded) -> None:
    for item in loaded.catalog.items:
        body = text_of(item).split("\n---\n", 1)[1]
        assert not [name for name in SIGNERS if name in body], item.path


def test_keys_are_written_in_chinese_in_english_and_mixed() -> None:
    heads = [path.read_text(encoding="utf-8").split("\n---\n", 1)[0] for path in CONTENT.rglob("*.md")]
    english = [bool(re.search(r"^[a-z_]+:", head, re.MULTILINE)) for head in heads]
    chinese = [bool(re.search(r"^[\u4e00-\u9fff]+:", head, re.MULTILINE)) for head in heads]
    seen = set(zip(english, chinese, strict=True))
    assert (False, True) in seen
    assert (True, True) in seen
    assert (True, False) in seen
