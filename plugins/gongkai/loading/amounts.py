"""Amounts of money: fields are in 万元, and whoever writes another unit means another number."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal

from gongkai.loading.field_types import fail, one_text
from gongkai.loading.source import Raw

_AMOUNT = re.compile(r"(-?\d{1,15}(?:\.\d{1,6})?)\s*(亿元|亿|万元|万|元)?(?:人民币)?")
_TIMES = {"亿元": Decimal(10000), "亿": Decimal(10000), "元": Decimal("0.0001")}
"""How many 万元 a unit is; 万元 where none is written."""


def amount(raw: Raw) -> float | None:
    """An amount in 万元, converted from the unit that is written behind it: `8.6亿元` is 86000."""
    written = unicodedata.normalize("NFKC", one_text(raw)).replace(",", "")
    if not written:
        return None
    match = _AMOUNT.fullmatch(written)
    if not match:
        fail("金额（单位万元；别的单位要写出来，如 8.6亿元）", "860.5")
    value = Decimal(match[1]) * _TIMES.get(match[2] or "万元", Decimal(1))
    return int(value) if value == value.to_integral_value() else float(value)
