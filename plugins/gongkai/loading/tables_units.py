"""Units in the figures of a table: a figure that is written with its unit means the same on the page.

The unit of a field is the one in its heading (`金额（元）`), else for money the one above the headings (`单位：元`), else
the one that the definition gives, else the one that all of its cells have. A figure in another unit of money is
converted, and that is said; one that is no amount of the field's kind is a finding. Where cells have several units
and none is the field's they are shown as they are written.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from gongkai.loading.tables_catalogues import FieldSpec
from gongkai.loading.tables_cells import BadCell
from gongkai.model.table import NUMERIC, TableField

MONEY = {"元": Decimal(1), "万元": Decimal(10_000), "亿元": Decimal(100_000_000)}
"""How many 元 a unit of money is."""
_SHORT = {"万": "万元", "亿": "亿元"}
_UNITS = (
    "万元|亿元|万|亿|元|%|‰|万亩|亩|公顷|平方米|平方公里|公里|千米|米|立方米|吨|公斤|千克|万户|户|万人|人次|人|名|"
    "项|次|个|件|家|张|辆|台|套|处|所|座|场|期|份|起|宗|批|条|天|日|小时|分钟|个月|年"
)
_FIGURE = re.compile(rf"(-?(?:\d{{1,3}}(?:,\d{{3}})+|\d+)(?:\.\d+)?)\s*({_UNITS})?")
_HEADED = re.compile(rf"[(](?:单位:?)?({_UNITS})[)]$")
_ABOVE = re.compile(r"(?:^|\s)[(]?(?:金额|计量|计价)?单位[:]?\s*(?:人民币)?(万元|亿元|元)[)]?$")
_BLANK = frozenset({"", "-", "—", "/", "无", "——"})


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).strip()


def heading_unit(heading: str) -> str:
    """The unit that a heading gives its column: `金额（单位：元）` → `元`; empty without one."""
    match = _HEADED.search("".join(_plain(heading).split()))
    return _SHORT.get(match[1], match[1]) if match else ""


def unit_above(cells: Iterable[str]) -> str:
    """The unit of money that a line above the headings gives the whole sheet: `单位：万元`; empty without one."""
    found = (match[1] for text in cells if "单位" in text and (match := _ABOVE.search(_plain(text))))
    return next(found, "")


def figure(text: str, money: bool = False) -> tuple[Decimal, str, str] | None:
    """A cell as an exact number, its digits and its unit (empty: none is written); None for what is no figure.

    In a field of money 万 and 亿 alone are amounts too.
    """
    match = _FIGURE.fullmatch(_plain(text))
    if not match:
        return None
    digits, unit = match[1].replace(",", ""), match[2] or ""
    return Decimal(digits), digits, _SHORT.get(unit, unit) if money else unit


def number_reader(field: TableField, as_written: bool = False) -> Callable[[str], str]:
    """The reader of a field of numbers; it raises `BadCell`. `as_written` keeps each figure with its own unit."""
    money = field.type == "money"
    expected = f"以“{field.unit}”为单位的数字" if field.unit else "数字"

    def read(text: str) -> str:
        if _plain(text) in _BLANK:
            return ""
        # The field's own unit may be a word that nobody else knows.
        own = _plain(text).removesuffix(field.unit) if not as_written else text
        found = figure(own, money)
        if found is None:
            raise BadCell(expected, "860.5")
        value, digits, unit = found
        if as_written:
            return digits + unit
        if unit in ("", field.unit):
            return digits
        if unit not in MONEY or field.unit not in MONEY:
            raise BadCell(expected, digits)
        return _written(value * MONEY[unit] / MONEY[field.unit])

    return read


def _written(value: Decimal) -> str:
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def converted(field: TableField, text: str) -> str:
    """The unit from which a cell that could be read was converted; empty where it was not."""
    found = figure(text, money=True) if field.type == "money" else None
    return found[2] if found and field.unit and found[2] not in ("", field.unit) else ""


@dataclass(frozen=True, slots=True)
class Units:
    """The fields with their units; `mixed` are the places of those whose cells have several, with two examples."""

    specs: tuple[FieldSpec, ...]
    mixed: dict[int, tuple[str, str]]


def units_of(specs: Iterable[FieldSpec], cells: Callable[[int], Iterator[str]]) -> Units:
    """Give each field of numbers without a unit the one that its cells have; `cells` are those of a place."""
    found, mixed = list(specs), {}
    for place, spec in enumerate(found):
        if spec.field.type not in NUMERIC or spec.field.unit:
            continue
        seen: dict[str, str] = {}
        for text in cells(place):
            each = figure(text, spec.field.type == "money")
            # Nothing is nothing in any unit.
            if each and (each[0] or each[2]):
                seen.setdefault(each[2], text)
        if len(seen) == 1:
            found[place] = replace(spec, field=replace(spec.field, unit=next(iter(seen))))
        elif seen:
            first, second = list(seen.values())[:2]
            mixed[place] = (first, second)
    return Units(tuple(found), mixed)
