"""The forecast: when each clock runs out, so that nothing goes overdue unseen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from gongkai.checks.freshness import clock, is_news, is_notice, leaves
from gongkai.checks.material import Facts
from gongkai.checks.score import watched
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
    others = (c for c in leaves(facts.catalog) if not is_notice(c) and not is_news(c))
    for found in (*watched(facts), *(clock(column, facts.catalog) for column in others)):
        column = found.column
        if found.due and column.level == "本级":
            seen = "G02" if is_news(column) else "G03" if column.children or is_notice(column) else "G06"
            yearly = seen == "G06" and "@" in column.update
            what = "每年更新" if yearly else f"{found.days} 天内更新"
            yield Deadline(found.due, column.name, what, column.names, seen)


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
