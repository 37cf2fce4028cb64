"""Everything that a view holds, as bytes to be hashed.

A view's `repr` says the same, but a dataclass writes it in Python, field by field; msgspec reads the fields and
writes the whole in C. The bytes are hashed and never read back. They name fields, not classes, but for that of the
view: a template asks for what a value has, not for what it is. Fields whose name begins with `_` are not in them.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec


def view_content(view: object) -> bytes:
    """The same bytes for equal views, other bytes for others."""
    return type(view).__name__.encode() + _encode(view)


def _other(value: object) -> Any:
    """What msgspec does not know: a read-only table is one, anything else is what it says of itself."""
    if isinstance(value, Mapping):
        return dict(value)
    return (type(value).__name__, str(value) if isinstance(value, str) else repr(value))


_encode = msgspec.msgpack.Encoder(enc_hook=_other).encode
