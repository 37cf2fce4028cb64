"""What a load depends on besides the folder."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from gongkai.loading.recall import Recall
from gongkai.model.problem import Problem


@dataclass(frozen=True, slots=True)
class LoadOptions:
    """The settings of one load.

    `preview` shows drafts; `index_pattern` and `preset`, `mode` stand in for the built-in form and for what
    columns.yml says; `former_site` is the folder of the former site, for files of items that are kept.
    `barred` are items to be left out for what was found inside their attachments, by path below the folder.
    `helpers` says how many processes may be forked to help, `recall` what a former build knew of the files;
    `when_read` is told what came of each file (`memory.Known`) once all are read.
    """

    today: date
    skip_broken: bool = False
    preview: bool = False
    require_sign_off: bool = True
    index_pattern: str = ""
    preset: str = ""
    mode: str = ""
    max_file_mb: int = 20
    former_site: Path | None = None
    helpers: int = 0
    recall: Recall | None = None
    when_read: Callable[[Sequence[Any]], None] | None = None
    barred: Mapping[str, tuple[Problem, ...]] = field(default_factory=dict)

    @property
    def max_bytes(self) -> int:
        """A larger file is not read."""
        return self.max_file_mb * 1048576
