"""`content/工作数据/<year>.yml`: what was done for disclosure off the site, entered once a year."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from pathlib import Path
from typing import Any

from gongkai.loading.codes import finding, quoted, shortened
from gongkai.loading.field_types import nearest
from gongkai.loading.marked_yaml import Marked, Scalar, Series, Table, parse
from gongkai.loading.preset_tables import packaged_text
from gongkai.loading.unit_file import SettingsFile, settings_document
from gongkai.model.entered import MONTHS, WorkFigure, WorkYear, number_text
from gongkai.model.problem import Problem

FOLDER = "工作数据"
OTHER = "其他"
_YEAR = re.compile(r"(?:19|20)\d{2}\Z")
_VALUE = re.compile(r"([+-]?[\d,]+(?:\.\d+)?)\s*([^\d\s].*)?\Z")
_MONTH = re.compile(r"0?(1[0-2]|[1-9])月?\Z")
_EMPTY = frozenset({"", "无", "/", "-", "—", "——"})
_TOTAL, _UNIT, _NOTE = "合计", "单位", "说明"
_TOTALS = (_TOTAL, "全年", "总数")
_RATE = "%"
_EXAMPLE = "其他渠道发布:\n  微博: 110条"


@dataclass(frozen=True, slots=True)
class WorkTerm:
    """A figure that may be entered: its group, name and unit."""

    group: str
    name: str
    unit: str


@dataclass(frozen=True, slots=True)
class WorkTerms:
    """The vocabulary: terms by name and other names, the groups, and sums that must come out."""

    terms: Mapping[str, WorkTerm]
    groups: tuple[str, ...]
    sums: tuple[tuple[str, tuple[str, ...]], ...]


@lru_cache(maxsize=1)
def work_terms() -> WorkTerms:
    """The packaged vocabulary."""
    document = parse(packaged_text("work"), trusted=True)
    if not isinstance(document, Table):
        raise TypeError("presets/work.yml cannot be read")
    parts = _plain(document)
    groups = parts["groups"]
    terms = {
        name: WorkTerm(group["name"], item["name"], item["unit"])
        for group in groups
        for item in group["items"]
        for name in (item["name"], *item.get("aka", ()))
    }
    sums = tuple((each["sum"], tuple(each["parts"])) for each in parts["same"])
    return WorkTerms(terms, tuple(group["name"] for group in groups), sums)


def _plain(value: Marked) -> Any:
    if isinstance(value, Scalar):
        return value.text
    if isinstance(value, Series):
        return [_plain(each) for each in value.items]
    return {key.text: _plain(each) for key, each in value.pairs}


def read_work(content: Path, shown: str) -> tuple[dict[str, WorkYear], tuple[Problem, ...]]:
    """All years, by year as text, and what is wrong with the files; a bad line never costs the others."""
    years: dict[str, WorkYear] = {}
    problems: list[Problem] = []
    for name in _files(content):
        file = SettingsFile(content, f"{FOLDER}/{name}", shown)
        stem = name.rpartition(".")[0]
        if not _YEAR.match(stem):
            message = f"文件名“{name}”应当是四位数字的年份。"
            problems.append(finding("S005", file.path, message, hint="2026.yml"))
            continue
        if stem in years:
            message = f"{stem}年的工作数据有两个文件，这一个没有读。"
            problems.append(finding("S005", file.path, message, hint=f"只留 {stem}.yml"))
            continue
        year, found = read_year(file, int(stem))
        years[stem] = year
        problems += found
    return years, tuple(problems)


def _files(content: Path) -> Iterator[str]:
    folder = content / FOLDER
    root = content.resolve()
    if folder.is_dir():
        for path in sorted(folder.iterdir()):
            if (
                path.suffix.lower() in (".yml", ".yaml")
                and path.is_file()
                and path.resolve().is_relative_to(root)
            ):
                yield path.name


def read_year(file: SettingsFile, year: int) -> tuple[WorkYear, tuple[Problem, ...]]:
    """One file."""
    empty = WorkYear(year, (), file.name)
    document = settings_document(file, "S001")
    if document is None or isinstance(document, Problem):
        return empty, (document,) if document else ()
    reader = _Reader(file.path, [], [])
    reader.read(document)
    reader.add_up()
    return WorkYear(year, tuple(reader.figures), file.name), tuple(reader.problems)


@dataclass(frozen=True, slots=True)
class _Reader:
    """Takes in one document line by line."""

    path: str
    figures: list[WorkFigure]
    problems: list[Problem]

    def wrong(self, code: str, mark: Scalar | Marked, message: str, hint: str = "") -> None:
        name = mark.text if isinstance(mark, Scalar) else ""
        self.problems.append(finding(code, self.path, message, line=mark.line, field=name, hint=hint))

    def read(self, document: Marked) -> None:
        if not isinstance(document, Table):
            self.wrong("S001", document, "文件应当先写一组的名称，下面缩进写各项的数。", _EXAMPLE)
            return
        for name, value in document.pairs:
            self._group(name, value)

    def _group(self, name: Scalar, value: Marked) -> None:
        vocabulary = work_terms()
        if name.text not in vocabulary.groups:
            near = nearest(name.text, vocabulary.groups)
            said = f"，最接近的是“{near}”" if near else ""
            message = f"没有“{shortened(name.text)}”这一组{said}；可以写的有：{quoted(vocabulary.groups)}。"
            self.wrong("S002", name, message, f"{near or OTHER}:")
            return
        if isinstance(value, Scalar) and value.text in _EMPTY:
            return
        if not isinstance(value, Table):
            self.wrong("S001", name, f"“{name.text}”下面应当缩进写各项的数。", f"{name.text}:\n  培训: 2次")
            return
        for item, written in value.pairs:
            self._figure(name.text, item, written)

    def _figure(self, group: str, name: Scalar, written: Marked) -> None:
        term = self._term(group, name)
        if term is None:
            return
        if any(figure.name == term.name for figure in self.figures):
            self.wrong("S003", name, f"“{term.name}”写了两次，只算第一次。", "删去重复的一行。")
            return
        figure = self._monthly(term, name, written) if isinstance(written, Table) else None
        if figure is None and isinstance(written, Scalar):
            if written.text in _EMPTY:
                return
            value = self._number(term, name, written)
            if value is None:
                return
            figure = WorkFigure(group, term.name, term.unit or value[1], value[0], line=name.line)
        if figure is None:
            self.wrong(
                "S003", name, f"“{name.text}”应当写一个数，或者分月写。", f"{name.text}: 12{term.unit}"
            )
            return
        self.figures.append(figure)

    def _term(self, group: str, name: Scalar) -> WorkTerm | None:
        known = work_terms().terms.get(name.text)
        if known is not None and known.group == group:
            return known
        if known is not None:
            message = f"“{name.text}”属于“{known.group}”一组，不写在“{group}”下面。"
            self.wrong("S002", name, message, f"{known.group}:\n  {known.name}: 12{known.unit}")
            return None
        if group == OTHER:
            return WorkTerm(OTHER, name.text, "")
        names = tuple(n for n, term in work_terms().terms.items() if term.group == group)
        near = nearest(name.text, names)
        said = f"，最接近的是“{near}”" if near else f"；可以写的有：{quoted(names)}"
        message = f"“{group}”里没有“{shortened(name.text)}”这一项{said}。自己要加的项目写在“其他”一组。"
        self.wrong("S002", name, message, f"{near}: 12" if near else f"其他:\n  {name.text}: 12件")
        return None

    def _number(self, term: WorkTerm, name: Scalar, written: Scalar) -> tuple[Decimal, str] | None:
        """The number and its unit; the unit of the vocabulary need not be written, but no other may be."""
        text = unicodedata.normalize("NFKC", written.text).strip()
        match = _VALUE.match(text)
        unit = (match[2] or "").strip() if match else ""
        try:
            value = Decimal(match[1].replace(",", "")) if match else None
        except InvalidOperation:
            value = None
        if value is None or value < 0:
            message = f"“{name.text}”写的是“{shortened(written.text)}”，应当是一个数，不小于 0。"
            self.wrong("S003", Scalar(name.text, written.line), message, f"{name.text}: 12{term.unit}")
            return None
        if unit and term.unit and unit != term.unit:
            message = f"“{name.text}”写的单位是“{unit}”，这一项按“{term.unit}”计。"
            self.wrong(
                "S003",
                Scalar(name.text, written.line),
                message,
                f"{name.text}: {number_text(value)}{term.unit}",
            )
            return None
        if not unit and not term.unit:
            message = f"“{name.text}”是自己加的项目，数后面要写单位。"
            self.wrong(
                "S003", Scalar(name.text, written.line), message, f"{name.text}: {number_text(value)}件"
            )
            return None
        return value, unit

    def _monthly(self, term: WorkTerm, name: Scalar, written: Table) -> WorkFigure | None:
        """A figure month by month, with 合计, 单位 and 说明 where they are given."""
        months: list[Decimal | None] = [None] * MONTHS
        total: Decimal | None = None
        unit = next((v.text for k, v in written.pairs if k.text == _UNIT and isinstance(v, Scalar)), "")
        term = WorkTerm(term.group, term.name, term.unit or unit)
        note = ""
        for key, value in written.pairs:
            month = _MONTH.match(key.text)
            if not isinstance(value, Scalar) or (month is None and key.text not in (*_TOTALS, _UNIT, _NOTE)):
                message = f"“{name.text}”下面可以写“1月”到“12月”、合计、单位、说明，不能写“{key.text}”。"
                self.wrong("S003", key, message, "1月: 12")
            elif month and value.text not in _EMPTY:
                number = self._number(term, name, value)
                months[int(month[1]) - 1] = number[0] if number else None
                term = WorkTerm(term.group, term.name, term.unit or (number[1] if number else ""))
            elif key.text in _TOTALS and value.text not in _EMPTY:
                number = self._number(term, name, value)
                total = number[0] if number else None
            elif key.text == _NOTE:
                note = value.text
        return self._whole(term, name, months, total, note)

    def _whole(
        self, term: WorkTerm, name: Scalar, months: list[Decimal | None], total: Decimal | None, note: str
    ) -> WorkFigure:
        given = [month for month in months if month is not None]
        added = sum(given, Decimal(0)) if given and term.unit != _RATE else None
        if total is not None and added is not None and total != added:
            message = f"“{name.text}”各月相加是 {number_text(added)}，合计写的是 {number_text(total)}。"
            self.wrong("S004", name, message, f"{_TOTAL}: {number_text(added)}")
        series = tuple(months) if given else ()
        value = total if total is not None else added
        return WorkFigure(term.group, term.name, term.unit, value, series, note, name.line)

    def add_up(self) -> None:
        """Look whether figures that are parts of another add up to it."""
        values = {figure.name: figure for figure in self.figures}
        for whole, parts in work_terms().sums:
            figures = [values.get(part) for part in parts]
            known = [figure.value for figure in figures if figure and figure.value is not None]
            if whole not in values or len(known) < len(parts) or values[whole].value is None:
                continue
            added = sum(known, Decimal(0))
            if added != values[whole].value:
                written = "、".join(parts)
                message = (
                    f"“{whole}”写的是 {values[whole].text}，{written}相加是 {number_text(added)}，对不上。"
                )
                mark = Scalar(whole, values[whole].line)
                self.wrong("S004", mark, message, f"{whole}: {number_text(added)}{values[whole].unit}")
