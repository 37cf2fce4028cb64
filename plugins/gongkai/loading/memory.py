"""What a preview keeps of a folder between loads, so that a load after a save reads one file."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Mapping
from dataclasses import dataclass

from gongkai.loading.assign import Site
from gongkai.loading.candidate import Candidate, Rules, examine
from gongkai.loading.conclude import Round
from gongkai.loading.files import FileIndex
from gongkai.loading.folder import Found, read_source
from gongkai.loading.options import LoadOptions
from gongkai.loading.settings import Settings
from gongkai.loading.source import SourceFile
from gongkai.loading.tables import TablesRead
from gongkai.loading.tables_files import Grids
from gongkai.model.problem import Problem
from gongkai.model.quick import quick


@quick
@dataclass(frozen=True, slots=True)
class Known:
    """What came of one file, and the file as it was then; `notes` are said once for all files."""

    found: Found
    candidate: Candidate
    notes: tuple[Problem, ...]


def read_file(found: Found, site: Site, rules: Rules, max_bytes: int) -> Known:
    """Read and judge one file by itself."""
    source, said = read_source(found, site.shown, max_bytes)
    if source is None:
        empty = SourceFile(found.relative, site.shown + found.relative, "", "")
        return Known(found, Candidate(empty, said), ())
    return Known(found, examine(source, site, rules), said)


@dataclass(frozen=True, slots=True)
class Done:
    """How the last load came to its result: what files were read against, and what came of all of them.

    `root` is the folder as the disk spells it. Files are read against `base`; `site` knows the numbers in
    use too. `fixed` are the findings that no change of an item can mend or cause.
    """

    root: str
    settings: Settings
    base: Site
    site: Site
    rules: Rules
    options: LoadOptions
    index: FileIndex
    second: Round
    fixed: tuple[Problem, ...]
    tables: TablesRead = TablesRead()  # noqa: RUF009 - frozen


class Memory:
    """Belongs to one folder. A file is read again when its size or time of change is another one, or when
    `forget` names it; all of them when the settings or the rules have changed.
    """

    def __init__(self) -> None:
        self._settings: Settings | None = None
        self._basis: Settings | None = None
        self._site: Site | None = None
        self._rules: Rules | None = None
        self._files: dict[str, Known] = {}
        self.done: Done | None = None
        self.grids: Grids = {}

    def forget(self, paths: Iterable[str], settings: bool = False) -> None:
        """Read these files anew (paths below the folder), and the settings if asked for."""
        for path in paths:
            self._files.pop(path, None)
        if settings:
            self._settings = None

    def settle(self, read: Callable[[], Settings], shown: str, rules: Rules) -> tuple[Settings, Site]:
        """The settings, read if need be; what was made with others is dropped."""
        settings = self._settings or read()
        if self._site is None or self._rules != rules or settings != self._basis:
            self._files.clear()
            self._basis, self._site, self._rules = settings, settings.site(shown), rules
        self._settings = settings
        return settings, self._site

    def read(self, found: Found, site: Site, rules: Rules, max_bytes: int) -> Known:
        """What came of a file, read anew only if it changed."""
        known = self._files.get(found.relative)
        if known is None or known.found != found:
            known = self._files[found.relative] = light(read_file(found, site, rules, max_bytes))
        return known

    def keep(self, paths: Container[str]) -> None:
        """Let go what is known of any other file."""
        for path in [path for path in self._files if path not in paths]:
            del self._files[path]

    def accept(self, known: Known) -> None:
        """Take in what came of a file, its text let go already."""
        self._files[known.found.relative] = known

    def known(self, path: str) -> Known | None:
        """What came of a path when it was last read."""
        return self._files.get(path)

    def candidates(self) -> dict[str, Candidate]:
        """What came of every file by itself, by path."""
        return {path: each.candidate for path, each in self._files.items()}

    def notes(self) -> list[Problem]:
        """What is said once for all files."""
        return [note for each in self._files.values() if each.notes for note in each.notes]

    def take(self, fresh: Mapping[str, Known | None], done: Done) -> None:
        """Take in files that were read between loads (None: one that has gone), and what came of all of them."""
        for path, known in fresh.items():
            if known is None:
                self._files.pop(path, None)
            else:
                self._files[path] = light(known)
        self.done = done


def light(known: Known) -> Known:
    """The same without the text of the file."""
    return Known(known.found, _without_text(known.candidate), known.notes)


def _without_text(candidate: Candidate) -> Candidate:
    """Let the text go, half of what a load would hold; only what is held back may be judged a second time."""
    if candidate.held:
        return candidate
    given, source = candidate, candidate.source
    # Written out: `replace` would ask each field for its name, for every file of a folder.
    return Candidate(
        SourceFile(source.relative, source.path, source.sha256, ""),
        given.problems, given.held, given.item, given.fields, given.values, given.ordinary, given.named,
    )  # fmt: skip
