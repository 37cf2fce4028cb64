"""A new site folder: the files of the packaged skeleton with the unit's name and preset filled in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib.resources import files
from importlib.resources.abc import Traversable

from gongkai.loading.spelling import initials
from gongkai.model.column import ColumnTree

NOTICES = "通知公告"
"""The column that most units put their first item in, where a preset has it."""

RENAMED = {"gitignore": ".gitignore"}


def _walk(folder: Traversable, prefix: str = "") -> Iterator[tuple[str, str]]:
    for entry in sorted(folder.iterdir(), key=lambda e: e.name):
        if entry.is_dir():
            yield from _walk(entry, f"{prefix}{entry.name}/")
        else:
            yield prefix + RENAMED.get(entry.name, entry.name), entry.read_text(encoding="utf-8")


def skeleton(name: str, preset: str, tree: ColumnTree) -> Iterator[tuple[str, str]]:
    """(path, text) of every file of a new site folder; `tree` gives the columns that its examples name."""
    slug = "".join(initials(name)).lower()
    slug = "".join(c for c in slug if c.isascii() and c.isalnum()) or "site"
    values = {"@NAME@": name, "@PRESET@": preset, "@PRESETNAME@": tree.name, "@SLUG@": slug}
    values |= _example_columns(tree)
    for path, text in _walk(files("gongkai.presets") / "skeleton"):
        yield path, _filled(text, values)


def _example_columns(tree: ColumnTree) -> dict[str, str]:
    """Columns that may be renamed, hidden and declared not applicable, one that holds others, one for a notice."""
    free = [leaf for leaf in tree.leaves() if leaf.is_filed and leaf.empty == "auto"]
    notices = [leaf for leaf in tree.leaves() if leaf.is_filed and leaf.kind in ("notice", "article")]
    notice = next((leaf for leaf in notices if leaf.name == NOTICES), notices[0])
    # What is under 政府信息公开 is fixed: a unit's own columns stand among its news or its services.
    beside = notice if notice.parent else next(leaf for leaf in free if leaf.parent and leaf.kind == "guide")
    group = beside.names.rpartition("/")[0]
    marks = ("@RENAMED@", "@HIDDEN@", "@ELSEWHERE@")
    found = dict(zip(marks, (leaf.names for leaf in free), strict=False))
    return {**found, "@GROUP@": group, "@NOTICE@": notice.names}


def _filled(text: str, values: Mapping[str, str]) -> str:
    for mark, value in values.items():
        text = text.replace(mark, value)
    return text
