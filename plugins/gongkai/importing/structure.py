"""The parts of an official document (GB/T 9704-2012) in its lines: letterhead, number, title, signature, end matter.

Lines come from Word, from a web page or from plain text; what a source knows of a line's looks helps, but is not
needed. Nothing is guessed silently: what is taken out of the body is told.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from gongkai.importing.signature import find_signature
from gongkai.importing.titles import find_title
from gongkai.importing.written_lines import ISSUER_MARK, Line, doc_number_in, organ, squeezed

_HEAD = 30
"""Lines among which the letterhead is looked for."""
_COPY_NUMBER = re.compile(r"(?:份号[:：]?)?\d{6}")
_URGENCY = re.compile(r"(?:紧急程度[:：]?)?(?:特急|加急|特提|平急|急件)")
_SIGNER = re.compile(r"签\s*发\s*人\s*[:：]\s*(?P<name>\S.*)?$")
_ISSUE = re.compile(r"(?:〔?\d{4}〕?年?)?第?[\d一二三四五六七八九十]{1,4}期")
_END_MATTER = re.compile(
    r"(?:抄\s*送|抄\s*报|主\s*送|分\s*送|印\s*发)\s*[:：]|.*\d{4}年\d{1,2}月\d{1,2}日\s*印发?$|.*印发机关"
)
_RULE = re.compile(r"[-—_─━=*·★☆\s]{3,}")
_OPENNESS = re.compile(
    r"(?:政府)?(?:信息)?公开(?:方式|选项|属性|形式)[:：](主动公开|依申请公开|不予公开|不公开|此件公开发布)"
)
_NOT_OPEN = re.compile(r"[(（]?(?:此件|本文|该件)?(不予公开|不公开|依申请公开)(?:发布)?[)）]?")
_DISCLOSURE = {"不公开": "不予公开", "此件公开发布": "主动公开"}
_ADDRESSEE = re.compile(r".{2,120}[:：]$")
_ANNEX = re.compile(r"附\s*件\s*\d{0,2}\s*[:：]")


@dataclass(frozen=True, slots=True)
class Recognised:
    """What was made out: `fields` by Chinese name; `consumed` are places of lines that do not go into the body;
    `rewritten` gives lines that are written in another form; `headings` the level of lines that are headings;
    `dropped` says what was left out, `found` which parts there are."""

    fields: Mapping[str, str] = field(default_factory=dict)
    consumed: frozenset[int] = frozenset()
    rewritten: Mapping[int, str] = field(default_factory=dict)
    dropped: tuple[str, ...] = ()
    found: tuple[str, ...] = ()


class _Reading:
    """Collects what is recognised while the lines are gone through."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.lines = lines
        self.fields: dict[str, str] = {}
        self.consumed: set[int] = set()
        self.rewritten: dict[int, str] = {}
        self.dropped: list[str] = []
        self.found: list[str] = []
        self.marks: list[str] = []
        self.order = ""

    def take(self, *places: int) -> None:
        """These lines do not go into the body."""
        self.consumed.update(places)

    def drop(self, place: int, what: str) -> None:
        """A line that is left out, and said to be."""
        self.take(place)
        text = " ".join(self.lines[place].text.split())
        self.dropped.append(f"{what}“{text[:40]}”没有放进正文")

    def result(self) -> Recognised:
        """The whole."""
        return Recognised(
            self.fields, frozenset(self.consumed), self.rewritten, tuple(self.dropped), tuple(self.found)
        )


def recognise(lines: Sequence[Line], title: str = "") -> Recognised:
    """Read the lines of a document; `title` is given where it is known from elsewhere (a page's, a file's)."""
    reading = _Reading(lines)
    start = _letterhead(reading)
    found = find_title(lines, start, title)
    if found.text:
        reading.fields["标题"] = found.text
        reading.take(*found.places)
        reading.take(*_rules(lines, start, max(found.places, default=start)))
    _order(reading)
    after = max(found.places, default=start - 1) + 1
    after = _number_below(reading, after)
    _end_matter(reading, after)
    _openness(reading, after)
    _sign(reading, after)
    _parts(reading, after)
    return reading.result()


def _letterhead(reading: _Reading) -> int:
    """Copy number, urgency, issuer's mark, number, signer; the place of the first line behind them."""
    after = 0
    number_at = _number_place(reading.lines)
    for place, line in enumerate(reading.lines[:_HEAD]):
        if not line.text.strip():
            continue
        if not _head_line(reading, place, line, number_at):
            break
        after = place + 1
    return after


def _number_place(lines: Sequence[Line]) -> int:
    """Where a number stands alone on its line among the first; -1 for none."""
    for place, line in enumerate(lines[:_HEAD]):
        if doc_number_in(line.text):
            return place
    return -1


def _head_line(reading: _Reading, place: int, line: Line, number_at: int) -> bool:
    text = squeezed(line.text)
    if _COPY_NUMBER.fullmatch(text):
        reading.drop(place, "份号")
    elif _URGENCY.fullmatch(text):
        reading.drop(place, "紧急程度")
    elif number := doc_number_in(line.text):
        reading.fields["发文字号"] = number
        reading.take(place)
        if signer := _SIGNER.search(line.text):
            reading.dropped.append(f"“{signer[0].strip()}”没有放进正文")
    elif _SIGNER.match(line.text.strip()):
        reading.drop(place, "签发人")
    elif _is_mark(line, text, place, number_at) and not _begins_title(reading.lines, place, text):
        reading.take(place)
        _add_mark(reading, text)
    elif text == "文件" and reading.marks:
        reading.take(place)
    elif _ISSUE.fullmatch(text) and reading.marks:
        reading.drop(place, "期号")
    elif _RULE.fullmatch(line.text):
        reading.take(place)
    else:
        return False
    return True


def _is_mark(line: Line, text: str, place: int, number_at: int) -> bool:
    """发文机关标志: an organ's name, alone or with 文件, large or red, or above the number."""
    if len(text) > 40 or not ISSUER_MARK.fullmatch(text):
        return False
    return text.endswith("文件") or line.red or line.size >= 22 or (0 <= place < number_at)


def _begins_title(lines: Sequence[Line], place: int, text: str) -> bool:
    """An organ's name above 关于… is the beginning of the title."""
    following = next((squeezed(line.text) for line in lines[place + 1 :] if line.text.strip()), "")
    return not text.endswith(("文件", "令")) and following.startswith("关于")


def _add_mark(reading: _Reading, text: str) -> None:
    """The organ that a mark names; several of them issue together."""
    reading.order = text if text.endswith("令") else ""
    name = organ(re.sub(r"(?:文件|令|公报|(?:办公)?会议纪要)$", "", text))
    if not reading.marks:
        reading.found.append("发文机关标志")
    reading.marks.append(name)
    reading.fields["发文机关"] = "、".join(dict.fromkeys(reading.marks))


def _number_below(reading: _Reading, after: int) -> int:
    """A number right below the title, as web pages and 令 have it."""
    for place in range(after, min(after + 3, len(reading.lines))):
        line = reading.lines[place]
        if not line.text.strip() or _RULE.fullmatch(line.text):
            continue
        number = doc_number_in(line.text)
        if number and "发文字号" not in reading.fields:
            reading.fields["发文字号"] = number
            reading.take(place)
            return place + 1
        return place
    return after


def _order(reading: _Reading) -> None:
    """令 have no title of their own: 示例县人民政府令（第12号）."""
    number = reading.fields.get("发文字号", "")
    if not reading.order or not number.startswith("第"):
        return
    reading.fields["发文字号"] = reading.order + number
    if "标题" not in reading.fields:
        reading.fields["标题"] = f"{reading.order}（{number}）"


def _openness(reading: _Reading, after: int) -> None:
    """信息公开选项, and notes that a document is not for everybody: what it says of itself is never lost."""
    for place in range(after, len(reading.lines)):
        text = squeezed(reading.lines[place].text)
        match = _OPENNESS.fullmatch(text)
        if match:
            reading.fields["公开方式"] = _DISCLOSURE.get(match[1], match[1])
            reading.take(place)
        elif match := _NOT_OPEN.fullmatch(text):
            reading.fields["公开方式"] = _DISCLOSURE.get(match[1], match[1])
            reading.dropped.append(
                f"文件上写着“{text[:30]}”，公开方式写成“{reading.fields['公开方式']}”，不会上网"
            )


def _rules(lines: Sequence[Line], start: int, end: int) -> list[int]:
    """Lines drawn with signs above the title."""
    return [n for n in range(start, end) if _RULE.fullmatch(lines[n].text) and lines[n].text.strip()]


def _end_matter(reading: _Reading, after: int) -> None:
    """版记: copies sent to, printed by and when; it stands at the very end."""
    found: list[int] = []
    for place in range(len(reading.lines) - 1, after - 1, -1):
        text = reading.lines[place].text.strip()
        if not text or _RULE.fullmatch(text):
            continue
        if not _END_MATTER.match(squeezed(text)) or len(text) > 300:
            break
        found.append(place)
    for place in reversed(found):
        reading.drop(place, "版记")


def _sign(reading: _Reading, after: int) -> None:
    signature = find_signature(reading.lines, after, reading.consumed)
    if signature is None:
        return
    reading.fields["成文日期"] = signature.day
    reading.rewritten |= signature.rewritten
    reading.found.append("落款")
    marked = reading.fields.get("发文机关", "")
    # A mark may be the short form (办公室文件 of several), the signature is what signs; where both agree, one of them.
    if signature.issuers and not (marked and len(signature.issuers) == 1 and marked == signature.issuers[0]):
        reading.fields["发文机关"] = "、".join(signature.issuers)


def _parts(reading: _Reading, after: int) -> None:
    """Whom it is sent to, and whether attachments are listed: they stay in the body."""
    rest = [
        (n, line.text.strip())
        for n, line in enumerate(reading.lines)
        if n >= after and n not in reading.consumed
    ]
    texts = [(n, text) for n, text in rest if text]
    if texts and _ADDRESSEE.fullmatch(texts[0][1]) and "。" not in texts[0][1]:
        reading.found.append("主送机关")
    if any(_ANNEX.match(text) for _, text in texts):
        reading.found.append("附件说明")
