"""What is noticed while a page is made, and what stands for its content."""

from __future__ import annotations

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
        "by_genre", "by_issuer", f"by_number:{NUMBER}", "by_topic:甲", "by_year:2026", "items",
    )  # fmt: skip


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
    assert {digests.of(f"{name}:甲") for name in ("by_number", "by_year", "outgoing", "lost")} == {ABSENT}
