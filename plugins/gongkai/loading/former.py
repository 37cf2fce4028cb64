"""The last good source of an item that was public: what is stored, and how loading asks for it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class GoodFile:
    """An attachment or picture as it was published: path below the content folder, site-rooted address, facts."""

    source: str
    address: str
    sha256: str
    size: int


@dataclass(frozen=True, slots=True)
class Good:
    """The source of an item that is public now: `path` below the content folder, `sha256` of `data`, its files."""

    path: str
    index_number: str
    sha256: str
    data: bytes
    files: tuple[GoodFile, ...] = ()


class FormerFile(Protocol):
    """What must be known of a file of a former version."""

    @property
    def source(self) -> str:
        """Path below the content folder."""
        ...

    @property
    def address(self) -> str:
        """Site-rooted address."""
        ...

    @property
    def sha256(self) -> str:
        """Of its bytes."""
        ...

    @property
    def size(self) -> int:
        """In bytes."""
        ...


class FormerSource(Protocol):
    """What must be known of a former version."""

    @property
    def index_number(self) -> str:
        """The number under which it was public."""
        ...

    @property
    def data(self) -> bytes:
        """The bytes of the source file."""
        ...

    @property
    def files(self) -> tuple[FormerFile, ...]:
        """Attachments and pictures."""
        ...


class Former(Protocol):
    """The memory of the last build."""

    def get(self, path: str) -> FormerSource | None:
        """The last good source of a path below the content folder, if its item was public in the last build."""
        ...
