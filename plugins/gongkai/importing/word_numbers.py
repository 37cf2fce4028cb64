"""Numbers that Word draws by itself (一、（一）第一条 1.1): they are part of the text, so they are written out.

Lists with bullets, and plain ones from 1. on, stay lists.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from gongkai.importing.word_styles import Styles
from gongkai.importing.word_xml import Node, W, tree, value

_DIGITS = "〇一二三四五六七八九"
_LEGAL = dict(zip("一二三四五六七八九十百千", "壹贰叁肆伍陆柒捌玖拾佰仟", strict=True))
_STEMS, _BRANCHES = "甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午未申酉戌亥"
_ROMAN = ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"),
          (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))  # fmt: skip
_CHINESE = frozenset(
    "chineseCounting chineseCountingThousand japaneseCounting taiwaneseCounting taiwaneseCountingThousand "
    "ideographDigital koreanCounting".split()
)
_PLAIN = re.compile(r"%\d[.．]")
_CLOSED = "、.．）)：:　 "


@dataclass(frozen=True, slots=True)
class _Level:
    start: int
    format: str
    text: str


class Numbers:
    """Counts the numbered paragraphs of a file as Word does."""

    def __init__(self, data: bytes | None, styles: Styles) -> None:
        root = tree(data) if data else None
        abstract = (
            {value(a, "abstractNumId"): _levels(a) for a in root.findall(f"{W}abstractNum")}
            if root is not None
            else {}
        )
        self._lists: dict[str, tuple[str, Mapping[int, _Level]]] = {}
        for num in root.findall(f"{W}num") if root is not None else ():
            base = value(num.find(f"{W}abstractNumId"))
            own = _overridden(abstract.get(base, {}), num)
            # A list with a start of its own counts for itself.
            key = f"{base}/{value(num, 'numId')}" if own is not abstract.get(base) else base
            self._lists[value(num, "numId")] = (key, own)
        self._styles = styles
        self._counts: defaultdict[str, dict[int, int]] = defaultdict(dict)

    def written(self, paragraph: Node) -> str | None:
        """The number of a paragraph as text; empty for one that stays a list's, None for one without."""
        found = self._place(paragraph)
        if found is None:
            return None
        key, levels, level = found
        mine = levels.get(level)
        if mine is None:
            return None
        counts = self._counts[key]
        counts[level] = counts.get(level, mine.start - 1) + 1
        for deeper in [n for n in counts if n > level]:
            del counts[deeper]
        if mine.format == "bullet" or (
            mine.format == "decimal" and level == 0 and _PLAIN.fullmatch(mine.text)
        ):
            return ""
        if mine.format == "none" and not mine.text:
            return None
        return _text(mine.text, levels, counts)

    def _place(self, paragraph: Node) -> tuple[str, Mapping[int, _Level], int] | None:
        settings = paragraph.find(f"{W}pPr")
        own = settings.find(f"{W}numPr") if settings is not None else None
        style = value(settings.find(f"{W}pStyle")) if settings is not None else ""
        given = self._styles.numbering(style)
        number = value(own.find(f"{W}numId")) if own is not None else ""
        number = number or (value(given.find(f"{W}numId")) if given is not None else "")
        if number not in self._lists:
            return None
        level = value(own.find(f"{W}ilvl")) if own is not None else ""
        level = level or (value(given.find(f"{W}ilvl")) if given is not None else "") or "0"
        key, levels = self._lists[number]
        return key, levels, int(level) if level.isdigit() else 0


def _levels(abstract: Node) -> dict[int, _Level]:
    return {int(value(each, "ilvl") or 0): _level(each) for each in abstract.findall(f"{W}lvl")}


def _level(node: Node) -> _Level:
    start = value(node.find(f"{W}start"))
    format_ = value(node.find(f"{W}numFmt")) or "decimal"
    return _Level(int(start) if start.isdigit() else 1, format_, value(node.find(f"{W}lvlText")))


def _overridden(levels: Mapping[int, _Level], num: Node) -> Mapping[int, _Level]:
    found = dict(levels)
    overrides = num.findall(f"{W}lvlOverride")
    for override in overrides:
        level = int(value(override, "ilvl") or 0)
        own = override.find(f"{W}lvl")
        if own is not None:
            found[level] = _level(own)
        start = value(override.find(f"{W}startOverride"))
        if start.isdigit() and level in found:
            found[level] = _Level(int(start), found[level].format, found[level].text)
    return found if overrides else levels


def _text(pattern: str, levels: Mapping[int, _Level], counts: Mapping[int, int]) -> str:
    def one(match: re.Match[str]) -> str:
        level = int(match[1]) - 1
        mine = levels.get(level)
        return number_text(counts.get(level, mine.start), mine.format) if mine else ""

    text = re.sub(r"%(\d)", one, pattern)
    return text if not text or text[-1] in _CLOSED else f"{text}\u3000"


def number_text(number: int, format_: str) -> str:
    """A number as a format of Word writes it; a format that is not known counts in figures."""
    if format_ in _CHINESE:
        return chinese(number)
    if format_ in ("chineseLegalSimplified", "ideographLegalTraditional"):
        return "".join(_LEGAL.get(c, c) for c in chinese(number, whole=True))
    if format_ in ("decimalEnclosedCircle", "decimalEnclosedCircleChinese") and 1 <= number <= 20:
        return chr(0x2460 + number - 1)
    if format_ == "decimalFullWidth":
        return "".join(chr(ord(c) + 0xFEE0) for c in str(number))
    if format_ in ("lowerLetter", "upperLetter") and number > 0:
        letter = chr(65 + (number - 1) % 26) * ((number - 1) // 26 + 1)
        return letter if format_ == "upperLetter" else letter.lower()
    if format_ in ("lowerRoman", "upperRoman") and 0 < number < 4000:
        return _roman(number) if format_ == "upperRoman" else _roman(number).lower()
    if format_ in ("ideographTraditional", "ideographZodiac"):
        row = _STEMS if format_ == "ideographTraditional" else _BRANCHES
        return row[(number - 1) % len(row)]
    return f"{number:02d}" if format_ == "decimalZero" else str(number)


def chinese(number: int, whole: bool = False) -> str:
    """A number in Chinese numerals: 12 → 十二, 105 → 一百零五; `whole` keeps the first 一 (壹拾)."""
    if not 0 < number < 10000:
        return "〇" if number == 0 else str(number)
    text = ""
    for digit, unit in zip(f"{number:04d}", "千百十 ", strict=True):
        if digit != "0":
            text += ("零" if text and text[-1] == "#" else "") + _DIGITS[int(digit)] + unit.strip()
        elif text and text[-1] != "#":
            text += "#"
    text = text.replace("#零", "零").rstrip("#").replace("#", "")
    return text if whole or not text.startswith("一十") else text[1:]


def _roman(number: int) -> str:
    text = ""
    for worth, letters in _ROMAN:
        text += letters * (number // worth)
        number %= worth
    return text
