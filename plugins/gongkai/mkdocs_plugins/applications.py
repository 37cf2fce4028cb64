"""Plugin `gongkai/applications`: applying for information (依申请公开): the page, the forms, where the ledger lies."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.config import config_options as option
from mkdocs.config.base import Config, ConfigErrors, ConfigWarnings
from mkdocs.exceptions import ConfigurationError
from mkdocs.plugins import BasePlugin

from gongkai.loading.applications_file import read_applications, uneven_problem
from gongkai.loading.ledger_file import Ledger, private_folder, read_ledger
from gongkai.mkdocs_plugins.context import BuildContext
from gongkai.mkdocs_plugins.feature_plugin import OWNER
from gongkai.mkdocs_plugins.kept_files import KeptFiles
from gongkai.mkdocs_plugins.options import check_options
from gongkai.model.catalog import Catalog
from gongkai.model.problem import Problem
from gongkai.views.addresses import Addresses
from gongkai.views.application_page import apply_pages, apply_parts, apply_path, apply_view
from gongkai.views.spec import Feature

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

PLUGIN, NAME = "gongkai/applications", "applications"
LEDGER = "../台账"


class ApplicationsOptions(Config):
    """What may stand under `gongkai/applications:` in mkdocs.yml."""

    ledger = option.Optional(option.Type(str))
    """Folder of the private ledger, relative to mkdocs.yml; default `../台账`."""


@dataclass(frozen=True, slots=True)
class Build:
    """What the feature knows of one build; a process that makes pages needs none of it."""

    context: BuildContext | None

    def __reduce__(self) -> tuple[type[Build], tuple[None]]:
        return Build, (None,)

    def exports(self, catalog: Catalog, addresses: Addresses) -> Iterator[tuple[str, bytes]]:
        """The form to fill in: pdf and docx."""
        path = apply_path(catalog, addresses)
        if self.context is None or not path:
            return
        from gongkai.exports.application_form import form_key, make_forms

        kept = KeptFiles(self.context.settings.state / "forms")
        key = form_key(catalog.unit)
        forms = kept.get(key) or kept.put(key, make_forms(catalog.unit))
        for name, data in sorted(forms.items()):
            yield path.lstrip("/") + name, data

    def problems(self, _catalog: Catalog) -> Iterable[Problem]:
        """What is wrong in `content/applications.yml`, numbers that do not balance among it."""
        if self.context is None:
            return
        file = read_applications(self.context.settings.content)
        yield from file.problems
        for year in file.years.values():
            if year.carried_in is not None:
                found = uneven_problem(year, year.carried_in)
                yield from (found,) if found else ()


@dataclass(frozen=True, slots=True)
class ApplicationsFeature(Feature):
    """The feature with the folder of the ledger, as it is and as findings show it."""

    ledger: Path | None = None
    shown: str = LEDGER


class ApplicationsPlugin(BasePlugin[ApplicationsOptions]):
    """Adds the feature `applications`."""

    config_class = ApplicationsOptions

    def load_config(
        self, options: dict[str, object], config_file_path: str | None = None
    ) -> tuple[ConfigErrors, ConfigWarnings]:
        """Read the options; one that is not known is an error."""
        loaded = super().load_config(options, config_file_path)
        return check_options(loaded, options, dict(self.config_scheme), PLUGIN)

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Register the feature; a ledger inside the folder that git keeps is refused."""
        owner = config.plugins.get(OWNER)
        if owner is None:
            raise ConfigurationError(
                f"插件 {PLUGIN} 需要 {OWNER}：请在 mkdocs.yml 的 plugins 下加一行 “- {OWNER}”。"
            )
        context: BuildContext = owner.context
        written = self.config.ledger or LEDGER
        build = Build(context)
        context.register(
            ApplicationsFeature(
                NAME,
                apply_pages,
                apply_view,
                apply_parts,
                build.exports,
                build.problems,
                ledger=_ledger(context.settings.root, written, bool(self.config.ledger)),
                shown=written,
            )
        )
        return config


def _ledger(root: Path, written: str, stated: bool) -> Path | None:
    """The ledger's folder; the default place inside what git keeps counts only where somebody has put one."""
    folder = private_folder(root, written)
    if isinstance(folder, Path):
        return folder
    if stated or (root / written).is_dir():
        raise ConfigurationError(f"插件 {PLUGIN}：{folder}")
    return None


def ledger_of(context: BuildContext) -> Ledger | None:
    """The private ledger; None where no place for it is known."""
    feature = context.features.get("applications")
    if not isinstance(feature, ApplicationsFeature) or feature.ledger is None:
        return None
    return read_ledger(feature.ledger, feature.shown)


def ledger_folder(context: BuildContext) -> Path | None:
    """Where the private ledger lies or would lie."""
    feature = context.features.get("applications")
    return feature.ledger if isinstance(feature, ApplicationsFeature) else None
