"""How single values are written for readers."""

from __future__ import annotations

from datetime import date

from gongkai.model.item import Item, Value
from gongkai.model.moment import Moment

TIME_LIMITS = {
    "20wd": "自形成或者变更之日起20个工作日内",
    "7wd": "自形成或者变更之日起7个工作日内",
    "3wd": "自文件公开之日起3个工作日内",
    "20d": "自批准（批复）之日起20日内",
    "now": "即时公开",
    "none": "",
}
"""The codes of a column's time limit in words (条例第二十六条; 预算法第十四条)."""


def iso(day: date | None) -> str:
    """`2026-05-03`, or an empty text."""
    return day.isoformat() if day else ""


def chinese_date(day: date | None) -> str:
    """`2026年5月3日` (GB/T 9704-2012: no leading zeros), or an empty text."""
    return f"{day.year}年{day.month}月{day.day}日" if day else ""


def quoted_title(title: str) -> str:
    """A title in 书名号; those inside it become single ones (GB/T 15834—2011)."""
    return f"《{title.replace('《', '〈').replace('》', '〉')}》"


def file_size(size: int) -> str:
    """Bytes as a reader understands them: `12.3 KB`."""
    if size < 1024:
        return f"{size} B"
    return f"{size / 1024:.1f} KB" if size < 1024 * 1024 else f"{size / 1024 / 1024:.1f} MB"


def value_text(value: Value) -> str:
    """Any value of an item's field as text."""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, Moment):
        return value.full
    if isinstance(value, date):
        return value.isoformat()
    return "；".join(value) if isinstance(value, tuple) else str(value)


def time_limit(item: Item, within: str) -> str:
    """The item's time limit in words, else that of its column (`within`)."""
    written = item.time_limit or within
    return TIME_LIMITS.get(written, written)


def last_change(item: Item) -> str:
    """The day on which the page last changed for the public: published, or the newest change note."""
    return max((item.published.day, *(change.day for change in item.changes))).isoformat()
