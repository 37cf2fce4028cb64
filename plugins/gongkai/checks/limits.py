"""Thresholds of rules as a site sets them: what is no number or day is told, and the default stays."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date

from gongkai.checks.rule import Limit, Rule
from gongkai.checks.settings import CheckSettings

_MONTH_DAY = re.compile(r"(\d{2})-(\d{2})")
_SIDES = ("published", "written")


def limits_of(rule: Rule, settings: CheckSettings) -> Mapping[str, Limit]:
    """A rule's thresholds, the site's own ones on top where they can be understood."""
    own = settings.limits.get(rule.code, {})
    return {
        name: _understood(default, own.get(name, default)) for name, default in (rule.limits or {}).items()
    }


def misread(rule: Rule, settings: CheckSettings) -> Iterator[str]:
    """What is set for thresholds that do not exist, or cannot be understood, in Chinese."""
    known = rule.limits or {}
    for name, value in sorted(settings.limits.get(rule.code, {}).items()):
        if name not in known:
            yield f"规则 {rule.code} 没有门槛“{name}”，可用的有：{'、'.join(sorted(known)) or '无'}。"
        elif _read(known[name], value) is None:
            wanted = f"应是{_kind(known[name])}，例如 {known[name]}"
            yield f"规则 {rule.code} 的门槛“{name}”写的“{value}”看不懂，{wanted}；没有采用。"


def _understood(default: Limit, value: object) -> Limit:
    found = _read(default, value)
    return default if found is None else found


def _read(default: Limit, value: object) -> Limit | None:
    """A value of the default's kind, or None."""
    text = str(value).strip()
    if isinstance(default, str):
        return text if _fits(default, text) else None
    try:
        number = float(text)
    except ValueError:
        return None
    if not 0 <= number < 1e12 or isinstance(value, bool):
        return None
    return int(number) if isinstance(default, int) and number == int(number) else _fraction(default, number)


def _fraction(default: Limit, number: float) -> float | None:
    return number if isinstance(default, float) else None


def _fits(default: str, text: str) -> bool:
    if default in _SIDES:
        return text in _SIDES
    if match := _MONTH_DAY.fullmatch(default):
        match = _MONTH_DAY.fullmatch(text)
        return bool(match) and _is_day(f"2024-{text}")
    return _is_day(text) if _is_day(default) else bool(text)


def _is_day(text: str) -> bool:
    try:
        return bool(date.fromisoformat(text))
    except ValueError:
        return False


def _kind(default: Limit) -> str:
    if isinstance(default, str):
        named = "月-日" if _MONTH_DAY.fullmatch(default) else "年-月-日" if _is_day(default) else ""
        return named or (" 或 ".join(_SIDES) if default in _SIDES else "文字")
    return "不小于 0 的整数" if isinstance(default, int) else "不小于 0 的数"
