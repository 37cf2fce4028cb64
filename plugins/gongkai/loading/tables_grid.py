"""The cells of a data file as texts with their places, whatever the file is: csv, xlsx or yml."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from gongkai.loading.decode import BOM
from gongkai.loading.marked_yaml import Scalar, Series, Table, Trouble, parse

MAX_ROWS = 60_000
MAX_COLUMNS = 400


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a grid: its number in the file (from 1) and its cells."""

    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Flaw:
    """Something about a cell that its text does not tell: 公式没有结果, #REF! …; `column` counts from 0."""

    kind: str
    line: int
    column: int
    text: str = ""


@dataclass(frozen=True, slots=True)
class Grid:
    """The used cells of one sheet.

    `sheet` is its name, empty for a csv or yml file; `encoding` that of a csv file that is not UTF-8; `hidden`
    counts rows and columns that were left out because they are hidden; `head` is the number of heading rows
    where the file itself says so (yml), else 0.
    """

    lines: tuple[Line, ...]
    sheet: str = ""
    encoding: str = ""
    flaws: tuple[Flaw, ...] = ()
    hidden: int = 0
    head: int = 0

    def place(self, line: int, column: int) -> str:
        """How a cell is named to a clerk: `工作表“清单”第5行C列`; `column` -1 stands for the whole row.
        A list in yml has no columns."""
        if self.head:
            return f"第{line}行"
        sheet = f"工作表“{self.sheet}”" if self.sheet else ""
        where = f"{letters(column)}列" if self.sheet else f"第{column + 1}列"
        return f"{sheet}第{line}行" + (where if column >= 0 else "")


class Unreadable(Exception):
    """A data file that cannot be read: why, in Chinese, and what to do; `code` is that of the finding."""

    def __init__(self, message: str, hint: str, line: int = 0, code: str = "T004") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.line = line
        self.code = code


def letters(column: int) -> str:
    """The name of a sheet's column: 0 → A, 26 → AA."""
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(65 + rest) + name
    return name


def checked(lines: Iterable[Line]) -> tuple[Line, ...]:
    """The rows of a grid without those that are blank; too many rows or columns raise `Unreadable`."""
    found: list[Line] = []
    for line in lines:
        cells = line.cells
        end = len(cells)
        while end and not cells[end - 1]:
            end -= 1
        if not end:
            continue
        if end > MAX_COLUMNS:
            raise Unreadable(
                f"第{line.number}行有 {end} 列，超过 {MAX_COLUMNS} 列。", "删去空白的列，或拆成几个清单。"
            )
        found.append(Line(line.number, cells[:end]))
        if len(found) > MAX_ROWS:
            raise Unreadable(f"超过 {MAX_ROWS} 行。", "按年度或类别拆成几个清单。")
    return tuple(found)


def clean(text: str) -> str:
    """A cell's text: line ends as `\\n`, without outer blanks and control characters."""
    if text.isprintable():
        return text.strip()
    plain = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u00a0", " ")
    kept = "".join(c for c in plain if c in "\n\t" or (ord(c) >= 32 and not 0x7F <= ord(c) < 0xA0))
    return kept.replace("\t", " ").strip("\ufeff \n\u3000")


def read_csv(data: bytes) -> Grid:
    """A csv file in UTF-8 (with or without BOM), UTF-16 with BOM or GBK; comma, semicolon or tab between cells."""
    text, encoding = _text(data)
    if "\0" in text:
        raise Unreadable("这个文件不是文本，只是名字以 .csv 结尾。", "用 WPS 打开，另存为 .xlsx 文件。")
    rows: list[Line] = []
    reader = csv.reader(io.StringIO(text.replace("\r\n", "\n"), newline=""), delimiter=_delimiter(text))
    before = 0
    try:
        for cells in reader:
            # A cell may hold line ends: a row is named by the line on which it begins.
            rows.append(Line(before + 1, tuple(map(clean, cells))))
            before = reader.line_num
    except csv.Error as error:
        hint = "用 WPS 打开检查，另存为 .xlsx 文件。"
        raise Unreadable(f"第 {before + 1} 行读不了：{error}。", hint, before + 1) from error
    return Grid(checked(rows), encoding=encoding)


def _text(data: bytes) -> tuple[str, str]:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace").removeprefix("\ufeff"), "UTF-16"
    try:
        return data.removeprefix(BOM).decode(), ""
    except UnicodeDecodeError:
        pass
    try:
        return data.decode("gb18030"), "GBK"
    except UnicodeDecodeError as error:
        hint = "用 WPS 或记事本打开，另存为编码 UTF-8 的 csv，或另存为 .xlsx。"
        raise Unreadable("文字的编码既不是 UTF-8 也不是 GBK，读不了。", hint) from error


def _delimiter(text: str) -> str:
    head = text.partition("\n")[0]
    return max((",", "\t", ";"), key=head.count)


def read_yml(text: str) -> Grid:
    """A list of rows, each a mapping of field name → value. A row's cells follow the names as they first come."""
    found = parse(text)
    if isinstance(found, Trouble):
        raise Unreadable(found.message, found.hint, found.line)
    if isinstance(found, Table):  # the list may stand under one name
        found = next((value for _, value in found.pairs if isinstance(value, Series)), found)
    if not isinstance(found, Series):
        raise Unreadable(
            "这里应当是一个列表，每一项是一行。", "- 职权名称: 农村村民宅基地审批\n  类型: 行政许可"
        )
    names: dict[str, int] = {}
    rows: list[tuple[int, Mapping[str, str]]] = []
    for each in found.items:
        if not isinstance(each, Table):
            raise Unreadable(
                f"第 {each.line} 行应当是“名称: 值”。", "- 职权名称: 农村村民宅基地审批", each.line
            )
        rows.append((each.line, _pairs(each)))
        for name in rows[-1][1]:
            names.setdefault(name, len(names))
    head = Line(found.line, tuple(names))
    body = [Line(line, tuple(clean(row.get(name, "")) for name in names)) for line, row in rows]
    return Grid(checked([head, *body]), head=1)


def _pairs(row: Table) -> Mapping[str, str]:
    found: dict[str, str] = {}
    for mark, value in row.pairs:
        if mark.text in found:
            raise Unreadable(f"第 {mark.line} 行的“{mark.text}”在这一项里写了两次。", "只留一行。", mark.line)
        if isinstance(value, Scalar):
            found[mark.text] = value.text
        elif isinstance(value, Series) and all(isinstance(part, Scalar) for part in value.items):
            found[mark.text] = "\n".join(part.text for part in value.items if isinstance(part, Scalar))
        else:
            raise Unreadable(
                f"第 {mark.line} 行“{mark.text}”的值应当是文字或列表。", f"{mark.text}: 值", mark.line
            )
    return found
