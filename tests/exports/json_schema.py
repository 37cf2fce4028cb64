"""Enough of JSON Schema 2020-12 to check a document; a keyword it does not know is an error, never ignored."""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

TYPES: Mapping[str, Callable[[Any], bool]] = {
    "object": lambda value: isinstance(value, dict),
    "array": lambda value: isinstance(value, list),
    "string": lambda value: isinstance(value, str),
    "boolean": lambda value: isinstance(value, bool),
    "integer": lambda value: isinstance(value, int) and not isinstance(value, bool),
    "number": lambda value: isinstance(value, int | float) and not isinstance(value, bool),
}
SILENT = frozenset({"$schema", "title", "description", "$defs"})


def errors(value: Any, schema: Any, root: Any, place: str = "$") -> Iterator[str]:
    """What is wrong with a value, each with its place."""
    for keyword, rule in schema.items():
        if keyword not in SILENT:
            yield from KEYWORDS[keyword](value, rule, schema, root, place)


def _ref(value: Any, rule: Any, schema: Any, root: Any, place: str) -> Iterator[str]:
    target = root
    for part in rule.removeprefix("#/").split("/"):
        target = target[part]
    yield from errors(value, target, root, place)


def _type(value: Any, rule: Any, schema: Any, root: Any, place: str) -> Iterator[str]:
    if not TYPES[rule](value):
        yield f"{place}: not of type {rule}"


def _one_of(value: Any, rule: Any, schema: Any, root: Any, place: str) -> Iterator[str]:
    found = [list(errors(value, each, root, place)) for each in rule]
    if found.count([]) != 1:
        yield f"{place}: fits {found.count([])} of oneOf: {found}"


def _any_of(value: Any, rule: Any, schema: Any, root: Any, place: str) -> Iterator[str]:
    if all(list(errors(value, each, root, place)) for each in rule):
        yield f"{place}: fits none of anyOf"


def _properties(value: Any, rule: Any, schema: Any, root: Any, place: str) -> Iterator[str]:
    for key in value.keys() & rule.keys() if isinstance(value, dict) else ():
        yield from errors(value[key], rule[key], root, f"{place}.{key}")


def _required(value: Any, rule: Any, schema: Any, root: Any, place: str) -> Iterator[str]:
    missing = set(rule) - value.keys() if isinstance(value, dict) else ()
    yield from (f"{place}: no {key}" for key in missing)


def _additional(value: Any, rule: Any, schema: Any, root: Any, place: str) -> Iterator[str]:
    others = value.keys() - schema.get("properties", {}).keys() if isinstance(value, dict) else ()
    for key in others:
        if rule is False:
            yield f"{place}: {key} is not allowed"
        else:
            yield from errors(value[key], rule, root, f"{place}.{key}")


def _items(value: Any, rule: Any, schema: Any, root: Any, place: str) -> Iterator[str]:
    for number, each in enumerate(value if isinstance(value, list) else ()):
        yield from errors(each, rule, root, f"{place}[{number}]")


def _pattern(value: Any, rule: Any, schema: Any, root: Any, place: str) -> Iterator[str]:
    if isinstance(value, str) and not re.search(rule, value):
        yield f"{place}: {value} does not match {rule}"


def _enum(value: Any, rule: Any, schema: Any, root: Any, place: str) -> Iterator[str]:
    if value not in rule:
        yield f"{place}: {value} is not one of {rule}"


def _minimum(value: Any, rule: Any, schema: Any, root: Any, place: str) -> Iterator[str]:
    if isinstance(value, int | float) and value < rule:
        yield f"{place}: {value} < {rule}"


def _min_length(value: Any, rule: Any, schema: Any, root: Any, place: str) -> Iterator[str]:
    if isinstance(value, str) and len(value) < rule:
        yield f"{place}: too short"


KEYWORDS: Mapping[str, Callable[..., Iterator[str]]] = {
    "$ref": _ref,
    "type": _type,
    "oneOf": _one_of,
    "anyOf": _any_of,
    "properties": _properties,
    "required": _required,
    "additionalProperties": _additional,
    "items": _items,
    "pattern": _pattern,
    "enum": _enum,
    "minimum": _minimum,
    "minLength": _min_length,
}
