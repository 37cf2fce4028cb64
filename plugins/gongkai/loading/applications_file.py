"""`content/applications.yml`: the year's applications for information as numbers, for the annual report."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path

from gongkai.loading.codes import finding, shortened
from gongkai.loading.field_types import nearest
from gongkai.loading.marked_yaml import Marked, Scalar, Series, Table
from gongkai.loading.unit_file import SettingsFile, settings_document
from gongkai.model.applications import (
    APPLICANTS,
    INTAKES,
    OUTCOMES,
    REVIEW_RESULTS,
    REVIEWS,
    Applications,
    Counts,
    Fees,
)
from gongkai.model.problem import Problem, in_order

APPLICATIONS_FILE = "applications.yml"
CODE, UNEVEN = "L070", "L071"
DECISIONS = ("行政许可", "行政处罚", "行政强制", "行政事业性收费")
_PARTS = ("本年新收", "上年结转", "办理结果", "结转下年度", *REVIEWS, "接收渠道", "信息处理费", *DECISIONS)
_FEES = ("收费通知", "应收", "实收")
_YEAR = re.compile(r"20\d\d")
_COUNT = re.compile(r"\d{1,6}")
_AMOUNT = re.compile(r"\d{1,9}(\.\d{1,4})?")


@dataclass(frozen=True, slots=True)
class ApplicationsFile:
    """The years of the file, and what is wrong with it; a year with a mistake is left out."""

    years: Mapping[int, Applications] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


@dataclass(slots=True)
class _Desk:
    """Where findings are noted."""

    path: str
    problems: list[Problem]

    def note(self, line: int, name: str, message: str, hint: str) -> None:
        self.problems.append(finding(CODE, self.path, message, line=line, field=name, hint=hint))


def read_applications(content: Path, shown: str = "") -> ApplicationsFile:
    """Read the file; an absent one has no years."""
    file = SettingsFile(content, APPLICATIONS_FILE, shown)
    root = settings_document(file, CODE)
    if isinstance(root, Problem):
        return ApplicationsFile(problems=(root,))
    desk = _Desk(file.path, [])
    years = dict(_years(root, desk)) if isinstance(root, Table) else {}
    if isinstance(root, Series) or (isinstance(root, Scalar) and root.text):
        desk.note(root.line, "", "文件里应当一年一段，先写年份。", "2025:\n  本年新收: {自然人: 4}")
    return ApplicationsFile(years, in_order(desk.problems))


def _years(root: Table, desk: _Desk) -> Iterator[tuple[int, Applications]]:
    seen: set[int] = set()
    for name, value in root.pairs:
        if not _YEAR.fullmatch(name.text):
            desk.note(
                name.line,
                name.text,
                f"“{shortened(name.text)}”不是年份。",
                "2025:\n  本年新收: {自然人: 4}",
            )
        elif int(name.text) in seen:
            desk.note(name.line, name.text, f"{name.text} 年写了两段。", "合成一段。")
        elif not isinstance(value, Table):
            desk.note(
                name.line,
                name.text,
                f"{name.text} 年下面应当分行写各项数字。",
                "  本年新收: {自然人: 4, 商业企业: 1}",
            )
        else:
            seen.add(int(name.text))
            before = len(desk.problems)
            made = _year(int(name.text), name.line, value, desk)
            if len(desk.problems) == before:
                yield int(name.text), made


def _year(year: int, line: int, table: Table, desk: _Desk) -> Applications:
    parts = dict(_known(table, _PARTS, desk))
    outcomes = parts.get("办理结果")
    fees = dict(_amounts(parts.get("信息处理费"), _FEES, desk, "信息处理费"))
    return Applications(
        year=year,
        received=_counts(parts.get("本年新收"), desk, "本年新收"),
        carried_in=_counts(parts["上年结转"], desk, "上年结转") if "上年结转" in parts else None,
        outcomes={
            key: _counts(value, desk, key)
            for key, value in _known(outcomes, tuple(OUTCOMES), desk, "办理结果")
        },
        carried_on=_counts(parts.get("结转下年度"), desk, "结转下年度"),
        reviews={name: _row(parts[name], REVIEW_RESULTS, desk, name) for name in REVIEWS if name in parts},
        intakes=dict(zip(INTAKES, _row(parts.get("接收渠道"), INTAKES, desk, "接收渠道"), strict=True)),
        fees=Fees(int(fees.get("收费通知", 0)), fees.get("应收", Decimal(0)), fees.get("实收", Decimal(0))),
        decisions={name: _amount(parts[name], desk, name) for name in DECISIONS if name in parts},
        line=line,
    )


def _known(
    value: Marked | None, names: tuple[str, ...], desk: _Desk, above: str = ""
) -> Iterator[tuple[str, Marked]]:
    """The entries of a mapping with these names, each once."""
    if value is None or (isinstance(value, Scalar) and value.text in ("", "0", "无")):
        return
    if not isinstance(value, Table):
        message = f"“{above}”应当写成“名称: 数字”。可以写的有：{'、'.join(names)}。"
        desk.note(value.line, above, message, f"{above}: {{{names[0]}: 1}}")
        return
    seen: set[str] = set()
    for mark, entry in value.pairs:
        name = mark.text.replace("行政诉讼", "").strip("（()）：: ") or mark.text
        if name not in names:
            near = nearest(name, names)
            meant = f"是不是“{near}”？" if near else f"可以写的有：{'、'.join(names)}。"
            desk.note(
                mark.line, mark.text, f"没有“{shortened(mark.text)}”这一项。{meant}", f"{near or names[0]}: 1"
            )
        elif name in seen:
            desk.note(mark.line, mark.text, f"“{mark.text}”写了两次。", "只留一个。")
        else:
            seen.add(name)
            yield name, entry


def _row(value: Marked | None, names: tuple[str, ...], desk: _Desk, above: str) -> Counts:
    found = {name: _count(entry, desk, name) for name, entry in _known(value, names, desk, above)}
    return tuple(found.get(name, 0) for name in names)


def _counts(value: Marked | None, desk: _Desk, above: str) -> Counts:
    return _row(value, APPLICANTS, desk, above)


def _count(value: Marked, desk: _Desk, name: str) -> int:
    text = value.text if isinstance(value, Scalar) else ""
    if not _COUNT.fullmatch(text):
        desk.note(
            value.line, name, f"“{name}”的值“{shortened(text)}”不是件数，应写不带单位的整数。", f"{name}: 1"
        )
        return 0
    return int(text)


def _amounts(
    value: Marked | None, names: tuple[str, ...], desk: _Desk, above: str
) -> Iterator[tuple[str, Decimal]]:
    for name, entry in _known(value, names, desk, above):
        yield name, _amount(entry, desk, name)


def _amount(value: Marked, desk: _Desk, name: str) -> Decimal:
    text = value.text if isinstance(value, Scalar) else ""
    if not _AMOUNT.fullmatch(text):
        desk.note(
            value.line, name, f"“{name}”的值“{shortened(text)}”不是数，应写不带单位的数字。", f"{name}: 0"
        )
        return Decimal(0)
    return Decimal(text)


def uneven(year: Applications, carried_in: Counts) -> Iterator[tuple[str, int, int]]:
    """Kinds of applicants for which 新收 + 上年结转 is not 办结 + 结转下年度, with both sums (identity I1)."""
    total = (*APPLICANTS, "总计")
    rows = [(*row, sum(row)) for row in (year.received, carried_in, year.handled, year.carried_on)]
    for name, new, over, done, on in zip(total, *rows, strict=True):
        if new + over != done + on:
            yield name, new + over, done + on


def uneven_problem(year: Applications, carried_in: Counts, shown: str = "") -> Problem | None:
    """The finding about a year whose numbers do not balance."""
    found = [f"{name} {left} ≠ {right}" for name, left, right in uneven(year, carried_in)]
    if not found:
        return None
    message = f"{year.year} 年：本年新收加上年结转，应当等于办理结果加结转下年度；现在 {'，'.join(found)}。"
    hint = "核对这一年的本年新收、上年结转、办理结果、结转下年度。"
    return finding(
        UNEVEN, shown + APPLICATIONS_FILE, message, line=year.line, field=str(year.year), hint=hint
    )
