"""Planted faults: an item with what must be found at it, and where in its file each finding must stand."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import docx
import openpyxl

from tests.site.small import item

TALK = "这里写一段平常的话，说明这件事怎么办、找谁办、什么时候办。"
Place = tuple[str, str, int, str]
"""Code, path, line and field of a finding."""


@dataclass(frozen=True)
class Plant:
    """An item to be written into a column, with its files beside it.

    `found` says what must be found: `M06@体裁分类` on the line of that field or words (`N03@同时废止=废止文件`
    on the line of words, about a field), `J01` at the title,
    `M04+主题分类` at the title for a field that is absent, `X09>表.docx` at the file beside the item.
    """

    column: str
    title: str
    found: tuple[str, ...]
    body: str = TALK
    day: str = "2026-11-20"
    files: Mapping[str, bytes] = field(default_factory=dict)
    fields: Mapping[str, str | None] = field(default_factory=dict)
    name: str = ""


def plant(
    column: str,
    title: str,
    found: str,
    body: str = TALK,
    day: str = "2026-11-20",
    files: Mapping[str, bytes] | None = None,
    name: str = "",
    **fields: str | None,
) -> Plant:
    """A planted item; what is found at it is one text, apart by spaces."""
    return Plant(column, title, tuple(found.split()), body, day, files or {}, fields, name)


def write(content: Path, number: int, what: Plant) -> tuple[Path, str]:
    """Write an item and its files below the content folder: its path and text."""
    folder = content / what.column
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in what.files.items():
        (folder / name).write_bytes(data)
    listed = [n for n in what.files if not n.endswith(".png")]
    given = {"附件": "[" + ", ".join(listed) + "]"} if listed else {}
    text = item(what.title, 90000 + number, what.body, what.day, **(given | dict(what.fields)))
    path = folder / f"{what.name or f'植入{number}'}.md"
    path.write_text(text, encoding="utf-8", newline="\n")
    return path, text


def sow(content: Path, number: int, what: Plant) -> Iterator[Place]:
    """Write an item and its files; the findings that are announced for it."""
    path, text = write(content, number, what)
    for found in what.found:
        yield announced(found, path, content.parent, text)


def announced(found: str, path: Path, root: Path, text: str) -> Place:
    """The place that a note of `Plant.found` means."""
    shown = path.relative_to(root).as_posix()
    lines = text.splitlines()
    title = next((n for n, line in enumerate(lines, 1) if line.startswith("标题:")), 0)
    if ">" in found:
        code, _, name = found.partition(">")
        return code, shown.rpartition("/")[0] + "/" + name, 0, ""
    if "+" in found:
        code, _, absent = found.partition("+")
        return code, shown, title, absent
    code, _, piece = found.partition("@")
    piece, _, about = piece.partition("=")
    if not piece:
        return code, shown, title, ""
    line = next(n for n, line in enumerate(lines, 1) if piece in line)
    return code, shown, line, piece if lines[line - 1].startswith(f"{piece}:") else about


def word(text: str) -> bytes:
    """A Word file of these lines, without an author."""
    made = docx.Document()
    for line in text.split("\n"):
        made.add_paragraph(line)
    made.core_properties.author = ""
    return _saved(made)


def book(text: str, hidden: bool = False) -> bytes:
    """A workbook of these lines and tabs, without an author; `hidden` adds a hidden sheet."""
    made = openpyxl.Workbook()
    made.properties.creator = ""
    first = made.active
    assert first is not None
    for line in text.split("\n"):
        first.append(line.split("\t"))
    if hidden:
        made.create_sheet("藏").sheet_state = "hidden"
    return _saved(made)


def _saved(made: object) -> bytes:
    out = io.BytesIO()
    made.save(out)  # type: ignore[attr-defined]
    return out.getvalue()
