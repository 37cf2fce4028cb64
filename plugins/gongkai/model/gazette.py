"""The gazette (政府公报): an issue is a list of items in sections."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Entry:
    """One item of an issue as written in its file: the text that names it, with its line."""

    section: str
    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Issue:
    """One issue. `path` is its file below the content folder, `total` the number counted over all years (0: none).

    `gap_note` says why issues before it are lacking; `pdf` is the file beside it, empty if there is none.
    """

    path: str
    year: int
    number: int
    day: date
    name: str
    entries: tuple[Entry, ...]
    total: int = 0
    gap_note: str = ""
    pdf: str = ""

    @property
    def slug(self) -> str:
        """`2026-01`."""
        return f"{self.year}-{self.number:02d}"

    @property
    def title(self) -> str:
        """`2026年第1期（总第9期）`."""
        total = f"（总第{self.total}期）" if self.total else ""
        return f"{self.year}年第{self.number}期{total}"

    @property
    def address(self) -> str:
        """Site-rooted address of its catalogue."""
        return f"/gazette/{self.slug}/"

    @property
    def pdf_address(self) -> str:
        """Site-rooted address of its pdf; empty without one."""
        return f"{self.address}{self.slug}.pdf" if self.pdf else ""
