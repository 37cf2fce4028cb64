"""`../台账/依申请公开.csv` (or .xlsx): the private ledger of applications, read row by row.

The ledger holds names and addresses. It lies outside the folder that git keeps, for whoever gets the
repository gets its whole history; `private_folder` refuses a place inside it.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from itertools import pairwise
from pathlib import Path
from typing import Any

from gongkai.loading.codes import finding, shortened
from gongkai.loading.dates import read_moment
from gongkai.loading.field_types import nearest
from gongkai.model.applications import APPLICANTS, INTAKES, OUTCOMES, REVIEW_RESULTS
from gongkai.model.ledger import Entry, Review
from gongkai.model.problem import Problem

CODE, LATE, SOON = "L072", "L073", "L074"
NAME = "依申请公开"
ENDINGS = (".csv", ".xlsx")
HEADS = (
    "登记号", "收到日期", "接收渠道", "申请人类型", "申请人", "申请内容", "补正告知日期", "补正收到日期", "征求意见开始", "征求意见结束",
    "延期告知日期", "答复日期", "办理结果", "复议日期", "复议结果", "诉讼日期", "诉讼类型", "诉讼结果", "应收费用", "实收费用", "备注",
)  # fmt: skip
_REQUIRED = ("登记号", "收到日期", "接收渠道", "申请人类型")
_DAYS = {
    "收到日期": "received", "补正告知日期": "correction_asked", "补正收到日期": "corrected", "征求意见开始": "asked_from",
    "征求意见结束": "asked_until", "延期告知日期": "extended", "答复日期": "answered",
}  # fmt: skip
_CHOICES: Mapping[str, tuple[str, ...]] = {
    "接收渠道": INTAKES,
    "申请人类型": APPLICANTS,
    "办理结果": tuple(OUTCOMES),
    "复议结果": REVIEW_RESULTS,
    "诉讼类型": ("未经复议直接起诉", "复议后起诉"),
    "诉讼结果": REVIEW_RESULTS,
}
_ORDER = ("收到日期", "补正告知日期", "补正收到日期", "答复日期")
MOST_ROWS = 20000


@dataclass(frozen=True, slots=True)
class Ledger:
    """The entries in their order, and what is wrong; a row with a mistake is left out of the entries."""

    path: Path | None = None
    shown: str = ""
    entries: tuple[Entry, ...] = ()
    problems: tuple[Problem, ...] = ()


def repository_of(root: Path) -> Path:
    """The folder that git keeps, as far up as there is a `.git`; else the site's own folder."""
    root = root.resolve()
    kept = [folder for folder in (root, *root.parents) if (folder / ".git").exists()]
    return kept[-1] if kept else root


def private_folder(root: Path, written: str) -> Path | str:
    """The ledger's folder, or why it may not lie there. `written` is as set, relative to `root`."""
    folder = (root / written).resolve()
    kept = repository_of(root)
    if folder.is_relative_to(kept):
        return (
            f"依申请公开台账的文件夹“{written}”在 {kept} 里面：台账有申请人的姓名和联系方式，放在这里会随网站资料一起提交、外传，"
            "以后删掉也还留在历史记录里。请放到外面，例如 ledger: ../台账"
        )
    return folder


def find_ledger(folder: Path) -> Path | None:
    """The ledger's file, if there is one."""
    return next((path for end in ENDINGS if (path := folder / (NAME + end)).is_file()), None)


def read_ledger(folder: Path, shown: str) -> Ledger:
    """Read the ledger; an absent one has no entries. `shown` is the folder as findings name it."""
    path = find_ledger(folder)
    if path is None:
        return Ledger()
    name = f"{shown.rstrip('/')}/{path.name}"
    try:
        rows = list(_csv_rows(path.read_bytes()) if path.suffix == ".csv" else _xlsx_rows(path))
    except (OSError, ValueError, KeyError, csv.Error) as error:
        return Ledger(
            path, name, (), (_bad(name, 0, "", f"台账打不开：{_reason(error)}。", "用 WPS 打开另存一次。"),)
        )
    return _read(path, name, rows)


def _reason(error: Exception) -> str:
    return "编码不是 UTF-8 也不是 GBK" if isinstance(error, UnicodeError) else "文件有损坏或正被占用"


def _csv_rows(data: bytes) -> Iterator[list[str]]:
    """Rows of a csv in UTF-8 or, as Chinese Excel writes it, GBK."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("gb18030")
    yield from csv.reader(io.StringIO(text, newline=""))


def _xlsx_rows(path: Path) -> Iterator[list[str]]:
    """Rows of the first sheet; of formulas the value that was stored with them."""
    import zipfile

    from openpyxl import load_workbook

    try:
        book = load_workbook(path, read_only=True, data_only=True)
    except zipfile.BadZipFile as error:
        raise ValueError(str(error)) from error
    try:
        for row in book.worksheets[0].iter_rows(values_only=True, max_row=MOST_ROWS):
            yield [_text(value) for value in row]
    finally:
        book.close()


def _text(value: Any) -> str:
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None else str(value)


def _bad(path: str, row: int, name: str, message: str, hint: str) -> Problem:
    return finding(CODE, path, message, line=row, field=name, hint=hint)


def _read(path: Path, shown: str, rows: list[list[str]]) -> Ledger:
    heads = [head.strip() for head in rows[0]] if rows else []
    problems = list(_head_problems(shown, heads))
    if problems:
        return Ledger(path, shown, (), tuple(problems))
    entries: list[Entry] = []
    seen: dict[str, int] = {}
    for number, row in enumerate(rows[1:], 2):
        values = {h: v.strip() for h, v in zip(heads, row, strict=False)}
        if not any(values.values()):
            continue
        found = _entry(number, values, shown)
        if isinstance(found, Entry) and found.number in seen:
            message = f"第 {number} 行的登记号“{found.number}”和第 {seen[found.number]} 行相同。"
            found = [_bad(shown, number, "登记号", message, "改成不同的登记号。")]
        if isinstance(found, Entry):
            seen[found.number] = number
            entries.append(found)
        else:
            problems += found
    return Ledger(path, shown, tuple(entries), tuple(problems))


def _head_problems(shown: str, heads: list[str]) -> Iterator[Problem]:
    lacking = [name for name in _REQUIRED if name not in heads]
    if lacking:
        yield _bad(shown, 1, "", f"台账第 1 行应当是表头，缺：{'、'.join(lacking)}。", ",".join(HEADS))
    for head in dict.fromkeys(heads):
        if head and head not in HEADS:
            near = nearest(head, HEADS)
            meant = f"是不是“{near}”？" if near else f"可以用的列：{'、'.join(HEADS)}。"
            yield _bad(shown, 1, head, f"台账没有“{shortened(head)}”这一列。{meant}", near or "删去这一列。")
        elif head and heads.count(head) > 1:
            yield _bad(shown, 1, head, f"“{head}”这一列有两个。", "只留一个。")


def _entry(row: int, values: Mapping[str, str], shown: str) -> Entry | list[Problem]:
    problems: list[Problem] = []

    def note(name: str, message: str, hint: str) -> None:
        problems.append(_bad(shown, row, name, f"第 {row} 行“{name}”{message}", hint))

    for name in _REQUIRED:
        if not values.get(name):
            note(name, "没有填。", f"填上{name}。")
    for name, choices in _CHOICES.items():
        written = values.get(name, "")
        if written and written not in choices:
            near = nearest(written, choices)
            meant = f"是不是“{near}”？" if near else f"可以填的有：{'、'.join(choices)}。"
            note(name, f"填的是“{shortened(written)}”。{meant}", near or choices[0])
    days = {name: _day(values.get(name, ""), name, note) for name in (*_DAYS, "复议日期", "诉讼日期")}
    fees = {name: _money(values.get(name, ""), name, note) for name in ("应收费用", "实收费用")}
    _compare(values, days, note)
    if problems:
        return problems
    received = days["收到日期"]
    assert received is not None  # noqa: S101 - noted above
    return Entry(
        row=row, number=values["登记号"], intake=values["接收渠道"], applicant_kind=values["申请人类型"],
        applicant=values.get("申请人", ""), wanted=values.get("申请内容", ""), outcome=values.get("办理结果", ""),
        reviews=tuple(_reviews(values, days)), fee_due=fees["应收费用"], fee_paid=fees["实收费用"], received=received,
        **{key: days[name] for name, key in _DAYS.items() if key != "received"},
    )  # fmt: skip


def _day(written: str, name: str, note: Any) -> date | None:
    if not written:
        return None
    found = read_moment(written.partition(" ")[0])
    if isinstance(found, str):
        note(name, f"填的“{shortened(written)}”不是日期。", "2026-05-03")
        return None
    return found.day


def _money(written: str, name: str, note: Any) -> Decimal:
    try:
        amount = Decimal(written or 0)
    except InvalidOperation:
        amount = Decimal(-1)
    if not amount.is_finite() or amount < 0:
        note(name, f"填的“{shortened(written)}”不是金额。", "0")
        return Decimal(0)
    return amount


def _compare(values: Mapping[str, str], days: Mapping[str, date | None], note: Any) -> None:
    """Days in their order, and what must go together."""
    known = [(name, day) for name in _ORDER if (day := days[name])]
    for (first, before), (second, after) in pairwise(known):
        if after < before:
            note(second, f"{after} 早于{first} {before}。", "核对这两个日期。")
    for one, other in (("答复日期", "办理结果"), ("复议日期", "复议结果"), ("诉讼日期", "诉讼结果"), ("诉讼日期", "诉讼类型")):  # fmt: skip
        if bool(values.get(one)) != bool(values.get(other)):
            lacking, there = (other, one) if values.get(one) else (one, other)
            note(lacking, f"没有填，而{there}填了。", f"填上{lacking}。")
    if days["征求意见结束"] and not days["征求意见开始"]:
        note("征求意见开始", "没有填，而征求意见结束填了。", "填上征求意见开始。")


def _reviews(values: Mapping[str, str], days: Mapping[str, date | None]) -> Iterator[Review]:
    if day := days["复议日期"]:
        yield Review("行政复议", day, values["复议结果"])
    if day := days["诉讼日期"]:
        yield Review(values["诉讼类型"], day, values["诉讼结果"])


def ledger_line(values: Mapping[str, str]) -> str:
    """One row of the csv with these values."""
    found = io.StringIO(newline="")
    csv.writer(found, lineterminator="\r\n").writerow([values.get(head, "") for head in HEADS])
    return found.getvalue()
