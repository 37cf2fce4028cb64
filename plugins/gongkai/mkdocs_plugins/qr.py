"""QR codes of page addresses as small PNG data addresses, quick enough for one on every page.

For one length of text, version and mask, every module of a QR code is a sum modulo 2 of the text's bits (the
Reed-Solomon code, the mask and the placing are all linear: ISO/IEC 18004). So segno makes the code of the first
address of each length and, once each, what a single changed bit does; the others are put together by XOR. The
result is segno's, bit for bit (tested), at a hundredth of its time.
"""

from __future__ import annotations

import base64
import struct
import zlib
from dataclasses import dataclass, field
from functools import lru_cache

import segno

_MASK = 2
_QUIET = 4
_SIGNATURE = b"\x89PNG\r\n\x1a\n"


def modules(data: bytes) -> tuple[int, int]:
    """The code of some bytes by segno: modules to a side, and all of them as the bits of one number."""
    code = segno.make_qr(data, error="m", mode="byte", mask=_MASK, boost_error=False)
    rows = tuple(code.matrix)
    number = 0
    for row in rows:
        for module in row:
            number = number << 1 | (module & 1)
    return len(rows), number


@dataclass(slots=True)
class _Length:
    """All texts of one length: a first one with its code, and what each other byte in its places does to it."""

    text: bytes
    side: int
    number: int
    drawn: int
    """The first one's rows as they stand in a picture."""
    changes: dict[tuple[int, int], tuple[int, int]] = field(default_factory=dict)

    def code(self, text: bytes) -> tuple[int, int]:
        """The modules of a text, and its rows as they stand in a picture."""
        number, drawn = self.number, self.drawn
        differing = int.from_bytes(self.text, "big") ^ int.from_bytes(text, "big")
        for place, bits in enumerate(differing.to_bytes(len(text), "big")):
            if bits:
                change = self.changes.get((place, bits)) or self._changed(place, bits)
                number ^= change[0]
                drawn ^= change[1]
        return number, drawn

    def _changed(self, place: int, bits: int) -> tuple[int, int]:
        """What it does to a code if these bits of a byte change: the sum of what each of them does."""
        total = 0
        if bits & (bits - 1):
            for bit in (1 << n for n in range(8)):
                if bits & bit:
                    total ^= (self.changes.get((place, bit)) or self._changed(place, bit))[0]
        else:
            other = bytearray(self.text)
            other[place] ^= bits
            total = self.number ^ modules(bytes(other))[1]
        # The picture shows a dark module as 0: what changes is the same, whatever the colour.
        found = self.changes[place, bits] = (total, _rows(self.side, total))
        return found


@dataclass(slots=True)
class QrMaker:
    """Makes codes; it remembers what it learnt of each length of address."""

    lengths: dict[int, _Length] = field(default_factory=dict)

    def _known(self, text: bytes) -> _Length:
        known = self.lengths.get(len(text))
        if known is None:
            side, number = modules(text)
            drawn = _light(side) ^ _rows(side, number)
            known = self.lengths[len(text)] = _Length(text, side, number, drawn)
        return known

    def matrix(self, url: str) -> tuple[int, int]:
        """Modules to a side, and the modules row by row as the bits of one number (1 is dark)."""
        text = url.encode()
        known = self._known(text)
        return known.side, known.code(text)[0]

    def data_url(self, url: str) -> str:
        """The code as a PNG of one pixel to a module, in an address that a strict policy allows (`img-src data:`).

        Raises segno.DataOverflowError for an address longer than a QR code can hold (2,331 bytes).
        """
        text = url.encode()
        known = self._known(text)
        return "data:image/png;base64," + base64.b64encode(_png(known.side, known.code(text)[1])).decode(
            "ascii"
        )


def _stride(side: int) -> int:
    """The bytes of a row in a picture: how its pixels are filtered (not at all), then eight pixels to a byte."""
    return 1 + (side + 2 * _QUIET + 7) // 8


def _rows(side: int, number: int) -> int:
    """Modules at their places in the rows of a picture with its quiet zone, all rows as one number."""
    bits = 8 * _stride(side)
    pad = bits - 8 - side - _QUIET
    found = 0
    for n in range(side - 1, -1, -1):
        found = found << bits | ((number >> (n * side)) & ((1 << side) - 1)) << pad
    return found << (bits * _QUIET)


def _light(side: int) -> int:
    """A picture without a dark module."""
    width, bits = side + 2 * _QUIET, 8 * _stride(side)
    row = ((1 << width) - 1) << (bits - 8 - width)
    found = 0
    for _ in range(width):
        found = found << bits | row
    return found


def _png(side: int, drawn: int) -> bytes:
    """A black and white PNG of rows with the quiet zone that the standard asks for."""
    head, size = _head(side)
    return head + _chunk(b"IDAT", _stored(drawn.to_bytes(size, "big"))) + _END


@lru_cache(maxsize=64)
def _head(side: int) -> tuple[bytes, int]:
    """What a PNG of this size begins with, and how many bytes its rows have."""
    width = side + 2 * _QUIET
    header = struct.pack(">IIBBBBB", width, width, 1, 0, 0, 0, 0)
    return _SIGNATURE + _chunk(b"IHDR", header), width * _stride(side)


def _stored(data: bytes) -> bytes:
    """A zlib stream of one stored block: setting up a compressor costs more than it saves on so few bytes."""
    return (
        b"\x78\x01\x01"
        + struct.pack("<HH", len(data), 0xFFFF ^ len(data))
        + data
        + struct.pack(">I", zlib.adler32(data))
    )


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


_END = _chunk(b"IEND", b"")
