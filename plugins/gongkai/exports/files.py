"""Bytes of exported files: the same content always gives the same bytes."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET
from collections.abc import Mapping, Sequence
from json import encoder
from typing import Any
from urllib.parse import quote

import msgspec

GENERATOR = "gongkai"
"""The constant generator tag: no version, or every upgrade would touch every file."""

# What XML 1.0 does not allow in any form, written out or escaped (https://www.w3.org/TR/xml/#charsets).
_ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
XML_HEAD = "<?xml version='1.0' encoding='utf-8'?>\n"
"""The first line of an XML document, as ElementTree writes it."""

# RFC 3986: reserved and unreserved characters stay, and so does what is percent-encoded already.
_KEPT = "/:?#[]@!$&'()*+,;=%-._~"
_KEPT_ONLY = re.compile(rf"[A-Za-z0-9{re.escape(_KEPT)}]*")

json_string = encoder.encode_basestring
"""One text as JSON, Chinese readable."""

# `json.dumps` would make an encoder for every call.
_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
_encode = msgspec.json.Encoder().encode
_TEXTS = frozenset({str})


def json_text(value: Any) -> str:
    """One line of JSON, Chinese readable, keys in the order given."""
    return _ENCODER.encode(value)


def json_list(texts: Sequence[str]) -> str:
    """The same for a list of texts, in a tenth of the time."""
    return _encode(texts).decode()


def json_file(value: Any) -> bytes:
    """A small JSON document, indented."""
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()


Members = Sequence[tuple[str, str]]
"""The members of a JSON object, keys and values written out already."""


def json_members(value: Mapping[str, Any]) -> Members:
    """An object's members, each written once for all files that show it."""
    return [(json_string(key), _member(member)) for key, member in value.items()]


def _member(value: Any) -> str:
    # Most values are texts, and of the others most are lists of them: those need no way through the encoder.
    if type(value) is str:
        return json_string(value)
    if type(value) is list and set(map(type, value)) <= _TEXTS:
        return json_list(value)
    return _ENCODER.encode(value)


def json_line(members: Members) -> str:
    """An object on one line, as `json_text` writes it."""
    return "{" + ",".join([f"{key}:{member}" for key, member in members]) + "}"


def json_object(members: Members) -> bytes:
    """A JSON object with one member a line; many times quicker than indenting, and as readable for a record."""
    lines = ",\n".join([f" {key}: {member}" for key, member in members])
    return f"{{\n{lines}\n}}\n".encode()


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
    return address if _KEPT_ONLY.fullmatch(address) else quote(address, safe=_KEPT)


def escaped(text: str) -> str:
    """Text between tags, as ElementTree writes it."""
    return legal(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def attribute(text: str) -> str:
    """Text in an attribute, as ElementTree writes it."""
    plain = escaped(text).replace('"', "&quot;")
    return plain.replace("\r", "&#13;").replace("\n", "&#10;").replace("\t", "&#09;")
