"""Where a draft goes: its column's folder, its name, its number, the names of its files; and the bytes of each."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from urllib.parse import quote

from gongkai.importing.draft import Attached, Draft, with_names
from gongkai.importing.secrets import personal
from gongkai.importing.values import Values, checked
from gongkai.loading.dates import read_moment
from gongkai.loading.new_item import NewItem, new_text, to_fill
from gongkai.loading.schema import Schema
from gongkai.model.column import Column
from gongkai.model.moment import Moment
from gongkai.model.vocabulary import Tables

_FORBIDDEN = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')
_AWKWARD = re.compile(r"[\s()\[\]<>#?%&'`*_!]+")
_ALLOTTED = frozenset({"标题", "发布日期", "索引号", "栏目", "附件", "草稿"})
_SIGNED = frozenset(
    {"审核", "审核人", "审核日期", "保密审查", "保密审查人", "保密审查日期", "撤下日期", "撤下原因"}
)
"""What only a person may state, here and now."""
Taken = Callable[[str], bool]
"""Whether a path below the content folder is in use."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What fields are read against."""

    schema: Schema
    tables: Tables


@dataclass(frozen=True, slots=True)
class Placed:
    """An item ready to be written: paths below the content folder → bytes, the item's own last.

    `fields` are those that were recognised, `found` the parts besides; `to_fill` names what is still empty.
    """

    path: str
    title: str
    files: tuple[tuple[str, bytes], ...]
    fields: Mapping[str, str]
    to_fill: tuple[str, ...]
    remarks: tuple[str, ...]
    found: tuple[str, ...] = ()


def day_of(draft: Draft, today: date) -> date:
    """The day of publication: the source's, else today, as for an item that is begun today."""
    found = read_moment(draft.fields.get("发布日期", ""))
    return found.day if isinstance(found, Moment) else today


def place_draft(
    draft: Draft, column: Column, number: str, today: date, words: Vocabulary, taken: Taken
) -> Placed:
    """Put a draft together as `gongkai new` would; the caller has allotted its number."""
    values = checked(draft.fields, words.schema, column.kind)
    day = day_of(draft, today)
    title = values.fields.get("标题", "") or draft.title
    bare = NewItem(title, column, number, day)
    folder, _, name = free_path(bare.path, taken).rpartition("/")
    names = _names(draft.files, folder, name.removesuffix(".md"), taken)
    item = NewItem(
        title, column, number, day,
        published=values.fields.get("发布日期", ""),
        given={label: value for label, value in values.fields.items() if label not in _ALLOTTED | _SIGNED},
        attachments=tuple(n for n, f in zip(names, draft.files, strict=True) if not f.picture),
        body=with_names(draft.body, tuple(map(quote_name, names))).strip("\n"),
    )  # fmt: skip
    text = new_text(item, words.schema, words.tables)
    files = tuple((f"{folder}/{n}", f.data) for n, f in zip(names, draft.files, strict=True))
    return Placed(
        f"{folder}/{name}",
        title,
        (*files, (f"{folder}/{name}", text.encode())),
        values.fields,
        to_fill(item, words.schema, words.tables),
        _remarks(draft, values, item),
        draft.found,
    )


def _remarks(draft: Draft, values: Values, item: NewItem) -> tuple[str, ...]:
    dated = () if item.published else (f"没有发布日期，先写 {item.day.isoformat()}，发布时请核对",)
    empty = () if item.body else ("没有正文，请补上",)
    signed = tuple(f"“{label}”没有导入，请在本站审核后填写" for label in values.fields if label in _SIGNED)
    return (*dated, *empty, *signed, *draft.remarks, *values.remarks, *dict.fromkeys(personal(item.body)))


def target(draft: Draft, column: Column, today: date, words: Vocabulary) -> str:
    """The path below the content folder that a draft would have, if it is free."""
    title = checked({"标题": draft.title}, words.schema, column.kind).fields.get("标题", "") or draft.title
    return NewItem(title, column, "", day_of(draft, today)).path


def free_path(path: str, taken: Taken) -> str:
    """The path, with （2） and so on where it is in use."""
    base = path.removesuffix(".md")
    number = 1
    while taken(path):
        number += 1
        path = f"{base}（{number}）.md"
    return path


def _names(files: tuple[Attached, ...], folder: str, stem: str, taken: Taken) -> tuple[str, ...]:
    """Pictures are called after the item; attachments keep their names, unless another file has it."""
    names: list[str] = []
    for each in files:
        own = _FORBIDDEN.sub(" ", each.name).strip(" .") or "附件"
        name = f"{_AWKWARD.sub('', stem)}-{own}" if each.picture else own
        number = 1
        while taken(f"{folder}/{name}") or name in names:
            number += 1
            head, _, ending = own.rpartition(".")
            more = "" if number == 2 and not each.picture else f"-{number}"
            name = f"{_AWKWARD.sub('', stem)}-{head}{more}.{ending}"
        names.append(name)
    return tuple(names)


def quote_name(name: str) -> str:
    """A file's name as a link in Markdown may write it: only what would end the link is escaped."""
    return re.sub(r"[\s()<>\"'%#?\[\]\\]", lambda m: quote(m[0]), name)
