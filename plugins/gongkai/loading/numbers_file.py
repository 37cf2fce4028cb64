"""`content/索引号.yml`: the highest serial number allotted per unit and month; and the next free number."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from gongkai.loading.codes import finding
from gongkai.loading.unit_file import SettingsFile, settings_entries, settings_text
from gongkai.model.numbers import index_number_key
from gongkai.model.problem import Problem

NUMBERS_FILE = "索引号.yml"
Allotted = Mapping[tuple[str, str], int]
"""(unit code, yyyymm) → highest serial number."""

_NUMBER = re.compile(r"^(?P<unit>[^/]+)/(?P<month>\d{6})-(?P<serial>\d{5})$")
_MONTH = re.compile(r"^20\d\d(0[1-9]|1[0-2])$")


def read_numbers(content: Path, shown: str) -> tuple[Allotted, tuple[Problem, ...]]:
    """The recorded highest numbers; an absent file records nothing."""
    file = SettingsFile(content, NUMBERS_FILE, shown)
    text = settings_text(file, "U007")
    if text is None:
        return {}, ()
    if isinstance(text, Problem):
        return {}, (text,)
    entries = settings_entries(file, text, "U007")
    if isinstance(entries, Problem):
        return {}, (entries,)
    found: dict[tuple[str, str], int] = {}
    problems = []
    for entry in entries:
        months = entry.value if isinstance(entry.value, Mapping) else {} if entry.value == "" else None
        bad = months is None or any(not _good(month, serial) for month, serial in months.items())
        if months is None or bad:
            message = f"“{entry.name}”下面应当一行一个“年月: 已编到的序号”。"
            problems.append(
                finding("U007", file.path, message, line=entry.line, field=entry.name, hint="  202605: 12")
            )
        else:
            found |= {
                (index_number_key(entry.name), month): int(str(serial)) for month, serial in months.items()
            }
    return found, tuple(problems)


def _good(month: str, serial: object) -> bool:
    return bool(_MONTH.match(month)) and isinstance(serial, str) and serial.isascii() and serial.isdigit()


def highest(recorded: Allotted, index_numbers: Iterable[str]) -> dict[tuple[str, str], int]:
    """The highest serial per unit and month, from the record and from the numbers in use."""
    found = dict(recorded)
    for number in index_numbers:
        match = _NUMBER.match(index_number_key(number))
        if match:
            key = (match["unit"], match["month"])
            found[key] = max(found.get(key, 0), int(match["serial"]))
    return found


def next_number(unit_code: str, month: str, allotted: Allotted) -> str:
    """The next free index number of a unit and month (`yyyymm`)."""
    return f"{unit_code}/{month}-{allotted.get((index_number_key(unit_code), month), 0) + 1:05d}"


def numbers_text(allotted: Allotted) -> str:
    """The file's text: units and months in their order, digits quoted so that no other program guesses."""
    lines = ["# 各月已编到的最大序号。由 gongkai new 和 gongkai fmt 维护，请勿手改；用过的号不再使用。"]
    for unit in sorted({unit for unit, _ in allotted}):
        lines.append(f"'{unit}':")
        lines += [f"  '{month}': {n}" for (code, month), n in sorted(allotted.items()) if code == unit]
    return "\n".join(lines) + "\n"
