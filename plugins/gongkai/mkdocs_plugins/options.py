"""The options of `gongkai/catalog`, with the environment and command line above the file."""

from __future__ import annotations

import difflib
import os
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from mkdocs.config import config_options as option
from mkdocs.config.base import Config, ConfigErrors, ConfigWarnings, ValidationError
from mkdocs.exceptions import ConfigurationError

from gongkai.mkdocs_plugins.call import STATE_FOLDER, china_today

COLOURS = ("blue", "red", "green")
MODES = ("channel", "site")
OWN, BY_MKDOCS = "own", "mkdocs"
_YES = {"1", "true", "yes", "是"}


class CatalogOptions(Config):
    """What may stand under `gongkai/catalog:` in mkdocs.yml."""

    today = option.Optional(option.Type((str, date)))
    """The day the site is built for, `2026-11-23`; default: today in Asia/Shanghai."""

    skip_broken = option.Type(bool, default=False)
    """Publish the rest when some items cannot be read."""

    strict = option.Type(bool, default=False)
    """Let every warning stop the build."""

    force = option.Type(bool, default=False)
    """Write into an output folder that was not made by us."""

    full = option.Type(bool, default=False)
    """Make everything again, whatever the last build left."""

    jobs = option.Type(int, default=0)
    """Worker processes; 0 means one per core."""

    colour = option.Choice(COLOURS, default="blue")
    """Main colour of the pages."""

    sign_off = option.Type(bool, default=True)
    """Whether both sign-offs (审核, 保密审查) are asked for before an item is public."""

    index_pattern = option.Type(str, default="")
    """Regular expression for index numbers, instead of the built-in one."""

    preset = option.Type(str, default="")
    """Preset to use when content/columns.yml is absent."""

    mode = option.Optional(option.Choice(MODES))
    """`channel` or `site`, instead of the preset's."""

    pages = option.Choice((OWN, BY_MKDOCS), default=OWN)
    """Who makes our pages: `own`, or `mkdocs` one by one, so that the page events of other plugins reach them."""

    state_dir = option.Type(str, default=STATE_FOLDER)
    """Folder for what is remembered between builds, beside mkdocs.yml."""


def unknown_options(given: Mapping[str, object], known: Mapping[str, object], plugin: str) -> ConfigErrors:
    """An error for each option that does not exist, naming the one that was probably meant."""
    errors: ConfigErrors = []
    for name in given:
        if name not in known:
            near = difflib.get_close_matches(str(name), list(known), n=1, cutoff=0.5)
            meant = (
                f"是不是要写 {near[0]}？" if near else f"可用的选项：{'、'.join(known) or '（没有选项）'}。"
            )
            errors.append((str(name), ValidationError(f"插件 {plugin} 没有“{name}”这个选项。{meant}")))
    return errors


def check_options(
    loaded: tuple[ConfigErrors, ConfigWarnings],
    given: Mapping[str, object],
    known: Mapping[str, object],
    plugin: str,
) -> tuple[ConfigErrors, ConfigWarnings]:
    """Turn MkDocs' mere warnings about unknown options into errors that help."""
    errors, warnings = loaded
    unknown = unknown_options(given, known, plugin)
    names = {name for name, _ in unknown}
    return [*errors, *unknown], [w for w in warnings if w[0] not in names]


def _environment_flag(name: str, default: bool) -> bool:
    value = os.environ.get(name)
    return default if value is None else value.strip().lower() in _YES


def with_environment(options: CatalogOptions) -> CatalogOptions:
    """Apply GONGKAI_TODAY, GONGKAI_SKIP_BROKEN, GONGKAI_STRICT, GONGKAI_FORCE, GONGKAI_FULL and GONGKAI_JOBS."""
    options.today = os.environ.get("GONGKAI_TODAY") or options.today
    options.skip_broken = _environment_flag("GONGKAI_SKIP_BROKEN", options.skip_broken)
    options.strict = _environment_flag("GONGKAI_STRICT", options.strict)
    options.force = _environment_flag("GONGKAI_FORCE", options.force)
    options.full = _environment_flag("GONGKAI_FULL", options.full)
    jobs = os.environ.get("GONGKAI_JOBS", "")
    options.jobs = int(jobs) if jobs.isdigit() else options.jobs
    return options


def the_day(options: CatalogOptions) -> date:
    """The day of the build: as given, else today in China."""
    given = options.today
    if not given:
        return china_today()
    if isinstance(given, date):
        return given
    try:
        return date.fromisoformat(str(given))
    except ValueError:
        raise ConfigurationError(f"today 应写成 2026-11-23 这样的日期，现在是“{given}”。") from None


def worker_count(options: CatalogOptions) -> int:
    """How many processes render pages."""
    return max(1, options.jobs or os.cpu_count() or 1)


def state_folder(options: CatalogOptions, config_file: str | None) -> Path:
    """The folder for remembered state, beside mkdocs.yml."""
    base = Path(config_file).parent if config_file else Path.cwd()
    return base / options.state_dir
