from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.views.paging import SIZE, address_of, archive_count, page_of, pager
from gongkai.views.parts import Pager

BASE = "/jcgk/ghjh/"


def pages(rows: list[int]) -> dict[str, Any]:
    """Address → what the page shows: its rows and its neighbours."""
    numbers = range(archive_count(len(rows)) + 1)
    return {address_of(BASE, n): (list(page_of(rows, n)), pager(BASE, len(rows), n)) for n in numbers}


@pytest.mark.parametrize(
    ("total", "archives", "front"),
    [
        (0, 0, 0),
        (1, 0, 1),
        (19, 0, 19),
        (20, 0, 20),
        (39, 0, 39),
        (40, 1, 20),
        (41, 1, 21),
        (59, 1, 39),
        (60, 2, 20),
    ],
)
def test_front_page_and_archives(total: int, archives: int, front: int) -> None:
    rows = list(range(total, 0, -1))
    assert archive_count(total) == archives
    assert list(page_of(rows, 0)) == rows[:front]
    assert all(len(page_of(rows, n)) == SIZE for n in range(1, archives + 1))


def test_archive_1_holds_the_oldest() -> None:
    rows = list(range(60, 0, -1))
    assert list(page_of(rows, 1)) == list(range(20, 0, -1))
    assert list(page_of(rows, 2)) == list(range(40, 20, -1))
    assert list(page_of(rows, 0)) == list(range(60, 40, -1))


def test_neighbours() -> None:
    assert pager(BASE, 39, 0) == Pager()
    assert pager(BASE, 60, 0) == Pager(older=BASE + "archive/2/")
    assert pager(BASE, 60, 2) == Pager(newer=BASE, older=BASE + "archive/1/", number=2)
    assert pager(BASE, 60, 1) == Pager(newer=BASE + "archive/2/", number=1)


@given(st.integers(0, 500))
def test_pages_hold_every_item_once_in_order(total: int) -> None:
    rows = list(range(total, 0, -1))
    numbers = [0, *range(archive_count(total), 0, -1)]
    assert [row for n in numbers for row in page_of(rows, n)] == rows


@given(st.integers(0, 500))
def test_the_newest_item_rewrites_the_front_page_only(total: int) -> None:
    before, after = pages(list(range(total, 0, -1))), pages(list(range(total + 1, 0, -1)))
    changed = {path for path in before if before[path] != after[path]}
    added = set(after) - set(before)
    assert BASE in changed
    assert not set(before) - set(after)
    if added:
        last = archive_count(total + 1)
        assert added == {address_of(BASE, last)}
        assert changed == {BASE} | ({address_of(BASE, last - 1)} if last > 1 else set())
    else:
        assert changed == {BASE}


@given(st.integers(0, 500))
def test_from_twenty_on_a_front_page_has_twenty_to_thirty_nine(total: int) -> None:
    front = len(page_of(range(total), 0))
    assert front == total if total < 2 * SIZE else SIZE <= front < 2 * SIZE
