"""A content folder → the catalog and everything that is wrong with it: the one entry to this room."""

from __future__ import annotations

import os
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from gongkai.loading.agreement import contradicted, early_repeals, repeal_cycles, wrong_validity
from gongkai.loading.assign import Site
from gongkai.loading.bodies import BodyReader
from gongkai.loading.candidate import Candidate, Rules, examine
from gongkai.loading.codes import finding
from gongkai.loading.directory import Directory, make_directory
from gongkai.loading.dress import Dressed, dress
from gongkai.loading.files import FileIndex, FormerFiles, index_files
from gongkai.loading.folder import Found, list_folder, read_source
from gongkai.loading.former import Former, Good
from gongkai.loading.identity import find_clashes
from gongkai.loading.keeping import last_good, may_stay, raw_bytes
from gongkai.loading.resolve import Stated, resolve
from gongkai.loading.settings import Settings, read_settings
from gongkai.loading.source import SourceFile
from gongkai.model.catalog import Catalog, build_catalog
from gongkai.model.item import Item
from gongkai.model.problem import Held, Level, Problem, in_order

ROOT_FOLDER = "_根目录"
_NOTES = {"L005": "文件开头有 BOM", "L006": "文件用 CRLF 换行"}
_NO_FILES = FormerFiles(None)


@dataclass(frozen=True, slots=True)
class LoadOptions:
    """What a load depends on besides the folder.

    `preview` shows drafts; `index_pattern` and `preset`, `mode` stand in for the built-in form and for what
    columns.yml says; `former_site` is the folder of the former site, for files of items that are kept.
    """

    today: date
    skip_broken: bool = False
    preview: bool = False
    require_sign_off: bool = True
    index_pattern: str = ""
    preset: str = ""
    mode: str = ""
    max_file_mb: int = 20
    former_site: Path | None = None


@dataclass(frozen=True, slots=True)
class Broken:
    """A file that cannot be published: what is known of it and why, for the preview's page."""

    path: str
    index_number: str
    title: str
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Loaded:
    """The result of a load. Paths in findings, `held` and `kept` are shown from the site's root.

    `ordinary` are paths of ordinary pages below the content folder, `root_files` pairs of such a path and
    a site-rooted one. `settings_broken` says that the unit or its columns cannot be read: nothing may be built.
    """

    catalog: Catalog
    problems: tuple[Problem, ...]
    held: tuple[Held, ...]
    kept: tuple[Held, ...]
    ordinary: tuple[str, ...]
    broken: tuple[Broken, ...]
    bodies: BodyReader
    root_files: tuple[tuple[str, str], ...]
    settings_broken: bool = False

    def good_sources(self) -> Iterator[Good]:
        """The sources of all public items, to be remembered for the next build."""
        return (self.bodies.good(item) for item in self.catalog.items)


@dataclass(frozen=True, slots=True)
class _Judged:
    """All candidates after the first round, those that are kept among them with their former files."""

    candidates: tuple[Candidate, ...]
    kept: Mapping[str, tuple[Candidate, FormerFiles]]


def load_site(content: Path, options: LoadOptions, former: Former | None = None) -> Loaded:
    """Read a content folder. Whatever is in it, findings are collected and none is raised."""
    shown = unicodedata.normalize("NFC", content.resolve().name) + "/"
    settings = read_settings(content, shown, options.preset, options.mode)
    listing = list_folder(content, shown)
    max_bytes = options.max_file_mb * 1048576
    markdown = {f.relative: f for f in listing.files if f.relative.lower().endswith(".md")}
    index = index_files(listing.files, max_bytes)
    rules = Rules(options.today, options.preview, options.require_sign_off, options.index_pattern)
    site = settings.site(shown)
    first, notes = _examine_all(markdown.values(), site, rules, max_bytes)
    site, candidates = _numbered(settings, site, rules, first)
    keeper = _Keeper(former, site, rules, options, markdown, max_bytes)
    judged = keeper.judge(candidates)
    finished = _Finish(judged, index, site, options, keeper).run()
    problems = in_order([*settings.problems, *listing.problems, *notes, *finished.problems])
    return _loaded(content, settings, finished, problems, markdown, options)


def _examine_all(
    files: Iterable[Found], site: Site, rules: Rules, max_bytes: int
) -> tuple[list[Candidate], list[Problem]]:
    candidates: list[Candidate] = []
    notes: list[Problem] = []
    for found in files:
        source, said = read_source(found, site.shown, max_bytes)
        if source is None:
            empty = SourceFile(found.relative, site.shown + found.relative, "", "")
            candidates.append(Candidate(empty, said))
        else:
            notes += said
            candidates.append(examine(source, site, rules))
    return candidates, list(_gathered(notes))


def _gathered(notes: list[Problem]) -> Iterator[Problem]:
    """One note for all files with CRLF or a BOM, not one each: half of all clerks use Windows."""
    for code, count in sorted(Counter(note.code for note in notes).items()):
        first = next(note for note in notes if note.code == code)
        more = f"（共 {count} 个文件这样）" if count > 1 else ""
        yield replace(first, message=f"{_NOTES[code]}，已正常读取{more}。")


def _numbered(settings: Settings, site: Site, rules: Rules, first: list[Candidate]) -> tuple[Site, tuple[Candidate, ...]]:
    """Offer numbers that no other file uses: those without one are judged again once all numbers are known."""
    used = [str(c.values["index_number"]) for c in first if c.values.get("index_number")]
    site = replace(site, allotted=settings.highest(used))
    again = (
        examine(c.source, site, rules) if c.held and not c.values.get("index_number") else c
        for c in first
    )
    return site, tuple(again)


class _Keeper:
    """Finds the last good selves of broken items, and knows who was public before."""

    def __init__(
        self, former: Former | None, site: Site, rules: Rules, options: LoadOptions, files: Mapping[str, Found], max_bytes: int
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

    def judge(self, candidates: tuple[Candidate, ...]) -> _Judged:
        """Add the findings about numbers and addresses; look up what may stay."""
        clashes = find_clashes(candidates, self.site, self.was_public).problems
        judged = tuple(
            replace(c, problems=(*c.problems, *clashes[c.source.relative])) if c.source.relative in clashes else c
            for c in candidates
        )
        kept = {c.source.relative: found for c in judged if c.blocked and (found := self.keep(c, c.problems))}
        return _Judged(judged, kept)

    def keep(self, candidate: Candidate, problems: Iterable[Problem]) -> tuple[Candidate, FormerFiles] | None:
        """The last good self of a broken item, if it may stay."""
        path = candidate.source.relative
        if not self.options.skip_broken or self.former is None or candidate.held or candidate.ordinary:
            return None
        if not may_stay(problems, raw_bytes(self.files[path], self.max_bytes)):
            return None
        return last_good(path, self.former, self.site, self.rules, self.options.former_site)


@dataclass(slots=True)
class _Finished:
    items: tuple[Item, ...]
    stated: tuple[Stated, ...]
    candidates: tuple[Candidate, ...]
    kept: Mapping[str, Candidate]
    places: Mapping[tuple[str, str], Path]
    problems: list[Problem]


class _Finish:
    """The second round: files, links and relations, which need to know all items."""

    def __init__(self, judged: _Judged, index: FileIndex, site: Site, options: LoadOptions, keeper: _Keeper) -> None:
        self.index = index
        self.site = site
        self.options = options
        self.keeper = keeper
        self.kept = dict(judged.kept)
        self.candidates = {c.source.relative: c for c in judged.candidates}
        self.dressed: dict[str, Dressed] = {}

    def run(self) -> _Finished:
        """Dress all items; whoever loses a file is taken out (or kept as it was), and then links are made again."""
        directory = self.directory()
        broken = self.dress_all(directory)
        if broken:
            directory = self.directory()
            self.dress_all(directory)
        items = tuple(d.item for path, d in self.dressed.items() if self.effective(path).public)
        stated, problems = resolve(items, directory, self.site.shown)
        return self.finished(items, stated, list(problems))

    def effective(self, path: str) -> Candidate:
        """The candidate that stands for a path: its last good self, if that is kept."""
        return self.kept[path][0] if path in self.kept else self.candidates[path]

    def directory(self) -> Directory:
        return make_directory(self.effective(path) for path in self.candidates)

    def dress_all(self, directory: Directory) -> bool:
        """Dress every public item; True when some broke by it."""
        broke = False
        for path in self.candidates:
            candidate = self.effective(path)
            if not candidate.public or candidate.item is None:
                continue
            files = self.kept[path][1] if path in self.kept else _NO_FILES
            dressed = dress(candidate, candidate.item, self.index, files, directory, self.site.schema)
            self.dressed[path] = dressed
            if any(p.level is Level.BLOCK for p in dressed.problems):
                broke = True
                self.lose(path, dressed.problems)
        return broke

    def lose(self, path: str, problems: tuple[Problem, ...]) -> None:
        """An item whose files are wrong is broken; it may stay as it was."""
        del self.dressed[path]
        if path in self.kept:
            del self.kept[path]
            return
        candidate = self.candidates[path]
        self.candidates[path] = replace(candidate, problems=(*candidate.problems, *problems))
        found = self.keeper.keep(candidate, self.candidates[path].problems)
        if found:
            self.kept[path] = found

    def finished(self, items: tuple[Item, ...], stated: tuple[Stated, ...], problems: list[Problem]) -> _Finished:
        by_number = {item.index_number: item for item in items}
        agreed, disagreements = contradicted(stated)
        problems += disagreements
        problems += repeal_cycles(agreed)
        problems += early_repeals(agreed, by_number)
        problems += wrong_validity(items, agreed, by_number, self.options.today, self.site.shown)
        problems += [p for c in self.candidates.values() for p in c.problems]
        problems += [p for path, d in self.dressed.items() if path not in self.kept for p in d.problems]
        marked = tuple(replace(i, kept=True) if i.path in self.kept else i for i in items)
        places = {(path, s): place for path, d in self.dressed.items() for s, place in d.places.items()}
        kept = {path: pair[0] for path, pair in self.kept.items()}
        return _Finished(marked, agreed, tuple(self.candidates.values()), kept, places, problems)


def _loaded(
    content: Path,
    settings: Settings,
    finished: _Finished,
    problems: tuple[Problem, ...],
    markdown: Mapping[str, Found],
    options: LoadOptions,
) -> Loaded:
    held = tuple(sorted((_held(c) for c in finished.candidates if c.held), key=lambda h: h.path))
    kept = tuple(_kept(c) for _, c in sorted(finished.kept.items()))
    catalog = build_catalog(
        unit=settings.unit,
        tree=settings.tree,
        tables=settings.tables,
        today=options.today,
        items=finished.items,
        relations=(s.relation for s in finished.stated),
        held=held,
        kept=kept,
        problems=problems,
    )
    problems = in_order([*problems, *_empty_columns(catalog, settings)])
    root = content.resolve()
    bodies = BodyReader(
        sources={relative: Path(found.real) for relative, found in markdown.items()},
        kept={path: c.source.text.encode() for path, c in finished.kept.items()},
        places=finished.places,
    )
    return Loaded(
        catalog=replace(catalog, problems=problems),
        problems=problems,
        held=held,
        kept=kept,
        ordinary=tuple(sorted(c.source.relative for c in finished.candidates if c.ordinary and not c.blocked)),
        broken=tuple(_broken(c) for c in finished.candidates if c.blocked),
        bodies=bodies,
        root_files=tuple(_root_files(root)),
        settings_broken=any(p.level is Level.BLOCK for p in settings.problems),
    )


def _held(candidate: Candidate) -> Held:
    number = str(candidate.values.get("index_number", ""))
    return Held(candidate.source.path, number, "；".join(candidate.held))


def _kept(candidate: Candidate) -> Held:
    number = str(candidate.values.get("index_number", ""))
    return Held(candidate.source.path, number, "文件有误，沿用上次公开的内容")


def _broken(candidate: Candidate) -> Broken:
    values = candidate.values
    title = str(values.get("title", "")) or candidate.source.stem
    blocking = tuple(p for p in candidate.problems if p.level is Level.BLOCK)
    return Broken(candidate.source.relative, str(values.get("index_number", "")), title, blocking)


def _empty_columns(catalog: Catalog, settings: Settings) -> Iterator[Problem]:
    """An opened column without content counts in the inspection as a blank one (国办秘函〔2019〕19号)."""
    for leaf in catalog.tree.leaves():
        if leaf.empty == "show" and leaf.is_filed and not catalog.in_column(leaf.path):
            message = f"必设栏目“{leaf.names}”还没有内容，检查时算空白栏目。"
            hint = f"发布一条信息，栏目写“{leaf.names}”。"
            yield finding("U020", settings.columns_path, message, hint=hint)


def _root_files(root: Path) -> Iterator[tuple[str, str]]:
    """Files of `_根目录/`, to be copied verbatim to the site's root."""
    base = root / ROOT_FOLDER
    for folder, names, files in os.walk(base):
        names[:] = sorted(n for n in names if not n.startswith("."))
        for name in sorted(files):
            path = Path(folder) / name
            if path.is_file() and path.resolve().is_relative_to(root):
                yield path.relative_to(root).as_posix(), "/" + path.relative_to(base).as_posix()
