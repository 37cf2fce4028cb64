"""From MkDocs' configuration to the plain settings of one build."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from gongkai.mkdocs_plugins.assets import find_assets, look_folder
from gongkai.mkdocs_plugins.context import BuildContext, Settings
from gongkai.mkdocs_plugins.options import (
    CatalogOptions,
    state_folder,
    the_day,
    with_environment,
    worker_count,
)
from gongkai.planning.workspace import build_folder_of

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig


def template_folders(config: MkDocsConfig) -> tuple[str, ...]:
    """The site's own folder first, then ours, then the theme's."""
    look = look_folder()
    folders = [folder for folder in config.theme.dirs if not Path(folder).samefile(look)]
    own = [folder for folder in folders if folder == config.theme.custom_dir]
    return (*own, str(look), *(folder for folder in folders if folder not in own))


def make_context(config: MkDocsConfig, options: CatalogOptions, preview: bool) -> BuildContext:
    """A fresh context for one build; also lets the theme find our templates."""
    options = with_environment(options)
    folders = template_folders(config)
    config.theme.dirs[:] = folders
    site = Path(config.site_dir)
    config_file = config.config_file_path or ""
    settings = Settings(
        name=config.site_name,
        url=(config.site_url or "").rstrip("/") + "/" if config.site_url else "",
        content=Path(config.docs_dir),
        site_folder=site,
        build_folder=build_folder_of(site),
        state=state_folder(options, config_file),
        config_file=config_file,
        template_folders=folders,
        plain_files=not config.use_directory_urls,
        today=the_day(options),
        skip_broken=options.skip_broken,
        strict=options.strict or bool(config.strict),
        force=options.force,
        jobs=worker_count(options),
        colour=options.colour,
        sign_off=options.sign_off,
        index_pattern=options.index_pattern,
        preset=options.preset,
        mode=options.mode,
        preview=preview,
    )
    return BuildContext(settings, find_assets(folders))
