"""A content folder → the catalog and everything that is wrong with it: the one entry to this room."""

from __future__ import annotations

import os
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from gongkai.loading.assign import Site
from gongkai.loading.bodies import BodyReader
from gongkai.loading.candidate import Candidate, Rules, examine, slug_for
from gongkai.loading.codes import finding
from gongkai.loading.collector import collector_off
from gongkai.loading.entered import read_entered
from gongkai.loading.files import index_files
from gongkai.loading.folder import Found, list_folder, mistaken_names
from gongkai.loading.former import Former, Good
from gongkai.loading.memory import Done, Memory
from gongkai.loading.options import LoadOptions
from gongkai.loading.reading import read_items
from gongkai.loading.rounds import Finish, Finished, Keeper
from gongkai.loading.settings import Settings, read_settings
from gongkai.loading.tables import Around, TablesRead, read_tables_of
from gongkai.model.catalog import Catalog, build_catalog, with_tables
from gongkai.model.entered import Entered
from gongkai.model.moment import Moment
from gongkai.model.numbers import index_number_key
from gongkai.model.problem import Held, Level, Problem, in_order

ROOT_FOLDER = "_根目录"
_LITTER = frozenset((".git", ".svn", ".gitignore", ".gitkeep", ".DS_Store", "Thumbs.db", "desktop.ini"))
_NOTES = {"L005": "文件开头有 BOM", "L006": "文件用 CRLF 换行"}


__all__ = ["Broken", "LoadOptions", "Loaded", "load_site"]


@dataclass(frozen=True, slots=True)
class Broken:
    """A file that cannot be published: what is known of it and why, for the preview's page.

    `path` is shown from the site's root; `address` is the page that its index number leads to, or empty.
    """

    path: str
    index_number: str
    title: str
    address: str
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
    drafts: frozenset[str] = frozenset()
    """In preview: index numbers of the drafts among the items."""

    def good_sources(self) -> Iterator[Good]:
        """The sources of all public items, to be remembered for the next build."""
        return (self.bodies.good(item) for item in self.catalog.items)


def load_site(
    content: Path, options: LoadOptions, former: Former | None = None, memory: Memory | None = None
) -> Loaded:
    """Read a content folder. Whatever is in it, findings are collected and none is raised.

    With the `memory` of a former load only what changed since is read again; the result is the same.
    """
    with collector_off():
        return _load(content, options, former, memory or Memory())


def _load(content: Path, options: LoadOptions, former: Former | None, memory: Memory) -> Loaded:
    name = content.name if content.name not in ("", "..") else content.resolve().name
    shown = unicodedata.normalize("NFC", name) + "/"
    pattern, pattern_problems = _pattern(options.index_pattern)
    rules = Rules(options.today, options.preview, options.require_sign_off, pattern)
    settings, site = memory.settle(
        lambda: read_settings(content, shown, options.preset, options.mode), shown, rules
    )
    listing = list_folder(content, shown)
    max_bytes = options.max_file_mb * 1048576
    markdown = {f.relative: f for f in listing.files if f.relative.lower().endswith(".md")}
    index = index_files(listing.files, max_bytes)
    known = read_items(tuple(markdown.values()), memory, site, rules, options, max_bytes)
    first = [each.candidate for each in known]
    notes = list(_gathered([note for each in known for note in each.notes]))
    site, candidates = _numbered(settings, site, rules, first)
    keeper = Keeper(former, site, rules, options, markdown, max_bytes)
    finished = Finish(candidates, index, keeper).run()
    memory.done = Done(
        site, rules, max_bytes, index, finished, {c.source.relative: c for c in finished.candidates}
    )
    strays = tuple(mistaken_names(listing.files, shown))
    entered, wrong = read_entered(content, shown)
    tables = read_tables_of(Around(site, rules, index.by_path, finished.directory, max_bytes, memory.grids))
    found = (
        settings.problems, pattern_problems, listing.problems, strays, wrong, notes, finished.problems, tables.problems,
    )  # fmt: skip
    problems = in_order([problem for part in found for problem in part])
    return _loaded(content, settings, finished, problems, markdown, options, entered, tables)


def _pattern(written: str) -> tuple[str, tuple[Problem, ...]]:
    """The pattern of index numbers from the configuration; one that cannot be used is a finding."""
    try:
        re.compile(written)
    except re.error as error:
        message = f"索引号的格式（正则表达式）“{written}”不能用：{error.msg}。"
        return "", (
            finding("U009", "mkdocs.yml", message, field="index_pattern", hint="删去这一项，用内置的格式。"),
        )
    return written, ()


def _gathered(notes: list[Problem]) -> Iterator[Problem]:
    """One note for all files with CRLF or a BOM, not one each: half of all clerks use Windows."""
    for code, count in sorted(Counter(note.code for note in notes).items()):
        first = next(note for note in notes if note.code == code)
        more = f"（共 {count} 个文件这样）" if count > 1 else ""
        yield replace(first, message=f"{_NOTES[code]}，已正常读取{more}。")


def _numbered(
    settings: Settings, site: Site, rules: Rules, first: list[Candidate]
) -> tuple[Site, tuple[Candidate, ...]]:
    """Offer numbers that no other file uses: those without one are judged again once all numbers are known."""
    used = [str(c.values["index_number"]) for c in first if c.values.get("index_number")]
    site = replace(site, allotted=settings.highest(used))
    offered = dict(site.allotted)
    judged: list[Candidate] = []
    for candidate in first:
        published = candidate.values.get("published")
        if not candidate.held or candidate.values.get("index_number") or not isinstance(published, Moment):
            judged.append(candidate)
            continue
        judged.append(examine(candidate.source, replace(site, allotted=offered), rules))
        key = (index_number_key(settings.unit.code), f"{published.day:%Y%m}")
        offered[key] = offered.get(key, 0) + 1
    return site, tuple(judged)


def _loaded(
    content: Path,
    settings: Settings,
    finished: Finished,
    problems: tuple[Problem, ...],
    markdown: Mapping[str, Found],
    options: LoadOptions,
    entered: Entered,
    tables: TablesRead,
) -> Loaded:
    held = _all_held(finished, tables)
    kept = tuple(_kept(k.candidate) for _, k in sorted(finished.kept.items()))
    plain = build_catalog(
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
    catalog = with_tables(plain, tables.tables)
    problems = in_order([*problems, *_empty_columns(catalog, settings)])
    return Loaded(
        catalog=replace(catalog, problems=problems, work=entered.work, press=entered.press),
        problems=problems,
        held=held,
        kept=kept,
        ordinary=tuple(
            sorted(c.source.relative for c in finished.candidates if c.ordinary and not c.blocked)
        ),
        broken=tuple(_broken(c) for c in finished.candidates if c.blocked),
        bodies=_bodies(finished, markdown),
        root_files=tuple(_root_files(content.resolve())),
        settings_broken=any(p.level is Level.BLOCK for p in settings.problems),
        drafts=_drafts(finished),
    )


def _drafts(finished: Finished) -> frozenset[str]:
    return frozenset(c.item.index_number for c in finished.candidates if c.values.get("draft") and c.item)


def _all_held(finished: Finished, tables: TablesRead) -> tuple[Held, ...]:
    waiting = (_held(c) for c in finished.candidates if c.held)
    return tuple(sorted((*tables.held, *waiting), key=lambda h: h.path))


def _bodies(finished: Finished, markdown: Mapping[str, Found]) -> BodyReader:
    return BodyReader(
        sources={relative: found.real for relative, found in markdown.items()},
        kept={path: kept.data for path, kept in finished.kept.items()},
        places=finished.places,
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
    number = str(values.get("index_number", ""))
    slug = slug_for(number).strip("-")
    return Broken(candidate.source.path, number, title, f"/info/{slug}/" if slug else "", blocking)


def _empty_columns(catalog: Catalog, settings: Settings) -> Iterator[Problem]:
    """An opened column without content counts in the inspection as a blank one (国办秘函〔2019〕19号)."""
    for leaf in catalog.tree.leaves():
        filled = catalog.in_column(leaf.path) or catalog.tables_in.get(leaf.path)
        if leaf.empty == "show" and leaf.is_filed and not filled:
            message = f"必设栏目“{leaf.names}”还没有内容，检查时算空白栏目。"
            hint = f"发布一条信息，栏目写“{leaf.names}”。"
            yield finding("U020", settings.columns_path, message, hint=hint)


def _root_files(root: Path) -> Iterator[tuple[str, str]]:
    """Files of `_根目录/`, to be copied verbatim to the site's root."""
    base = root / ROOT_FOLDER
    for folder, names, files in os.walk(base):
        names[:] = sorted(set(names) - _LITTER)
        for name in sorted(set(files) - _LITTER):
            path = Path(folder) / name
            if path.is_file() and path.resolve().is_relative_to(root):
                yield path.relative_to(root).as_posix(), "/" + path.relative_to(base).as_posix()
