"""Write `plugins/gongkai/presets/readings.json`: how common Chinese characters are read, taken from pypinyin.

    python scripts/readings.py            # write the table
    python scripts/readings.py --check    # write nothing; exit code 1 if the table is stale

pypinyin itself takes a sixth of a second and 50 MB to load, for a handful of village names in every build.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from pypinyin import lazy_pinyin
from pypinyin.constants import PHRASES_DICT

ROOT = Path(__file__).resolve().parent.parent
TABLE = ROOT / "plugins" / "gongkai" / "presets" / "readings.json"


def common_characters() -> Iterator[str]:
    """The 6,763 Chinese characters of GB 2312."""
    for row in range(0xB0, 0xF8):
        for cell in range(0xA1, 0xFF):
            character = bytes((row, cell)).decode("gb2312", errors="ignore")
            if character:
                yield character


def readings() -> dict[str, str]:
    """Character → its reading where no phrase says otherwise."""
    return {character: lazy_pinyin(character)[0] for character in common_characters()}


def phrases(alone: dict[str, str]) -> list[str]:
    """Phrases in which a character is read otherwise; one that holds a shorter one of them goes without saying."""
    common = (p for p in PHRASES_DICT if all(character in alone for character in p))
    other = {p for p in common if lazy_pinyin(p) != [alone[character] for character in p]}
    return sorted(p for p in other if not any(part in other for part in _parts(p)))


def _parts(phrase: str) -> Iterator[str]:
    for start in range(len(phrase)):
        for end in range(start + 1, len(phrase) + 1):
            if end - start < len(phrase):
                yield phrase[start:end]


def table_text() -> str:
    """The table: characters by reading, one reading a line, and the phrases."""
    alone = readings()
    by_reading: defaultdict[str, str] = defaultdict(str)
    for character, reading in sorted(alone.items()):
        by_reading[reading] += character
    table = {"readings": dict(sorted(by_reading.items())), "phrases": " ".join(phrases(alone))}
    return json.dumps(table, ensure_ascii=False, indent=0) + "\n"


def main() -> int:
    """Write the table, or with `--check` compare it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true")
    text = table_text()
    if parser.parse_args().check:
        return int(not TABLE.is_file() or TABLE.read_text(encoding="utf-8") != text)
    TABLE.write_text(text, encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
