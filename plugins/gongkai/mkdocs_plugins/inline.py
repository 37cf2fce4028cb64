"""Python-Markdown's inline step without the searches that cannot find anything."""

from __future__ import annotations

import markdown
from markdown.inlinepatterns import Pattern
from markdown.treeprocessors import InlineProcessor
from markdown.util import AtomicString

_NEEDED = {
    "backtick": "`",
    "escape": "\\",
    "footnote": "[^",
    "reference": "[",
    "link": "[",
    "image_link": "![",
    "image_reference": "![",
    "short_reference": "[",
    "short_image_ref": "![",
    "autolink": "<",
    "automail": "<",
    "linebreak": "  \n",
    "html": "<",
    "entity": "&",
    "nl": "\n",
}
"""Pattern → what each of its matches contains; a pattern that is not named here is always tried."""


class QuickInline(InlineProcessor):
    """Asks `needed in text` before a pattern's regular expression: most of the dialect's twenty find nothing.

    The two methods with mangled names are Python-Markdown's own (treeprocessors.py, `__handleInline` and
    `__applyPattern`). Should a version rename them, this class changes nothing but the speed: the first is then
    not called any more. Matches only take markup out of a text, so what is missing before a pattern stays missing.
    """

    patterns: tuple[tuple[Pattern, str], ...] = ()

    def prepare(self) -> None:
        """Take the patterns in their order; to be called when all extensions are registered."""
        registry = self.md.inlinePatterns
        needed = {id(registry[name]): text for name, text in _NEEDED.items() if name in registry}
        self.patterns = tuple((pattern, needed.get(id(pattern), "")) for pattern in registry)

    def _InlineProcessor__handleInline(self, data: str, patternIndex: int = 0) -> str:  # noqa: N802, N803
        if isinstance(data, AtomicString):
            return data
        for index in range(patternIndex, len(self.patterns)):
            pattern, needed = self.patterns[index]
            found, start = needed in data, 0
            while found:
                data, found, start = self._InlineProcessor__applyPattern(pattern, data, index, start)  # type: ignore[attr-defined]
        return data


def install(converter: markdown.Markdown) -> markdown.Markdown:
    """The converter with the quick inline step in the place of its own."""
    quick = QuickInline(converter)
    converter.treeprocessors.register(quick, "inline", 20)
    quick.prepare()
    return converter
