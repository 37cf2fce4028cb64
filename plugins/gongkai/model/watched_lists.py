"""A list of the catalog that writes down which part of it was looked at.

A page of an archive shows twenty of ten thousand items: another title elsewhere in the list is no reason to
compute it again. What is asked for beyond a part (going through the list, comparing it) counts as all of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

Part = tuple[str, int, int]
"""Key of a list, and the first place that was looked at and the one after the last."""


class WatchedList(Sequence[Any]):
    """A tuple of the catalog; whoever has it knows its length already."""

    __slots__ = ("_all", "_key", "_of", "_parts")

    def __init__(self, of: tuple[Any, ...], key: str, all_of: set[Any], parts: set[Part]) -> None:
        self._of = of
        self._key = key
        self._all = all_of
        self._parts = parts

    def __len__(self) -> int:
        return len(self._of)

    def __getitem__(self, place: Any) -> Any:
        if isinstance(place, slice):
            start, stop, step = place.indices(len(self._of))
            if step == 1:
                self._parts.add((self._key, start, max(start, stop)))
            else:
                self._all.add(self._key)
        else:
            found = range(len(self._of))[place]
            self._parts.add((self._key, found, found + 1))
        return self._of[place]

    def _whole(self) -> tuple[Any, ...]:
        self._all.add(self._key)
        return self._of

    def __iter__(self) -> Iterator[Any]:
        return iter(self._whole())

    def __reversed__(self) -> Iterator[Any]:
        return iter(self._whole()[::-1])

    def __contains__(self, value: object) -> bool:
        return value in self._whole()

    def index(self, value: Any, start: int = 0, stop: int | None = None) -> int:
        """As of a tuple."""
        return self._whole().index(value, start, len(self._of) if stop is None else stop)

    def count(self, value: Any) -> int:
        """As of a tuple."""
        return self._whole().count(value)

    def __add__(self, other: Any) -> tuple[Any, ...]:
        return self._whole() + tuple(other)

    def __radd__(self, other: Any) -> tuple[Any, ...]:
        return tuple(other) + self._whole()

    def __eq__(self, other: object) -> bool:
        return self._whole() == (tuple(other) if isinstance(other, WatchedList) else other)

    __hash__ = None  # type: ignore[assignment] # nobody keeps lists by their content


class WatchedIndex(Mapping[str, Any]):
    """An index of the catalog: who asks for a list learns its length; going through the index tells its keys."""

    __slots__ = ("_all", "_get", "_keys", "_of", "_parts")

    def __init__(self, of: Mapping[str, Any], all_of: set[Any], keys: set[Any], parts: set[Part]) -> None:
        self._of = of
        self._get = of.get
        self._all = all_of
        self._keys = keys
        self._parts = parts

    def get(self, key: str, default: Any = None) -> Any:
        """A list that is watched in its turn, or the default."""
        """A list that is watched in its turn, or the default."""
        self._keys.add(key)
        found = self._get(key)
        return default if found is None else WatchedList(found, key, self._all, self._parts)

    def __getitem__(self, key: str) -> Any:
        self._keys.add(key)
        return WatchedList(self._of[key], key, self._all, self._parts)

    def __contains__(self, key: object) -> bool:
        self._keys.add(key)
        return key in self._of

    def __iter__(self) -> Iterator[str]:
        self._keys.add(None)
        return iter(self._of)

    def __len__(self) -> int:
        self._keys.add(None)
        return len(self._of)
