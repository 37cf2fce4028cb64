"""Waivers (豁免) in `content/waivers.yml`: rule, item or column, reason, who, until. Expired ones are problems."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import yaml

from gongkai.checks.runner import Found
from gongkai.model.problem import Level, Problem

EVERYWHERE = "全部"
"""As the column of a waiver: findings about the site as a whole too."""
WAIVERS_FILE, UNUSED = "waivers.yml", "U203"
_KEYS = {"规则": "rule", "信息": "item", "栏目": "column", "理由": "reason", "批准人": "who", "截止": "until"}
_SAMPLE = "- {规则: J01, 信息: 青政发〔2026〕3号, 理由: 上级统一解读, 批准人: 镇长甲, 截止: 2027-06-30}"


@dataclass(frozen=True, slots=True)
class Waiver:
    """One waiver; `item` is an index number, doc number or path, `column` a column's names or path."""

    rule: str
    item: str
    column: str
    reason: str
    who: str
    until: date
    place: int

    def covers(self, found: Found, names: Mapping[str, str]) -> bool:
        """Whether it is about this finding; `names` are all the ways to name what the finding is about."""
        if self.rule != found.problem.code:
            return False
        if self.item:
            return self.item in names
        if self.column == EVERYWHERE:
            return True
        wanted = (found.column, names.get(found.column, ""))
        return bool(self.column) and any(w == self.column or w.startswith(self.column + "/") for w in wanted)


def read_waivers(content: Path, shown: str) -> tuple[tuple[Waiver, ...], tuple[Problem, ...]]:
    """The file's waivers, and what is wrong with it."""
    path = content / WAIVERS_FILE
    if not path.is_file():
        return (), ()
    try:
        data = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (UnicodeDecodeError, yaml.YAMLError):
        return (), (_problem("U201", shown, "豁免文件读不懂，没有采用。", f"照这个样子写：{_SAMPLE}"),)
    waivers: list[Waiver] = []
    problems: list[Problem] = []
    for place, entry in enumerate(data if isinstance(data, list) else [data] if data else [], 1):
        made = _waiver(entry, place, shown)
        if isinstance(made, Waiver):
            waivers.append(made)
        else:
            problems.append(made)
    return tuple(waivers), tuple(problems)


def _waiver(entry: object, place: int, shown: str) -> Waiver | Problem:
    if not isinstance(entry, Mapping):
        return _problem("U201", shown, f"第 {place} 条豁免不是“项目: 内容”。", _SAMPLE)
    values = {_KEYS.get(str(k), str(k)): "" if v is None else str(v) for k, v in entry.items()}
    unknown = sorted(set(values) - set(_KEYS.values()))
    absent = [
        name
        for name, key in _KEYS.items()
        if key in ("rule", "reason", "who", "until") and not values.get(key)
    ]
    if unknown or absent or not (values.get("item") or values.get("column")):
        said = "、".join([*(f"不认识“{u}”" for u in unknown), *(f"缺“{a}”" for a in absent)])
        return _problem("U201", shown, f"第 {place} 条豁免不完整：{said or '缺“信息”或“栏目”'}。", _SAMPLE)
    try:
        until = date.fromisoformat(values["until"])
    except ValueError:
        return _problem(
            "U201", shown, f"第 {place} 条豁免的截止“{values['until']}”不是日期。", "截止: 2027-06-30"
        )
    return Waiver(values["rule"], values.get("item", ""), values.get("column", ""), values["reason"], values["who"],
                  until, place)  # fmt: skip


def _problem(code: str, shown: str, message: str, hint: str) -> Problem:
    return Problem(code, Level.WARNING, shown + WAIVERS_FILE, 0, "", message, hint)


def apply(
    found: Iterable[Found],
    waivers: Iterable[Waiver],
    names: Mapping[str, Mapping[str, str]],
    today: date,
    shown: str,
) -> tuple[tuple[Found, ...], tuple[tuple[Found, Waiver], ...], tuple[Problem, ...]]:
    """Findings that stay, those that are waived, and problems with the waivers themselves.

    `names` leads from an index number to all names of that item.
    """
    waivers = tuple(waivers)
    stay: list[Found] = []
    waived: list[tuple[Found, Waiver]] = []
    for each in found:
        own = {
            **names.get(each.number, {}),
            each.problem.path: "",
            each.column: names.get("", {}).get(each.column, ""),
        }
        by = next((w for w in waivers if w.until >= today and w.covers(each, own)), None)
        if by is None:
            stay.append(each)
        else:
            waived.append((each, by))
    return tuple(stay), tuple(waived), tuple(_notes(waivers, {w.place for _, w in waived}, today, shown))


def _notes(waivers: Iterable[Waiver], used: set[int], today: date, shown: str) -> Iterator[Problem]:
    for waiver in waivers:
        what = f"第 {waiver.place} 条豁免（{waiver.rule}，{waiver.item or waiver.column}）"
        if waiver.until < today:
            message = f"{what}已在 {waiver.until} 到期，不再有效。"
            yield _problem("U202", shown, message, "问题改好了就删去这一条；确需延长的重新报批，改截止日期。")
        elif waiver.place not in used:
            yield Problem(
                UNUSED, Level.INFO, shown + WAIVERS_FILE, 0, "", f"{what}没有用上。", "删去这一条。"
            )
