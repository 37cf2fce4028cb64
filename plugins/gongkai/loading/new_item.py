"""The file of a new item: its front matter with everything that its column asks for, ready to be filled in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from gongkai.loading.edit import yaml_text
from gongkai.loading.gate import UNWRITTEN_BODY
from gongkai.loading.schema import Schema
from gongkai.model.column import Column
from gongkai.model.item import Item
from gongkai.model.vocabulary import Tables

_FORBIDDEN = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')
_LONGEST = 60
_GIVEN = frozenset({"title", "published", "index_number", "column", "interprets"})


@dataclass(frozen=True, slots=True)
class NewItem:
    """What a clerk has said about a new item; `interprets` is the policy file that it explains, if any.

    Of an imported one more is known: `published` as it stood there, other fields by their Chinese names, the names of
    the files beside it, and the body.
    """

    title: str
    column: Column
    index_number: str
    day: date
    interprets: Item | None = None
    published: str = ""
    given: Mapping[str, str] = field(default_factory=dict)
    attachments: tuple[str, ...] = ()
    body: str = ""

    @property
    def path(self) -> str:
        """Where the file goes, below the content folder: the column's folder and the year."""
        name = _FORBIDDEN.sub(" ", self.title).strip(" .")[:_LONGEST].strip(" .")
        return f"{self.column.names}/{self.day.year}/{name or '新建信息'}.md"


def new_text(new: NewItem, schema: Schema, tables: Tables) -> str:
    """The file's text. It is a draft until its 草稿 line is taken out."""
    return "\n".join(["---", *_lines(new, schema, tables), "---", "", new.body or UNWRITTEN_BODY, ""])


def to_fill(new: NewItem, schema: Schema, tables: Tables) -> tuple[str, ...]:
    """The names of the fields that the file leaves empty."""
    keys = (key for key in _asked_for(new.column, tables) if key in schema.fields)
    asked = (schema.label(key) for key in keys)
    return (*(label for label in asked if label not in new.given), "审核", "保密审查")


def _lines(new: NewItem, schema: Schema, tables: Tables) -> Iterator[str]:
    yield f"标题: {yaml_text(new.title)}"
    yield f"发布日期: {new.published or new.day.isoformat()}"
    if new.index_number:
        yield f"索引号: {yaml_text(new.index_number)}"
    if new.interprets:
        yield f"政策原文: {yaml_text(new.interprets.doc_number or new.interprets.index_number)}"
    yield from (f"{label}: {yaml_text(value)}" for label, value in new.given.items())
    if new.attachments:
        yield "附件:"
        yield from (f"  - {yaml_text(name)}" for name in new.attachments)
    for key in _asked_for(new.column, tables):
        if schema.label(key) not in new.given and not (key == "attachments" and new.attachments):
            yield from _blank(key, schema)
    yield "# 审核和保密审查写姓名和日期，如：张某 2026-05-03"
    yield "审核:"
    yield "保密审查:"
    yield "# 写好、审完以后删去下面这一行"
    yield "草稿: 是"


def _asked_for(column: Column, tables: Tables) -> tuple[str, ...]:
    kind = tables.kinds.get(column.kind)
    asked = (*(kind.required if kind else ()), *column.required)
    return tuple(key for key in dict.fromkeys(asked) if key not in _GIVEN)


def _blank(key: str, schema: Schema) -> Iterator[str]:
    """A field to fill in, with its example above it."""
    facts = schema.fields.get(key)
    if facts is None:
        return
    if facts.choices:
        yield f"# 选一个：{'、'.join(facts.choices[:12])}"
    elif facts.example:
        yield f"# 如：{facts.example}"
    yield f"{facts.label}:"
