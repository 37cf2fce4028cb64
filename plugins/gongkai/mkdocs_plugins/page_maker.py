"""One page of a build: its view, what that was computed from, and its HTML if the site has another one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import jinja2

from gongkai.exports.files import json_text
from gongkai.mkdocs_plugins.fingerprints import TemplateText, digest, template_key
from gongkai.mkdocs_plugins.output import Output
from gongkai.mkdocs_plugins.renderer import Renderer
from gongkai.model.catalog import Catalog
from gongkai.model.watched import Watched
from gongkai.planning.made import Made
from gongkai.views.addresses import Addresses
from gongkai.views.compose import page_view
from gongkai.views.pages import PageView
from gongkai.views.spec import Feature, PageSpec


@dataclass(slots=True)
class Looks:
    """What the pages of one template are made with besides their views; `site` stands for the site view."""

    environment: jinja2.Environment
    site: str
    known: dict[str, str] = field(default_factory=dict)
    read: dict[str, TemplateText] = field(default_factory=dict)

    def of(self, template: str) -> str:
        """The digest of the site view and of a page template with all that it draws in; empty: nobody can say."""
        if template not in self.known:
            found = template_key(self.environment, f"pages/{template}.html", self.read)
            self.known[template] = digest(self.site, found) if found else ""
        return self.known[template]

    def fingerprint(self, spec: PageSpec, view: PageView) -> str:
        """What a page shows, in one short text; empty when nobody can say.

        A view's `repr` names every value in it. The body is in it by the checksum of its source.
        """
        look = self.of(spec.template)
        return digest(look, spec.path, repr(view)) if look else ""


@dataclass(frozen=True, slots=True)
class PageMaker:
    """Makes pages one after the other; every process has its own. `shown` holds the fingerprints of the site's pages."""

    renderer: Renderer
    features: Mapping[str, Feature]
    addresses: Addresses
    watched: Watched
    looks: Looks
    shown: Mapping[str, str]

    def make(self, spec: PageSpec, output: Output) -> None:
        """Write a page, or keep the one in the site where that shows the same; `output` notes what it was made from."""
        self.watched.begin()
        view = page_view(spec, self.features, self.watched, self.addresses)
        looked_at = json_text(self.watched.seen())
        fingerprint = self.looks.fingerprint(spec, view)
        same = bool(fingerprint) and self.shown.get(spec.file) == fingerprint and output.keep(spec.file)
        if not same:
            output.write(spec.file, self.renderer.page(spec, view).encode())
        output.made[spec.file] = Made(fingerprint, looked_at, not same)


def page_maker(
    renderer: Renderer,
    features: Mapping[str, Feature],
    catalog: Catalog,
    addresses: Addresses,
    site: str,
    shown: Mapping[str, str],
) -> PageMaker:
    """A maker of one's own."""
    looks = Looks(renderer.environment, site)
    return PageMaker(renderer, features, addresses, Watched(catalog), looks, shown)
