"""Bodies are read again when a page is made: nothing but their checksum is kept in memory."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from gongkai.loading.folder import bytes_of
from gongkai.loading.former import Good, GoodFile
from gongkai.model.item import Item


class ChangedWhileReading(Exception):
    """A source file is not what it was when the catalog was made."""


@dataclass(frozen=True, slots=True)
class BodyReader:
    """Reads sources again. `kept` holds the bytes of items that are shown as their last good selves.

    `sources` leads from a path below the content folder to the file, `places` from (item's path, file's
    path) to an attachment's or picture's bytes.
    """

    sources: Mapping[str, str]
    kept: Mapping[str, bytes]
    places: Mapping[tuple[str, str], Path]

    def data(self, item: Item) -> bytes:
        """The bytes of an item's source; raises ChangedWhileReading if they are not those that were judged."""
        data = self.kept.get(item.path) if item.kept else None
        if data is None:
            try:
                data = bytes_of(self.sources[item.path])
            except (OSError, KeyError) as error:
                raise ChangedWhileReading(
                    f"“{item.path}”在生成过程中被移走或打不开，请再生成一次。"
                ) from error
        if hashlib.sha256(data).hexdigest() != item.sha256:
            raise ChangedWhileReading(f"“{item.path}”在生成过程中被改动，请保存好以后再生成一次。")
        return data

    def body(self, item: Item) -> str:
        """The Markdown of an item, line ends as `\\n`."""
        text = self.data(item).decode().removeprefix("\ufeff")[item.body_offset :]
        return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text

    def file(self, item: Item, source: str) -> Path:
        """Where the bytes of an item's attachment or picture lie."""
        return self.places[item.path, source]

    def files_of(self, item: Item) -> tuple[GoodFile, ...]:
        """The attachments and pictures of an item as they are to be remembered."""
        if not (item.attachments or item.pictures):
            return ()
        files = [GoodFile(a.source, a.address, a.sha256, a.size) for a in item.attachments]
        for picture in item.pictures.values():
            size = self.file(item, picture.source).stat().st_size
            files.append(GoodFile(picture.source, picture.address, picture.sha256, size))
        return tuple(files)

    def good(self, item: Item) -> Good:
        """An item's source as it is to be remembered."""
        return Good(item.path, item.index_number, item.sha256, self.data(item), self.files_of(item))
