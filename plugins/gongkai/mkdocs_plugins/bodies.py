"""Bodies: from an item's Markdown to the HTML inside its page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import markdown
from markupsafe import Markup

from gongkai.mkdocs_plugins.dialect import make_markdown
from gongkai.mkdocs_plugins.sanitize import clean_body
from gongkai.views.pages import BodyView


@dataclass(slots=True)
class Bodies:
    """Makes bodies one after the other with one Markdown converter; each process has its own.

    `read` gives the Markdown of an item by index number.
    """

    read: Callable[[str], str]
    converter: markdown.Markdown = field(default_factory=make_markdown)

    def html(self, body: BodyView, address: Callable[[str], str]) -> Markup:
        """The sanitised HTML of a body; `address` turns a site-rooted path into one for the current page."""
        self.converter.reset()
        html = self.converter.convert(self.read(body.source))
        return Markup(clean_body(html, body.links, body.pictures, address))  # noqa: S704 - just sanitised
