"""Small edits of a file's front matter that leave every other byte as it is."""

from __future__ import annotations

from collections.abc import Mapping

import yaml


class _StringDumper(yaml.SafeDumper):
    """Our reader takes every scalar for a text, so a date or a `no` needs no quotes."""


_StringDumper.yaml_implicit_resolvers = {}


def _value(text: str) -> str:
    """A scalar as YAML writes it on one line, quoted only where it must be."""
    plain = yaml.dump(text, Dumper=_StringDumper, allow_unicode=True, width=10**9).strip()
    return plain.removesuffix("...").strip()


def set_fields(text: str, fields: Mapping[str, str]) -> str:
    """Set fields in a file's front matter: a field that is there is replaced, others come before the closing line.

    `text` must start with a front matter block. Line ends of the file are kept.
    Raises ValueError when there is none.
    """
    newline = "\r\n" if "\r\n" in text else "\n"
    lines = text.split(newline)
    if not lines or lines[0].rstrip() != "---":
        raise ValueError("no front matter")
    try:
        end = next(n for n, line in enumerate(lines[1:], 1) if line.rstrip() in ("---", "..."))
    except StopIteration:
        raise ValueError("front matter is not closed") from None
    for key, value in fields.items():
        line = f"{key}: {_value(value)}"
        there = next((n for n in range(1, end) if lines[n].partition(":")[0].strip() == key), None)
        if there is None:
            lines.insert(end, line)
            end += 1
        else:
            lines[there] = line
    return newline.join(lines)
