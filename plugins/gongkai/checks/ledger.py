"""Deadlines of applications: what is due when, and what is late (《政府信息公开条例》第三十、三十三条)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from gongkai.checks.forecast import Deadline
from gongkai.checks.workdays import WorkCalendar
from gongkai.loading.codes import finding
from gongkai.loading.ledger_file import LATE, SOON, Ledger
from gongkai.model.ledger import Entry
from gongkai.model.problem import Problem

CORRECTION_DAYS = 7
ANSWER_DAYS = 20
SOON_DAYS = 5


def due(entry: Entry, calendar: WorkCalendar, today: date) -> date:
    """The last day for the answer.

    Twenty working days after the application, or after its completion; twenty more if it was extended; days
    on which others were asked are added (until today where their answer is not in yet).
    """
    count = ANSWER_DAYS * (2 if entry.extended else 1)
    if entry.asked_from:
        until = entry.asked_until or max(today, entry.asked_from)
        count += calendar.between(entry.asked_from, until)
    return calendar.after(entry.corrected or entry.received, count)


def waits(entry: Entry) -> bool:
    """Whether the applicant was asked to complete the application and has not done so: no clock runs."""
    return entry.correction_asked is not None and entry.corrected is None and entry.is_open


def ledger_problems(ledger: Ledger, calendar: WorkCalendar, today: date) -> Iterator[Problem]:
    """What is wrong in the ledger, what was not answered in time, what is due within days."""
    yield from ledger.problems
    for entry in ledger.entries:
        if not waits(entry):
            yield from _judged(entry, ledger.shown, calendar, today)
        if entry.correction_asked:
            last = calendar.after(entry.received, CORRECTION_DAYS)
            if entry.correction_asked > last:
                message = f"第 {entry.row} 行 {entry.number}：补正应在 {last} 前告知，实际是 {entry.correction_asked}。"
                yield finding(
                    LATE, ledger.shown, message, line=entry.row, field="补正告知日期", hint="以后收到即审，7个工作日内一次告知。",
                    basis="《政府信息公开条例》第三十条（7个工作日）",
                )  # fmt: skip


def _judged(entry: Entry, shown: str, calendar: WorkCalendar, today: date) -> Iterator[Problem]:
    last = due(entry, calendar, today)
    note = calendar.caveat(entry.received, last)
    if entry.answered and entry.answered > last:
        message = f"第 {entry.row} 行 {entry.number}：应在 {last} 前答复，实际 {entry.answered}，超期。{note}"
        yield finding(
            LATE, shown, message, line=entry.row, field="答复日期", hint="查明原因，列入年报的问题和改进。"
        )
    elif entry.is_open and last < today:
        message = f"第 {entry.row} 行 {entry.number}：应在 {last} 前答复，已过 {calendar.between(last, today)} 个工作日。{note}"
        yield finding(
            LATE,
            shown,
            message,
            line=entry.row,
            field="答复日期",
            hint="马上答复，并登记答复日期和办理结果。",
        )
    elif entry.is_open and calendar.between(today, last) <= SOON_DAYS:
        left = calendar.between(today, last)
        message = f"第 {entry.row} 行 {entry.number}：{last} 前答复，还有 {left} 个工作日。{note}"
        hint = "按期答复；确需延长的，到期前报批并书面告知申请人。"
        yield finding(SOON, shown, message, line=entry.row, field="答复日期", hint=hint)


def ledger_deadlines(entries: Sequence[Entry], calendar: WorkCalendar, today: date) -> Iterator[Deadline]:
    """The deadlines of all open applications; nobody is named."""
    for entry in entries:
        if entry.is_open and not waits(entry):
            yield Deadline(
                due(entry, calendar, today), f"申请 {entry.number}", "答复申请人", "依申请公开", SOON
            )
