"""The signature of a document: who issued it and when, below its text (GB/T 9704-2012, 7.3.5)."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from gongkai.importing.written_lines import ORGAN_END, Line, organ, squeezed, unspread
from gongkai.loading.dates import read_moment
from gongkai.model.moment import Moment

_DAY = r"(?:\d{4}年\d{1,2}月\d{1,2}日|[〇○零ＯO一二三四五六七八九]{4}年[一二三四五六七八九十]{1,3}月[一二三四五六七八九十]{1,3}日)"
_DATE_LINE = re.compile(rf"[（(]?({_DAY})(?:印)?[)）]?")
_BOTH = re.compile(rf"(?P<name>[\u4e00-\u9fff（）()]{{4,40}}?)({_DAY})")
_ANNEX = re.compile(r"附件|附表|附\s*[:：]|[（(]|抄送|主送|印发|联系人|政策咨询|此件")
_STOPS = re.compile(r"[。；;！!？?：:]")
_ZERO = str.maketrans("○零ＯO", "〇〇〇〇")


@dataclass(frozen=True, slots=True)
class Signature:
    """The organs that sign, the day (`2026-05-06`), and the lines as they are written in the body."""

    issuers: tuple[str, ...]
    day: str
    rewritten: Mapping[int, str]


def find_signature(lines: Sequence[Line], after: int, gone: Collection[int]) -> Signature | None:
    """The first date that stands alone below a name or at the right, or ends the text; None if there is none."""
    filled = [n for n in range(after, len(lines)) if lines[n].text.strip() and n not in gone]
    for index, place in enumerate(filled):
        if lines[place].table:
            continue
        if index > 0 and (found := _at(lines, filled, index)):
            return found
    return None


def _at(lines: Sequence[Line], filled: Sequence[int], index: int) -> Signature | None:
    place = filled[index]
    text = squeezed(lines[place].text)
    both = _BOTH.fullmatch(text)
    if both and ORGAN_END.fullmatch(both["name"]) and _may_end(lines, filled, index):
        shown = day_shown(both[2])
        return (
            Signature((organ(both["name"]),), day_of(both[2]), {place: f"{organ(both['name'])}\n{shown}"})
            if shown
            else None
        )
    date = _DATE_LINE.fullmatch(text)
    if not date or not day_of(date[1]):
        return None
    names = _names_above(lines, filled, index)
    right = lines[place].align == "right"
    if not (names or right or index == len(filled) - 1) or not (right or _may_end(lines, filled, index)):
        return None
    rewritten = {place: day_shown(date[1])} | {n: unspread(lines[n].text) for n in names}
    return Signature(tuple(rewritten[n] for n in names), day_of(date[1]), rewritten)


def _names_above(lines: Sequence[Line], filled: Sequence[int], index: int) -> list[int]:
    """The lines right above that are organs' names, in their order."""
    names: list[int] = []
    for place in reversed(filled[max(0, index - 6) : index]):
        text = unspread(lines[place].text)
        if len(text) > 40 or _STOPS.search(text) or lines[place].table or not ORGAN_END.fullmatch(text):
            break
        names.insert(0, place)
    return names


def _may_end(lines: Sequence[Line], filled: Sequence[int], index: int) -> bool:
    """Whether what follows may follow a signature: nothing, a note, attachments, or a text under its own title."""
    following = filled[index + 1 : index + 2]
    if not following:
        return True
    line = lines[following[0]]
    return bool(_ANNEX.match(line.text.strip())) or line.align == "center" or line.table or line.heading > 0


def day_of(text: str) -> str:
    """`2026-05-06` of a date in figures or numerals; empty when there is no such day."""
    moment = read_moment(text if text[:4].isdigit() else text.translate(_ZERO))
    return moment.day.isoformat() if isinstance(moment, Moment) else ""


def day_shown(text: str) -> str:
    """`2026年5月6日`, as documents are dated; empty when there is no such day."""
    day = day_of(text)
    return f"{int(day[:4])}年{int(day[5:7])}月{int(day[8:])}日" if day else ""
