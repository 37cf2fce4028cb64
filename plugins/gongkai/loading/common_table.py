"""The fields that every item may have, as plain data: what a build needs of their definition in `common_fields.py`.

The table is made from that definition by `scripts/field_table.py`, and a test keeps both in step. pydantic, in
which the definition is written, takes a seventh of the time of a start to load.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from gongkai.loading import field_types as read
from gongkai.loading.amounts import amount
from gongkai.loading.source import Raw

FILE_NAME = "common_fields.json"
"""The table among the packaged data."""

READERS: Mapping[str, Callable[[Raw], object]] = {
    "text": read.text, "line": read.line, "date": read.day, "moment": read.moment, "yesno": read.yesno,
    "yesno_reason": read.yesno_reason, "list": read.names, "relation": read.whole_names,
    "attachments": read.attachments, "changes": read.changes, "sign_off": read.sign_off, "years": read.years,
    "count": read.count, "number": read.number, "amount": amount, "url": read.url, "phone": read.phone,
    "file": read.line, "choice": read.line, "choices": read.names,
}  # fmt: skip
"""Type name → how a value is read; `choice` and `choices` take their values from the presets where there are any."""


class CommonField(NamedTuple):
    """A field as it is defined: `names` are its Chinese keys, `choices` its values if the definition lists them."""

    key: str
    names: tuple[str, ...]
    type: str
    help: str
    choices: tuple[str, ...]


@cache
def common_fields() -> tuple[CommonField, ...]:
    """All of them, in the order of the definition."""
    rows = json.loads((files("gongkai.presets") / FILE_NAME).read_text(encoding="utf-8"))
    return tuple(
        CommonField(key, tuple(names), kind, text, tuple(choices)) for key, names, kind, text, choices in rows
    )


@cache
def common_keys() -> frozenset[str]:
    """Their English keys."""
    return frozenset(field.key for field in common_fields())
