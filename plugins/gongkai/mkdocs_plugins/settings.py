"""From MkDocs' configuration to the plain settings of one build."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.config.base import Config
from mkdocs.exceptions import ConfigurationError

from gongkai.mkdocs_plugins.assets import find_assets, look_folder
from gongkai.mkdocs_plugins.call import configuration_text
from gongkai.mkdocs_plugins.context import BuildContext, Settings
from gongkai.mkdocs_plugins.feature_plugin import OWNER
from gongkai.mkdocs_plugins.options import (
    BY_MKDOCS,
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


def is_alone(config: MkDocsConfig) -> bool:
    """Whether only our plugins take part: another one, or a hook, may do anything at any time.

    Where our pages are handed to MkDocs, that is done for the sake of others.
    """
    owner = config.plugins.get(OWNER)
    if owner is not None and owner.config.get("pages") == BY_MKDOCS:
        return False
    ours = __name__.partition(".")[0]
    return not config.hooks and all(
        type(p).__module__.partition(".")[0] == ours for p in config.plugins.values()
    )


def options_of_others(config: MkDocsConfig) -> str:
    """The options of all plugins but the owner, in one text; a hook, which stands among them, has none."""
    asked = {name: getattr(p, "config", None) for name, p in config.plugins.items() if name != OWNER}
    return repr(sorted((name, dict(given)) for name, given in asked.items() if isinstance(given, Config)))


def make_context(config: MkDocsConfig, options: CatalogOptions, preview: bool) -> BuildContext:
    """A fresh context for one build; also lets the theme find our templates."""
    options = with_environment(options)
    folders = template_folders(config)
    config.theme.dirs[:] = folders
    site = Path(config.site_dir)
    config_file = config.config_file_path or ""
    state = state_folder(options, config_file)
    if state.resolve().is_relative_to(site.resolve()):
        raise ConfigurationError(
            f"state_dir 不能放在网站文件夹 {site} 里面：里面有不公开的原文。请改：state_dir: .gongkai"
        )
    settings = Settings(
        name=config.site_name,
        url=(config.site_url or "").rstrip("/") + "/" if config.site_url else "",
        content=Path(config.docs_dir),
        site_folder=site,
        build_folder=build_folder_of(site),
        state=state,
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
        mode=options.mode or "",
        preview=preview,
        full=options.full,
        configuration=configuration_text(config_file),
        alone=is_alone(config),
        by_mkdocs=options.pages == BY_MKDOCS,
        options_of_others=options_of_others(config),
    )
    return BuildContext(settings, find_assets(folders))
