"""Our pages as MkDocs pages (`pages: mkdocs`), so that the page events of other plugins reach them.

The same renderer makes them, so that the bytes are those of our own road where nobody changes anything. `markdown`
is the text of the item that a page shows, `content` what stands inside `<main>`; MkDocs writes the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import jinja2
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc

from gongkai.mkdocs_plugins.bodies import Bodies
from gongkai.mkdocs_plugins.errors import explain
from gongkai.mkdocs_plugins.making_stage import render_kit
from gongkai.mkdocs_plugins.page_maker import failed
from gongkai.mkdocs_plugins.renderer import Renderer, shown_body
from gongkai.views.pages import PageView
from gongkai.views.spec import PageSpec

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

    from gongkai.mkdocs_plugins.context import BuildContext

TEMPLATE = "gongkai-page.html"
_TEXT = "{{ page.before|safe }}{{ page.content|safe }}{{ page.after|safe }}"
_FOLDER = "gongkai/"
"""No ordinary page lies there: so the names of our pages are nobody else's."""
_MAIN = re.compile(r"<main\b[^>]*>")


@dataclass(frozen=True, slots=True)
class Press:
    """Makes the pages. `texts` holds the Markdown of the page under way as other plugins left it, by index number."""

    renderer: Renderer
    bodies: Bodies
    texts: dict[str, str] = field(default_factory=dict)

    def source(self, view: PageView) -> str:
        """The Markdown that a page shows; empty for a page that is no item's."""
        body = shown_body(view)
        return self.bodies.read(body.source) if body else ""

    def page(self, spec: PageSpec, view: PageView, source: str) -> str:
        """One page, whole, with this Markdown. Raises RenderError."""
        body = shown_body(view)
        if body:
            self.texts[body.source] = source
        try:
            return self.renderer.page(spec, view)
        except jinja2.TemplateError as error:
            raise failed(spec, error) from error
        finally:
            self.texts.clear()


def make_press(context: BuildContext) -> Press:
    """The press of a build whose plan stands."""
    texts: dict[str, str] = {}
    renderer = render_kit(context).renderer()
    bodies = renderer.bodies
    if bodies is None:
        raise RuntimeError("a renderer of a kit makes bodies")
    read = bodies.read

    def text_of(number: str) -> str:
        return texts[number] if number in texts else read(number)

    bodies.read = text_of
    return Press(renderer, bodies, texts)


class HandedPage(Page):
    """A page of ours in MkDocs' loop; `before` and `after` are what stands around its content."""

    def __init__(self, file: File, config: MkDocsConfig, spec: PageSpec, press: Press) -> None:
        super().__init__(None, file, config)
        self.spec, self.press = spec, press
        self.before = self.after = ""
        self._view: PageView | None = None

    def read_source(self, config: MkDocsConfig) -> None:
        """Find the view, and the Markdown that it shows, for the plugins that look at it or change it."""
        given = config.plugins.on_page_read_source(page=self, config=config)
        with explain():
            self._view = view = self.press.renderer.view(self.spec)
            self.markdown = self.press.source(view) if given is None else given
        self.meta = {"title": view.head.title, "template": TEMPLATE}

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Make the page; its main part is the content that other plugins get."""
        if self._view is None:
            raise RuntimeError("the source of the page has not been read")
        with explain():
            html = self.press.page(self.spec, self._view, self.markdown or "")
        self.before, self.content, self.after = parted(html)
        self.toc = get_toc([])
        self._view = None  # thousands of pages wait to be written


def parted(html: str) -> tuple[str, str, str]:
    """A page as what stands before, inside and after `<main>`; all of it is inside where a template has none."""
    start, end = _MAIN.search(html), html.rfind("</main>")
    if start is None or end < start.end():
        return "", html, ""
    return html[: start.end()], html[start.end() : end], html[end:]


def handed_files(specs: Iterable[PageSpec], context: BuildContext, config: MkDocsConfig) -> Iterator[File]:
    """A file with its page for every page of ours; none of them is in the navigation."""
    press = make_press(context)
    for spec in specs:
        name = f"{_FOLDER}{spec.file.removesuffix('.html')}.md"
        file = File.generated(config, name, content="", inclusion=InclusionLevel.NOT_IN_NAV)
        file.dest_uri = spec.file
        HandedPage(file, config, spec, press)
        yield file


def add_template(environment: jinja2.Environment) -> None:
    """Let MkDocs find the template that puts a page together again."""
    loaders = [environment.loader] if environment.loader else []
    environment.loader = jinja2.ChoiceLoader([*loaders, jinja2.DictLoader({TEMPLATE: _TEXT})])


def without_handed(files: Files) -> Files:
    """Only the files that are not pages of ours."""
    return Files([file for file in files if not isinstance(file.page, HandedPage)])
