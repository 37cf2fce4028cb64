"""Our own Jinja environment, made alike in every process from the theme's list of template folders."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import jinja2
from jinja2.runtime import Context
from markupsafe import Markup

from gongkai.views.pages import BodyView

BodyMaker = Callable[[BodyView, Callable[[str], str]], Markup]


def relative_url(path: str, base_url: str, plain_files: bool = False) -> str:
    """A site-rooted path as seen from a page whose way to the root is `base_url`; other addresses stay.

    With `plain_files` (`use_directory_urls: false`, for disks and CDs) folders name their index.html.
    """
    if not path.startswith("/"):
        return path
    address = f"{base_url}{path}"
    return address + "index.html" if plain_files and address.endswith("/") else address


def add_filters(environment: jinja2.Environment, make_body: BodyMaker, plain_files: bool) -> None:
    """Register `url` and `body`, the two filters that our templates use."""

    @jinja2.pass_context
    def url(context: Context, path: str) -> str:
        return relative_url(path, context["base_url"], plain_files)

    @jinja2.pass_context
    def body(context: Context, view: BodyView) -> Markup:
        base_url = context["base_url"]
        return make_body(view, lambda path: relative_url(path, base_url, plain_files))

    environment.filters["url"] = url
    environment.filters["body"] = body
    environment.autoescape = True


def make_environment(folders: Sequence[str], make_body: BodyMaker, plain_files: bool) -> jinja2.Environment:
    """An environment in which a name that a template may not see is an error."""
    environment = jinja2.Environment(
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
