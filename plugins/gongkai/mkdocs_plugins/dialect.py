"""The Markdown dialect of items: Python-Markdown with a fixed set of extensions.

The set is fixed because every extension is part of what a page is made from: one that reads other files
would make pages depend on things that no fingerprint sees.
"""

from __future__ import annotations

from xml.etree.ElementTree import Element

import markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

EXTENSIONS = ("tables", "fenced_code", "footnotes", "def_list", "sane_lists", "nl2br", "admonition")
"""`nl2br`: clerks paste from Word line by line, and expect lines to stay lines."""

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_ALIGN = {
    "text-align: left;": "gk-left",
    "text-align: center;": "gk-center",
    "text-align: right;": "gk-right",
}


class _Tidy(Treeprocessor):
    """Headings below the page's own h1 without gaps; table alignment as classes (a strict policy forbids `style`)."""

    def run(self, root: Element) -> None:
        used = sorted({e.tag for e in root.iter() if e.tag in _HEADINGS})
        new = {tag: f"h{min(6, n + 2)}" for n, tag in enumerate(used)}
        for element in root.iter():
            if element.tag in new:
                element.tag = new[element.tag]
            elif element.tag in ("td", "th") and "style" in element.attrib:
                element.set("class", _ALIGN.get(element.attrib.pop("style"), "gk-left"))


class _TidyExtension(Extension):
    """Runs after the inline patterns, before serialisation."""

    def extendMarkdown(self, md: markdown.Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        md.treeprocessors.register(_Tidy(md), "gongkai-tidy", 5)


def make_markdown() -> markdown.Markdown:
    """A converter that may be used for many bodies, one after the other, with `reset()` between them."""
    return markdown.Markdown(
        extensions=[*EXTENSIONS, _TidyExtension()],
        extension_configs={"footnotes": {"BACKLINK_TITLE": "回到正文第 {} 处", "UNIQUE_IDS": False}},
        output_format="html",
    )
