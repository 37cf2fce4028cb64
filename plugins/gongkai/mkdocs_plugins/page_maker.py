"""The pages of a build: their views, what those were computed from, and their HTML if the site has another one."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import jinja2

from gongkai.exports.files import json_list
from gongkai.mkdocs_plugins.looks import Looks
from gongkai.mkdocs_plugins.output import Output
from gongkai.mkdocs_plugins.page_keys import PageKeys
from gongkai.mkdocs_plugins.renderer import Renderer
from gongkai.model.catalog import Catalog
from gongkai.model.watched import Digests, Watched
from gongkai.planning.made import Made
from gongkai.views.addresses import Addresses
from gongkai.views.compose import page_view
from gongkai.views.pages import PageView
from gongkai.views.spec import Feature, PageSpec


class RenderError(Exception):
    """A page could not be made; the message names it."""


def failed(spec: PageSpec, error: jinja2.TemplateError) -> RenderError:
    """What there is to say about a template that could not be filled."""
    return RenderError(f"页面 {spec.path}（模板 {spec.template}）生成失败：{error}")


@dataclass(slots=True)
class _Page:
    """A page on its way: what it shows, what was looked at for that, its HTML and the seconds spent so far."""

    spec: PageSpec
    view: PageView
    seen: tuple[str, ...]
    seconds: float
    data: bytes = b""


@dataclass(frozen=True, slots=True)
class PageMaker:
    """Makes pages; every process has its own. `shown` holds the fingerprints of the site's pages."""

    renderer: Renderer
    features: Mapping[str, Feature]
    addresses: Addresses
    watched: Watched
    keys: PageKeys
    shown: Mapping[str, str]

    def make(self, specs: Sequence[PageSpec], output: Output) -> list[tuple[float, str]]:
        """Write a few pages, or keep those in the site that show the same; `output` notes what they were made from.

        Each step is done for all of them before the next begins: so its code and what it works on stay in the
        processor's caches, which saves an eighth of the time. Returns the seconds for each page's view and HTML.
        Raises RenderError.
        """
        pages = [self._look(spec) for spec in specs]
        new = [page for page in pages if not self._note(page, output)]
        for page in new:
            self._prepare(page)
        for page in new:
            self._render(page)
        for page in new:
            output.write(page.spec.file, page.data)
        return [(page.seconds, page.spec.path) for page in pages]

    def _look(self, spec: PageSpec) -> _Page:
        start = time.perf_counter()
        self.watched.begin()
        view = page_view(spec, self.features, self.watched, self.addresses)
        return _Page(spec, view, self.watched.seen(), time.perf_counter() - start)

    def _note(self, page: _Page, output: Output) -> bool:
        """Note what a page is made from; returns whether the site's own shows the same, and stays."""
        spec, file = page.spec, page.spec.file
        fingerprint = self.keys.looks.fingerprint(spec, page.view)
        same = bool(fingerprint) and self.shown.get(file) == fingerprint and output.keep(file)
        output.made[file] = Made(fingerprint, json_list(page.seen), not same)
        output.keys[file] = self.keys.key(spec, page.seen)
        return same

    def _prepare(self, page: _Page) -> None:
        start = time.perf_counter()
        self.renderer.prepare(page.view)
        page.seconds += time.perf_counter() - start

    def _render(self, page: _Page) -> None:
        start = time.perf_counter()
        try:
            page.data = self.renderer.data(page.spec, page.view)
        except jinja2.TemplateError as error:
            raise failed(page.spec, error) from error
        page.seconds += time.perf_counter() - start


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
