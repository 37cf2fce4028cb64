"""How lists of documents and positions are written: short numbers in few bytes, frequent ones as a bitmap.

A file of lists is a row of entries: length of the gram in bytes, gram, length of what follows, what follows.
All numbers are varints (seven bits a byte, lowest first). `search.js` reads the same.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from operator import sub

PLACE_BITS = 24
"""A position stands below its document's number in one integer."""
PLACES = 1 << PLACE_BITS


def varint(number: int) -> bytes:
    """A number that is not negative, lowest seven bits first."""
    out = bytearray()
    while number > 127:
        out.append(number & 127 | 128)
        number >>= 7
    out.append(number)
    return bytes(out)


_SHORT = tuple(varint(number) for number in range(1 << 14))


def varints(numbers: Iterable[int]) -> bytes:
    """Several numbers, one after the other."""
    short, few = _SHORT, len(_SHORT)
    return b"".join([short[number] if number < few else varint(number) for number in numbers])


def ascending(numbers: Sequence[int]) -> bytes:
    """A rising list: how many, then the steps from one to the next (the first from -1)."""
    return varint(len(numbers)) + varints(map(sub, numbers, (-1, *numbers)))


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
    """The documents of rising places, each once, rising."""
    return sorted({place >> PLACE_BITS for place in places})


def positions(places: array[int]) -> bytes:
    """Where a gram stands: for each document its positions as steps, doubled, the last of each with a 1."""
    steps: list[int] = []
    document, before = -1, 0
    for place in places:
        if place >> PLACE_BITS == document:
            steps.append((place - before) * 2)
        else:
            if steps:
                steps[-1] += 1
            document = place >> PLACE_BITS
            steps.append(((place & (PLACES - 1)) + 1) * 2)
        before = place
    if steps:
        steps[-1] += 1
    return varints(steps)


def entry(gram: str, data: bytes) -> bytes:
    """One entry of a file of lists."""
    name = gram.encode()
    return varint(len(name)) + name + varint(len(data)) + data


def power_of_two(wanted: int, largest: int) -> int:
    """The smallest power of two that is not below `wanted`, at least 1, at most `largest`."""
    return min(largest, 1 << max(0, wanted - 1).bit_length())


def joined(entries: Iterable[bytes]) -> bytes:
    """The bytes of a file of lists."""
    return b"".join(entries)
