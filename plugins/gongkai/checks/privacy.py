"""Personal data in a text besides ID and card numbers (those are `loading.detectors`'): phones, passports, addresses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from gongkai.loading.detectors import masked
from gongkai.loading.phones import masked_mobile, mobile_numbers

_PASSPORT = re.compile(r"(?<![0-9A-Za-z])[EGDSP]\d{8}(?![0-9A-Za-z])", re.IGNORECASE)
_OLD_ID = re.compile(r"(?<!\d)[1-9]\d{5}\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}(?!\d)")
_PERSON = re.compile(r"姓名|户主|申请人|家庭成员|住户|户名|联系人|受益人|补助对象|救助对象|残疾")
_PERSON_OR_HEAD = re.compile(_PERSON.pattern + r"|姓\s*名")
_HOME = re.compile(
    r"(?:\d{1,4}\s*(?:号|弄))?\s*\d{1,4}\s*(?:栋|幢|号楼)\s*(?:\d{1,3}\s*单元)?\s*\d{1,4}\s*(?:室|户|号)"
    r"|\d{1,3}\s*单元\s*\d{2,4}\s*(?:室|户)?|(?:村民)?组\s*\d{1,4}\s*号|村\s*\d{1,4}\s*号"
)
_MASK = re.compile(r"(?<![0-9A-Za-z*×])([1-9]\d{3,13})[*×xX]{2,14}(\d{0,5}[\dXx]?)(?![0-9A-Za-z*×])")
_ID_WORDS = re.compile(r"身份证|证件号|证件号码|公民身份|残疾证")
_NEAR = 60


@dataclass(frozen=True, slots=True)
class Hit:
    """Something personal: where, and how it may be shown."""

    at: int
    shown: str


def mobiles(text: str, office: frozenset[str]) -> Iterator[Hit]:
    """Mobile numbers that are not offices'."""
    for at, number in mobile_numbers(text):
        if number not in office:
            yield Hit(at, masked_mobile(number))


def passports(text: str) -> Iterator[Hit]:
    """Passport numbers near the word."""
    for at in (m.start() for m in re.finditer("护照", text)):
        for match in _PASSPORT.finditer(text, max(0, at - _NEAR), at + _NEAR):
            yield Hit(match.start(), masked(match[0]))


def old_ids(text: str) -> Iterator[Hit]:
    """15-digit numbers of the old form near a word that says so: they carry no check digit."""
    for match in _OLD_ID.finditer(text):
        if _ID_WORDS.search(text, max(0, match.start() - _NEAR), match.end() + _NEAR):
            yield Hit(match.start(), masked(match[0]))


def homes(text: str) -> Iterator[Hit]:
    """Addresses below the township beside a word that says a person is meant, on one line."""
    if _PERSON_OR_HEAD.search(text):
        for match in _HOME.finditer(text):
            if _PERSON.search(text, *_line(text, match.start())) or _person_before(text, match.start()):
                yield Hit(match.start(), match[0][:2] + "…")


def _person_before(text: str, at: int) -> bool:
    """A table's head (the first line of this block) may be what says that persons are meant."""
    start = text.rfind("\n\n", 0, at) + 1
    end = text.find("\n", start + 1)
    head = text[start : end if end > 0 else len(text)]
    return ("\t" in head or "|" in head) and bool(re.search(r"姓\s*名|户主", head))


def _line(text: str, at: int) -> tuple[int, int]:
    end = text.find("\n", at)
    return text.rfind("\n", 0, at) + 1, len(text) if end < 0 else end


def weak_masks(text: str, most: int) -> Iterator[Hit]:
    """Masked ID numbers that still show more than `most` digits, near a word that says what they are."""
    if "*" not in text and "×" not in text and "x" not in text.lower():
        return
    for match in _MASK.finditer(text):
        shown = len(match[1]) + len(match[2])
        whole = len(match[0])
        if shown > most and 15 <= whole <= 20:
            yield Hit(match.start(), match[1][:2] + "*" * (whole - 2))
