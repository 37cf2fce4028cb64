"""`content/新闻发布计划.yml`: which press conferences and interviews are planned, by year."""

from __future__ import annotations

import re
import unicodedata
from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from gongkai.loading.codes import finding, shortened
from gongkai.loading.dates import read_moment
from gongkai.loading.field_types import nearest
from gongkai.loading.marked_yaml import Marked, Scalar, Series, Table
from gongkai.loading.unit_file import SettingsFile, settings_document
from gongkai.model.entered import PressEvent, PressPlan
from gongkai.model.problem import Problem

FILE = "新闻发布计划.yml"
KEYS: Mapping[str, str] = {
    "主题": "topic", "发布主题": "topic", "形式": "form", "发布形式": "form", "计划时间": "planned", "时间": "planned",
    "发布时间": "planned", "承办单位": "handler", "责任单位": "handler", "发布人": "speaker", "信息": "items", "实录": "items",
    "取消": "dropped", "取消原因": "dropped",
}  # fmt: skip
_YEAR = re.compile(r"((?:19|20)\d{2})年?\Z")
_MONTH = re.compile(r"(?:(\d{4})[-年/.])?\s*(\d{1,2})月?(?:份)?\Z")
_QUARTER = re.compile(r"(?:(\d{4})年)?\s*第?([一二三四1-4])季度\Z")
_HALF = re.compile(r"(?:(\d{4})年)?\s*(上半年|下半年|全年)\Z")
_CUT = re.compile(r"[、，,;；\n]+")
_EXAMPLE = "2026:\n  - 主题: 秋粮收购\n    计划时间: 三季度"
_WHEN = "计划时间: 2026-09-20，或 9月、三季度、上半年"


def read_press(content: Path, shown: str) -> tuple[dict[str, PressPlan], tuple[Problem, ...]]:
    """The plans by year as text, and what is wrong with the file; an absent file has none."""
    file = SettingsFile(content, FILE, shown)
    document = settings_document(file, "S011")
    if document is None or isinstance(document, Problem):
        return {}, (document,) if document else ()
    reader = _Reader(file.path, {}, [])
    reader.read(document)
    return reader.plans, tuple(reader.problems)


def planned_days(text: str, year: int) -> tuple[date, date] | None:
    """The first and last day that a planned time means: a day, a month, a quarter, half a year, or all of it."""
    plain = unicodedata.normalize("NFKC", text).strip()
    if match := _QUARTER.match(plain):
        quarter = "一二三四".find(match[2]) + 1 or int(match[2])
        return _months(int(match[1] or year), 3 * quarter - 2, 3 * quarter)
    if match := _HALF.match(plain):
        first, last = {"上半年": (1, 6), "下半年": (7, 12), "全年": (1, 12)}[match[2]]
        return _months(int(match[1] or year), first, last)
    if (match := _MONTH.match(plain)) and 1 <= int(match[2]) <= 12:
        return _months(int(match[1] or year), int(match[2]), int(match[2]))
    found = read_moment(plain)
    return None if isinstance(found, str) else (found.day, found.day)


def _months(year: int, first: int, last: int) -> tuple[date, date]:
    return date(year, first, 1), date(year, last, monthrange(year, last)[1])


@dataclass(frozen=True, slots=True)
class _Reader:
    """Takes in the file event by event."""

    path: str
    plans: dict[str, PressPlan]
    problems: list[Problem]

    def wrong(self, code: str, line: int, name: str, message: str, hint: str = "") -> None:
        self.problems.append(finding(code, self.path, message, line=line, field=name, hint=hint))

    def read(self, document: Marked) -> None:
        if not isinstance(document, Table):
            message = "文件应当先写年份，下面一条一条写计划。"
            self.wrong("S011", document.line, "", message, _EXAMPLE)
            return
        for name, value in document.pairs:
            match = _YEAR.match(name.text)
            if match is None:
                message = f"“{shortened(name.text)}”应当是四位数字的年份。"
                self.wrong("S011", name.line, name.text, message, _EXAMPLE)
            elif not isinstance(value, Series):
                message = f"{match[1]}年下面应当一条一条写计划，每条前面加“- ”。"
                self.wrong("S011", name.line, name.text, message, _EXAMPLE)
            else:
                year = int(match[1])
                events = [self._event(year, each) for each in value.items]
                former = self.plans[match[1]].events if match[1] in self.plans else ()
                self.plans[match[1]] = PressPlan(year, (*former, *(e for e in events if e)), FILE)

    def _event(self, year: int, written: Marked) -> PressEvent | None:
        if not isinstance(written, Table):
            self.wrong("S011", written.line, "", "每条计划至少写主题和计划时间。", _EXAMPLE)
            return None
        texts: dict[str, Scalar] = {}
        for name, value in written.pairs:
            key = KEYS.get(name.text)
            if key is None:
                near = nearest(name.text, tuple(KEYS)) or "主题"
                message = f"计划里没有“{shortened(name.text)}”这一项，最接近的是“{near}”。"
                self.wrong("S012", name.line, name.text, message, f"{near}: …")
            elif (text := _text_of(value)) is None:
                self.wrong("S012", name.line, name.text, f"“{name.text}”应当是一段文字。", f"{name.text}: …")
            elif text:
                texts[key] = Scalar(text, value.line)
        return self._made(year, texts, written.line)

    def _made(self, year: int, texts: Mapping[str, Scalar], line: int) -> PressEvent | None:
        missing = [name for key, name in (("topic", "主题"), ("planned", "计划时间")) if key not in texts]
        if missing:
            message = f"这条计划没有写{'、'.join(missing)}，没有计入。"
            self.wrong("S012", line, missing[0], message, f"{missing[0]}: …")
            return None
        planned = texts["planned"]
        days = planned_days(planned.text, year)
        if days is None or days[0].year != year:
            found = f"计划时间写的是“{shortened(planned.text)}”，"
            message = f"{found}{'看不懂' if days is None else f'不在 {year} 年'}。"
            self.wrong("S012", planned.line, "计划时间", message, _WHEN)
            return None

        def text(key: str, default: str = "") -> str:
            return texts[key].text if key in texts else default

        items = tuple(part.strip() for part in _CUT.split(text("items")) if part.strip())
        return PressEvent(
            topic=text("topic"),
            planned=planned.text,
            first=days[0],
            last=days[1],
            form=text("form", "新闻发布会"),
            handler=text("handler"),
            speaker=text("speaker"),
            items=items,
            dropped=text("dropped"),
            line=line,
        )


def _text_of(value: Marked) -> str | None:
    """A text, or the texts of a list on lines of their own; None for anything else."""
    if isinstance(value, Scalar):
        return value.text
    if isinstance(value, Series):
        parts = [each.text for each in value.items if isinstance(each, Scalar)]
        return "\n".join(parts) if len(parts) == len(value.items) else None
    return None
