"""What `gongkai fmt` does: allot index numbers, settle duplicates, write dates and document numbers in one form."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from gongkai.loading.assign import Site
from gongkai.loading.candidate import Candidate, Rules
from gongkai.loading.dates import read_moment
from gongkai.loading.edit import set_fields
from gongkai.loading.folder import list_folder
from gongkai.loading.memory import read_file
from gongkai.loading.numbers_file import Allotted, next_number, numbers_text, read_numbers
from gongkai.loading.options import LoadOptions
from gongkai.loading.settings import read_settings
from gongkai.model.moment import Moment
from gongkai.model.numbers import index_number_key, parse_doc_number
from gongkai.model.problem import Level, Problem

WasPublic = Callable[[str, str], bool]
"""Whether a path (below the content folder) was public in the last build under an index number."""


@dataclass(frozen=True, slots=True)
class Tidied:
    """A file with its new text: `path` is shown from the site's root, `notes` say what changes."""

    path: str
    file: Path
    text: str
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Tidying:
    """All that is to be written: files, and the text of 索引号.yml where it changes.

    `problems` are why nothing can be done (broken settings); `left` says what a person must settle.
    """

    files: tuple[Tidied, ...] = ()
    numbers: str = ""
    problems: tuple[Problem, ...] = ()
    left: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Change:
    field: str
    value: str
    note: str


Changes = Mapping[str, list[_Change]]
"""Path below the content folder → what changes in that file."""


class _Numbers:
    """Gives out index numbers, each once."""

    def __init__(self, site: Site, highest: Allotted) -> None:
        self.unit = site.unit.code
        self.highest = dict(highest)

    def give(self, candidate: Candidate) -> str:
        """The next number of the item's unit and month; empty where either is not known."""
        published = candidate.values.get("published")
        if not self.unit or not isinstance(published, Moment):
            return ""
        month = f"{published.day:%Y%m}"
        number = next_number(self.unit, month, self.highest)
        key = (index_number_key(self.unit), month)
        self.highest[key] = self.highest.get(key, 0) + 1
        return number


def tidy(content: Path, shown: str, options: LoadOptions, was_public: WasPublic, fix: bool) -> Tidying:
    """Judge a folder and say what to write; nothing is written here. `fix` renumbers duplicates too."""
    settings = read_settings(content, shown, options.preset, options.mode)
    blocking = tuple(p for p in settings.problems if p.level is Level.BLOCK)
    if blocking:
        return Tidying(problems=blocking)
    site = settings.site(shown)
    rules = Rules(options.today, options.preview, options.require_sign_off, options.index_pattern)
    found = {f.relative: f for f in list_folder(content, shown).files if f.relative.lower().endswith(".md")}
    candidates = [read_file(f, site, rules, options.max_file_mb * 1048576).candidate for f in found.values()]
    items = sorted((c for c in candidates if c.fields.names and not c.ordinary), key=_age)
    numbers = _Numbers(site, settings.highest(_number(c) for c in items))
    changes: defaultdict[str, list[_Change]] = defaultdict(list)
    left = [*_allot(items, numbers, changes), *_settle(items, numbers, was_public, fix, changes)]
    for candidate in items:
        changes[candidate.source.relative] += _plain_forms(candidate, site)
    files = (_tidied(c, Path(found[c.source.relative].real), changes, site) for c in items)
    recorded, _ = read_numbers(content, shown)
    text = numbers_text(numbers.highest) if numbers.highest != recorded else ""
    return Tidying(tuple(f for f in files if f), text, left=tuple(left))


def _number(candidate: Candidate) -> str:
    return str(candidate.values.get("index_number", ""))


def _age(candidate: Candidate) -> tuple[date, str]:
    published = candidate.values.get("published")
    return (published.day if isinstance(published, Moment) else date.max, candidate.source.relative)


def _allot(items: Iterable[Candidate], numbers: _Numbers, changes: Changes) -> Iterator[str]:
    """A number for each item without one; what cannot get one is said."""
    for candidate in items:
        if "index_number" in candidate.fields.names:
            continue
        number = numbers.give(candidate)
        if number:
            note = f"编索引号 {number}"
            changes[candidate.source.relative].append(_Change("索引号", number, note))
        elif not numbers.unit:
            yield f"{candidate.source.path}：单位.yml 里没有统一社会信用代码，编不出索引号"
        else:
            yield f"{candidate.source.path}：没有（正确的）发布日期，编不出索引号"


def _settle(
    items: Iterable[Candidate], numbers: _Numbers, was_public: WasPublic, fix: bool, changes: Changes
) -> Iterator[str]:
    """Of several items with one number the one that was public keeps it, else the one published first."""
    groups: defaultdict[str, list[Candidate]] = defaultdict(list)
    for candidate in items:
        if _number(candidate):
            groups[index_number_key(_number(candidate))].append(candidate)
    for group in groups.values():
        first, *others = sorted(group, key=lambda c: (not was_public(c.source.relative, _number(c)), _age(c)))
        for candidate in others:
            known = was_public(candidate.source.relative, _number(candidate))
            number = numbers.give(candidate) if fix and not known else ""
            if number:
                note = f"索引号和 {first.source.path} 重复，改为 {number}"
                changes[candidate.source.relative].append(_Change("索引号", number, note))
            else:
                cure = "两条都已公开，请核对后手工改" if known else "用 gongkai fmt --fix 改号"
                yield f"{candidate.source.path}：索引号和 {first.source.path} 重复，{cure}"


def _plain_forms(candidate: Candidate, site: Site) -> Iterator[_Change]:
    """Dates as 2026-05-03, document numbers with 〔〕: only where the value stands on the field's own line."""
    lines = candidate.source.text.splitlines()
    for key, value in candidate.fields.values.items():
        name, line = candidate.fields.names[key], lines[candidate.fields.lines[key] - 1]
        written = line.partition(":")[2].strip().strip("\"'")
        better = _better(key, value, written, site)
        if better and better != written:
            yield _Change(name, better, f"{name}：{written} → {better}")


def _better(key: str, value: object, written: str, site: Site) -> str:
    if key == "doc_number":
        number = parse_doc_number(written)
        return number.text if number else ""
    if site.schema.fields[key].type not in ("date", "moment") or read_moment(written) != _moment(value):
        return ""
    return value.full if isinstance(value, Moment) else str(value)


def _moment(value: object) -> object:
    return Moment(value) if isinstance(value, date) else value


def _tidied(candidate: Candidate, file: Path, changes: Changes, site: Site) -> Tidied | None:
    wanted = changes[candidate.source.relative]
    if not wanted:
        return None
    text = set_fields(
        candidate.source.text, {c.field: c.value for c in wanted}, lambda name: site.schema.key_of(name, "")
    )
    return Tidied(candidate.source.path, file, text, tuple(c.note for c in wanted))
