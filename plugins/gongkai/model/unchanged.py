"""What of the former site is as it would come out again: for exports that show one item a line."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


def _nothing(_path: str) -> bytes:
    return b""


def _absent(_path: str) -> bool:
    return False


@dataclass(frozen=True, slots=True)
class Unchanged:
    """`numbers` are the index numbers of items whose fields and relations are what they were, read with the same
    settings by the same program. `stands` says whether a file of the site is whole, `read` gives its bytes then,
    else none.
    """

    numbers: frozenset[str] = frozenset()
    stands: Callable[[str], bool] = _absent
    read: Callable[[str], bytes] = _nothing


NOTHING = Unchanged()
"""For a site that is made for the first time."""
