"""Fields of a draft as they may be written into front matter: each value read by its field, what does not fit told."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from gongkai.importing.labels import field_of
from gongkai.loading.bad_value import BadValue
from gongkai.loading.codes import shortened
from gongkai.loading.schema import Schema
from gongkai.model.moment import Moment
from gongkai.model.numbers import parse_doc_number

_DERIVED = frozenset({"有效", "现行有效", "是", "生效"})
POLICY_KINDS = frozenset({"file", "normative"})


@dataclass(frozen=True, slots=True)
class Values:
    """Chinese name → the text to write, and what could not be written."""

    fields: Mapping[str, str]
    remarks: tuple[str, ...] = ()


def label_of(name: str, schema: Schema) -> str:
    """The Chinese name of the field that a heading or a key means; empty for none."""
    key = schema.key_of(name, "")
    return schema.label(key) if key else (field_of(name) or "")


def checked(given: Mapping[str, str], schema: Schema, kind: str) -> Values:
    """The values that fit their fields, in the form that `gongkai fmt` would give them."""
    fields: dict[str, str] = {}
    remarks: list[str] = []
    for label, written in given.items():
        key = schema.key_of(label, kind)
        if not key or not written.strip() or (key == "validity" and _needless(written, kind)):
            continue
        try:
            value = schema.readers[key](written)
        except BadValue:
            remarks.append(f"{label}“{shortened(written, 24)}”不合要求，没有写入")
            continue
        if not schema.belongs(key, kind):
            remarks.append(f"“{label}”这一类信息用不上，没有写入")
            continue
        text = _text(key, written, value)
        if text:
            fields[schema.label(key)] = text
    order = {schema.label(key): place for place, key in enumerate(schema.fields)}
    return Values(dict(sorted(fields.items(), key=lambda pair: order[pair[0]])), tuple(remarks))


def _needless(written: str, kind: str) -> bool:
    """有效 follows from the dates; only files have a validity."""
    return kind not in POLICY_KINDS or written.strip() in _DERIVED


def _text(key: str, written: str, value: object) -> str:
    """A value in its usual form; one that is read as nothing (`无`) is not written."""
    if value is None or value in ("", ()):
        return ""
    if isinstance(value, Moment):
        return value.full
    if isinstance(value, date):
        return value.isoformat()
    if key == "doc_number":
        parsed = parse_doc_number(written)
        return parsed.text if parsed else written.strip()
    return " ".join(written.split()) if "\n" not in written else "、".join(_lines(written))


def _lines(text: str) -> Iterator[str]:
    return (line.strip() for line in text.split("\n") if line.strip())
