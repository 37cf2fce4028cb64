"""The title of a document: the lines that look like one, else those that read like one."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from gongkai.importing.written_lines import Line, doc_number_in, squeezed, unspread

_LOOK = 12
"""Lines below the letterhead among which a title begins."""
_LONGEST, _MOST_LINES = 120, 5
_GENRES = (
    "通知|公告|通告|公示|公报|意见|意见稿|决定|决议|命令|令|报告|方案|办法|细则|规定|规则|函|复函|批复|请示|纪要|总结|计划|规划|要点|制度|"
    "预案|解读|清单|目录|简介|说明|答复|章程|条例|指南|通报|倡议书|讲话|情况|名单|标准|规范|指引|措施|安排|须知|一览表|公开信|问答|预算|决算|年报"
)
_COMPLETE = re.compile(rf".*(?:{_GENRES})(?:[（(].{{1,20}}[)）])?》?")
_NO_TITLE = re.compile(r".*[。；;：:，,、！!？?]$")
_SUBTITLE = re.compile(r"[（(].*(?:\d{4}年|通过|公布|修订|修正|施行).*[)）]")
_BRACKETED = re.compile(
    r"[（(](?:征求意见稿|试行|草案|送审稿|修订|修订稿|暂行|讨论稿|第.{1,3}[批期号]|\d{4}年?版?|[^（()）]{1,10}版?)[)）]"
)
_PART = re.compile(
    r"(?:第[一二三四五六七八九十百\d]+[章节条编]|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[)）]|目\s*录$|附\s*件)"
)
_DATE = re.compile(r"[（(]?\d{4}年\d{1,2}月(?:\d{1,2}日)?[)）]?")


@dataclass(frozen=True, slots=True)
class Title:
    """The title in one line, and where it stood."""

    text: str = ""
    places: tuple[int, ...] = ()


def find_title(lines: Sequence[Line], start: int, known: str = "") -> Title:
    """The title below the letterhead. A `known` one is looked for among the first lines, so that it stands once."""
    if known:
        return Title(known, _repeated(lines, start, known))
    for finder in (_by_style, _by_place, _by_size, _by_words):
        places = tuple(finder(lines, start))
        text = "".join(_glued([unspread(lines[n].text) for n in places]))
        if text and len(text) <= _LONGEST:
            return Title(_bare(text), places)
    return Title()


def _bare(text: str) -> str:
    """A title that stands in 《》 as a whole does without them."""
    inner = text[1:-1]
    return inner if text[:1] == "《" and text[-1:] == "》" and "《" not in inner else text


def _glued(parts: list[str]) -> Iterator[str]:
    """Lines joined as Chinese is; a blank only between Latin words or figures."""
    before = ""
    for part in parts:
        if (
            before
            and before[-1].isascii()
            and before[-1].isalnum()
            and part[:1].isascii()
            and part[:1].isalnum()
        ):
            yield " "
        yield part
        before = part


def _repeated(lines: Sequence[Line], start: int, known: str) -> tuple[int, ...]:
    """The lines that repeat a known title."""
    wanted = squeezed(known)
    for first in range(start, min(start + _LOOK, len(lines))):
        text = ""
        for last in range(first, min(first + _MOST_LINES, len(lines))):
            text += squeezed(lines[last].text)
            if text and text.strip("《》") == wanted.strip("《》"):
                return tuple(range(first, last + 1))
            if not wanted.startswith(text):
                break
    return ()


def _filled(lines: Sequence[Line], start: int) -> list[int]:
    return [n for n in range(start, len(lines)) if lines[n].text.strip()][:_LOOK]


def _by_style(lines: Sequence[Line], start: int) -> Iterator[int]:
    first = next((n for n in _filled(lines, start) if lines[n].title), -1)
    yield from _run(lines, first, lambda line: line.title) if first >= 0 else ()


def _by_place(lines: Sequence[Line], start: int) -> Iterator[int]:
    """The first centred lines; only a number or nothing may stand before them."""
    for place in _filled(lines, start):
        line = lines[place]
        if line.table:
            return
        if line.align == "center" and _may_be(line):
            yield from _run(lines, place, lambda other: other.align == "center")
            return
        if len(line.text.strip()) > 60 or _NO_TITLE.match(line.text.strip()):
            return


def _by_size(lines: Sequence[Line], start: int) -> Iterator[int]:
    """The first line, if it is a heading, or larger than those that follow."""
    filled = _filled(lines, start)
    if not filled or not _may_be(lines[filled[0]]) or lines[filled[0]].table:
        return
    first = lines[filled[0]]
    others = [lines[n].size for n in filled[1:]]
    if first.heading == 1 or (first.size and others and first.size >= max(others) + 2):
        yield from _run(
            lines, filled[0], lambda line: line.size == first.size and line.heading == first.heading
        )


def _by_words(lines: Sequence[Line], start: int) -> Iterator[int]:
    """The first lines, if they are short and end without a stop: plain text knows no more."""
    filled = _filled(lines, start)
    if not filled or not _may_be(lines[filled[0]]) or lines[filled[0]].table:
        return
    text = ""
    for place in filled[:3]:
        line = lines[place].text.strip()
        if text and (_complete(text) or not _may_be(lines[place]) or not _complete(text + unspread(line))):
            return
        text += unspread(line)
        yield place


def _may_be(line: Line) -> bool:
    """Whether a line can begin a title."""
    text = unspread(line.text)
    if not 2 <= len(text) <= _LONGEST or _NO_TITLE.match(text) or _PART.match(text):
        return False
    return not _DATE.fullmatch(squeezed(text)) and not doc_number_in(text) and not _SUBTITLE.fullmatch(text)


def _complete(text: str) -> bool:
    return _COMPLETE.fullmatch(text) is not None


def _run(lines: Sequence[Line], first: int, alike: Callable[[Line], bool]) -> Iterator[int]:
    """A title may go on over several lines of one look; a whole title is followed only by its bracketed part."""
    text = ""
    for place in range(first, min(first + _MOST_LINES, len(lines))):
        line = lines[place]
        written = unspread(line.text)
        if not written or (text and not alike(line)):
            return
        if text and not _BRACKETED.fullmatch(written) and (_complete(text) or not _goes_on(line)):
            return
        text += written
        yield place


def _goes_on(line: Line) -> bool:
    text = unspread(line.text)
    return not (
        _PART.match(text)
        or _DATE.fullmatch(squeezed(text))
        or _SUBTITLE.fullmatch(text)
        or doc_number_in(text)
    )
