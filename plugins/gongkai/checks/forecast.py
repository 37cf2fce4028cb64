"""The forecast: when each clock runs out, so that nothing goes overdue unseen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from gongkai.checks.freshness import clock, first_level, is_notice, leaves
from gongkai.checks.material import Facts
from gongkai.model.relation import RelationKind
from gongkai.model.validity import last_day


@dataclass(frozen=True, slots=True)
class Deadline:
    """A day until which something must be done. `what` is a sentence, `where` an item's path or a column's name."""

    day: date
    subject: str
    what: str
    where: str
    code: str

    def left(self, today: date) -> int:
        """Days left; negative when it is past."""
        return (self.day - today).days

    def text(self, today: date) -> str:
        """`通知公告：183 天内更新，还有 12 天（2026-12-05）`."""
        left = self.left(today)
        said = f"还有 {left} 天" if left > 0 else "今天到期" if left == 0 else f"已过 {-left} 天"
        return f"{self.subject}：{self.what}，{said}（{self.day}）"


def forecast(facts: Facts, ahead: int = 400) -> tuple[Deadline, ...]:
    """All deadlines until `ahead` days from today, the nearest first."""
    found = [
        *_columns(facts),
        *_validity(facts),
        *_consultations(facts),
        *_interpretations(facts),
        *_notices(facts),
    ]
    end = facts.today + timedelta(days=ahead)
    return tuple(sorted({d for d in found if d.day <= end}, key=lambda d: (d.day, d.subject, d.what)))


def _columns(facts: Facts) -> Iterator[Deadline]:
    groups = {c.path: c for c in first_level(facts.catalog)}
    for column in (*groups.values(), *(c for c in leaves(facts.catalog) if not is_notice(c))):
        found = clock(column, facts.catalog)
        if found.due and column.level == "本级":
            what = f"{found.days} 天内更新" if "@" not in column.update else "每年更新"
            code = "G03" if column.path in groups else "G02" if column.update == "14d" else "G06"
            yield Deadline(found.due, column.name, what, column.names, code)


def _validity(facts: Facts) -> Iterator[Deadline]:
    for item in facts.catalog.items:
        state = facts.catalog.validity.get(item.index_number)
        end = last_day(item)
        if item.kind == "normative" and end and state and not state.is_dead and item.level == "本级":
            yield Deadline(end, item.title, "文件有效期届满，到期前评估", item.path, "N04")


def _consultations(facts: Facts) -> Iterator[Deadline]:
    for item in facts.catalog.items:
        end = item.details.get("consult_end")
        if item.kind == "consultation" and isinstance(end, date):
            if end >= facts.today:
                yield Deadline(end, item.title, "征集截止", item.path, "C02")
            elif not facts.catalog.sources(item, RelationKind.FEEDBACK_ON):
                yield Deadline(end + timedelta(days=30), item.title, "公布意见采纳情况", item.path, "C03")


def _interpretations(facts: Facts) -> Iterator[Deadline]:
    for item in facts.catalog.items:
        if item.kind == "normative" and item.level == "本级" and item.needs_interpretation is not False:
            due = facts.calendar.after(item.published.day, 3)
            if due >= facts.today and not facts.catalog.sources(item, RelationKind.INTERPRETS):
                yield Deadline(due, item.title, "发布解读", item.path, "J02")


def _notices(facts: Facts) -> Iterator[Deadline]:
    for item in facts.catalog.items:
        if item.notice_end and item.notice_end >= facts.today and item.after_notice in ("撤下", "隐名"):
            yield Deadline(item.notice_end, item.title, f"公示期满，{item.after_notice}", item.path, "X05")
