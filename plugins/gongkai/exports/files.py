"""Bytes of exported files: the same content always gives the same bytes."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

GENERATOR = "gongkai"
"""The constant generator tag: no version, or every upgrade would touch every file."""

# What XML 1.0 does not allow in any form, written out or escaped (https://www.w3.org/TR/xml/#charsets).
_ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# RFC 3986: reserved and unreserved characters stay, and so does what is percent-encoded already.
_KEPT = "/:?#[]@!$&'()*+,;=%-._~"

# `json.dumps` would make an encoder for every call.
_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def json_text(value: Any) -> str:
    """One line of JSON, Chinese readable, keys in the order given."""
    return _ENCODER.encode(value)


def json_file(value: Any) -> bytes:
    """A small JSON document, indented."""
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()


def json_object(value: Mapping[str, Any]) -> bytes:
    """A JSON object with one member a line; many times quicker than indenting, and as readable for a record."""
    members = ",\n".join(f" {json_text(key)}: {json_text(member)}" for key, member in value.items())
    return f"{{\n{members}\n}}\n".encode()


def legal(text: str) -> str:
    """Text without the control characters that XML forbids."""
    return _ILLEGAL.sub("", text)


def xml_file(root: ET.Element) -> bytes:
    """An indented XML document in UTF-8."""
    ET.indent(root, " ")
    body: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return body + b"\n"


def add(parent: ET.Element, tag: str, text: str = "", **attributes: str) -> ET.Element:
    """Append an element with cleaned text and attributes, and return it."""
    element = ET.SubElement(parent, tag, {key: legal(value) for key, value in attributes.items()})
    if text:
        element.text = legal(text)
    return element


def ascii_address(address: str) -> str:
    """An address with everything outside ASCII percent-encoded (ordinary pages may have Chinese names)."""
    return quote(address, safe=_KEPT)
