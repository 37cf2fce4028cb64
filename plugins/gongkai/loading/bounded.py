"""Office packages within bounds: a broken or hostile file costs one sentence, not the memory of the machine."""

from __future__ import annotations

import html
import re
import zipfile
from dataclasses import dataclass

MEGABYTE = 1024 * 1024


class TooMuch(Exception):
    """A limit was reached; the text says which, in Chinese."""


class Unreadable(Exception):
    """The file is broken, encrypted or not what its name says; the text says so in Chinese."""


@dataclass(frozen=True, slots=True)
class Limits:
    """Bytes of a file, bytes after decompression (one member, all members), members, pages, characters kept."""

    file: int = 50 * MEGABYTE
    member: int = 30 * MEGABYTE
    total: int = 120 * MEGABYTE
    members: int = 2000
    ratio: int = 200
    pages: int = 300
    characters: int = 2_000_000


LIMITS = Limits()
_SMALL = 1 * MEGABYTE
_CDATA = re.compile(r"<!\[CDATA\[(.*?)\]\]>", re.DOTALL)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)


class Package:
    """A zip file read within limits; `names` are its members in their order."""

    def __init__(self, archive: zipfile.ZipFile, limits: Limits) -> None:
        self._archive = archive
        self._limits = limits
        self._read = 0
        self.names = tuple(info.filename for info in archive.infolist())
        if len(self.names) > limits.members:
            raise TooMuch(f"里面有 {len(self.names)} 个文件，超过 {limits.members} 个")

    def data(self, name: str) -> bytes:
        """The bytes of a member; a member that unpacks to too much is not unpacked."""
        info = self._archive.getinfo(name)
        too_dense = info.file_size > _SMALL and info.file_size > self._limits.ratio * max(
            1, info.compress_size
        )
        if info.file_size > self._limits.member or too_dense:
            raise TooMuch(f"里面的“{name}”解压后有 {info.file_size // MEGABYTE} MB")
        if info.flag_bits & 1:
            raise Unreadable("加了密码")
        # The stated size may be a lie: never take more than the limit.
        with self._archive.open(info) as member:
            data = member.read(self._limits.member + 1)
        self._read += len(data)
        if len(data) > self._limits.member or self._read > self._limits.total:
            raise TooMuch("解压后过大")
        return data

    def text(self, name: str) -> str:
        """A member as text: XML in UTF-8 or UTF-16, without its comments, its CDATA sections as plain text."""
        data = self.data(name)
        wide = data.startswith((b"\xff\xfe", b"\xfe\xff"))
        text = data.decode("utf-16" if wide else "utf-8", errors="replace")
        if "<!" in text:
            text = _COMMENT.sub("", _CDATA.sub(lambda m: html.escape(m[1], quote=False), text))
        return text

    def has(self, name: str) -> bool:
        """Whether there is such a member."""
        return name in self.names

    def matching(self, pattern: str) -> tuple[str, ...]:
        """Names of members that match, in natural order."""
        found = [name for name in self.names if re.fullmatch(pattern, name)]
        return tuple(sorted(found, key=lambda n: (len(n), n)))
