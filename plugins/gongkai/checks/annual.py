"""The annual report read as numbers (国办公开办函〔2021〕30号): six headings, 10 + 175 + 15 cells."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from gongkai.checks.markdown import Table, headings, squeezed, tables

FIRST_YEAR = 2021
HEADINGS = (
    "一、总体情况", "二、主动公开政府信息情况", "三、收到和处理政府信息公开申请情况",
    "四、政府信息公开行政复议、行政诉讼情况", "五、存在的主要问题及改进情况", "六、其他需要报告的事项",
)  # fmt: skip
COLUMNS = ("自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计")
REVIEW_COLUMNS = ("结果维持", "结果纠正", "其他结果", "尚未审结", "总计")
REVIEWS = ("行政复议", "未经复议直接起诉", "复议后起诉")
ROWS = (
    "本年新收", "上年结转", "予以公开", "部分公开", "国家秘密", "其他法律", "三安全", "第三方合法权益", "三类内部事务",
    "四类过程性", "行政执法案卷", "行政查询", "不掌握", "没有现成", "补正后", "信访", "重复申请", "公开出版物",
    "无正当理由大量", "确认或重新出具", "逾期不补正", "逾期未按收费", "其他", "总计", "结转下年度",
)  # fmt: skip
"""What tells each of the 25 rows of table 2, in their order."""
_COUNTED = {"规章": 3, "行政规范性文件": 3, "行政许可": 1, "行政处罚": 1, "行政强制": 1, "行政事业性收费": 1}
_INTEGER = re.compile(r"\d+")
_DECIMAL = re.compile(r"\d+(\.\d+)?")


@dataclass(frozen=True, slots=True)
class Report:
    """One report. `first` maps a row of table 1 to its cells, `second` is table 2 as 25 rows (None: not found),
    `third` maps a group of table 3 to its cells; cells are texts as written."""

    headings: tuple[str, ...]
    first: dict[str, tuple[str, ...]]
    second: tuple[tuple[str, ...] | None, ...]
    third: dict[str, tuple[str, ...]]

    def row(self, number: int) -> tuple[int, ...] | None:
        """Row 1–25 of table 2 as numbers, None if it is absent or a cell is no number."""
        cells = self.second[number - 1] if self.second else None
        return _numbers(cells, 7) if cells else None

    def review(self, group: str) -> tuple[int, ...] | None:
        """A group of table 3 as numbers."""
        cells = self.third.get(group)
        return _numbers(cells, 5) if cells else None


def _numbers(cells: Sequence[str], count: int) -> tuple[int, ...] | None:
    if len(cells) != count or not all(_INTEGER.fullmatch(c) for c in cells):
        return None
    return tuple(int(c) for c in cells)


def read_report(body: str) -> Report:
    """Read a report's body; what is not found is simply absent."""
    found = tuple(tables(body))
    second = next((t for t in found if _has(t, "本年新收")), ())
    third = next((t for t in found if _has(t, "尚未审结")), ())
    first = [row for t in found if t not in (second, third) for row in t]
    return Report(headings(body), _first(first), _second(second), _third(third))


def _has(table: Table, word: str) -> bool:
    return any(word in squeezed(cell) for row in table for cell in row)


def _first(rows: Sequence[tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for row in rows:
        label = squeezed(row[0]) if row else ""
        if label in _COUNTED and label not in found:
            found[label] = tuple(squeezed(c) for c in row[1 : 1 + _COUNTED[label]])
    return found


def _second(table: Table) -> tuple[tuple[str, ...] | None, ...]:
    """The rows in their order: a label that comes again (其他, 总计) belongs to the place after the former."""
    if not table:
        return ()
    found: list[tuple[str, ...] | None] = [None] * len(ROWS)
    at = 0
    for row in table:
        label = squeezed("".join(c for c in row[:-7])) if len(row) > 7 else squeezed(row[0] if row else "")
        place = _place(label, at)
        if place is not None:
            found[place] = tuple(squeezed(c) for c in (row[-7:] if len(row) > 7 else row[1:]))
            at = place + 1
    return tuple(found)


def _place(label: str, at: int) -> int | None:
    if "勾稽关系" in label or not label:
        return None
    for place in range(at, len(ROWS)):
        if ROWS[place] in label and not (ROWS[place] == "予以公开" and "不予公开" in label and "予以公开" not in
                                         label.replace("不予公开", "")):  # fmt: skip
            return place
    return None


def _third(table: Table) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for row in table:
        label = squeezed(row[0]) if row else ""
        numbers = [squeezed(c) for c in row]
        if len(row) == 15 and all(_INTEGER.fullmatch(c) or not c for c in numbers):
            found = {group: tuple(numbers[n * 5 : n * 5 + 5]) for n, group in enumerate(REVIEWS)}
        for group in ("未经复议直接起诉", "复议后起诉", "行政复议"):
            if group in label and group not in found and len(row) == 6:
                found[group] = tuple(numbers[1:])
                break
    return found


def empty_cells(report: Report) -> Iterator[str]:
    """Cells that are absent, blank or no number (I5), in words."""
    for label, count in _COUNTED.items():
        cells = report.first.get(label, ())
        if len(cells) != count or not all(_DECIMAL.fullmatch(c) for c in cells):
            yield f"表一“{label}”"
    for number, name in enumerate(ROWS, 1):
        if report.row(number) is None:
            yield f"表二第 {number} 行“{name}”"
    for group in REVIEWS:
        if report.review(group) is None:
            yield f"表三“{group}”"
