"""How a long list is cut into pages so that a new item rewrites the front page only (design: addresses).

n items make max(0, n//20 − 1) archive pages of exactly 20, numbered from the oldest; the front page holds
the rest: 20 to 39 once there are enough. No page says how many pages or items there are.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from gongkai.views.parts import Pager

SIZE = 20
"""Items on an archive page."""

T = TypeVar("T")


def archive_count(total: int) -> int:
    """How many archive pages a list of `total` items has."""
    return max(0, total // SIZE - 1)


def front_page(newest_first: Sequence[T]) -> Sequence[T]:
    """What the front page shows of a list."""
    return newest_first[: len(newest_first) - SIZE * archive_count(len(newest_first))]


def archive_page(newest_first: Sequence[T], number: int) -> Sequence[T]:
    """What archive page `number` shows (1 holds the oldest)."""
    end = len(newest_first) - SIZE * (number - 1)
    return newest_first[end - SIZE : end]


def page_of(newest_first: Sequence[T], number: int) -> Sequence[T]:
    """The front page (0) or an archive page."""
    return archive_page(newest_first, number) if number else front_page(newest_first)


def address_of(base: str, number: int) -> str:
    """Address of a page of the list at `base` (`/a/b/`)."""
    return f"{base}archive/{number}/" if number else base


def pager(base: str, total: int, number: int) -> Pager:
    """The neighbours of a page; `total` is the length of the whole list."""
    last = archive_count(total)
    if not number:
        return Pager(older=address_of(base, last) if last else "")
    newer = number + 1 if number < last else 0
    return Pager(
        newer=address_of(base, newer), older=address_of(base, number - 1) if number > 1 else "", number=number
    )
