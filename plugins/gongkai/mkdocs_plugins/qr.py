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
    """All texts of one length: a first one with its code, and what each changed bit does to it."""

    text: bytes
    side: int
    number: int
    changes: dict[tuple[int, int], int] = field(default_factory=dict)

    def code(self, text: bytes) -> int:
        number = self.number
        for place, (old, new) in enumerate(zip(self.text, text, strict=True)):
            if old != new:
                number ^= self._changed(place, old ^ new)
        return number

    def _changed(self, place: int, bits: int) -> int:
        total = 0
        for bit in (1 << n for n in range(8)):
            if bits & bit:
                if (place, bit) not in self.changes:
                    other = bytearray(self.text)
                    other[place] ^= bit
                    self.changes[place, bit] = self.number ^ modules(bytes(other))[1]
                total ^= self.changes[place, bit]
        return total


@dataclass(slots=True)
class QrMaker:
    """Makes codes; it remembers what it learnt of each length of address."""

    lengths: dict[int, _Length] = field(default_factory=dict)

    def matrix(self, url: str) -> tuple[int, int]:
        """Modules to a side, and the modules row by row as the bits of one number (1 is dark)."""
        text = url.encode()
        known = self.lengths.get(len(text))
        if known is None:
            known = self.lengths[len(text)] = _Length(text, *modules(text))
        return known.side, known.code(text)

    def data_url(self, url: str) -> str:
        """The code as a PNG of one pixel to a module, in an address that a strict policy allows (`img-src data:`).

        Raises segno.DataOverflowError for an address longer than a QR code can hold (2,331 bytes).
        """
        return "data:image/png;base64," + base64.b64encode(_png(*self.matrix(url))).decode("ascii")


def _png(side: int, number: int) -> bytes:
    """A black and white PNG with the quiet zone that the standard asks for."""
    width = side + 2 * _QUIET
    row_bytes = (width + 7) // 8
    full, pad = (1 << width) - 1, row_bytes * 8 - width
    blank = b"\0" + (full << pad).to_bytes(row_bytes, "big")
    rows = [blank] * _QUIET
    for n in range(side - 1, -1, -1):
        dark = (number >> (n * side)) & ((1 << side) - 1)
        rows.append(b"\0" + ((full ^ (dark << _QUIET)) << pad).to_bytes(row_bytes, "big"))
    rows += [blank] * _QUIET
    header = struct.pack(">IIBBBBB", width, width, 1, 0, 0, 0, 0)
    return (
        _SIGNATURE + _chunk(b"IHDR", header) + _chunk(b"IDAT", _stored(b"".join(rows))) + _chunk(b"IEND", b"")
    )


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
