"""Secrecy marks, ID numbers and bank card numbers in what would become public (standards: detectors)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

_SECRECY = re.compile(
    r"^[#>*\s]*(?:密\s*级\s*[:：]\s*)?(?P<mark>绝\s*密|机\s*密|秘\s*密)\s*(?:[★☆]\s*(?:\d{1,2}\s*年|\d{1,2}\s*个月|长期)?)?[*\s]*$",
    re.MULTILINE,
)
_MARK = re.compile(r"[绝机秘]\s*密")
_SECRECY_STAR = re.compile(r"(?P<mark>绝密|机密|秘密)\s*[★☆]\s*(?:\d{1,2}\s*(?:年|个月)|长期)?")
_LONG_DIGITS = re.compile(r"[0-9０-９](?:[ \-－\u3000]?[0-9０-９]){14,}(?:[ \-]?[XxＸｘ])?")
_WIDE = tuple("０１２３４５６７８９－\u3000")
_AS_ZERO = bytes(48 if 48 <= code <= 57 else 46 for code in range(256))
_ROW = b"0" * 15
_ID = re.compile(
    r"(?<![0-9A-Za-z])([1-9]\d{5})[ -]?((?:18|19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]))[ -]?(\d{3}[\dXx])(?:\d{2})?(?![0-9A-Za-z])"
)
_CARD = re.compile(r"(?<![0-9A-Za-z/.-])\d(?:[ -]?\d){15,18}(?![0-9A-Za-z/.-])")
_CARD_WORDS = re.compile(r"账\s*号|帐\s*号|卡\s*号|银\s*行|户\s*名|账\s*户|帐\s*户|一卡通|一折通|存折|社保卡")
_NEAR = 40
_USCC = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_USCC_WEIGHTS = (1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28)
_ID_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)


@dataclass(frozen=True, slots=True)
class Hit:
    """Something that must not become public: the finding's code, where (offset), and how it may be shown."""

    code: str
    at: int
    shown: str


def id_ok(number: str) -> bool:
    """Whether the check digit of an 18-digit ID number fits (GB 11643-1999)."""
    total = sum(int(a) * b for a, b in zip(number, _ID_WEIGHTS, strict=False))
    return "10X98765432"[total % 11] == number[17].upper()


def luhn_ok(number: str) -> bool:
    """Whether a card number passes the Luhn test."""
    digits = [int(c) for c in reversed(number)]
    return sum(d if n % 2 == 0 else d * 2 - 9 * (d > 4) for n, d in enumerate(digits)) % 10 == 0


def uscc_ok(code: str) -> bool:
    """Whether an 18-character unified social credit code has the right check character (GB 32100-2015)."""
    if len(code) != 18 or any(c not in _USCC for c in code):
        return False
    total = sum(_USCC.index(c) * weight for c, weight in zip(code, _USCC_WEIGHTS, strict=False))
    return _USCC[(31 - total % 31) % 31] == code[17]


def detect(text: str) -> Iterator[Hit]:
    """All hits in a text; offsets are those of the text given."""
    if _marked(text):
        yield from _secrecy(text)
    for start, end in _digit_runs(text):
        yield from _numbers(text, start, end)


def _digit_runs(text: str) -> Iterable[tuple[int, int]]:
    """Where digits stand in a row, signs between them. Nearly every item has one such row, its index number.

    With all signs taken out a row is a text that can be looked for at once: where it occurs once, the search
    ends at it. Whatever is not as simple as that is searched through.
    """
    for sign in _WIDE:
        if sign in text:
            break
    else:
        digits = text.encode("ascii", "ignore").translate(_AS_ZERO, b" -")
        first = digits.find(_ROW)
        if first < 0:
            return ()
        end = len(digits) - len(digits[first:].lstrip(b"0"))
        match = _LONG_DIGITS.search(text) if digits.find(_ROW, end) < 0 else None
        # Rows with Chinese between them run together here: the one that is found must be all of it.
        if match and len(_digits(match[0]).rstrip("Xx")) == end - first:
            return (match.span(),)
    return (match.span() for match in _LONG_DIGITS.finditer(text))


def _marked(text: str) -> bool:
    """Whether a secrecy mark may stand in a text: `保密审查` stands in nearly all, so it is not searched for at once."""
    at = text.find("密")
    while at > 0:
        before = text[at - 1]
        if before in "绝机秘" or before.isspace():
            return _MARK.search(text) is not None
        at = text.find("密", at + 1)
    return False


def _numbers(text: str, start: int, end: int) -> Iterator[Hit]:
    """ID and card numbers in one run of digits, with the characters on both sides of it."""
    first = max(0, start - 1)
    part = (
        unicodedata.normalize("NFKC", text[first : end + 3])
        if not text[start:end].isascii()
        else text[first : end + 3]
    )
    ids = [
        Hit("L061", first + m.start(), masked(_digits(m[0])[:18]))
        for m in _ID.finditer(part)
        if id_ok(_digits(m[0]))
    ]
    yield from ids
    if not ids and _CARD_WORDS.search(text, max(0, start - _NEAR), end + _NEAR):
        yield from _cards(part, first)


def _digits(written: str) -> str:
    return written.replace(" ", "").replace("-", "")


def _secrecy(text: str) -> Iterator[Hit]:
    seen: set[int] = set()
    for pattern in (_SECRECY, _SECRECY_STAR):
        for match in pattern.finditer(text):
            at = match.start("mark")
            if at not in seen:
                seen.add(at)
                yield Hit("L060", at, " ".join(match[0].split())[:12])


def _cards(part: str, first: int) -> Iterator[Hit]:
    for match in _CARD.finditer(part):
        number = _digits(match[0])
        if 16 <= len(number) <= 19 and luhn_ok(number) and not uscc_ok(number):
            yield Hit("L062", first + match.start(), masked(number))


def masked(number: str) -> str:
    """A number as it may stand in a message: first two and last two characters."""
    return number[:2] + "*" * (len(number) - 4) + number[-2:]
