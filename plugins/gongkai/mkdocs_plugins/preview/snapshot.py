"""The site as it is at one moment: every address by dictionary, every page made when it is asked for."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from gongkai.loading.memory import Memory
from gongkai.loading.reread import reread, reread_text
from gongkai.loading.site import Loaded
from gongkai.mkdocs_plugins.bodies import Bodies
from gongkai.mkdocs_plugins.catalog import CatalogPlugin
from gongkai.mkdocs_plugins.context import BuildContext
from gongkai.mkdocs_plugins.environment import add_filters, make_environment
from gongkai.mkdocs_plugins.making_stage import root_url
from gongkai.mkdocs_plugins.planning_stage import make_plan
from gongkai.mkdocs_plugins.preview.answers import HTML, Answer, file_type, moved
from gongkai.mkdocs_plugins.preview.findings import with_findings
from gongkai.mkdocs_plugins.preview.ordinary_pages import ordinary_files
from gongkai.mkdocs_plugins.preview.routes import export_files, lying_files
from gongkai.mkdocs_plugins.renderer import Renderer
from gongkai.mkdocs_plugins.site_values import site_view
from gongkai.views.spec import PageSpec

NOT_FOUND = "404.html"


class Look:
    """What stays the same while only items change: the configuration, compiled templates, the Markdown converter."""

    def __init__(self, config: MkDocsConfig, owner: CatalogPlugin) -> None:
        self.config = config
        self.owner = owner
        self.context = owner.context
        settings = self.context.settings
        self.memory = Memory()
        self.bodies = Bodies(lambda _number: "")
        self.environment = make_environment(settings.template_folders, self.bodies.html, settings.plain_files)


class Snapshot:
    """A load of the folder with everything that can be asked for. Not for two threads at once, but for `exported`."""

    def __init__(self, look: Look, loaded: Loaded | None = None) -> None:
        self.look = look
        self.context = replace(look.context, features=dict(look.context.features))
        self.context.plan = make_plan(self.context, look.memory, loaded)
        self.root = root_url(self.context.settings.url)
        self.specs = _by_file(self.context)
        self.lying = lying_files(self.context)
        self.exports = export_files(self.context)
        self.renderer = self._renderer()
        self._ordinary: dict[str, bytes] | None = None

    def _renderer(self) -> Renderer:
        # Imported macros keep the filters that they first saw, so the maker of bodies stays and reads elsewhere;
        # the filters are made anew for the sake of the parts that they keep per site.
        self.look.bodies.read = self._body
        add_filters(self.look.environment, self.look.bodies.html, self.context.settings.plain_files)
        return Renderer(self.look.environment, site_view(self.context), self.context.view, self.root)

    def _body(self, number: str) -> str:
        loaded = self.context.planned().loaded
        return loaded.bodies.body(loaded.catalog.by_number[number])

    def take_text(self, path: str) -> bool:
        """Take in a file (path below the content folder) of which only the body's text changed; False if more did."""
        plan = self.context.planned()
        loaded = reread_text(plan.loaded, self.look.memory, path, plan.problems)
        if loaded is None:
            return False
        self.context.plan = replace(plan, loaded=loaded)
        self.exports = export_files(self.context)
        return True

    def after(self, paths: Collection[str]) -> Snapshot | None:
        """The snapshot after a change of these items, of which alone the files are read; None if more may have changed."""
        loaded = reread(self.context.planned().loaded, self.look.memory, paths)
        return None if loaded is None else Snapshot(self.look, loaded)

    def source(self, path: str) -> Path | None:
        """The file from which an item's page is made."""
        spec = self.specs.get(path + "index.html" if path.endswith("/") else path)
        items = self.context.planned().loaded.catalog.by_number
        item = items.get(spec.key[-1]) if spec and spec.key else None
        return self.context.settings.content / item.path if item else None

    def find(self, path: str) -> Answer | None:
        """The answer to an address below the site (without a leading slash), None when there may be an export."""
        file = path + "index.html" if path.endswith("/") or not path else path
        if file in self.specs:
            page = with_findings(self.renderer.html(self.specs[file]), self.specs[file], self.context)
            return Answer(200, HTML, page.encode())
        if file in self.lying:
            return Answer(200, file_type(file), self.lying[file]())
        if file in self.ordinary:
            return Answer(200, file_type(file), self.ordinary[file])
        inside = f"{file}/index.html"
        return moved(f"{self.root}{path}/") if inside in self.specs or inside in self.ordinary else None

    def exported(self, path: str) -> Answer | None:
        """The answer to the address of an exported file."""
        data = self.exports.get(path)
        return None if data is None else Answer(200, file_type(path), data)

    def not_found(self) -> Answer:
        """The site's own page for addresses that do not exist."""
        return Answer(404, HTML, self.renderer.html(self.specs[NOT_FOUND]).encode())

    @property
    def ordinary(self) -> dict[str, bytes]:
        """Ordinary pages with their pictures, made when they are first looked for."""
        if self._ordinary is None:
            self.look.owner.context = self.context
            self._ordinary = ordinary_files(self.look.config, self.context.planned())
        return self._ordinary


def _by_file(context: BuildContext) -> dict[str, PageSpec]:
    """Pages by their file; of two with one address the first is shown, and the list of findings names both."""
    return {spec.file: spec for spec in reversed(context.planned().specs)}
