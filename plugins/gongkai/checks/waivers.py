"""Waivers (豁免) in `content/waivers.yml`: rule, item or column, reason, who, until. Expired ones are problems."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from gongkai.checks.registry import all_rules
from gongkai.checks.runner import Found
from gongkai.loading.codes import CODES, finding, shortened
from gongkai.loading.dates import read_moment
from gongkai.loading.field_types import nearest
from gongkai.loading.marked_yaml import Marked, Scalar, Series, Table
from gongkai.loading.unit_file import SettingsFile, settings_document
from gongkai.model.problem import Level, Problem

EVERYWHERE = "全部"
"""As the column of a waiver: findings about the site as a whole too."""
WAIVERS_FILE, WRONG, UNUSED = "waivers.yml", "U201", "U203"
_NEEDED = ("rule", "reason", "who", "until")
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
    line: int = 0

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
    file = SettingsFile(content, WAIVERS_FILE, shown)
    document = settings_document(file, WRONG)
    if document is None or isinstance(document, Problem):
        return (), (replace(document, hint=document.hint or f"照这个样子写：{_SAMPLE}"),) if document else ()
    waivers: list[Waiver] = []
    problems: list[Problem] = []
    for place, entry in enumerate(document.items if isinstance(document, Series) else (document,), 1):
        made = _waiver(entry, place)
        if isinstance(made, Waiver):
            waivers.append(made)
        else:
            message, hint = made
            problems.append(finding(WRONG, file.path, message, line=entry.line, hint=hint))
    return tuple(waivers), tuple(problems)


def _waiver(entry: Marked, place: int) -> Waiver | tuple[str, str]:
    """One waiver, or what is wrong with it and what to type."""
    if not isinstance(entry, Table):
        return f"第 {place} 条豁免不是“项目: 内容”。", _SAMPLE
    texts = {name.text: value.text if isinstance(value, Scalar) else "" for name, value in entry.pairs}
    values = {_KEYS.get(name, name): text for name, text in texts.items()}
    unknown = [name for name in texts if _KEYS.get(name, name) not in _KEYS.values()]
    absent = [name for name, key in _KEYS.items() if key in _NEEDED and not values.get(key)]
    if unknown or absent or not (values.get("item") or values.get("column")):
        said = "、".join([*(f"不认识“{shortened(u)}”" for u in unknown), *(f"缺“{a}”" for a in absent)])
        return f"第 {place} 条豁免不完整：{said or '缺“信息”或“栏目”'}。", _SAMPLE
    until = read_moment(values["until"])
    if isinstance(until, str):
        return f"第 {place} 条豁免的截止“{shortened(values['until'])}”不是日期。", "截止: 2027-06-30"
    if values["rule"] not in all_rules():
        return _unknown_rule(values["rule"], place)
    return Waiver(values["rule"], values.get("item", ""), values.get("column", ""), values["reason"], values["who"],
                  until.day, place, entry.line)  # fmt: skip


def _unknown_rule(code: str, place: int) -> tuple[str, str]:
    if code in CODES:
        message = f"第 {place} 条豁免的 {code}（{CODES[code].name}）不能豁免：只有检查的规则可以豁免。"
        return message, "删去这一条，改好所说的问题。"
    near = nearest(code, tuple(all_rules()))
    message = f"第 {place} 条豁免的规则“{shortened(code)}”不存在。" + (f"是不是“{near}”？" if near else "")
    return message, f"规则: {near or 'J01'}"


def _problem(code: str, shown: str, message: str, hint: str, line: int) -> Problem:
    return Problem(code, Level.WARNING, shown + WAIVERS_FILE, line, "", message, hint)


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
            hint = "问题改好了就删去这一条；确需延长的重新报批，改截止日期。"
            yield _problem("U202", shown, message, hint, waiver.line)
        elif waiver.place not in used:
            unused = _problem(UNUSED, shown, f"{what}没有用上。", "删去这一条。", waiver.line)
            yield replace(unused, level=Level.INFO)
