"""What all feature plugins share: they register one feature with the owner plugin and do nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from mkdocs.config.base import Config, ConfigErrors, ConfigWarnings
from mkdocs.exceptions import ConfigurationError
from mkdocs.plugins import BasePlugin

from gongkai.mkdocs_plugins.options import check_options
from gongkai.views.spec import Feature

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

OWNER = "gongkai/catalog"


class NoOptions(Config):
    """A feature plugin without options of its own."""


class FeaturePlugin(BasePlugin[NoOptions]):
    """Registers `feature` in `on_config`, after the owner plugin's (priority 100), in whatever order they are listed."""

    config_class = NoOptions
    name: ClassVar[str]
    feature: ClassVar[Feature]

    def load_config(
        self, options: dict[str, object], config_file_path: str | None = None
    ) -> tuple[ConfigErrors, ConfigWarnings]:
        """Read the options; one that is not known is an error."""
        loaded = super().load_config(options, config_file_path)
        return check_options(loaded, options, dict(self.config_scheme), self.name)

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Hand the feature to the owner plugin's context of this build."""
        owner = config.plugins.get(OWNER)
        if owner is None:
            raise ConfigurationError(
                f"插件 {self.name} 需要 {OWNER}：请在 mkdocs.yml 的 plugins 下加一行 “- {OWNER}”。"
            )
        owner.context.register(self.feature)
        return config
