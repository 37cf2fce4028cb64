"""Pages from specs: one function makes one page, whether for a build, a worker or a preview."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from gongkai.mkdocs_plugins.bodies import Bodies
from gongkai.mkdocs_plugins.environment import ROOT, settle
from gongkai.mkdocs_plugins.lean_templates import LeanEnvironment
from gongkai.views.pages import BodyView, ItemView, ListView, PageView
from gongkai.views.site import SiteView
from gongkai.views.spec import PageSpec


@dataclass(frozen=True, slots=True)
class Renderer:
    """All that a page is made from besides its spec.

    `root_url` is the way to the root for pages that may be shown at any depth (404): the path of the
    site's address. `bodies` makes those of the pages that are prepared.
    """

    environment: LeanEnvironment
    site: SiteView
    view: Callable[[PageSpec], PageView]
    root_url: str
    bodies: Bodies | None = None

    def prepare(self, view: PageView) -> None:
        """Make the body that a page shows, if it shows one, before the page itself."""
        body = shown_body(view)
        if self.bodies and body:
            self.bodies.prepare(body, self.environment.filters["url"])

    def html(self, spec: PageSpec) -> str:
        """One page, whole."""
        return self.page(spec, self.view(spec))

    def page(self, spec: PageSpec, view: PageView) -> str:
        """One page, whole, whose view is known."""
        way = base_url(spec, self.root_url)
        return settle(self._filled(spec, view, way), way)

    def data(self, spec: PageSpec, view: PageView) -> bytes:
        """The same page as it is written. In UTF-8 the places of addresses are found in a third of the time."""
        way = base_url(spec, self.root_url)
        return self._filled(spec, view, way).encode().replace(ROOT.encode(), way.encode())

    def _filled(self, spec: PageSpec, view: PageView, way: str) -> str:
        template = self.environment.get_template(f"pages/{spec.template}.html")
        return template.render(view=view, site=self.site, base_url=way)


def shown_body(view: PageView) -> BodyView | None:
    """The body that a page shows: an item's, or that of the one item of a column."""
    shown = view.single if isinstance(view, ListView) else view
    return shown.body if isinstance(shown, ItemView) else None


def base_url(spec: PageSpec, root_url: str) -> str:
    """The way from a page to the site's root, without a closing slash (`../..`)."""
    if spec.path == "/404.html":
        return root_url.rstrip("/")
    return "/".join([".."] * (spec.file.count("/"))) or "."
