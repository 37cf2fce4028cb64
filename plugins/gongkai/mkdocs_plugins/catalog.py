"""Plugin `gongkai/catalog`: the owner of the build. It holds the hooks and delegates everything else."""

from __future__ import annotations

import time
from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from mkdocs.config.base import ConfigErrors, ConfigWarnings
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority, get_plugin_logger

from gongkai.mkdocs_plugins import making_stage, planning_stage, publishing_stage
from gongkai.mkdocs_plugins.context import BuildContext
from gongkai.mkdocs_plugins.environment import add_filters
from gongkai.mkdocs_plugins.errors import explain
from gongkai.mkdocs_plugins.handed_pages import HandedPage, add_template, handed_files
from gongkai.mkdocs_plugins.options import CatalogOptions, check_options
from gongkai.mkdocs_plugins.ordinary import keep_ordinary, ordinary_context, settle_page
from gongkai.mkdocs_plugins.report import BuildReport, report_lines
from gongkai.mkdocs_plugins.settings import make_context
from gongkai.mkdocs_plugins.times import profile_lines

if TYPE_CHECKING:
    import jinja2
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page
    from mkdocs.utils.templates import TemplateContext

log = get_plugin_logger("gongkai")


class CatalogPlugin(BasePlugin[CatalogOptions]):
    """Owner plugin. `context` belongs to the build under way, `report` to the last one that ended."""

    config_class = CatalogOptions
    context: BuildContext
    report: BuildReport | None = None
    preview = False
    prepared: BuildContext | None = None
    """A build that was begun and planned already, for the next `on_config`."""
    _started = 0.0

    def load_config(
        self, options: dict[str, object], config_file_path: str | None = None
    ) -> tuple[ConfigErrors, ConfigWarnings]:
        """Read the options; one that is not known is an error."""
        loaded = super().load_config(options, config_file_path)
        return check_options(loaded, options, dict(self.config_scheme), "gongkai/catalog")

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Remember whether this is a preview; defining this keeps the plugin object across rebuilds."""
        self.preview = command == "serve"

    @event_priority(100)  # before any feature plugin registers
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Make this build's context, and let MkDocs write beside the real site."""
        self._started = time.monotonic()
        if self.prepared is not None:
            self.context, self.prepared = self.prepared, None
            return self._beside(config)
        self.context = make_context(config, self.config, self.preview)
        return self._beside(config)

    def _beside(self, config: MkDocsConfig) -> MkDocsConfig:
        config.site_dir = str(self.context.settings.build_folder)
        config.theme.static_templates = set()
        return config

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Load and judge the catalog before anything is touched."""
        if self.context.plan is not None:
            return
        with explain(self.context.settings.site_folder):
            if self.context.lock is None:
                publishing_stage.begin(self.context)
            with self.context.times.stage("读取和检查"):
                self.context.plan = planning_stage.make_plan(self.context)
            planning_stage.judge(self.context.plan, self.context.settings)

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Take everything but the ordinary pages out of MkDocs' hands; with `pages: mkdocs` put our pages there."""
        plan = self.context.planned()
        kept = keep_ordinary(files, plan.loaded.ordinary, plan.ordinary.pictures)
        if self.context.settings.by_mkdocs:
            for file in handed_files(plan.specs, self.context, config):
                kept.append(file)
        return kept

    def on_env(self, env: jinja2.Environment, *, config: MkDocsConfig, files: Files) -> jinja2.Environment:
        """Give MkDocs' environment our filters, so that ordinary pages share our layout."""
        add_filters(env, making_stage.no_body, self.context.settings.plain_files)
        add_template(env)
        return env

    def on_page_context(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Hand the layout of an ordinary page what it knows: `view` and `site`."""
        if isinstance(page, HandedPage):
            return context
        context.update(ordinary_context(page, self.context))  # type: ignore[typeddict-item] # our own names
        return context

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Settle the addresses of our layout on an ordinary page."""
        return settle_page(output, page)

    def _make(self, *, config: MkDocsConfig) -> None:
        with explain(self.context.settings.site_folder):
            if self.context.settings.by_mkdocs:
                making_stage.make_rest(self.context)
            else:
                making_stage.make_site(self.context)

    @event_priority(-100)  # when every other plugin has written what it adds
    def _publish(self, *, config: MkDocsConfig) -> None:
        with explain(self.context.settings.site_folder):
            report = publishing_stage.publish(self.context, time.monotonic() - self._started)
        profile = tuple(profile_lines(self.context.times, time.monotonic() - self._started))
        self.report = replace(report, profile=profile)
        config.site_dir = str(self.context.settings.site_folder)
        for line in report_lines(self.report):
            log.info(line)

    on_post_build = CombinedEvent(_make, _publish)

    def on_build_error(self, *, error: Exception) -> None:
        """Leave nothing behind; the former site was not touched."""
        if hasattr(self, "context"):
            publishing_stage.end(self.context)
