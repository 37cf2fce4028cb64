"""What a build knows of the one before it."""

from __future__ import annotations

from dataclasses import dataclass

from gongkai.planning.stamps import Placed
from gongkai.planning.state import State, StateFile


@dataclass(frozen=True, slots=True)
class Inputs:
    """All that a build reads, as the file system shows it before any of it is read.

    `digest` is empty when that cannot be told. While `settled` is False some file is so new that a second
    change of it might not show. `listing` stands for the files of `folders` alone.
    """

    digest: str
    settled: bool
    folders: tuple[tuple[str, bool], ...] = ()
    listing: str = ""


@dataclass(frozen=True, slots=True)
class Former:
    """The state as it was `stored`; `standing` are the files of this site that are whole.

    After another site was built from here, or on `--full`, nothing is standing: everything is made again.
    """

    file: StateFile
    stored: State
    standing: dict[str, Placed]
    engine: str
    inputs: Inputs
    clock: int = 0
    """The moment before anything was read, by the clock of the file system; 0 if that cannot be told."""

    @property
    def is_usable(self) -> bool:
        """Whether anything of the last build may be used."""
        return bool(self.standing)
