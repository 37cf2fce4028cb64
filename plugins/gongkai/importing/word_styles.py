"""What a Word file's styles say of a paragraph: where it stands, how large it is, whether it is a heading."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from gongkai.importing.word_xml import Node, W, on, tree, value

_HEADING = re.compile(r"(?:heading|标题)\s*([1-9])$", re.IGNORECASE)
_TITLE = re.compile(r"(?:title|标题|公文标题|文章标题|大标题)$", re.IGNORECASE)
_RED = re.compile(r"(?:[D-F][0-9A-F])(?:[0-4][0-9A-F]){2}", re.IGNORECASE)
_LEVELS = 12
"""Styles that follow one another: more of them are a circle."""


@dataclass(frozen=True, slots=True)
class Looks:
    """Where a paragraph stands and what its letters are; `heading` is 0 for text, `title` for a title's style."""

    align: str = ""
    size: float = 0
    bold: bool = False
    red: bool = False
    heading: int = 0
    title: bool = False


class Styles:
    """The styles of a file by their id."""

    def __init__(self, data: bytes | None) -> None:
        root = tree(data) if data else None
        listed = root.findall(f"{W}style") if root is not None else []
        self._styles: Mapping[str, Node] = {value(each, "styleId"): each for each in listed}
        default = next((k for k, each in self._styles.items() if _is_default(each)), "")
        self._default = default
        self._base = root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr") if root is not None else None

    def chain(self, name: str) -> Iterator[Node]:
        """A style and those that it is based on."""
        name = name or self._default
        for _ in range(_LEVELS):
            style = self._styles.get(name)
            if style is None:
                return
            yield style
            name = value(style.find(f"{W}basedOn"))

    def looks(self, paragraph: Node) -> Looks:
        """The looks of a paragraph: its own settings before those of its style."""
        own = paragraph.find(f"{W}pPr")
        chain = tuple(self.chain(_style_of(own)))
        settings = [own, *(style.find(f"{W}pPr") for style in chain)]
        letters = [style.find(f"{W}rPr") for style in chain]
        runs = [run for run in paragraph.iter(f"{W}r") if run.find(f"{W}t") is not None]
        align = next(
            (value(s.find(f"{W}jc")) for s in settings if s is not None and s.find(f"{W}jc") is not None), ""
        )
        return Looks(
            align={"end": "right", "right": "right", "center": "center"}.get(align, ""),
            size=max((_size([run.find(f"{W}rPr"), *letters, self._base]) for run in runs), default=0),
            bold=bool(runs) and all(_bold([run.find(f"{W}rPr"), *letters]) for run in runs),
            red=bool(runs) and all(_red([run.find(f"{W}rPr"), *letters]) for run in runs),
            heading=_level(settings, chain),
            title=any(_TITLE.match(value(style.find(f"{W}name"))) for style in chain[:1]),
        )

    def numbering(self, name: str) -> Node | None:
        """The numbering that a style gives to its paragraphs."""
        found = (style.find(f"{W}pPr/{W}numPr") for style in self.chain(name))
        return next((each for each in found if each is not None), None)


def _is_default(style: Node) -> bool:
    return value(style, "type") == "paragraph" and value(style, "default") in ("1", "true")


def _style_of(settings: Node | None) -> str:
    return value(settings.find(f"{W}pStyle")) if settings is not None else ""


def _first(settings: list[Node | None], name: str) -> Node | None:
    return next(
        (found for each in settings if each is not None and (found := each.find(f"{W}{name}")) is not None),
        None,
    )


def _size(settings: list[Node | None]) -> float:
    size = value(_first(settings, "sz"))
    return int(size) / 2 if size.isdigit() else 10.5


def _bold(settings: list[Node | None]) -> bool:
    return on(_first(settings, "b"))


def _red(settings: list[Node | None]) -> bool:
    return _RED.fullmatch(value(_first(settings, "color"))) is not None


def _level(settings: list[Node | None], chain: tuple[Node, ...]) -> int:
    for style in chain:
        match = _HEADING.match(value(style.find(f"{W}name")))
        if match:
            return int(match[1])
    outline = value(_first(settings, "outlineLvl"))
    return int(outline) + 1 if outline.isdigit() and int(outline) < 9 else 0
