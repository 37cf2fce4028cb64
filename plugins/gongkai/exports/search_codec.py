"""How lists of documents and places are written: short numbers in few bytes, frequent ones as a bitmap.

A file of lists is a row of entries: length of the name in bytes, name, length of what follows, what follows.
All numbers are varints (seven bits a byte, lowest first). `search.js` reads the same.
"""

from __future__ import annotations

import sys
from array import array
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import repeat
from operator import and_, rshift, sub

PLACE_BITS = 16
"""A place stands below its document's number in one integer."""
PLACES = 1 << PLACE_BITS
"""Places of longer documents are counted from 0 again: they are compared by their distance alone."""


def varint(number: int) -> bytes:
    """A number that is not negative, lowest seven bits first."""
    out = bytearray()
    while number > 127:
        out.append(number & 127 | 128)
        number >>= 7
    out.append(number)
    return bytes(out)


_SHORT = tuple(varint(number) for number in range(1 << 14))


def varints(numbers: Sequence[int]) -> bytes:
    """Several numbers, one after the other."""
    largest = max(numbers, default=0)
    if largest < 128:
        return bytes(numbers)
    return b"".join(map(_SHORT.__getitem__ if largest < len(_SHORT) else varint, numbers))


def ascending(numbers: Sequence[int]) -> bytes:
    """A rising list: how many, then the steps from one to the next (the first from -1)."""
    return varint(len(numbers)) + varints(list(map(sub, numbers, (-1, *numbers))))


def members(numbers: Sequence[int], total: int) -> bytes:
    """Some of the numbers 0 … total-1: a list (after a 0) or a bitmap (after a 1), whichever is shorter."""
    room = (total + 7) // 8
    listed = ascending(numbers) if len(numbers) < room else b""
    if listed and len(listed) <= room:
        return b"\0" + listed
    bits = bytearray(room)
    for number in numbers:
        bits[number >> 3] |= 1 << (number & 7)
    return b"\1" + bytes(bits)


def documents_of(places: array[int]) -> list[int]:
    """The documents of places that are gathered document by document, each once, rising."""
    return list(dict.fromkeys(map(rshift, places, repeat(PLACE_BITS))))


def positions(places: array[int], documents: int) -> bytes:
    """Where a gram stands in each of its documents: a 0 if once in each, else a 1 and how often in each; then
    all places, two bytes each (lowest first).
    """
    each = b"\0"
    if len(places) > documents:
        each = b"\1" + varints(list(Counter(map(rshift, places, repeat(PLACE_BITS))).values()))
    found = array("H", map(and_, places, repeat(PLACES - 1)))
    if sys.byteorder == "big":
        found.byteswap()
    return each + found.tobytes()


def entry(name: str, data: bytes) -> bytes:
    """One entry of a file of lists."""
    written = name.encode()
    return b"".join((varint(len(written)), written, varint(len(data)), data))


def power_of_two(wanted: int, largest: int) -> int:
    """The smallest power of two that is not below `wanted`, at least 1, at most `largest`."""
    return min(largest, 1 << max(0, wanted - 1).bit_length())


def joined(entries: Iterable[bytes]) -> bytes:
    """The bytes of a file of lists."""
    return b"".join(entries)
