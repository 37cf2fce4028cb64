"""The forecast as a calendar (RFC 5545) that WPS, Outlook and phones can open or subscribe to."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import timedelta

from gongkai.checks.forecast import Deadline
from gongkai.checks.result import Result

_WARN_DAYS = 7


def ics_report(result: Result) -> str:
    """One all-day event per deadline, with a reminder a week before."""
    head = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//gongkai//check//ZH", "CALSCALE:GREGORIAN",
            f"X-WR-CALNAME:{_escaped(result.unit)}政务公开到期提醒"]  # fmt: skip
    events = [line for d in result.deadlines for line in _event(d, result)]
    return "".join(f"{part}\r\n" for line in [*head, *events, "END:VCALENDAR"] for part in _folded(line))


def _event(deadline: Deadline, result: Result) -> Iterator[str]:
    key = f"{deadline.code}{deadline.where}{deadline.what}{deadline.day}"
    yield "BEGIN:VEVENT"
    yield f"UID:{hashlib.sha256(key.encode()).hexdigest()[:32]}@gongkai"
    yield f"DTSTAMP:{result.today:%Y%m%d}T000000Z"
    yield f"DTSTART;VALUE=DATE:{deadline.day:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{deadline.day + timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY:{_escaped(f'{deadline.subject}：{deadline.what}')}"
    yield f"DESCRIPTION:{_escaped(f'{deadline.where}（规则 {deadline.code}）')}"
    yield from ("BEGIN:VALARM", "ACTION:DISPLAY", f"DESCRIPTION:{_escaped(deadline.what)}")
    yield from (f"TRIGGER:-P{_WARN_DAYS}D", "END:VALARM", "END:VEVENT")


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def _folded(line: str) -> Iterator[str]:
    """Lines of at most 75 octets, characters kept whole."""
    part, size = "", 0
    for character in line:
        width = len(character.encode())
        if size + width > 74:
            yield part
            part, size = " ", 1
        part += character
        size += width
    yield part
