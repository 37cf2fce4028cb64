"""What a body refers to: links and images with their lines, code left out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote


@dataclass(frozen=True, slots=True)
class Target:
    """A link or image as written, with its line in the file."""

    written: str
    line: int
    image: bool

    @property
    def scheme(self) -> str:
        """What stands before the first colon, lower case: `https`, `文号`; empty for a path."""
        head, colon, _ = self.written.partition(":")
        return head.lower() if colon and "/" not in head and "." not in head else ""

    @property
    def path(self) -> str:
        """The path without query and anchor, percent signs resolved."""
        return unquote(self.written.partition("#")[0].partition("?")[0]).replace("\\", "/")


_URL = r"(?:<(?P<angled>[^<>\n]*)>|(?P<bare>[^\s()<>]*(?:\([^\s()]*\)[^\s()<>]*)*))"
_TITLE = r"(?:\s+(?:\"[^\"\n]*\"|'[^'\n]*'|\([^()\n]*\)))?"
# What must not stand before comes after the bracket: a pattern that begins with a character is found at once.
_LINK = re.compile(
    rf"\[(?<![!\\]\[)(?:[^\[\]\n]|!\[[^\[\]\n]*\]\([^()\n]*\)|\n(?!\n))*\]\(\s*{_URL}{_TITLE}\s*\)"
)
_IMAGE = re.compile(rf"!\[(?<!\\!\[)[^\[\]\n]*\]\(\s*{_URL}{_TITLE}\s*\)")
_DEFINITION = re.compile(
    r"^ {0,3}\[(?P<name>[^\]\^\n][^\]\n]*)\]:[ \t]*(?:<(?P<angled>[^<>\n]*)>|(?P<bare>\S+))", re.MULTILINE
)
_IMAGE_NAME = re.compile(r"!\[(?P<alt>[^\]\n]*)\](?:\[(?P<name>[^\]\n]*)\])?")
_HTML = re.compile(
    r"<(?P<tag>a|img|video|audio|source|iframe|embed)\b[^>]*?\b(?:href|src)\s*=\s*"
    r"(?:\"(?P<double>[^\"]*)\"|'(?P<single>[^']*)'|(?P<bare>[^\s>]+))",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"<(?<!\]\(<)(?<!\]:[ \t]<)(?P<address>https?://[^<>\s]*)>", re.IGNORECASE)
"""An address that is its own link; after a bracket it is a link's target, which the other patterns find."""
_FENCE = re.compile(
    r"^(?P<indent> {0,3})(?P<fence>`{3,}|~{3,})[^\n]*\n.*?(?:^ {0,3}(?P=fence)[`~]*[ \t]*$|\Z)",
    re.MULTILINE | re.DOTALL,
)
_SPAN = re.compile(r"(?<!`)(?P<ticks>`{1,4})(?!`)[^`](?:.*?[^`])?(?P=ticks)(?!`)|(?<!`)`[^`\n]`(?!`)")
_INDENTED = re.compile(r"(?:^|(?<=\n\n))(?:(?: {4}|\t)[^\n]*\n?)+")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_LIST = re.compile(r"^ {0,3}(?:[-*+]|\d{1,9}[.)])\s", re.MULTILINE)


def targets(body: str, first_line: int) -> tuple[Target, ...]:
    """All links and images of a body in reading order, each place once."""
    if "](" not in body and "<" not in body and "]:" not in body:
        return ()
    text = without_code(body)
    found = sorted(_found(text))
    return tuple(
        Target(written.strip(), first_line + text.count("\n", 0, at), image) for at, written, image in found
    )


def without_code(body: str) -> str:
    """The body with code spans, code blocks and comments blanked out, every line kept."""
    text = _COMMENT.sub(_blank, body) if "<!--" in body else body
    if "```" in text or "~~~" in text:
        text = _FENCE.sub(_blank, text)
    if "`" in text:
        text = "\n\n".join(_SPAN.sub(_blank, part) for part in text.split("\n\n"))
    if ("\n    " in text or "\n\t" in text) and not _LIST.search(text):
        text = _INDENTED.sub(_blank, text)
    return text


def _blank(match: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", match[0])


def _found(text: str) -> Iterator[tuple[int, str, bool]]:
    if "](" in text:
        yield from _matches(_LINK, text, image=False)
    if "![" in text:
        yield from _matches(_IMAGE, text, image=True)
    if "]:" in text:
        images = {m["name"] or m["alt"] for m in _IMAGE_NAME.finditer(text)}
        for match in _DEFINITION.finditer(text):
            yield match.start(), match["angled"] or match["bare"] or "", match["name"] in images
    if "<" in text:
        for match in _ADDRESS.finditer(text):
            yield match.start(), match["address"], False
        for match in _HTML.finditer(text):
            written = match["double"] or match["single"] or match["bare"] or ""
            yield match.start(), written, match["tag"].lower() != "a"


def _matches(pattern: re.Pattern[str], text: str, *, image: bool) -> Iterator[tuple[int, str, bool]]:
    for match in pattern.finditer(text):
        yield match.start(), match["angled"] or match["bare"] or "", image
