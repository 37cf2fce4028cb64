"""One page of a build: its view, what that was computed from, and its HTML if the site has another one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from gongkai.exports.files import json_text
from gongkai.mkdocs_plugins.looks import Looks
from gongkai.mkdocs_plugins.output import Output
from gongkai.mkdocs_plugins.page_keys import PageKeys
from gongkai.mkdocs_plugins.renderer import Renderer
from gongkai.model.catalog import Catalog
from gongkai.model.watched import Digests, Watched
from gongkai.planning.made import Made
from gongkai.views.addresses import Addresses
from gongkai.views.compose import page_view
from gongkai.views.spec import Feature, PageSpec


@dataclass(frozen=True, slots=True)
class PageMaker:
    """Makes pages one after the other; every process has its own. `shown` holds the fingerprints of the site's pages."""

    renderer: Renderer
    features: Mapping[str, Feature]
    addresses: Addresses
    watched: Watched
    keys: PageKeys
    shown: Mapping[str, str]

    def make(self, spec: PageSpec, output: Output) -> None:
        """Write a page, or keep the one in the site where that shows the same; `output` notes what it was made from."""
        self.watched.begin()
        view = page_view(spec, self.features, self.watched, self.addresses)
        seen = self.watched.seen()
        fingerprint = self.keys.looks.fingerprint(spec, view)
        same = bool(fingerprint) and self.shown.get(spec.file) == fingerprint and output.keep(spec.file)
        if not same:
            output.write(spec.file, self.renderer.page(spec, view).encode())
        output.made[spec.file] = Made(fingerprint, json_text(seen), not same)
        output.keys[spec.file] = self.keys.key(spec, seen)


def page_maker(
    renderer: Renderer,
    features: Mapping[str, Feature],
    catalog: Catalog,
    addresses: Addresses,
    common: str,
    site: str,
    shown: Mapping[str, str],
    known: Mapping[str, str],
) -> PageMaker:
    """A maker of one's own; `known` are the looks of templates that somebody knows already."""
    keys = PageKeys(common, Looks(renderer.environment, site, dict(known)), Digests(catalog))
    return PageMaker(renderer, features, addresses, Watched(catalog), keys, shown)
