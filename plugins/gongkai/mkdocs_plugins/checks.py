"""Plugin `gongkai/checks`: the settings of `gongkai check`. A build runs no rule; the site gets at most a calendar."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from mkdocs.config import config_options as option
from mkdocs.config.base import Config, ConfigErrors, ConfigWarnings
from mkdocs.exceptions import ConfigurationError
from mkdocs.plugins import BasePlugin

from gongkai.checks.forecast import forecast
from gongkai.checks.material import Facts
from gongkai.checks.reports.ics import ics_report
from gongkai.checks.result import Result
from gongkai.checks.settings import CheckSettings, read_options
from gongkai.checks.words import WordLists
from gongkai.checks.workdays import WorkCalendar
from gongkai.mkdocs_plugins.feature_plugin import OWNER
from gongkai.mkdocs_plugins.options import check_options
from gongkai.model.catalog import Catalog
from gongkai.views.addresses import Addresses
from gongkai.views.spec import Feature

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

NAME = "gongkai/checks"
CALENDAR = "api/deadlines.ics"


class ChecksOptions(Config):
    """What may stand under `gongkai/checks:` in mkdocs.yml."""

    rules = option.Type(dict, default={})
    """Code → `on`, `off`, or thresholds: `{G02: {days: 10}, J07: on}`."""

    office_phones = option.ListOfItems(option.Type(str), default=[])
    """Mobile numbers that belong to offices."""

    government_hosts = option.ListOfItems(option.Type(str), default=[])
    """Endings of hosts that need no notice when left for, besides `.gov.cn`."""

    calendar = option.Type(bool, default=False)
    """Whether the site offers the deadlines of its columns as `/api/deadlines.ics`."""


@dataclass(frozen=True, slots=True)
class ChecksFeature(Feature):
    """The feature with the settings of the checks."""

    settings: CheckSettings = field(default_factory=CheckSettings)


class ChecksPlugin(BasePlugin[ChecksOptions]):
    """Registers the settings with the owner plugin's context."""

    config_class = ChecksOptions

    def load_config(
        self, options: dict[str, object], config_file_path: str | None = None
    ) -> tuple[ConfigErrors, ConfigWarnings]:
        """Read the options; one that is not known is an error."""
        loaded = super().load_config(options, config_file_path)
        return check_options(loaded, options, dict(self.config_scheme), NAME)

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Hand the settings to the context of this build."""
        owner = config.plugins.get(OWNER)
        if owner is None:
            raise ConfigurationError(
                f"插件 {NAME} 需要 {OWNER}：请在 mkdocs.yml 的 plugins 下加一行 “- {OWNER}”。"
            )
        settings, wrong = read_options(dict(self.config))
        if wrong:
            raise ConfigurationError(f"插件 {NAME}：{''.join(wrong)}")
        feature = ChecksFeature("checks", settings=settings)
        owner.context.register(replace(feature, exports=_calendar) if self.config.calendar else feature)
        return config


def _calendar(catalog: Catalog, _addresses: Addresses) -> Iterable[tuple[str, bytes]]:
    """The deadlines of the columns, and of them alone, as a calendar below the site."""
    facts = Facts(catalog, CheckSettings(), WorkCalendar(), WordLists())
    deadlines = tuple(d for d in forecast(facts) if d.code.startswith("G"))
    result = Result(catalog.unit.name, catalog.today, len(catalog.items), (), deadlines=deadlines)
    yield CALENDAR, ics_report(result).encode()
