"""The pages of one long list: front page and archive pages, for columns and for index values alike."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gongkai.model.item import Item
from gongkai.views.paging import address_of, archive_count, page_of
from gongkai.views.spec import PageSpec


def newest_day(items: Sequence[Item]) -> str:
    """The day of a list page: that of its newest row, empty without one."""
    return items[0].published.day.isoformat() if items else ""


def list_specs(base: str, items: Sequence[Item], feature: str, key: tuple[str, ...]) -> Iterator[PageSpec]:
    """One spec per page of the list at `base`; the page's number is added to the key."""
    for number in range(archive_count(len(items)) + 1):
        day = newest_day(page_of(items, number))
        yield PageSpec(address_of(base, number), "list", feature, (*key, str(number)), day)
