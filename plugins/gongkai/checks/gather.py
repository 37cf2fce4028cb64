"""From a loaded catalog to what rules look at: bodies read once, attachments through the cache."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path

from gongkai.checks.attachments.cache import through
from gongkai.checks.material import AttachmentText, Extract, Facts, ItemText, TextPart
from gongkai.loading.bodies import BodyReader, ChangedWhileReading
from gongkai.loading.bounded import LIMITS, Limits
from gongkai.model.catalog import Catalog
from gongkai.model.item import Item

_FIELDS = (
    "title",
    "summary",
    "source",
    "author",
    "department",
    "withdrawn_reason",
    "no_interpretation_reason",
)


class Bodies(Mapping[str, str]):
    """Index number → Markdown, each read once, when it is first asked for.

    A file that was changed meanwhile counts as empty: it is left for the next check.
    """

    def __init__(self, catalog: Catalog, reader: BodyReader) -> None:
        self._items = catalog.by_number
        self._reader = reader
        self._read: dict[str, str] = {}

    def __getitem__(self, number: str) -> str:
        if number not in self._read:
            try:
                self._read[number] = self._reader.body(self._items[number])
            except (ChangedWhileReading, UnicodeDecodeError):
                self._read[number] = ""
        return self._read[number]

    def __iter__(self) -> Iterator[str]:
        return iter(self._items)

    def __len__(self) -> int:
        return len(self._items)


def read_attachments(
    items: Iterable[Item], bodies: BodyReader, known: dict[str, Extract], limits: Limits = LIMITS
) -> tuple[dict[str, tuple[AttachmentText, ...]], dict[str, Extract]]:
    """Attachments and pictures of items by index number, and the extracts to remember."""
    wanted = [(item, *file) for item in items for file in _files(item)]
    keys = [(_key(sha256, name), partial(_read, bodies, item, source, name, limits))
            for item, source, name, sha256, _ in wanted]  # fmt: skip
    extracts = through(known, keys)
    found: dict[str, list[AttachmentText]] = {}
    for item, source, name, sha256, size in wanted:
        text = AttachmentText(item, source, name, size, extracts[_key(sha256, name)])
        found.setdefault(item.index_number, []).append(text)
    return {number: tuple(texts) for number, texts in found.items()}, extracts


def _files(item: Item) -> Iterator[tuple[str, str, str, int]]:
    for attachment in item.attachments:
        yield attachment.source, attachment.name, attachment.sha256, attachment.size
    seen = {attachment.source for attachment in item.attachments}
    for _, picture in sorted(item.pictures.items()):
        if picture.source not in seen:
            seen.add(picture.source)
            yield picture.source, picture.source.rpartition("/")[2], picture.sha256, 0


def _read(bodies: BodyReader, item: Item, source: str, name: str, limits: Limits) -> Extract:
    from gongkai.checks.attachments.read import read_file  # pypdf and Pillow take long to load

    try:
        return read_file(Path(bodies.file(item, source)), name, limits)
    except KeyError:
        return Extract(trouble="打不开")


def _key(sha256: str, name: str) -> str:
    return f"{sha256}.{name.rpartition('.')[2].lower()}"


def item_text(item: Item, facts: Facts) -> ItemText:
    """An item with its column, body and validity."""
    validity = facts.catalog.validity.get(item.index_number)
    return ItemText(item, facts.column(item), facts.body(item), validity)


def text_parts(item: Item, facts: Facts) -> Iterator[TextPart]:
    """Everything readable of an item: body, fields, attachments."""
    if body := facts.body(item):
        yield TextPart(item, item.path, body, first_line=item.body_line)
    for key, text in _fields(item):
        yield TextPart(item, item.path, text, key=key)
    for attachment in facts.attachments.get(item.index_number, ()):
        for part in attachment.extract.parts:
            place = f"附件“{attachment.name}”{part.place}"
            yield TextPart(item, attachment.source, part.text, place=place)


def _fields(item: Item) -> Iterator[tuple[str, str]]:
    for key in _FIELDS:
        if text := getattr(item, key):
            yield key, str(text)
    details: Mapping[str, object] = item.details
    for key in sorted(details):
        value = details[key]
        text = "、".join(str(v) for v in value) if isinstance(value, tuple) else value
        if isinstance(text, str) and text:
            yield key, text
