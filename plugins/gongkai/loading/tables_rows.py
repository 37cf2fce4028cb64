"""The rows of a table: cells typed, keys told apart, totals compared, what is wrong named by sheet, row and column."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from decimal import Decimal, InvalidOperation

from gongkai.loading.codes import finding, quoted, shortened
from gongkai.loading.tables_catalogues import FieldSpec
from gongkai.loading.tables_cells import BadCell, reader_of
from gongkai.loading.tables_grid import Grid, Line
from gongkai.loading.tables_header import Header
from gongkai.loading.tables_units import converted, number_reader, units_of
from gongkai.model.problem import Problem
from gongkai.model.table import NUMERIC, TableField, TableRow

_TOTAL = re.compile(r"^(?:合\s*计|总\s*计|共\s*计)[:：]?$")
_SUBTOTAL = re.compile(r"^小\s*计[:：]?$")
_SHOWN = 20
"""Findings of one sort about one field; the rest is counted in the last of them."""
_LONGEST_SLUG = 60


@dataclass(slots=True)
class Sheet:
    """A grid with its file, and the findings about it."""

    grid: Grid
    path: str
    problems: list[Problem] = field(default_factory=list)
    said: Counter[tuple[str, str]] = field(default_factory=Counter)

    def say(self, code: str, line: int, column: int, name: str, message: str, hint: str) -> None:
        """Report something about a cell (`column` -1: a row); of many of one sort the first are told."""
        self.said[code, name] += 1
        if self.said[code, name] <= _SHOWN:
            where = self.grid.place(line, column) if line else ""
            text = f"{where}：{message}" if where else message
            self.problems.append(finding(code, self.path, text, line=line, field=name, hint=hint))

    def closed(self) -> tuple[Problem, ...]:
        """All findings; the last told one of a sort says how many more there are."""
        for (code, name), count in self.said.items():
            if count > _SHOWN:
                last = max(n for n, p in enumerate(self.problems) if (p.code, p.field) == (code, name))
                more = f"{self.problems[last].message}（这一列这样的还有 {count - _SHOWN} 处）"
                self.problems[last] = replace(self.problems[last], message=more)
        return tuple(self.problems)


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows with the cells of all fields, hidden ones too; `totals` are the cells of the row 合计."""

    rows: tuple[TableRow, ...]
    totals: tuple[str, ...] = ()


def read_rows(sheet: Sheet, header: Header) -> Rows:
    """Type all cells below the header."""
    specs = header.specs
    readers = _readers(header)
    title = title_place(specs)
    # A field without a column can tell no rows apart.
    idents = tuple(n for n, spec in enumerate(specs) if spec.ident and n in header.columns)
    bad = {(flaw.line, flaw.column): flaw.kind for flaw in sheet.grid.flaws}
    found: list[TableRow] = []
    totals: tuple[str, ...] = ()
    for line in header.body:
        first = next((cell for cell in line.cells if cell), "")
        if _SUBTOTAL.match(first):
            sheet.say(
                "T019", line.number, -1, "", "这是小计行，没有当作一项。", "删去小计行，由程序分类计数。"
            )
        elif _TOTAL.match(first) and any(spec.field.total for spec in specs):
            totals = _total_cells(line, header, readers)
        elif _TOTAL.match(first):
            continue
        else:
            values = _typed(line, header, readers, bad, sheet)
            if any(values):
                key = " ".join(values[n] for n in idents) if idents else values[title]
                found.append(TableRow(key, "", values[title] or key, line.number, values))
    if totals:
        _compare_totals(totals, found, header, sheet)
    names = "、".join(specs[n].field.name for n in idents)
    return Rows(_with_slugs(found, names, sheet), totals)


def title_place(specs: tuple[FieldSpec, ...]) -> int:
    """The field that names a row: the one that says so, else the first required text, else the first."""
    said = next((n for n, spec in enumerate(specs) if spec.title), -1)
    if said >= 0:
        return said
    return next((n for n, s in enumerate(specs) if s.field.required and s.field.type == "text"), 0)


def _typed(
    line: Line,
    header: Header,
    readers: list[Callable[[str], str]],
    bad: dict[tuple[int, int], str],
    sheet: Sheet,
) -> tuple[str, ...]:
    values = []
    for place, spec in enumerate(header.specs):
        column = header.columns.get(place, -1)
        text = line.cells[column] if 0 <= column < len(line.cells) else ""
        flaw = bad.get((line.number, column), "") if bad else ""
        if flaw:
            _say_flaw(sheet, line.number, column, spec.field.name, flaw)
        elif text:
            try:
                written, text = text, readers[place](text)
            except BadCell as error:
                message = f"“{spec.field.name}”的值“{shortened(text)}”不对，应当是{error.expected}。"
                sheet.say("T011", line.number, column, spec.field.name, message, error.hint)
            else:
                if written != text and converted(spec.field, written):
                    _say_converted(sheet, line.number, column, spec.field, written, text)
        elif spec.field.required and column >= 0:
            message = f"“{spec.field.name}”是必填的，这里是空的。"
            sheet.say("T010", line.number, column, spec.field.name, message, "补上内容，确实没有的写“无”。")
        values.append(text)
    return tuple(values)


def _readers(header: Header) -> list[Callable[[str], str]]:
    return [
        number_reader(spec.field, place in header.mixed)
        if spec.field.type in NUMERIC
        else reader_of(spec.field)
        for place, spec in enumerate(header.specs)
    ]


def with_units(sheet: Sheet, header: Header) -> Header:
    """The header whose fields of numbers have the units that their cells are written in."""

    def cells(place: int) -> Iterator[str]:
        column = header.columns.get(place, -1)
        for line in header.body if column >= 0 else ():
            if column < len(line.cells):
                yield line.cells[column]

    units = units_of(header.specs, cells)
    for place, (first, second) in units.mixed.items():
        name = header.specs[place].field.name
        message = (
            f"“{name}”的单位不一样：有“{shortened(first)}”，也有“{shortened(second)}”；照原样显示，没有合计。"
        )
        hint = f"字段:\n- {{名称: {name}, 单位: 万元}}"
        sheet.say("T031", header.line, header.columns[place], name, message, hint)
    return replace(header, specs=units.specs, mixed=frozenset(units.mixed))


def _say_converted(sheet: Sheet, line: int, column: int, field: TableField, written: str, text: str) -> None:
    message = f"“{field.name}”的“{shortened(written)}”换算成了 {text}{field.unit}。"
    sheet.say("T030", line, column, field.name, message, text)


def _say_flaw(sheet: Sheet, line: int, column: int, name: str, flaw: str) -> None:
    if flaw == "公式":
        hint = "用 WPS 或 Excel 打开后保存一次；或者复制这一列，选择性粘贴为数值。"
        sheet.say("T014", line, column, name, "公式没有存下结果，程序不计算公式，这一格按空白处理。", hint)
    else:
        message = f"这一格是错误值 {flaw.removeprefix('错误')}。"
        sheet.say("T015", line, column, name, message, "改正公式，或者直接写上值。")


def _total_cells(line: Line, header: Header, readers: list[Callable[[str], str]]) -> tuple[str, ...]:
    cells = []
    for place, spec in enumerate(header.specs):
        column = header.columns.get(place, -1)
        text = line.cells[column] if 0 <= column < len(line.cells) else ""
        try:
            cells.append(readers[place](text) if spec.field.total else "")
        except BadCell:
            cells.append(text)
    return tuple(cells)


def amount(text: str) -> Decimal | None:
    """A cell as an exact number; None for an empty one and for what is none."""
    try:
        return Decimal(text) if text else None
    except InvalidOperation:
        return None


def _compare_totals(totals: tuple[str, ...], rows: list[TableRow], header: Header, sheet: Sheet) -> None:
    line = next(each.number for each in header.body if _TOTAL.match(next((c for c in each.cells if c), "")))
    for place, spec in enumerate(header.specs):
        written = amount(totals[place]) if spec.field.total else None
        if written is None or place in header.mixed:
            continue
        total = sum((amount(row.values[place]) or Decimal() for row in rows), Decimal())
        if total != written:
            message = (
                f"“{spec.field.name}”合计写的是 {written}，各行相加是 {total}，相差 {abs(total - written)}。"
            )
            sheet.say("T013", line, header.columns[place], spec.field.name, message, str(total))


def _with_slugs(rows: list[TableRow], names: str, sheet: Sheet) -> tuple[TableRow, ...]:
    """Give each row its address; a key that stands twice is a finding, and rows without a key are numbered.

    `names` are those of the fields that tell rows apart, empty where there are none.
    """
    seen: dict[str, int] = {}
    taken: set[str] = set()
    same: Counter[str] = Counter()
    found: list[TableRow] = []
    for row in rows:
        key = row.key
        if key in seen and names and key:
            message = f"“{names}”的值“{shortened(key)}”和第{seen[key]}行重复，每一项只能有一个。"
            sheet.say("T012", row.line, -1, names, message, "改成不同的值，或删去重复的一行。")
        if key in seen or not key:
            key = f"{key or '未命名'} {same[row.key] + 1}"
        same[row.key] += 1
        seen.setdefault(row.key, row.line)
        slug = row_slug(key)
        if slug in taken:
            slug = f"{slug[:_LONGEST_SLUG]}-{_digest(key)}"
        taken.add(slug)
        found.append(TableRow(key, slug, row.title, row.line, row.values))
    return tuple(found)


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:8]


def row_slug(key: str) -> str:
    """The address of a row: a code as it is; other text by its digest, as facet values have theirs."""
    slug = re.sub(r"[^a-z0-9]+", "-", key.lower()).strip("-") if key.isascii() else ""
    return slug if slug and len(slug) <= _LONGEST_SLUG else _digest(key)


def ordered(
    rows: tuple[TableRow, ...], names: tuple[str, ...], specs: tuple[FieldSpec, ...]
) -> tuple[TableRow, ...]:
    """The rows by some fields, the last named first so that the first decides; unknown names are left out."""
    places = {spec.field.name: n for n, spec in enumerate(specs)}
    result = list(rows)
    for name in reversed(names):
        place = places.get(name.removeprefix("-"), -1)
        if place >= 0:
            result.sort(key=_order(specs[place], place), reverse=name.startswith("-"))
    return tuple(result)


def _order(spec: FieldSpec, place: int) -> Callable[[TableRow], tuple[bool, Decimal, int, str]]:
    ranks = {choice: n for n, choice in enumerate(spec.field.choices)}

    def order(row: TableRow) -> tuple[bool, Decimal, int, str]:
        text = row.values[place]
        number = amount(text) if spec.field.type in NUMERIC else None
        return (not text, number or Decimal(0), ranks.get(text, len(ranks)), text)

    return order


def header_problems(sheet: Sheet, header: Header, titles_only: bool) -> Iterator[None]:
    """Report columns that are missing, unknown, or there twice."""
    for spec in header.missing:
        message = f"缺少“{spec.field.name}”这一列。"
        sheet.say("T007", header.line, -1, spec.field.name, message, f"在表头加一列：{spec.field.name}")
        yield
    for name, column in header.twice:
        message = f"“{name}”有两列，只能有一列。"
        sheet.say("T009", header.line, column, name, message, "删去重复的一列，或改一个表头。")
        yield
    known = tuple(spec.field.name for spec in header.specs)
    for column, name in header.extra:
        if titles_only:
            message = f"“{shortened(name)}”这一列不会公布：这种目录只列名称，不公布内容。"
        else:
            message = f"没有“{shortened(name)}”这个字段，这一列不会公布。字段有：{quoted(known, 30)}。"
        hint = f"要公布的，在 _table.yml 写：字段:\n  - {{名称: {shortened(name, 20)}}}"
        sheet.say("T008", header.line, column, name, message, "删去这一列。" if titles_only else hint)
        yield
