"""One sheet of an xlsx file as a grid: stored results only, formulas are never evaluated.

A cell under a merged range has the range's text, so that headings over several columns and
values over several rows mean what a reader sees.
"""

from __future__ import annotations

import html
import io
import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from gongkai.loading.tables_grid import MAX_COLUMNS, Flaw, Grid, Line, Unreadable, checked, clean
from gongkai.loading.xlsx_xml import (
    CELL,
    COLUMN,
    RELATIONS,
    ROW,
    STRINGS,
    TRUE,
    VALUE,
    WORKBOOK,
    P,
    Sheet,
    attributes,
    joined,
    shared_strings,
    sheets,
)

_MEMBER_BYTES = 80 * 1024 * 1024
_MERGE = re.compile(rf"<{P}mergeCell\b[^>]*\bref=\"([A-Z]+)(\d+):([A-Z]+)(\d+)\"")
_FORMAT = re.compile(rf"<{P}numFmt\b([^>]*?)/?>")
_STYLES = re.compile(rf"<{P}cellXfs\b[^>]*>(.*?)</{P}cellXfs>", re.DOTALL)
_STYLE = re.compile(rf"<{P}xf\b([^>]*?)/?>")
# A cell as nearly all are written: place, style, type, stored value.
_USUAL = re.compile(
    r'<c r="([A-Z]{1,3})\d+"(?: s="(\d+)")?(?: t="(\w+)")?>(?:<v>([^<]*)</v>|<is><t(?: [^>]*)?>([^<]*)</t></is>)?</c>'
)
_REFERENCE = re.compile(r"([A-Z]{1,3})\d+")
_DATE_FORMATS = frozenset({14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58})


@dataclass(frozen=True, slots=True)
class _Book:
    """What all sheets share: strings, which styles show a date, and the day from which dates count."""

    strings: tuple[str, ...]
    dated: frozenset[int]
    begin: date


def read_xlsx(data: bytes, wanted: str = "") -> Grid:
    """The sheet of that name, else the first that is visible. Raises `Unreadable`."""
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise Unreadable(
            "这是旧版 Excel 文件，或者加了密码，读不了。", "用 WPS 或 Excel 打开，去掉密码，另存为 .xlsx。"
        )
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            sheet = _choose(_sheets(archive), wanted)
            return _grid(sheet, _text(archive, sheet.member), _book(archive))
    except (
        zipfile.BadZipFile,
        zlib.error,
        LookupError,
        EOFError,
        NotImplementedError,
        RuntimeError,
        ValueError,
    ) as error:
        hint = "用 WPS 或 Excel 打开检查，重新另存为 .xlsx。"
        raise Unreadable("这个 Excel 文件已损坏或加了密码，读不了。", hint) from error


def _text(archive: zipfile.ZipFile, name: str) -> str:
    if archive.getinfo(name).file_size > _MEMBER_BYTES:
        raise Unreadable("这个 Excel 文件解开后太大。", "删去空白的行列和格式，或拆成几个文件。")
    return archive.read(name).decode("utf-8", errors="replace")


def _sheets(archive: zipfile.ZipFile) -> list[Sheet]:
    return list(sheets(_text(archive, WORKBOOK), _text(archive, RELATIONS)))


def _choose(sheets: list[Sheet], wanted: str) -> Sheet:
    if wanted:
        found = [each for each in sheets if each.name.strip() == wanted]
        names = "、".join(f"“{each.name}”" for each in sheets if not each.hidden)
        if not found:
            raise Unreadable(f"没有工作表“{wanted}”，这个文件里有：{names}。", "工作表: 名称", code="T005")
        return found[0]
    visible = [each for each in sheets if not each.hidden]
    if not visible:
        raise Unreadable("这个文件里没有看得见的工作表。", "取消隐藏后保存。", code="T005")
    return visible[0]


def _book(archive: zipfile.ZipFile) -> _Book:
    names = set(archive.namelist())
    shared = _text(archive, STRINGS) if STRINGS in names else ""
    strings = tuple(map(clean, shared_strings(shared)))
    styles = _text(archive, "xl/styles.xml") if "xl/styles.xml" in names else ""
    workbook = _text(archive, WORKBOOK)
    old = re.search(r'date1904="(?:1|true)"', workbook) is not None
    return _Book(strings, frozenset(_dated(styles)), date(1904, 1, 1) if old else date(1899, 12, 30))


def _dated(styles: str) -> Iterator[int]:
    """The numbers of the styles that show a number as a day."""
    own = {}
    for match in _FORMAT.finditer(styles):
        values = attributes(match[1])
        code = re.sub(r'"[^"]*"|\[[^\]]*\]|\\.', "", values.get("formatCode", ""))
        own[int(values.get("numFmtId", "0"))] = re.search(r"[yYdD]", code) is not None
    block = _STYLES.search(styles)
    for number, match in enumerate(_STYLE.finditer(block[1] if block else "")):
        kind = int(attributes(match[1]).get("numFmtId", "0"))
        if own.get(kind, kind in _DATE_FORMATS):
            yield number


def _grid(sheet: Sheet, xml: str, book: _Book) -> Grid:
    away = _hidden_columns(xml)
    cells, flaws, gone = _cells(xml, book)
    _fill(cells, xml)
    hidden = len(gone) + len(
        away & {column for row in cells.values() for column, text in row.items() if text}
    )
    lines = (
        Line(number, tuple(row.get(n, "") if n not in away else "" for n in range(max(row, default=-1) + 1)))
        for number, row in sorted(cells.items())
        if number not in gone
    )
    seen = tuple(flaw for flaw in flaws if flaw.line not in gone and flaw.column not in away)
    return Grid(checked(lines), sheet.name, flaws=seen, hidden=hidden)


def _hidden_columns(xml: str) -> set[int]:
    found: set[int] = set()
    for match in COLUMN.finditer(xml[: xml.find("sheetData")]):
        values = attributes(match[1])
        if values.get("hidden") in TRUE:
            last = min(int(values.get("max", "0")), MAX_COLUMNS)
            found.update(range(int(values.get("min", "1")) - 1, last))
    return found


def _cells(xml: str, book: _Book) -> tuple[dict[int, dict[int, str]], list[Flaw], set[int]]:
    cells: dict[int, dict[int, str]] = {}
    flaws: list[Flaw] = []
    gone: set[int] = set()
    number = 0
    for row in ROW.finditer(xml):
        values = attributes(row[1])
        number = int(values.get("r", number + 1))
        if values.get("hidden") in TRUE and row[2]:
            gone.add(number)
        found: dict[int, str] = {}
        for column, text, flaw in _row_cells(row[2] or "", book):
            found[column] = text
            if flaw:
                flaws.append(Flaw(flaw, number, column, text))
        if found:
            cells[number] = found
    return cells, flaws, {line for line in gone if any(cells.get(line, {}).values())}


def _row_cells(xml: str, book: _Book) -> Iterator[tuple[int, str, str]]:
    """Column, text and flaw of each cell of a row that has anything in it."""
    usual = _USUAL.findall(xml)
    if len(usual) == xml.count("<c ") + xml.count("<c>") + xml.count(":c "):
        for name, style, kind, value, inline in usual:
            if inline:
                yield _index(name), _unescaped(inline), ""
            elif kind in ("", "n", "s") and "&" not in value:
                shared = kind == "s"
                text = (
                    book.strings[int(value)] if shared else _plain_number(value, style, book) if value else ""
                )
                yield _index(name), text, ""
            else:
                text, flaw = _cell({"t": kind, "s": style or "0"}, f"<v>{value}</v>" if value else "", book)
                yield _index(name), text, flaw
        return
    column = -1
    for cell in CELL.finditer(xml):
        reference = _REFERENCE.search(cell[1])
        column = _index(reference[1]) if reference else column + 1
        if cell[2]:
            yield column, *_cell(attributes(cell[1]), cell[2], book)


def _plain_number(value: str, style: str, book: _Book) -> str:
    return _number(value, bool(style) and int(style) in book.dated, book.begin)


@lru_cache(maxsize=8192)
def _unescaped(text: str) -> str:
    return clean(html.unescape(text))


@lru_cache(maxsize=1024)
def _index(name: str) -> int:
    value = 0
    for letter in name:
        value = value * 26 + ord(letter) - 64
    return value - 1


def _cell(given: Mapping[str, str], inner: str, book: _Book) -> tuple[str, str]:
    """The text of a cell, and what is wrong with it: 公式 without a stored result, 错误 values."""
    kind = given.get("t", "n")
    if kind == "inlineStr":
        return clean(joined(inner)), ""
    value = VALUE.search(inner)
    if value is None:
        return "", "公式" if "<f" in inner or ":f" in inner else ""
    text = html.unescape(value[1])
    if kind == "s":
        place = int(text) if text.isdigit() else -1
        return (book.strings[place] if 0 <= place < len(book.strings) else ""), ""
    if kind == "e":
        return "", f"错误{text}"
    if kind == "b":
        return ("是" if text == "1" else "否"), ""
    if kind == "str":
        return clean(text), ""
    return _number(text, int(given.get("s", "0")) in book.dated, book.begin), ""


@lru_cache(maxsize=8192)  # the same figures and days stand in many rows
def _number(text: str, dated: bool, begin: date) -> str:
    """A number as it was typed: days as dates, whole numbers without `.0`, no `E+17`, no 0.30000000000000004."""
    try:
        value = float(text)
    except ValueError:
        return clean(text)
    if dated and 0 < value < 120_000:
        return (begin + timedelta(days=int(value))).isoformat()
    if value == int(value) and abs(value) < 1e20:
        return str(int(text)) if text.lstrip("-").isdigit() else str(int(value))
    return f"{value:.12g}" if "e" not in f"{value:.12g}" else f"{value:.10f}".rstrip("0")


def _fill(cells: dict[int, dict[int, str]], xml: str) -> None:
    """Give every cell of a merged range the text of its first."""
    start = xml.find("mergeCells")
    for match in _MERGE.finditer(xml, max(start, 0)) if start >= 0 else ():
        left, top, right, bottom = _index(match[1]), int(match[2]), _index(match[3]), int(match[4])
        text = cells.get(top, {}).get(left, "")
        if not text or (right - left + 1) * (bottom - top + 1) > 100_000:
            continue
        for line in range(top, bottom + 1):
            row = cells.setdefault(line, {})
            row.update(dict.fromkeys(range(left, right + 1), text))
