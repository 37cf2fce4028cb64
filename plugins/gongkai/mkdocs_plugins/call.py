"""How a build was called: all that decides what comes of it besides the files that it reads.

Neither MkDocs nor anything else that takes long is imported here: this is asked before a build begins.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from gongkai.planning.stamps import list_rows, newest, sum_of

PACKAGE = Path(__file__).resolve().parent.parent
"""This program as it is installed."""
STATE_FOLDER = ".gongkai"
"""The folder for what is remembered, beside mkdocs.yml, unless an option says otherwise."""
_MATTERS_NOT = frozenset({"GONGKAI_TODAY", "GONGKAI_FULL", "GONGKAI_JOBS", "GONGKAI_FORCE"})
"""Variables that change no byte of a site; the day stands by itself."""
KINDS = (".py", ".yml", ".json")
"""How the names of files end that decide what the program makes."""
_FULL = re.compile(r"\bfull\b")


@dataclass(frozen=True, slots=True)
class Call:
    """One call for a build: `asked` stands for its words, its settings and the program, `day` for which day it builds.

    `state` is where something may be remembered; `newest` is when a file of the program was changed last, in ns.
    """

    asked: str
    day: str
    state: Path
    configuration: str
    newest: int

    def key(self, day: str) -> str:
        """The same for calls that can't come out otherwise, as far as it is not for the files that a build reads."""
        return sum_of([self.asked, day])


def call_for(config_file: str | None, site_dir: str | None, values: Mapping[str, str | None]) -> Call | None:
    """The call of these arguments, `values` standing above the environment.

    None where nobody can say what it depends on, or where everything is to be made again.
    """
    try:
        file, here = Path(config_file or "mkdocs.yml").absolute(), str(Path.cwd())
        program = program_files()
    except OSError:
        return None
    text = configuration_text(str(file))
    given = _given(values)
    # `full: true` may stand in the configuration; only MkDocs reads that for certain.
    if not text or _FULL.search(text) or "GONGKAI_FULL" in given or program is None:
        return None
    day = given.get("GONGKAI_TODAY") or china_today().isoformat()
    others = sorted((name, value) for name, value in given.items() if name not in _MATTERS_NOT)
    listing = [(str(PACKAGE), program), ("", list(_libraries(here)))]
    asked = sum_of([sys.version, sys.path, str(file), text, site_dir or "", here, others, listing])
    return Call(asked, day, file.parent / STATE_FOLDER, text, newest(listing))


def _given(values: Mapping[str, str | None]) -> dict[str, str]:
    found = {name: value for name, value in os.environ.items() if name.startswith("GONGKAI_")}
    return found | {name: value for name, value in values.items() if value is not None}


def configuration_text(config_file: str) -> str:
    """The configuration file; empty where it draws on other files or on the environment: then nobody can say."""
    try:
        text = Path(config_file).read_text(encoding="utf-8")
    except (OSError, ValueError):
        return ""
    return "" if "INHERIT" in text or "!ENV" in text else text


def china_today() -> date:
    """Today in Asia/Shanghai: build machines run in UTC."""
    return datetime.now(ZoneInfo("Asia/Shanghai")).date()


def program_files() -> list[tuple[str, int, int, int]] | None:
    """The files of this program that decide what it makes, with their stamps, in the order of their paths.

    None where a linked folder among them makes it a riddle what belongs to it.
    """
    rows = list_rows(PACKAGE)
    return None if rows is None else [row for row in rows if row[0].endswith(KINDS)]


def _libraries(here: str) -> Iterable[tuple[str, int, int, int]]:
    """The folders that libraries are imported from: installing another version changes the entries of one.

    The current folder `here`, which Python may look into as well, is a site's: what lies there changes all the time.
    """
    for place in sys.path:
        try:
            found = os.stat(place) if place not in ("", here) else None  # noqa: PTH116 - of whatever stands there
        except OSError:
            continue
        if found:
            yield place, 0, found.st_mtime_ns, found.st_ctime_ns
