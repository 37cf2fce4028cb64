"""Index numbers for what is imported: the next free ones, or those that the former site gave."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from gongkai.loading.candidate import slug_for
from gongkai.loading.numbers_file import Allotted, highest, next_number
from gongkai.model.numbers import INDEX_NUMBER, index_number_key, squeeze


class Allotting:
    """Gives out index numbers, each once. `used` are all numbers of the folder, `recorded` those of 索引号.yml."""

    def __init__(self, unit: str, recorded: Allotted, used: Iterable[str], pattern: str = "") -> None:
        known = [number for number in used if number]
        self._unit = unit
        self._pattern = re.compile(pattern) if pattern else INDEX_NUMBER
        self._keys = {index_number_key(number) for number in known}
        self._slugs = {slug_for(number) for number in known}
        self.highest = highest(recorded, known)

    def give(self, day: date) -> str:
        """The next number of the unit and the day's month; empty for a unit without a code."""
        if not self._unit:
            return ""
        number = next_number(self._unit, f"{day:%Y%m}", self.highest)
        self._note(number)
        return number

    def keep(self, number: str) -> str:
        """Take a number as it is; the text says why that cannot be, and is empty when it can."""
        if not self._pattern.match(squeeze(number).upper()):
            return f"原索引号“{number}”的格式不对"
        if index_number_key(number) in self._keys:
            return f"原索引号“{number}”已经用在另一条信息"
        if slug_for(number) in self._slugs:
            return f"原索引号“{number}”的网页地址和另一条信息相同"
        self._note(number)
        return ""

    def _note(self, number: str) -> None:
        self._keys.add(index_number_key(number))
        self._slugs.add(slug_for(number))
        self.highest = highest(self.highest, (number,))
