"""Our own Jinja environment, made alike in every process from the theme's list of template folders."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

import jinja2
from jinja2.runtime import Context
from markupsafe import Markup

from gongkai.mkdocs_plugins.finish import finish
from gongkai.mkdocs_plugins.lean_templates import LeanEnvironment
from gongkai.mkdocs_plugins.qr import QrMaker
from gongkai.views.pages import BodyView
from gongkai.views.parts import Fact, Link, Row

BodyMaker = Callable[[BodyView, Callable[[str], str]], Markup]


ROOT = "\0"
"""Stands for the way to the site's root until the page is whole: so the parts that pages share are made once,
whatever the depth of the page. A NUL can stand in no text: loading refuses it."""


def rooted_url(path: str, plain_files: bool = False) -> str:
    """A site-rooted path with `ROOT` before it; addresses outside the site stay.

    With `plain_files` (`use_directory_urls: false`, for disks and CDs) folders name their index.html.
    """
    if not path.startswith("/"):
        return path
    return f"{ROOT}{path}index.html" if plain_files and path.endswith("/") else ROOT + path


def settle(html: str, base_url: str) -> str:
    """A whole page with `ROOT` replaced by its way to the site's root."""
    return html.replace(ROOT, base_url)


def add_filters(environment: jinja2.Environment, make_body: BodyMaker, plain_files: bool) -> None:
    """Register the filters that our templates use; pages need `settle` afterwards."""

    def url(path: str) -> str:
        # `rooted_url`, some fifty times a page.
        if path[:1] != "/":
            return path
        return f"{ROOT}{path}index.html" if plain_files and path[-1] == "/" else ROOT + path

    def body(view: BodyView, signature: Sequence[str] = ()) -> Markup:
        return finish(make_body(view, url), signature)

    environment.filters.update(
        url=url,
        body=body,
        chrome=_chrome_filter(environment),
        crumbs=_crumbs_filter(environment),
        paired=paired,
        cells_shown=cells_shown,
        qr=QrMaker().data_url,
    )
    environment.autoescape = True


class Box(NamedTuple):
    """The facts of a metadata box: short ones two to a line, long ones below, each on a line of its own."""

    pairs: list[Sequence[Fact]]
    long: list[Fact]


_ON_A_LINE = frozenset({"title", "summary", "keywords"})
_SHORT = 22


def paired(facts: Sequence[Fact]) -> Box:
    """The filter `paired`: how facts are spread over the lines of a box."""
    short: list[Fact] = []
    long: list[Fact] = []
    for fact in facts:
        key = fact.key
        if key in _ON_A_LINE or (len(fact.value) > _SHORT and key != "index_number"):
            long.append(fact)
        else:
            short.append(fact)
    return Box([short[at : at + 2] for at in range(0, len(short), 2)], long)


def _chrome_filter(environment: jinja2.Environment) -> Callable[[Context, str], Markup]:
    """The parts of a page that depend on the site, the current column and the page's depth alone, each made once."""
    # The site is kept beside what it made: the number of one that is gone may be given to the next.
    made: dict[tuple[str, str, str, int], tuple[object, Markup]] = {}

    @jinja2.pass_context
    def chrome(context: Context, name: str) -> Markup:
        names = context.parent
        view, site, way = names["view"], names["site"], names.get("base_url", ROOT)
        key = (name, view.head.section, way, id(site))
        found = made.get(key)
        if found is None:
            html = environment.get_template(f"partials/chrome_{name}.html").render(view=view, site=site)
            # Settled here: half of a page's addresses need not be looked for in every page.
            found = made[key] = (site, Markup(settle(html, way)))  # noqa: S704 - made by an escaping template
        return found[1]

    return chrome


def _crumbs_filter(environment: jinja2.Environment) -> Callable[[tuple[Link, ...]], Markup]:
    """The breadcrumb. Pages of a column have the way down to it in common, and mostly the last crumb too."""

    def macros() -> Any:
        return environment.get_template("partials/breadcrumb.html").module

    @lru_cache(maxsize=512)
    def way(links: tuple[Link, ...]) -> str:
        return str(macros().way(links))

    @lru_cache(maxsize=64)
    def here(link: Link) -> str:
        return str(macros().here(link))

    def crumbs(links: tuple[Link, ...]) -> Markup:
        return Markup(way(links[:-1]) + here(links[-1]))  # noqa: S704 - made by escaping macros

    return crumbs


class Shown(NamedTuple):
    """Which cells the rows of a list have besides those that all have."""

    numbers: bool
    states: bool


def cells_shown(rows: Sequence[Row]) -> Shown:
    """The filter `cells_shown`: document numbers and validity, where any row has them."""
    return Shown(any(row.doc_number for row in rows), any(row.validity for row in rows))


def make_environment(folders: Sequence[str], make_body: BodyMaker, plain_files: bool) -> LeanEnvironment:
    """An environment in which a name that a template may not see is an error."""
    environment = LeanEnvironment(
        loader=jinja2.FileSystemLoader(list(folders)),
        undefined=jinja2.StrictUndefined,
        autoescape=True,
        auto_reload=False,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    add_filters(environment, make_body, plain_files)
    return environment
