"""Bodies and templates that were made before the pages, by another process."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from io import FileIO
from types import CodeType

from gongkai.mkdocs_plugins.fingerprints import TemplateText
from gongkai.views.pages import BodyView

Place = tuple[int, int]
"""Where a body lies in a file: offset and length."""


@dataclass(frozen=True, slots=True)
class Ready:
    """What was made ahead: bodies by the checksum of their source, in `file`; templates, read and compiled."""

    file: FileIO | None = None
    bodies: Mapping[str, Place] = field(default_factory=dict)
    templates: Mapping[str, TemplateText] = field(default_factory=dict)
    codes: Mapping[tuple[str, str], CodeType] = field(default_factory=dict)

    def body(self, view: BodyView) -> str | None:
        """The HTML of a body; None for one that is still to be made."""
        if self.file is None or view.links or view.pictures:
            return None
        place = self.bodies.get(view.sha256)
        return None if place is None else os.pread(self.file.fileno(), place[1], place[0]).decode()


NOTHING = Ready()
