"""What is written can be read again: a reader of the tests' own against generated lists."""

from __future__ import annotations

from array import array

from hypothesis import given
from hypothesis import strategies as st

from gongkai.exports.search_codec import (
    PLACE_BITS,
    PLACES,
    ascending,
    documents_of,
    entry,
    members,
    positions,
    power_of_two,
    varint,
)


class Reader:
    def __init__(self, data: bytes) -> None:
        self.data, self.at = data, 0

    def number(self) -> int:
        value = shift = 0
        while True:
            byte = self.data[self.at]
            self.at += 1
            value |= (byte & 127) << shift
            shift += 7
            if byte < 128:
                return value

    def rising(self) -> list[int]:
        found, value = [], -1
        for _ in range(self.number()):
            value += self.number()
            found.append(value)
        return found


@given(st.integers(min_value=0, max_value=2**40))
def test_a_number(number: int) -> None:
    reader = Reader(varint(number))
    assert reader.number() == number
    assert reader.at == len(reader.data)


@given(st.sets(st.integers(min_value=0, max_value=5000)))
def test_a_rising_list(numbers: set[int]) -> None:
    assert Reader(ascending(sorted(numbers))).rising() == sorted(numbers)


@given(st.sets(st.integers(min_value=0, max_value=299)))
def test_members_as_a_list_or_a_bitmap(numbers: set[int]) -> None:
    data = members(sorted(numbers), 300)
    if data[0] == 0:
        assert Reader(data[1:]).rising() == sorted(numbers)
    else:
        assert {n for n in range(300) if data[1 + n // 8] >> (n % 8) & 1} == numbers
    assert len(data) <= 1 + 38


@given(st.dictionaries(st.integers(0, 50), st.sets(st.integers(0, PLACES - 1), min_size=1), min_size=1))
def test_positions(places: dict[int, set[int]]) -> None:
    flat = array("I", sorted((doc << PLACE_BITS) + at for doc, each in places.items() for at in each))
    documents = documents_of(flat)
    assert documents == sorted(places)
    data = positions(flat, len(documents))
    reader = Reader(data[1:])
    counts = [reader.number() for _ in documents] if data[0] else [1] * len(documents)
    raw = reader.data[reader.at :]
    found = [low | high << 8 for low, high in zip(raw[::2], raw[1::2], strict=True)]
    assert len(found) == sum(counts)
    for doc, count in zip(documents, counts, strict=True):
        assert set(found[:count]) == places[doc]
        del found[:count]


def test_an_entry_names_its_gram() -> None:
    assert entry("公开", b"abc") == b"\x06" + "公开".encode() + b"\x03abc"


def test_numbers_of_files_are_powers_of_two() -> None:
    assert [power_of_two(n, 16) for n in (0, 1, 2, 3, 9, 99)] == [1, 1, 2, 4, 16, 16]
