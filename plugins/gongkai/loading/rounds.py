"""The second round: numbers, files and links, which need to know all items; and what may stay as it was."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from gongkai.loading.assign import Site
from gongkai.loading.candidate import Candidate, Rules
from gongkai.loading.conclude import Round
from gongkai.loading.directory import Directory, make_directory
from gongkai.loading.dress import Dressed, dress
from gongkai.loading.files import FileIndex, FormerFiles
from gongkai.loading.folder import Found
from gongkai.loading.former import Former
from gongkai.loading.identity import find_clashes
from gongkai.loading.keeping import Kept, last_good, may_stay, raw_bytes
from gongkai.loading.options import LoadOptions
from gongkai.model.problem import Level, Problem

_NO_FILES = FormerFiles(None)


class Keeper:
    """Finds the last good selves of broken items, and knows who was public before."""

    def __init__(
        self,
        former: Former | None,
        site: Site,
        rules: Rules,
        options: LoadOptions,
        files: Mapping[str, Found],
        max_bytes: int,
    ) -> None:
        self.former = former
        self.site = site
        self.rules = rules
        self.options = options
        self.files = files
        self.max_bytes = max_bytes

    def was_public(self, path: str, index_number: str) -> bool:
        """Whether a path was public in the last build under this number."""
        good = self.former.get(path) if self.former else None
        return good is not None and good.index_number == index_number

    def judge(self, candidates: tuple[Candidate, ...]) -> tuple[tuple[Candidate, ...], dict[str, Kept]]:
        """Add the findings about numbers and addresses; look up what may stay, by path."""
        clashes = find_clashes(candidates, self.site, self.was_public).problems
        judged = tuple(
            replace(c, problems=(*c.problems, *clashes[c.source.relative]))
            if c.source.relative in clashes
            else c
            for c in candidates
        )
        kept = {c.source.relative: found for c in judged if c.blocked and (found := self.keep(c, c.problems))}
        return judged, kept

    def keep(self, candidate: Candidate, problems: Iterable[Problem]) -> Kept | None:
        """The last good self of a broken item, if it may stay."""
        path = candidate.source.relative
        if not self.options.skip_broken or self.former is None or candidate.held or candidate.ordinary:
            return None
        if not may_stay(problems, raw_bytes(self.files[path], self.max_bytes)):
            return None
        return last_good(path, self.former, self.site, self.rules, self.options.former_site)


class Finish:
    """The second round: files, links and relations, which need to know all items."""

    def __init__(self, candidates: tuple[Candidate, ...], index: FileIndex, keeper: Keeper) -> None:
        judged, self.kept = keeper.judge(candidates)
        self.index = index
        self.site = keeper.site
        self.keeper = keeper
        self.candidates = {c.source.relative: c for c in judged}
        self.dressed: dict[str, Dressed] = {}
        self.lost: dict[str, Candidate] = {}

    def run(self) -> Round:
        """Dress all items; whoever loses a file is taken out (or kept as it was), and then links are made again."""
        directory = self.directory()
        while self.dress_all(directory):
            directory = self.directory()
        for path, whole in self.lost.items():
            self.candidates[path] = broken_by(whole, self.dress(whole, _NO_FILES, directory))
        return Round(self.candidates, self.dressed, self.kept, directory, self.lost)

    def effective(self, path: str) -> Candidate:
        """The candidate that stands for a path: its last good self, if that is kept."""
        return self.kept[path].candidate if path in self.kept else self.candidates[path]

    def directory(self) -> Directory:
        """What can be named as a target now."""
        return make_directory(self.effective(path) for path in self.candidates)

    def dress(self, candidate: Candidate, files: FormerFiles, directory: Directory) -> Dressed | None:
        """A candidate's item with what it names; None for one that is not public."""
        if candidate.item is None or not candidate.public:
            return None
        return dress(candidate, candidate.item, self.index, files, directory, self.site.schema)

    def dress_all(self, directory: Directory) -> bool:
        """Dress every public item; True when some broke by it."""
        broke = False
        for path in self.candidates:
            files = self.kept[path].files if path in self.kept else _NO_FILES
            dressed = self.dress(self.effective(path), files, directory)
            if dressed is None:
                continue
            self.dressed[path] = dressed
            if loses(dressed):
                broke = True
                self.lose(path, dressed)
        return broke

    def lose(self, path: str, dressed: Dressed) -> None:
        """An item whose files are wrong is broken; it may stay as it was."""
        del self.dressed[path]
        if path in self.kept:
            del self.kept[path]
            return
        candidate = self.candidates[path]
        self.lost[path] = candidate
        self.candidates[path] = broken_by(candidate, dressed)
        found = self.keeper.keep(candidate, self.candidates[path].problems)
        if found:
            self.kept[path] = found


def loses(dressed: Dressed) -> bool:
    """Whether an item breaks by the files that it names; links alone never break one."""
    return any(p.level is Level.BLOCK for p in dressed.problems)


def broken_by(candidate: Candidate, dressed: Dressed | None) -> Candidate:
    """A candidate with the findings about what it names."""
    return replace(candidate, problems=(*candidate.problems, *dressed.problems)) if dressed else candidate
