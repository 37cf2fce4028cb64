"""One cell of a table by the type of its field: the normal form of its text, or what is expected instead."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from functools import lru_cache

from gongkai.loading import field_types as read
from gongkai.loading.bad_value import BadValue
from gongkai.model.table import TableField

_SERIAL_DAY = re.compile(r"[1-7]\d{4}(?:\.0+)?")
_SERIAL_BEGIN = date(1899, 12, 30)
_FIRST, _LAST = 18264, 73050
"""Days 1950-01-01 and 2099-12-31 as Excel counts them."""
_OPEN = re.compile(r"^(?:常年|长期|长期有效|全年|不限|随时|无截止|全年受理|常年受理|另行通知)")


class BadCell(ValueError):
    """A cell that is not of its field's type: what is expected, and an example."""

    def __init__(self, expected: str, hint: str) -> None:
        super().__init__(expected)
        self.expected = expected
        self.hint = hint


def reader_of(field: TableField) -> Callable[[str], str]:
    """The function that reads the cells of a field; it raises `BadCell`. Numbers have readers of their own."""
    if field.type == "choice" and field.choices:
        return _choice(field.choices)
    return _READERS.get(field.type, str)


@lru_cache(maxsize=4096)
def _day(text: str) -> str:
    """A date in any form that clerks write, or the number by which Excel stores it."""
    if not text:
        return ""
    if _SERIAL_DAY.fullmatch(text) and _FIRST <= int(float(text)) <= _LAST:
        return (_SERIAL_BEGIN + timedelta(days=int(float(text)))).isoformat()
    found = _typed(read.day, text)
    return found.isoformat() if isinstance(found, date) else ""


def _deadline(text: str) -> str:
    """A date, or words that say that there is none (常年, 长期)."""
    if _OPEN.match(text):
        return text
    try:
        return _day(text)
    except BadCell as error:
        raise BadCell("日期，或者“常年”“长期”", error.hint) from error


def _code(text: str) -> str:
    return "".join(text.split())


def _several(text: str) -> str:
    return "、".join(_typed(read.names, text))  # type: ignore[arg-type] # names


def _yesno(text: str) -> str:
    found = _typed(read.yesno, text)
    return "" if found is None else "是" if found else "否"


def _phone(text: str) -> str:
    return str(_typed(read.phone, " ".join(text.split())))


def _url(text: str) -> str:
    return str(_typed(read.url, text))


def _typed(reader: Callable[[str], object], text: str) -> object:
    try:
        return reader(text)
    except BadValue as error:
        context = error.context
        raise BadCell(str(context.get("expected", "")), str(context.get("hint", ""))) from error


@lru_cache(maxsize=64)
def _choice(choices: tuple[str, ...]) -> Callable[[str], str]:
    reader = read.choice_of(choices)
    known = {choice: choice for choice in choices}

    def choice(text: str) -> str:
        return known.get(text) or str(_typed(reader, text))

    return choice


_READERS: Mapping[str, Callable[[str], str]] = {
    "date": _day,
    "deadline": _deadline,
    "code": _code,
    "list": _several,
    "yesno": _yesno,
    "phone": _phone,
    "url": _url,
}
