"""A new site folder: the files of the packaged skeleton with the unit's name and preset filled in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib.resources import files
from importlib.resources.abc import Traversable

from pypinyin import Style, lazy_pinyin

RENAMED = {"gitignore": ".gitignore"}


def _walk(folder: Traversable, prefix: str = "") -> Iterator[tuple[str, str]]:
    for entry in sorted(folder.iterdir(), key=lambda e: e.name):
        if entry.is_dir():
            yield from _walk(entry, f"{prefix}{entry.name}/")
        else:
            yield prefix + RENAMED.get(entry.name, entry.name), entry.read_text(encoding="utf-8")


def skeleton(name: str, preset: str, preset_name: str) -> Iterator[tuple[str, str]]:
    """(path, text) of every file of a new site folder."""
    slug = "".join(lazy_pinyin(name, style=Style.FIRST_LETTER)).lower()
    slug = "".join(c for c in slug if c.isascii() and c.isalnum()) or "site"
    values = {"@NAME@": name, "@PRESET@": preset, "@PRESETNAME@": preset_name, "@SLUG@": slug}
    for path, text in _walk(files("gongkai.presets") / "skeleton"):
        yield path, _filled(text, values)


def _filled(text: str, values: Mapping[str, str]) -> str:
    for mark, value in values.items():
        text = text.replace(mark, value)
    return text
