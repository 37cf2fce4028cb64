"""The document of an issue: where the signature stands, what the contents list; and the sheet that fits its page."""

from __future__ import annotations

import pytest

from gongkai.reporting.board import board_document, newest, qr_svg
from gongkai.reporting.bulletin import make_bulletin
from gongkai.reporting.gazette import with_signature
from gongkai.typesetting.document import Block, Cards, Heading, Paragraph, paragraph
from tests.reporting.demo import facts

SIGNED = ("某县人民政府", "2026年2月11日")


def styles(*blocks: Block) -> list[tuple[str, str]]:
    made = with_signature(blocks, SIGNED)
    return [(b.text, b.style) for b in made if isinstance(b, Paragraph)]


RIGHT = [(line, "right") for line in SIGNED]


@pytest.mark.parametrize(
    "written",
    [(paragraph("某县人民政府\n2026年2月11日"),), (paragraph("某县人民政府"), paragraph("2026年2月11日"))],
)
def test_a_signature_before_an_annex_stays_there_at_the_right(written: tuple[Block, ...]) -> None:
    found = styles(paragraph("正文。"), *written, Heading("办法"), paragraph("第一条"))
    assert found == [("正文。", "body"), *RIGHT, ("第一条", "body")]


def test_a_signature_that_is_not_written_comes_last() -> None:
    assert styles(paragraph("正文。")) == [("正文。", "body"), *RIGHT]
    assert styles(paragraph("某县人民政府决定如下。"), paragraph("2026年2月11日")) == [
        ("某县人民政府决定如下。", "body"), ("2026年2月11日", "body"), *RIGHT,
    ]  # fmt: skip


def test_the_board_holds_the_newest_of_the_units_own_information() -> None:
    catalog = facts().catalog
    items = newest(catalog, 12)
    assert len(items) == 12
    assert all(item.level == "本级" and catalog.tree.columns[item.column].counted for item in items)
    assert [i.published for i in items] == sorted((i.published for i in items), reverse=True)
    news = newest(catalog, 3, ["zwdt/gzdt"])
    assert {item.column for item in news} == {"zwdt/gzdt"}
    (cards,) = board_document(items, catalog, lambda path: "https://www.shili.example" + path).blocks
    assert isinstance(cards, Cards)
    picture, lines = cards.cards[0]
    assert picture.data == qr_svg("https://www.shili.example" + items[0].address)
    assert lines[0] == items[0].title
    assert all(len(lines[0]) <= 44 for _, lines in cards.cards)


def test_a_bulletin_of_the_demonstration_by_hand() -> None:
    """October 2026: 16 own items, of September 8; two normative files without interpretation, one consultation over."""
    found = make_bulletin(facts(), 2026, 10)
    assert (found.total, found.before) == (16, 8)
    assert sum(now for _, now, _, _ in found.units) == 16
    assert sum(now for _, now, _ in found.columns) == 16
    assert len(found.uninterpreted) == 2
    assert [i.details["consult_end"].isoformat() for i in found.unanswered] == ["2026-10-14"]  # type: ignore[union-attr]
    assert found.day.isoformat() == "2026-10-31"
    assert all(c.due is not None and c.due < found.day for c in found.overdue)


def test_a_former_month_is_told_as_it_was() -> None:
    """In July 2026 the file of September was not there, and the consultation of September had not begun."""
    found = make_bulletin(facts(), 2026, 7)
    assert [i.published.day.isoformat() for i in found.uninterpreted] == ["2026-07-17"]
    assert found.unanswered == ()
