"""Small edits of a file's front matter that leave every other byte as it is."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import yaml


class _StringDumper(yaml.SafeDumper):
    """Our reader takes every scalar for a text, so a date or a `no` needs no quotes."""


_StringDumper.yaml_implicit_resolvers = {}


def yaml_text(text: str) -> str:
    """A scalar as YAML writes it on one line, quoted only where it must be."""
    plain = yaml.dump(text, Dumper=_StringDumper, allow_unicode=True, width=10**9).strip()
    return plain.removesuffix("...").strip()


def as_written(name: str) -> str:
    """Every name is a field of its own."""
    return name


def set_fields(text: str, fields: Mapping[str, str], key_of: Callable[[str], str] = as_written) -> str:
    """Set fields in a file's front matter: a field that is there is replaced, others come before the closing line.

    `text` must start with a front matter block. Line ends of the file are kept, and the name under which a
    field is written; `key_of` tells which names mean the same one. Raises ValueError when there is no block.
    """
    newline = "\r\n" if "\r\n" in text else "\n"
    lines = text.split(newline)
    end = _closing(lines)
    for name, value in fields.items():
        there = next((n for n in range(1, end) if _is_field(lines[n], name, key_of)), None)
        if there is None:
            lines.insert(end, f"{name}: {yaml_text(value)}")
            end += 1
            continue
        after = _next_field(lines, there, end)
        lines[there:after] = [f"{_name(lines[there])}: {yaml_text(value)}"]
        end -= after - there - 1
    return newline.join(lines)


def _closing(lines: list[str]) -> int:
    if not lines or lines[0].rstrip() != "---":
        raise ValueError("no front matter")
    for number, line in enumerate(lines[1:], 1):
        if line.rstrip() == "---":
            return number
    raise ValueError("front matter is not closed")


def _name(line: str) -> str:
    return line.partition(":")[0].strip()


def _is_field(line: str, name: str, key_of: Callable[[str], str]) -> bool:
    """Whether a field with this name begins on a line; what is indented belongs to the field above."""
    if not line.strip() or line[0] in " \t-#" or ":" not in line:
        return False
    return _name(line) == name or (bool(key_of(name)) and key_of(_name(line)) == key_of(name))


def _next_field(lines: list[str], start: int, end: int) -> int:
    """The line after a field: its value may go on over indented lines, list entries and the blanks between them."""
    after = start + 1
    for number in range(start + 1, end):
        if lines[number].strip() and lines[number][0] not in " \t-":
            break
        if lines[number].strip():
            after = number + 1
    return after
