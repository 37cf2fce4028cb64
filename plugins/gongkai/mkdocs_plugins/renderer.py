"""Pages from specs: one function makes one page, whether for a build, a worker or a preview."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from gongkai.mkdocs_plugins.bodies import Bodies
from gongkai.mkdocs_plugins.environment import settle
from gongkai.mkdocs_plugins.lean_templates import LeanEnvironment
from gongkai.views.pages import ItemView, ListView, PageView
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
        shown = view.single if isinstance(view, ListView) else view
        if self.bodies and isinstance(shown, ItemView):
            self.bodies.prepare(shown.body, self.environment.filters["url"])

    def html(self, spec: PageSpec) -> str:
        """One page, whole."""
        return self.page(spec, self.view(spec))

    def page(self, spec: PageSpec, view: PageView) -> str:
        """One page, whole, whose view is known."""
        template = self.environment.get_template(f"pages/{spec.template}.html")
        way = base_url(spec, self.root_url)
        return settle(template.render(view=view, site=self.site, base_url=way), way)


def base_url(spec: PageSpec, root_url: str) -> str:
    """The way from a page to the site's root, without a closing slash (`../..`)."""
    if spec.path == "/404.html":
        return root_url.rstrip("/")
    return "/".join([".."] * (spec.file.count("/"))) or "."
