"""Stage two: render pages and write everything else into the build folder."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import partial

from markupsafe import Markup

from gongkai.loading.bodies import BodyReader
from gongkai.mkdocs_plugins.bodies import Bodies
from gongkai.mkdocs_plugins.context import BuildContext
from gongkai.mkdocs_plugins.environment import make_environment
from gongkai.mkdocs_plugins.errands import errands
from gongkai.mkdocs_plugins.fingerprints import common_key, site_key
from gongkai.mkdocs_plugins.lean_templates import Trees
from gongkai.mkdocs_plugins.looks import Looks
from gongkai.mkdocs_plugins.ordinary_state import keep_ordinary_pages, ordinary_key
from gongkai.mkdocs_plugins.output import Output
from gongkai.mkdocs_plugins.page_keys import PageKeys
from gongkai.mkdocs_plugins.page_maker import PageMaker, page_maker
from gongkai.mkdocs_plugins.ready import NOTHING, Ready
from gongkai.mkdocs_plugins.renderer import Renderer
from gongkai.mkdocs_plugins.site_values import site_view
from gongkai.mkdocs_plugins.workers import errands_beside, render_all
from gongkai.model.catalog import Catalog
from gongkai.model.watched import Digests
from gongkai.views.addresses import Addresses
from gongkai.views.compose import page_view
from gongkai.views.pages import BodyView, PageView
from gongkai.views.site import SiteView
from gongkai.views.spec import Feature, PageSpec


@dataclass(frozen=True, slots=True)
class RenderKit:
    """All that the pages of a build are made from, as plain values: a worker makes its own renderer from it."""

    template_folders: tuple[str, ...]
    plain_files: bool
    site: SiteView
    root_url: str
    features: Mapping[str, Feature]
    catalog: Catalog
    addresses: Addresses
    bodies: BodyReader
    common: str = ""
    site_key: str = ""
    shown: Mapping[str, str] = field(default_factory=dict)
    looks: Mapping[str, str] = field(default_factory=dict)
    trees: Trees = field(default_factory=Trees)
    ready: Ready = NOTHING

    def renderer(self) -> Renderer:
        """A renderer with its own environment and Markdown converter."""
        bodies = Bodies(lambda number: self.bodies.body(self.catalog.by_number[number]), ready=self.ready)
        environment = make_environment(self.template_folders, bodies.html, self.plain_files)
        environment.trees.update(self.trees)
        environment.codes = self.ready.codes

        def view(spec: PageSpec) -> PageView:
            return page_view(spec, self.features, self.catalog, self.addresses)

        return Renderer(environment, self.site, view, self.root_url, bodies)

    def maker(self) -> PageMaker:
        """A page maker with a renderer of its own."""
        return page_maker(
            self.renderer(),
            self.features,
            self.catalog,
            self.addresses,
            self.common,
            self.site_key,
            self.shown,
            self.looks,
        )


def render_kit(context: BuildContext) -> RenderKit:
    """The kit of a build."""
    settings, plan = context.settings, context.planned()
    return RenderKit(
        template_folders=settings.template_folders,
        plain_files=settings.plain_files,
        site=site_view(context),
        root_url=root_url(settings.url),
        features={name: feature.for_pages() for name, feature in context.features.items()},
        catalog=plan.loaded.catalog,
        addresses=plan.addresses,
        bodies=plan.loaded.bodies,
        ready=context.ready,
    )


def no_body(_view: BodyView, _address: Callable[[str], str]) -> Markup:
    """The `body` filter on ordinary pages, whose content is MkDocs': nothing to make."""
    return Markup("")


def root_url(url: str) -> str:
    """The path of the site's address: `https://a.example/qs/` → `/qs/`."""
    return "/" + url.partition("://")[2].partition("/")[2] if "://" in url else "/"


def make_site(context: BuildContext) -> None:
    """Write pages, exports, assets, attachments and root files; the context's `output` says what was written."""
    former, times = context.looked_back(), context.times
    keys, output = open_output(context)
    shown = {path: recipe.fingerprint for path, recipe in former.stored.recipes.items()}
    specs, to_do = context.planned().specs, errands(context)
    with times.stage("生成页面和数据"):
        if former.stored.recipes:  # to find what changed takes a while: the errands need not wait for it
            same = partial(keys.keep_same, specs, former.stored.recipes, output)
            specs, first = errands_beside(to_do, output, context.settings.jobs, same)
            to_do = ()
            times.add(first.errands)
        kit = replace(
            render_kit(context),
            common=keys.common,
            site_key=keys.looks.site,
            shown=shown,
            looks={name: keys.looks.of(name) for name in dict.fromkeys(spec.template for spec in specs)},
            trees=keys.looks.environment.trees,
        )
        made = render_all(kit, specs, output, context.settings.jobs, to_do)
        times.slowest = made.slowest
        times.add(made.errands)
    # Nobody lists rows after this, and the manifest and the state need room.
    kit.addresses.rows.clear()


def make_rest(context: BuildContext) -> None:
    """Write everything but the pages, which MkDocs has written."""
    _, output = open_output(context)
    with context.times.stage("生成页面和数据"):
        _, done = errands_beside(errands(context), output, context.settings.jobs, lambda: None)
        context.times.add(done.errands)
    context.planned().addresses.rows.clear()


def open_output(context: BuildContext) -> tuple[PageKeys, Output]:
    """The keys of this build's pages and its output; made at the first call."""
    if context.keys is None or context.output is None:
        former, plan, settings = context.looked_back(), context.planned(), context.settings
        environment = make_environment(settings.template_folders, no_body, settings.plain_files)
        site = site_key(former.engine, settings.layout, site_view(context))
        context.ready = context.ahead.take() if context.ahead else NOTHING
        looks = Looks(environment, site, read=dict(context.ready.templates))
        common = common_key(former.engine, settings.shaping, plan.loaded.catalog, plan.addresses)
        context.keys = PageKeys(common, looks, Digests(plan.loaded.catalog))
        context.output = Output(settings.build_folder, former.standing)
    return context.keys, context.output


def needs_engine(context: BuildContext) -> bool:
    """Whether MkDocs must make the ordinary pages; if not, those of the last build stay."""
    keys, output = open_output(context)
    plan = context.planned()
    if not (plan.loaded.ordinary or plan.ordinary.pictures):
        return False
    key, facts = ordinary_key(context, keys.looks), context.looked_back().stored.facts
    context.ordinary_kept = keep_ordinary_pages(facts, key, output)
    return not context.ordinary_kept
