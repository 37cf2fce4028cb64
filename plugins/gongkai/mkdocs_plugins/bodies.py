"""Bodies: from an item's Markdown to the HTML inside its page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import markdown
from markupsafe import Markup

from gongkai.mkdocs_plugins.charts import with_charts
from gongkai.mkdocs_plugins.dialect import make_markdown
from gongkai.mkdocs_plugins.fast_body import body_html
from gongkai.mkdocs_plugins.inline import install
from gongkai.mkdocs_plugins.ready import NOTHING, Ready
from gongkai.mkdocs_plugins.sanitize import clean_body, opening_tag
from gongkai.views.pages import BodyView


@dataclass(slots=True)
class Bodies:
    """Makes bodies one after the other with one Markdown converter; each process has its own.

    `read` gives the Markdown of an item by index number; what is `ready` is not made again.
    """

    read: Callable[[str], str]
    converter: markdown.Markdown = field(default_factory=lambda: install(make_markdown()))
    ahead: dict[str, Markup] = field(default_factory=dict)
    """Bodies that were made before their pages, by index number."""
    ready: Ready = NOTHING

    def prepare(self, body: BodyView, address: Callable[[str], str]) -> None:
        """Make a body for the page that will ask for it next."""
        self.ahead[body.source] = self._html(body, address)

    def html(self, body: BodyView, address: Callable[[str], str]) -> Markup:
        """The sanitised HTML of a body; `address` turns a site-rooted path into one for the current page."""
        return self.ahead.pop(body.source, None) or self._html(body, address)

    def _html(self, body: BodyView, address: Callable[[str], str]) -> Markup:
        made = self.ready.body(body)
        if made is not None:
            return Markup(made)  # noqa: S704 - by this function, in another process

        def clean(html: str) -> str:
            return clean_body(html, body.links, body.pictures, address)

        def link(written: str) -> str | None:
            return opening_tag(written, body.links, address)

        def make(source: str) -> str:
            return body_html(source, self._convert, clean, link)

        html = with_charts(self.read(body.source), make)
        return Markup(html)  # noqa: S704 - just sanitised

    def _convert(self, source: str) -> str:
        self.converter.reset()
        return self.converter.convert(source)
