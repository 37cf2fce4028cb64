"""Dates and times as clerks write them (design: `2026-05-03`, `2026/5/3`, `2026.5.3`, `2026年5月3日`)."""

from __future__ import annotations

import re
import unicodedata
from calendar import monthrange
from datetime import date
from functools import lru_cache

from gongkai.model.moment import Moment

_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?: (\d\d):(\d\d))?$")
_ANY = re.compile(
    r"(?P<y>\d{4})\s*(?P<sep>[-/.年、_ ])\s*(?P<m>\d{1,2})\s*(?:[-/.月、_ ])\s*(?P<d>\d{1,2})\s*[日号]?"
    r"(?:[T\s,]*(?P<half>上午|下午|晚上|中午)?\s*(?P<h>\d{1,2})\s*(?:[:时点])\s*(?P<min>\d{1,2})?\s*分?(?:[:]?\d{1,2}(?:\.\d+)?秒?)?"
    r"(?:Z|\+\d\d:?\d\d)?)?$"
)
_COMPACT = re.compile(r"(?P<y>(?:19|20)\d{2})(?P<m>\d{2})(?P<d>\d{2})$")
_FIRST_YEAR, _LAST_YEAR = 1949, 2099
_NUMERALS = {c: str(n) for n, c in enumerate("〇一二三四五六七八九")} | {"○": "0", "零": "0"}
_CHINESE = re.compile(
    r"^([〇○零一二三四五六七八九]{4})年([一二三四五六七八九十]{1,3})月([一二三四五六七八九十]{1,3})日$"
)


@lru_cache(maxsize=4096)  # the same days stand in many files
def read_moment(text: str) -> Moment | str:
    """The point in time that a text names, or (a text) why it is none."""
    match = _ISO.match(text)
    if match:
        y, m, d, h, minute = match.groups()
        return _checked(int(y), int(m), int(d), int(h) if h else -1, int(minute) if minute else 0)
    return _loosely(_halved(text))


def _halved(text: str) -> str:
    return unicodedata.normalize("NFKC", text).strip(" \u3000\"'“”‘’")


def _loosely(text: str) -> Moment | str:
    match = _ANY.match(_digits(text)) or _COMPACT.match(text)
    if not match:
        return _why_not(text)
    parts = match.groupdict()
    hour = int(parts["h"]) if parts.get("h") else -1
    if parts.get("half") in ("下午", "晚上") and 0 < hour < 12:
        hour += 12
    return _checked(int(parts["y"]), int(parts["m"]), int(parts["d"]), hour, int(parts.get("min") or 0))


def _digits(text: str) -> str:
    """`二〇二六年五月三日` in digits; other text unchanged."""
    match = _CHINESE.match(text)
    if not match:
        return text
    year = "".join(_NUMERALS[c] for c in match[1])
    return f"{year}年{chinese_number(match[2])}月{chinese_number(match[3])}日"


def chinese_number(text: str) -> int:
    """A number below 100 in Chinese numerals (`五`, `十`, `二十一`); -1 if it is none."""
    tens, ten, ones = text.partition("十")
    if not text or any(c not in _NUMERALS for c in tens + ones) or (not ten and len(tens) > 1):
        return -1
    if not ten:
        return int(_NUMERALS[tens])
    return int(_NUMERALS[tens] if tens else 1) * 10 + int(_NUMERALS[ones] if ones else 0)


def _why_not(text: str) -> str:
    if re.match(r"\d{4}\s*[-/.年]\s*\d{1,2}月?$", text):
        return "只有年和月，缺少日"
    if re.match(r"\d{2}[-/.年]\d{1,2}[-/.月]\d{1,2}日?$", text):
        return "年份只有两位，应当写四位"
    if re.match(r"\d{1,2}[-/.月]\d{1,2}日?$", text):
        return "缺少年份"
    if re.search(r"[至到~—]", text):
        return "是一段时间，这里只写一个日期"
    return "不是日期"


def likely_date(text: str) -> str:
    """What a wrong date was probably meant to be: a year of two digits, a day after the month's last; or nothing."""
    match = re.match(r"\D*((?:20)?\d{2})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})(?!\d)", _halved(text))
    if not match:
        return ""
    year, month, day = int(match[1]) % 100 + 2000, int(match[2]), int(match[3])
    if not 1 <= month <= 12 or not 1 <= day <= 31:
        return ""
    return f"{year}-{month:02d}-{min(day, monthrange(year, month)[1]):02d}"


def _checked(year: int, month: int, day: int, hour: int, minute: int) -> Moment | str:
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        return f"年份 {year} 不合理，应在 {_FIRST_YEAR} 到 {_LAST_YEAR} 之间"
    if not 1 <= month <= 12:
        return f"没有 {month} 月"
    if not 1 <= day <= monthrange(year, month)[1]:
        return f"{year} 年 {month} 月没有 {day} 日"
    if hour > 23 or minute > 59:
        return f"没有 {hour}:{minute:02d} 这个时刻"
    return Moment(date(year, month, day), hour * 60 + minute if hour >= 0 else -1)
