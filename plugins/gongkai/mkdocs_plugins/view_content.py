"""Everything that a view holds, as bytes to be hashed.

A view's `repr` says the same, but a dataclass writes it in Python, field by field; here the fields of a value come
out of `operator.attrgetter` and the whole is written by `marshal`, both of them C. The bytes are hashed and never
read back. Marshal's second version writes values alone: whether two texts are one object in memory changes nothing.
"""

from __future__ import annotations

import marshal
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from operator import attrgetter
from typing import Any, get_type_hints

_VERSION = 2
_PLAIN = frozenset({"str", "int", "bool", "float"})


def view_content(view: object) -> bytes:
    """The same bytes for equal views, other bytes for others."""
    try:
        return marshal.dumps(_content(view), _VERSION)
    except (ValueError, AttributeError):  # a feature's view holds what is not known here, or not what it says
        return repr(view).encode()


def _content(value: Any) -> Any:
    """A value as tuples, texts and numbers."""
    kind: Any = type(value)
    if kind is str:
        return value
    if kind is tuple:
        return _items(value)
    reader = _reader(kind)
    if reader is None:
        return {key: _content(each) for key, each in value.items()} if isinstance(value, Mapping) else value
    get, deep = reader
    found = get(value)
    if not deep:
        return found
    parts = list(found)
    for place in deep:
        parts[place] = _content(parts[place])
    return tuple(parts)


def _items(values: tuple[Any, ...]) -> tuple[Any, ...]:
    """The items of a tuple; those of one class without depth, which most are, in one go."""
    kinds = set(map(type, values))
    if len(kinds) == 1:
        (kind,) = kinds
        if kind is str:
            return values
        reader = _reader(kind)
        if reader and not reader[1]:
            return tuple(map(reader[0], values))
    return tuple(map(_content, values))


@cache
def _reader(kind: Any) -> tuple[Callable[[Any], tuple[Any, ...]], tuple[int, ...]] | None:
    """How the name and the fields of a dataclass are read, and the places of those that are no plain values.

    A field that is always a value of plain fields itself (the link in a row) is read field by field in its place.
    """
    if not is_dataclass(kind):
        return None
    names, deep = ["__class__.__name__"], []
    for field in fields(kind):
        within = None if field.type in _PLAIN else _plain_class(kind, field.name)
        if within is not None:
            names += [f"{field.name}.{inner.name}" for inner in fields(within)]
            continue
        if field.type not in _PLAIN:
            deep.append(len(names))
        names.append(field.name)
    return attrgetter(*names), tuple(deep)


def _plain_class(kind: Any, name: str) -> Any:
    """The class of a field's values, if it is one dataclass of plain fields."""
    try:
        found: Any = get_type_hints(kind).get(name)
    except NameError:  # a type that is only there for the type checker
        return None
    flat = is_dataclass(found) and all(field.type in _PLAIN for field in fields(found))
    return found if flat else None
