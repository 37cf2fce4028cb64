"""What is noticed while a page is made, and what stands for its content."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from gongkai.model.relation import RelationKind
from gongkai.model.watched import ABSENT, Digests, Watched
from tests.views.make import make_catalog, make_item, related

ITEMS = (make_item(1), make_item(2))
CATALOG = make_catalog(ITEMS, (related(RelationKind.RELATED, *ITEMS),))
NUMBER = ITEMS[0].index_number


def test_every_way_of_looking_is_noticed() -> None:
    watched = Watched(CATALOG)
    watched.begin()
    assert watched.by_number[NUMBER] is CATALOG.by_number[NUMBER]
    assert watched.by_topic.get("甲", ()) == ()
    assert "2026" in watched.by_year
    assert list(watched.by_issuer) == list(CATALOG.by_issuer)
    assert len(watched.by_genre) == len(CATALOG.by_genre)
    assert watched.items is CATALOG.items
    assert watched.seen() == (
        "by_genre#", "by_issuer#", f"by_number:{NUMBER}", "by_topic#:甲", "by_year#:2026", "items",
    )  # fmt: skip


def test_of_a_list_the_part_is_noticed_that_was_looked_at() -> None:
    watched = Watched(CATALOG)
    watched.begin()
    items = watched.by_year["2026"]
    assert watched.seen() == ("by_year#:2026",)
    assert len(items) == 2
    assert bool(items)
    assert items[:1] == CATALOG.by_year["2026"][:1]
    assert items[-1] is CATALOG.by_year["2026"][1]
    assert watched.seen() == ("by_year#:2026", "by_year[0-1]:2026", "by_year[1-2]:2026")
    watched.begin()
    assert watched.seen() == ()


@pytest.mark.parametrize(
    "look",
    [
        list,
        tuple,
        lambda items: next(iter(items)),
        lambda items: [*items],
        lambda items: list(reversed(items)),
        lambda items: items[::-1],
        lambda items: ITEMS[0] in items,
        lambda items: items + ITEMS,
        lambda items: ITEMS + items,
        lambda items: items == ITEMS,
        lambda items: sorted(items, key=lambda item: item.title),
        lambda items: items.index(ITEMS[0]),
        lambda items: items.count(ITEMS[0]),
    ],
)
def test_all_of_a_list_is_noticed(look: Callable[[Any], object]) -> None:
    watched = Watched(CATALOG)
    watched.begin()
    made = look(watched.by_year["2026"])
    assert watched.seen() == ("by_year:2026",)
    assert made == look(CATALOG.by_year["2026"])


def test_a_part_changes_with_what_stands_in_it_alone() -> None:
    items = tuple(make_item(number) for number in range(1, 6))
    before = make_catalog(items)
    newest = before.by_year["2026"]
    after = make_catalog(tuple(replace(i, sha256="0") if i is newest[3] else i for i in items))
    longer = make_catalog((*items, make_item(6)))
    names = ("by_year#", "by_year#:2026", "by_year[0-2]:2026", "by_year[2-4]:2026", "by_year:2026")
    said = [[Digests(each).of(name) for name in names] for each in (before, after, longer)]
    assert [one == other for one, other in zip(said[0], said[1], strict=True)] == [
        True,
        True,
        True,
        False,
        False,
    ]
    assert [one == other for one, other in zip(said[0], said[2], strict=True)] == [
        True,
        False,
        False,
        False,
        False,
    ]
    assert ABSENT not in said[0]


def test_of_relations_the_item_alone_counts() -> None:
    watched = Watched(CATALOG)
    watched.begin()
    item = watched.by_number[NUMBER]
    for kind in RelationKind:
        watched.targets(item, kind)
        watched.sources(item, kind)
    assert watched.seen() == (f"by_number:{NUMBER}", f"incoming:{NUMBER}", f"outgoing:{NUMBER}")


def test_another_page_begins_with_nothing() -> None:
    watched = Watched(CATALOG)
    assert watched.items
    assert watched.by_number[NUMBER].title
    watched.begin()
    assert watched.seen() == ()


def test_what_is_there_has_a_digest_and_what_is_not_has_none() -> None:
    digests = Digests(CATALOG)
    names = ("by_number", f"by_number:{NUMBER}", "by_year:2026", f"outgoing:{NUMBER}")
    found = [digests.of(name) for name in names]
    assert ABSENT not in found
    assert len(set(found)) == len(found)
    assert found == [digests.of(name) for name in names] == [Digests(CATALOG).of(name) for name in names]
    assert {
        digests.of(f"{name}:甲") for name in ("by_number", "by_year", "by_year#", "by_year[0-1]", "lost")
    } == {ABSENT}
