"""What comes out of a document: fields, body, files and remarks; and what a document is refused with."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

FindFile = Callable[[str], bytes | None]
"""The bytes of a file that a document names beside itself; None when there is none, or it is out of bounds."""

_PLACE = re.compile(r"gongkai-file:(\d+)/")


class Refused(Exception):
    """A document that is not imported; the text is one Chinese sentence that says why and what to do."""


@dataclass(frozen=True, slots=True)
class Attached:
    """A file that goes with the item: `name` as it was called; pictures stand in the body."""

    name: str
    data: bytes
    picture: bool = False


@dataclass(frozen=True, slots=True)
class Draft:
    """An item to be: `fields` by their Chinese names, as written; `body` in Markdown.

    The body names the n-th file as `place(n)`: what the file will be called is known once the item has its name.
    `remarks` say what was dropped or is to be looked at, each with its place; `column` is the one that the
    clerk wrote, `columns` are those that a page named, the likeliest first; `found` names what was recognised besides
    the fields.
    """

    fields: Mapping[str, str]
    body: str = ""
    files: tuple[Attached, ...] = ()
    remarks: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    found: tuple[str, ...] = ()
    column: str = ""

    @property
    def title(self) -> str:
        """The title, empty when none was recognised."""
        return self.fields.get("标题", "")


@dataclass(slots=True)
class Files:
    """Collects the files of one document; the same picture, and the same file under one name, is kept once."""

    files: list[Attached] = field(default_factory=list)

    def add(self, attached: Attached) -> str:
        """Keep a file; the text that stands for its name in the body."""
        same = (
            n
            for n, f in enumerate(self.files)
            if f == attached or (attached.picture and f.data == attached.data)
        )
        number = next(same, len(self.files))
        if number == len(self.files):
            self.files.append(attached)
        return place(number)


def place(number: int) -> str:
    """What stands in a body for the name of the n-th file."""
    return f"gongkai-file:{number}/"


def with_names(body: str, names: tuple[str, ...]) -> str:
    """The body with the files called by their names."""
    return _PLACE.sub(lambda m: names[int(m[1])] if int(m[1]) < len(names) else m[0], body)
