"""Chinese names in pinyin, for addresses: common ones from a small table, all others by pypinyin.

pypinyin takes a sixth of a second and 50 MB to load. A character is read in one way unless a phrase around it
says otherwise; so for a name of common characters that holds none of those phrases the table gives what
pypinyin would. `tests/loading/test_spelling.py` compares both; `scripts/readings.py` writes the table.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files


def spelled(name: str) -> list[str]:
    """The reading of each character of a name, without tones; what is not Chinese stays together as it is."""
    alone, phrases = _table()
    found = [alone.get(character, "") for character in name]
    if all(found) and not _has_phrase(name, phrases):
        return found
    from pypinyin import lazy_pinyin

    return list(lazy_pinyin(name))


def initials(name: str) -> list[str]:
    """The first letter of each reading; what is not Chinese stays together as it is."""
    alone, phrases = _table()
    found = [alone.get(character, "")[:1] for character in name]
    if all(found) and not _has_phrase(name, phrases):
        return found
    from pypinyin import Style, lazy_pinyin

    return list(lazy_pinyin(name, style=Style.FIRST_LETTER))


def _has_phrase(name: str, phrases: frozenset[str]) -> bool:
    length = len(name)
    return any(name[i:j] in phrases for i in range(length) for j in range(i + 2, length + 1))


@cache
def _table() -> tuple[Mapping[str, str], frozenset[str]]:
    """Character → reading, and the phrases in which a character is read otherwise."""
    table = json.loads((files("gongkai.presets") / "readings.json").read_text(encoding="utf-8"))
    alone = {character: reading for reading, those in table["readings"].items() for character in those}
    return alone, frozenset(table["phrases"].split(" "))
