"""The XML of an xlsx file, read by pattern: what tables and checks of attachments both ask of it.

Patterns are quick (10,000 rows in a fraction of a second), bounded, and no entity can unfold. Prefixes of names
are any or none: programs choose their own.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

P = r"(?:\w+:)?"
"""Any or no prefix of a name."""
ROW = re.compile(rf"<{P}row\b([^>]*?)(?:/>|>(.*?)</{P}row>)", re.DOTALL)
"""A row: its attributes, its cells (None for an empty one)."""
CELL = re.compile(rf"<{P}c\b([^>]*?)(?:/>|>(.*?)</{P}c>)", re.DOTALL)
"""A cell: its attributes, its inside (None for an empty one)."""
VALUE = re.compile(rf"<{P}v\b[^>]*>([^<]*)</{P}v>")
COLUMN = re.compile(rf"<{P}col\b([^>]*?)/?>")
TRUE = frozenset({"1", "true"})
WORKBOOK, RELATIONS, STRINGS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/sharedStrings.xml"
_SHARED = re.compile(rf"<{P}si\b[^>]*?(?:/>|>(.*?)</{P}si>)", re.DOTALL)
_PHONETIC = re.compile(rf"<{P}rPh\b.*?</{P}rPh>", re.DOTALL)
_RUN = re.compile(rf"<{P}t(?:\s[^>]*)?>([^<]*)</{P}t>")
_SHEET = re.compile(rf"<{P}sheet\b([^>]*?)/?>")
_RELATION = re.compile(rf"<{P}Relationship\b([^>]*?)/?>")
_ATTRIBUTE = re.compile(r'([\w:]+)\s*=\s*(?:"([^"]*)"|\'([^\']*)\')')


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet of a workbook: its name, the member of the package that holds it, and whether it is hidden."""

    name: str
    member: str
    hidden: bool


def attributes(tag: str) -> dict[str, str]:
    """The attributes of a tag by their names."""
    return {name: html.unescape(one or two) for name, one, two in _ATTRIBUTE.findall(tag)}


def joined(xml: str) -> str:
    """The text of a string: its runs one after the other, without the phonetic guide above them."""
    text = _PHONETIC.sub("", xml) if "rPh" in xml else xml
    return "".join(html.unescape(part) for part in _RUN.findall(text))


def shared_strings(xml: str) -> tuple[str, ...]:
    """The strings that cells name by their number; an empty one keeps its place."""
    return tuple(joined(match[1] or "") for match in _SHARED.finditer(xml))


def sheets(workbook: str, relations: str) -> Iterator[Sheet]:
    """The sheets in their order, from the workbook's XML and that of its relations."""
    members = {}
    for match in _RELATION.finditer(relations):
        values = attributes(match[1])
        target = values.get("Target", "")
        members[values.get("Id", "")] = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
    for match in _SHEET.finditer(workbook):
        values = attributes(match[1])
        member = members.get(next((v for k, v in values.items() if k.endswith(":id")), ""), "")
        yield Sheet(values.get("name", ""), member, values.get("state", "visible") != "visible")
