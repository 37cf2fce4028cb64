"""Mobile numbers in a text; whether one is an office's is the caller's to know."""

from __future__ import annotations

import re
from collections.abc import Iterator

_MOBILE = re.compile(r"1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?![\d/])(?!\.\d)")
_PART_OF_MORE = re.compile(r"[\d./-]$")
_COUNTRY = re.compile(r"(?<![\d./-])\+?86[- ]?$")


def mobile_numbers(text: str) -> Iterator[tuple[int, str]]:
    """Offset and digits of each mobile number; parts of longer numbers, dates and paths are none."""
    for match in _MOBILE.finditer(text):
        before = text[max(0, match.start() - 5) : match.start()]
        if not _PART_OF_MORE.search(before) or _COUNTRY.search(before):
            yield match.start(), match[0].replace(" ", "").replace("-", "")


def masked_mobile(number: str) -> str:
    """A mobile number as it may stand in a message."""
    return number[:3] + "****" + number[-4:]
