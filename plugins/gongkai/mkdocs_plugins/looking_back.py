"""A look back before anything is read: what the last build left, and whether anything has changed since."""

from __future__ import annotations

from pathlib import Path

from gongkai.loading.site import ROOT_FOLDER
from gongkai.mkdocs_plugins.context import BuildContext, Settings
from gongkai.mkdocs_plugins.fingerprints import digest, engine_digest
from gongkai.mkdocs_plugins.former_lines import FormerLines
from gongkai.planning.errors import PublishError
from gongkai.planning.former import Former, Inputs
from gongkai.planning.lines import LinesFile
from gongkai.planning.stamps import file_clock, is_settled, list_folders, newest, still_there, sum_of
from gongkai.planning.state import State, StateFile
from gongkai.planning.workspace import open_state


def open_former(context: BuildContext) -> Former:
    """Look at what is there before anything is read; a preview remembers nothing."""
    settings, engine = context.settings, engine_digest()
    clock = _clock(settings.state)
    inputs = _look(context, clock, engine)
    file = StateFile(settings.state)
    stored = State() if settings.preview else file.load()
    usable = stored.facts.get("site") == site_name(settings) and not settings.full
    standing = still_there(settings.site_folder, stored.outputs) if usable else {}
    return Former(file, stored, standing, engine, inputs, clock)


def recalled(settings: Settings) -> FormerLines:
    """What was read of the files before, for a check: it looks at no output and takes no lock."""
    clock = _clock(settings.state)
    return FormerLines(
        LinesFile(settings.state), engine_digest(), settings.today.isoformat(), clock, settings.full
    )


def site_name(settings: Settings) -> str:
    """The site's folder as it is remembered."""
    return str(settings.site_folder.resolve())


def _clock(state: Path) -> int:
    try:
        return file_clock(open_state(state))
    except PublishError:
        return 0


def _look(context: BuildContext, clock: int, engine: str) -> Inputs:
    settings = context.settings
    folders = (
        (str(settings.content), False),
        (str(settings.content / ROOT_FOLDER), True),
        *((folder, False) for folder in settings.template_folders),
    )
    listing = list_folders(folders) if settings.configuration else None
    if listing is None:
        return Inputs("", False)
    found = sum_of(listing)
    text = digest(engine, settings.shaping, settings.configuration, repr(sorted(context.features)), found)
    return Inputs(text, is_settled(newest(listing), clock), folders, found)
