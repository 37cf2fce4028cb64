"""The object that one build shares among its plugins: made in `on_config`, gone with the build."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from gongkai.loading.ordinary_pages import OrdinaryLinks
from gongkai.loading.site import Loaded
from gongkai.mkdocs_plugins.ahead import Ahead
from gongkai.mkdocs_plugins.assets import Assets
from gongkai.mkdocs_plugins.former_lines import FormerLines
from gongkai.mkdocs_plugins.output import Output
from gongkai.mkdocs_plugins.page_keys import PageKeys
from gongkai.mkdocs_plugins.ready import NOTHING, Ready
from gongkai.mkdocs_plugins.times import Times
from gongkai.model.problem import Level, Problem
from gongkai.planning.former import Former
from gongkai.planning.lock import Lock
from gongkai.planning.stamps import Placed
from gongkai.views.addresses import Addresses
from gongkai.views.compose import page_view
from gongkai.views.features import CORE
from gongkai.views.pages import PageView
from gongkai.views.spec import Feature, PageSpec


@dataclass(frozen=True, slots=True)
class Settings:
    """What the configuration says, as plain values.

    `site_folder` is the real output folder, `build_folder` the one beside it that MkDocs writes to.
    `configuration` is the text of the configuration file, empty where that is not all it says; `alone` says that no plugin but ours
    and no hook has a part in the build; `options_of_others` are those of all plugins but the owner; `full` that nothing of the last build is to be used;
    `by_mkdocs` that our pages are handed to MkDocs one by one: then each is made in every build.
    """

    name: str
    url: str
    content: Path
    site_folder: Path
    build_folder: Path
    state: Path
    config_file: str
    template_folders: tuple[str, ...]
    plain_files: bool
    today: date
    skip_broken: bool
    strict: bool
    force: bool
    jobs: int
    colour: str
    sign_off: bool
    index_pattern: str
    preset: str
    mode: str
    preview: bool
    full: bool = False
    configuration: str = ""
    alone: bool = False
    options_of_others: str = ""
    by_mkdocs: bool = False

    @property
    def layout(self) -> str:
        """The settings by which the same view may come out as another page, in one text."""
        return repr((self.url, self.plain_files))

    @property
    def shaping(self) -> str:
        """All settings that may change what is made, in one text; folders, `jobs`, `force` and `full` may not."""
        names = (
            "name", "url", "plain_files", "today", "skip_broken", "strict", "colour", "sign_off",
            "index_pattern", "preset", "mode", "preview", "by_mkdocs",
        )  # fmt: skip
        return repr([(name, str(getattr(self, name))) for name in names]) + self.options_of_others

    @property
    def root(self) -> Path:
        """The folder that paths in findings are relative to."""
        return Path(self.config_file).parent if self.config_file else self.content.parent


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything that is known before the first page is rendered."""

    loaded: Loaded
    addresses: Addresses
    specs: tuple[PageSpec, ...]
    problems: tuple[Problem, ...]
    ordinary: OrdinaryLinks = OrdinaryLinks()  # noqa: RUF009 - frozen

    @property
    def blocking(self) -> tuple[Problem, ...]:
        """The findings that stop a build."""
        return tuple(p for p in self.problems if p.level is Level.BLOCK)


@dataclass(slots=True)
class BuildContext:
    """Settings, the registered features, and what the stages have made so far."""

    settings: Settings
    assets: Assets
    features: dict[str, Feature] = field(default_factory=lambda: {CORE.name: CORE})
    plan: Plan | None = None
    lock: Lock | None = None
    former: Former | None = None
    lines: FormerLines | None = None
    marks: dict[str, Any] = field(default_factory=dict)
    output: Output | None = None
    keys: PageKeys | None = None
    ahead: Ahead | None = None
    ready: Ready = NOTHING
    placed: Mapping[str, Placed] = field(default_factory=dict)
    """All files of the site as they stand after the build; empty where one of them is not known."""
    ordinary_kept: bool = False
    direct: bool = False
    """Whether nobody but this program writes into the build folder."""
    times: Times = field(default_factory=Times)

    def register(self, feature: Feature) -> None:
        """Add a feature; the order of registration does not matter."""
        self.features[feature.name] = feature

    def in_order(self) -> list[Feature]:
        """The features by name, the same in whatever order the plugins are listed."""
        return [self.features[name] for name in sorted(self.features)]

    def planned(self) -> Plan:
        """The plan; asking before `on_pre_build` is a programming error."""
        if self.plan is None:
            raise RuntimeError("the catalog is not loaded yet: ask after on_pre_build")
        return self.plan

    def looked_back(self) -> Former:
        """What is known of the last build; asking before the build has begun is a programming error."""
        if self.former is None:
            raise RuntimeError("nobody has looked back yet: ask after the build has begun")
        return self.former

    def view(self, spec: PageSpec) -> PageView:
        """The view of one page, computed by the feature that listed it, with what the others add."""
        plan = self.planned()
        return page_view(spec, self.features, plan.loaded.catalog, plan.addresses)
