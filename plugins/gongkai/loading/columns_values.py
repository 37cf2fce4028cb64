"""One attribute of a column → the form in which it is kept, or what is wrong with it and what to type."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from gongkai.loading import columns_terms as terms
from gongkai.loading.common_table import common_fields
from gongkai.loading.field_types import nearest
from gongkai.model.vocabulary import FIVE, Tables, Term

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_DAYS = re.compile(r"([1-9]\d{0,2})d")
_LIMIT = re.compile(r"([1-9]\d{0,2})(wd|d)")
_CHINESE_LIMIT = re.compile(r"([1-9]\d{0,2})(个工作日|日|天)(?:内|以内)?")
_YEARLY = re.compile(r"(?:year@|每年)(\d{1,2})(?:-|月)(\d{1,2})(?:日?前?)")
_DOTTED = re.compile(r"20[.．。](\d{1,2})")
_CUT = re.compile(r"[、，,;；]+")


@dataclass(frozen=True, slots=True)
class Wrong:
    """A value that does not fit: finding code, what is expected, the value to type."""

    code: str
    expected: str
    hint: str


Checked = str | Wrong
Check = Callable[[str, Tables], Checked]


def cut(text: str) -> tuple[str, ...]:
    """A list that was written as one text."""
    return tuple(part.strip() for part in _CUT.split(text) if part.strip())


def coded(value: str, codes: Mapping[str, str], code: str = "U107") -> Checked:
    """A code or its Chinese wording → the code."""
    if value in codes:
        return value
    found = next((key for key, wording in codes.items() if wording == value), None)
    return found or Wrong(
        code, _one_of(f"{key}（{wording}）" for key, wording in codes.items()), next(iter(codes))
    )


def _one_of(names: Iterable[str]) -> str:
    return "应当是下列之一：" + "、".join(names)


def _listed(value: str, names: tuple[str, ...], code: str = "U107") -> Checked:
    return value if value in names else Wrong(code, _one_of(names), nearest(value, names) or names[0])


def _slug(value: str, _: Tables) -> Checked:
    if SLUG.fullmatch(value):
        return value
    plain = re.sub(r"[^a-z0-9]+", "-", value.lower()).strip("-")
    return Wrong("U105", "应当只用小写字母、数字和短横线，一般取名称的拼音首字母", plain or "tzgg")


def _kind(value: str, tables: Tables) -> Checked:
    if value in tables.kinds:
        return value
    found = next((kind.key for kind in tables.kinds.values() if kind.name == value), None)
    known = tuple(f"{kind.key}（{kind.name}）" for kind in tables.kinds.values())
    return found or Wrong("U106", _one_of(known), nearest(value, tuple(tables.kinds)) or "article")


def _update(value: str, _: Tables) -> Checked:
    yearly = _YEARLY.fullmatch(value)
    if yearly:
        return _year_day(int(yearly[1]), int(yearly[2]))
    if _DAYS.fullmatch(value):
        return value
    found = coded(value, terms.UPDATES)
    if isinstance(found, Wrong):
        return Wrong(found.code, f"{found.expected}；每年有截止日的写 year@03-31", "quarter")
    return found


def _year_day(month: int, day: int) -> Checked:
    try:
        date(2001, month, day)
    except ValueError:
        return Wrong("U107", "月和日应当是日历上有的日期，写作 year@月-日", "year@03-31")
    return f"year@{month:02d}-{day:02d}"


def _within(value: str, _: Tables) -> Checked:
    if _LIMIT.fullmatch(value):
        return value
    chinese = _CHINESE_LIMIT.fullmatch(value)
    if chinese:
        return chinese[1] + ("wd" if chinese[2] == "个工作日" else "d")
    return coded(value, terms.WITHINS)


def _five(value: str, _: Tables) -> Checked:
    return _listed(value, FIVE, "U109")


def _theme(value: str, tables: Tables) -> Checked:
    top, _, sub = value.partition("\\")
    for term in tables.themes:
        if top in (term.name, *term.aka) and (not sub or sub in term.children):
            return f"{term.name}\\{sub}" if sub else term.name
    names = tuple(term.name for term in tables.themes)
    return Wrong("U117", "应当是主题分类的大类，或“大类\\小类”", nearest(value, names) or "综合政务")


def _yesno(value: str, _: Tables) -> Checked:
    return coded({"true": "yes", "false": "no"}.get(value.lower(), value), terms.YESNO)


def _type(value: str, _: Tables) -> Checked:
    return _listed(value, terms.COLUMN_TYPES, "U117")


def _by_codes(codes: Mapping[str, str]) -> Check:
    return lambda value, _: coded(value, codes)


def _by_names(names: tuple[str, ...]) -> Check:
    return lambda value, _: _listed(value, names)


def _article(value: str, tables: Tables) -> Checked:
    known = {a.no for key in ("20", "other") for a in tables.statutory[key]}
    if value in known:
        return value
    dotted = _DOTTED.fullmatch(value)
    wanted = f"20-{int(dotted[1])}" if dotted and f"20-{int(dotted[1])}" in known else "20-15"
    return Wrong("U108", "应当是 20-1 至 20-15、12、21 或 55，并加引号（20.10 会被读成 20.1）", f"'{wanted}'")


def _article21(value: str, tables: Tables) -> Checked:
    names = tuple(
        dict.fromkeys(a.short for key, each in tables.statutory.items() if key.startswith("21") for a in each)
    )
    return _listed(value, names, "U108")


def _term(value: str, terms_known: tuple[Term, ...]) -> str:
    return next((term.name for term in terms_known if value in (term.name, *term.aka)), "")


def _field26(value: str, tables: Tables) -> Checked:
    names = tuple(term.name for term in tables.fields26)
    wrong = Wrong("U110", "应当是 26 个试点领域之一：" + "、".join(names), nearest(value, names) or names[0])
    return _term(value, tables.fields26) or wrong


def _required(value: str, tables: Tables) -> Checked:
    keys = field_keys(tables)
    return keys.get(value) or Wrong(
        "U118", "应当是字段的中文名或英文键", nearest(value, tuple(keys)) or "信息来源"
    )


def field_keys(tables: Tables) -> dict[str, str]:
    """Every name of a field, Chinese or English → its English key; common fields win over kinds' own."""
    own = {name: f.key for f in tables.fields.values() for name in (*f.aka, f.name, f.key)}
    for field in common_fields():
        own |= dict.fromkeys((field.key, *field.names), field.key)
    return own


TEXT_CHECKS: Mapping[str, Check] = {
    "slug": _slug, "kind": _kind, "five": _five, "theme": _theme, "update": _update, "within": _within, "type": _type,
    "empty": _by_codes(terms.EMPTIES), "interpret": _by_codes(terms.INTERPRETS), "view": _by_codes(terms.VIEWS),
    "per_unit": _by_codes(terms.PER_UNIT), "counted": _yesno, "level": _by_names(terms.LEVELS),
    "scope": _by_names(terms.SCOPES),
}  # fmt: skip
"""Checks of attributes that hold one text; those not named take any text."""

LIST_CHECKS: Mapping[str, Check] = {
    "art": _article,
    "article21": _article21,
    "f26": _field26,
    "themes": _theme,
    "req": _required,
}
"""Checks of each part of attributes that hold a list."""
