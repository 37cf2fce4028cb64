"""What the preview answers to a request, before it becomes HTTP."""

from __future__ import annotations

import mimetypes
from dataclasses import dataclass

HTML = "text/html; charset=utf-8"
_TYPES = {
    ".css": "text/css; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".html": HTML,
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".md": "text/plain; charset=utf-8",
    ".ofd": "application/octet-stream",
    ".txt": "text/plain; charset=utf-8",
    ".wps": "application/octet-stream",
    ".xml": "application/xml; charset=utf-8",
}
"""Named here, so that the answer does not depend on what the computer's registry says."""


@dataclass(frozen=True, slots=True)
class Answer:
    """Status, type and bytes; `location` for a redirect."""

    status: int
    type: str
    data: bytes
    location: str = ""

    @property
    def is_page(self) -> bool:
        """Whether it is a page into which the script for reloading belongs."""
        return self.type == HTML


def file_type(name: str) -> str:
    """The media type of a file by its name."""
    ending = "." + name.rpartition(".")[2].lower()
    return _TYPES.get(ending) or mimetypes.guess_type("a" + ending)[0] or "application/octet-stream"


def moved(location: str) -> Answer:
    """The address of a folder without its slash."""
    return Answer(301, HTML, b"", location)
