"""What must be as it was for a build to have nothing to do: a small file that is looked at before anything else.

`state.sqlite` knows all of this and more, but to use it a build must know its settings, and so have imported
what reads them. Here the files that the last build read and left stand as sums over their stamps, under a key
for whatever else a build depends on. Whatever does not agree costs the usual way, nothing else.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from gongkai.planning.beside import beside
from gongkai.planning.stamps import Listing, Placed, Stamp, stamp_of, sum_of
from gongkai.planning.state import FILE_NAME as STATE

FILE_NAME = "unchanged.txt"
_VERSION = 1
FEW = 2_000
"""Below this many files in a half a second process brings nothing."""


@dataclass(frozen=True, slots=True)
class Doorstep:
    """What the last build left.

    `key` stands for the call, its settings and the program; `listing` for the files of `folders`, `placed` for
    those of the site, whose `paths` are needed to look at them; `told` is the report.
    """

    key: str
    state: Stamp
    folders: tuple[tuple[str, bool], ...]
    listing: str
    site: str
    placed: str
    told: Mapping[str, Any]
    paths: tuple[str, ...] = ()

    def is_untouched(self, folder: Path, listing: Listing) -> bool:
        """Whether all files are as they were; `folder` is the one of the state, `listing` what is read now."""
        if stamp_of(folder / STATE) != self.state:
            return False
        return sum_of(listing) == self.listing and _standing(self) == self.placed


def _standing(left: Doorstep) -> str:
    """The sum over the files of the site; two processes share the looking where there are many."""
    first, second = _halves(left.paths)
    other = beside(lambda: _looked_at(left.site, second), len(second) > FEW)
    return sum_of([_looked_at(left.site, first), other()])


def _halves(paths: Sequence[str]) -> tuple[Sequence[str], Sequence[str]]:
    middle = len(paths) // 2
    return paths[:middle], paths[middle:]


def _looked_at(site: str, paths: Sequence[str]) -> str:
    """The sum over some files; empty when one is missing or no plain file."""
    root = f"{site}{os.sep}"
    stamps = [stamp_of(root + path) for path in paths]
    return "" if None in stamps else sum_of([tuple(stamp) for stamp in stamps if stamp])


def with_outputs(left: Doorstep, outputs: Mapping[str, Placed]) -> Doorstep:
    """The same with these files of the site."""
    paths = tuple(sorted(outputs))
    halves = ([tuple(outputs[path].stamp) for path in half] for half in _halves(paths))
    return replace(left, paths=paths, placed=sum_of([sum_of(half) for half in halves]))


def leave(folder: Path, left: Doorstep) -> None:
    """Write it into the folder of the state; where that is not possible the next build only takes longer."""
    head = {
        "version": _VERSION,
        "key": left.key,
        "state": left.state,
        "folders": left.folders,
        "listing": left.listing,
        "site": left.site,
        "placed": left.placed,
        "told": left.told,
    }
    text = "\n".join((json.dumps(head, ensure_ascii=False), *left.paths))
    with suppress(OSError, ValueError):
        (folder / FILE_NAME).write_text(text, encoding="utf-8", newline="\n")


def found_in(folder: Path) -> Doorstep | None:
    """What was left in the folder of a state; None if there is nothing, or nothing that can be read."""
    try:
        head, *paths = (folder / FILE_NAME).read_text(encoding="utf-8").split("\n")
        told = json.loads(head)
        if told.pop("version") != _VERSION:
            return None
        return Doorstep(
            **{
                **told,
                "state": Stamp(*told["state"]),
                "folders": tuple((folder, hidden) for folder, hidden in told["folders"]),
                "paths": tuple(paths),
            }
        )
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return None
