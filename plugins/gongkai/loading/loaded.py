"""The result of a load, put together from what the rounds came to: the same for a whole load and for a change."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from gongkai.loading.bodies import BodyReader
from gongkai.loading.candidate import Candidate, slug_for
from gongkai.loading.codes import finding
from gongkai.loading.conclude import Finished
from gongkai.loading.former import Good
from gongkai.loading.settings import Settings
from gongkai.loading.tables import TablesRead
from gongkai.model.catalog import Catalog, with_tables
from gongkai.model.problem import Held, Level, Problem, in_order

_NOTES = {"L005": "文件开头有 BOM", "L006": "文件用 CRLF 换行"}


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


def put_together(
    settings: Settings,
    finished: Finished,
    found: Iterable[Problem],
    catalog: Catalog,
    bodies: BodyReader,
    root_files: tuple[tuple[str, str], ...],
    tables: TablesRead,
) -> Loaded:
    """The load with this catalog, which need not know yet what is held back or wrong; `found` are all findings."""
    # Most candidates have nothing to tell.
    odd = [c for c in finished.candidates if c.held or c.problems or c.ordinary or c.values.get("draft")]
    held = tuple(sorted((*tables.held, *(_held(c) for c in odd if c.held)), key=lambda h: h.path))
    kept = tuple(_kept(k.candidate) for _, k in sorted(finished.kept.items()))
    catalog = with_tables(catalog, tables.tables)
    problems = in_order([*found, *tables.problems, *_empty_columns(catalog, settings)])
    return Loaded(
        catalog=replace(catalog, problems=problems, held=held, kept=kept),
        problems=problems,
        held=held,
        kept=kept,
        ordinary=tuple(sorted(c.source.relative for c in odd if c.ordinary and not c.blocked)),
        broken=tuple(_broken(c) for c in sorted(odd, key=lambda c: c.source.relative) if c.blocked),
        bodies=bodies,
        root_files=root_files,
        settings_broken=any(p.level is Level.BLOCK for p in settings.problems),
        drafts=frozenset(c.item.index_number for c in odd if c.values.get("draft") and c.item),
    )


def gathered(notes: list[Problem]) -> Iterator[Problem]:
    """One note for all files with CRLF or a BOM, not one each: half of all clerks use Windows."""
    for code, count in sorted(Counter(note.code for note in notes).items()):
        first = min((note for note in notes if note.code == code), key=lambda note: note.path)
        more = f"（共 {count} 个文件这样）" if count > 1 else ""
        yield replace(first, message=f"{_NOTES[code]}，已正常读取{more}。")


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
