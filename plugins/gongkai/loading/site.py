"""A content folder → the catalog and everything that is wrong with it: the one entry to this room."""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from gongkai.loading.bodies import BodyReader
from gongkai.loading.candidate import Candidate, Rules
from gongkai.loading.codes import finding
from gongkai.loading.collector import collector_off
from gongkai.loading.conclude import Finished, conclude
from gongkai.loading.entered import read_entered
from gongkai.loading.files import index_files
from gongkai.loading.folder import Found, list_folder, mistaken_names
from gongkai.loading.former import Former
from gongkai.loading.loaded import Broken, Loaded, gathered, put_together
from gongkai.loading.memory import Done, Memory
from gongkai.loading.numbering import numbered
from gongkai.loading.options import LoadOptions
from gongkai.loading.reading import read_items
from gongkai.loading.rounds import Finish, Keeper
from gongkai.loading.settings import Settings, read_settings
from gongkai.loading.tables import Around, read_tables_of
from gongkai.model.catalog import Catalog, build_catalog
from gongkai.model.problem import Problem

ROOT_FOLDER = "_根目录"
_LITTER = frozenset((".git", ".svn", ".gitignore", ".gitkeep", ".DS_Store", "Thumbs.db", "desktop.ini"))

__all__ = ["Broken", "LoadOptions", "Loaded", "load_site"]


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
    settings, base = memory.settle(
        lambda: read_settings(content, shown, options.preset, options.mode), shown, rules
    )
    listing = list_folder(content, shown)
    max_bytes = options.max_bytes
    markdown = {f.relative: f for f in listing.files if f.relative.lower().endswith(".md")}
    index = index_files(listing.files, max_bytes)
    known = read_items(tuple(markdown.values()), memory, base, rules, options, max_bytes)
    memory.keep(markdown)
    if options.when_read:
        options.when_read(known)
    first = [each.candidate for each in known]
    notes = gathered(memory.notes())
    site, candidates = numbered(settings, base, rules, first)
    candidates = tuple(_barred(each, options.barred) for each in candidates) if options.barred else candidates
    keeper = Keeper(former, site, rules, options, markdown, max_bytes)
    second = Finish(candidates, index, keeper).run()
    finished = conclude(second, site, options)
    tables = read_tables_of(Around(site, rules, index.by_path, second.directory, max_bytes, memory.grids))
    strays = tuple(mistaken_names(listing.files, shown))
    entered, wrong = read_entered(content, shown)
    # What a change of items cannot mend or cause.
    fixed = (*settings.problems, *pattern_problems, *listing.problems, *strays, *wrong)
    memory.done = Done(
        os.path.realpath(content), settings, base, site, rules, options, index, second, fixed, tables
    )
    catalog = replace(_catalog(settings, finished, options), work=entered.work, press=entered.press)
    root_files = tuple(_root_files(content.resolve()))
    found = (*fixed, *notes, *finished.problems)
    return put_together(settings, finished, found, catalog, _bodies(finished, markdown), root_files, tables)


def _barred(candidate: Candidate, barred: Mapping[str, tuple[Problem, ...]]) -> Candidate:
    """A candidate that must not become public for its attachments: it breaks, and says why it is left out."""
    problems = barred.get(candidate.source.relative)
    if not problems:
        return candidate
    reason = "附件里有不能公开的内容，改好以前不发布"
    return replace(candidate, problems=(*candidate.problems, *problems), held=(*candidate.held, reason))


def _catalog(settings: Settings, finished: Finished, options: LoadOptions) -> Catalog:
    return build_catalog(
        unit=settings.unit,
        tree=settings.tree,
        tables=settings.tables,
        today=options.today,
        items=finished.items,
        relations=(s.relation for s in finished.stated),
    )


def _bodies(finished: Finished, markdown: Mapping[str, Found]) -> BodyReader:
    return BodyReader(
        sources={relative: found.real for relative, found in markdown.items()},
        kept={path: kept.data for path, kept in finished.kept.items()},
        places=finished.places,
    )


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


def _root_files(root: Path) -> Iterator[tuple[str, str]]:
    """Files of `_根目录/`, to be copied verbatim to the site's root."""
    base = root / ROOT_FOLDER
    for folder, names, files in os.walk(base):
        names[:] = sorted(set(names) - _LITTER)
        for name in sorted(set(files) - _LITTER):
            path = Path(folder) / name
            if path.is_file() and path.resolve().is_relative_to(root):
                yield path.relative_to(root).as_posix(), "/" + path.relative_to(base).as_posix()
