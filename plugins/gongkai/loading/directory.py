"""Everything that can be named as a target: by doc number, index number, path or file name."""

from __future__ import annotations

import posixpath
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import Enum

from gongkai.loading.candidate import Candidate
from gongkai.loading.field_types import nearest
from gongkai.model.numbers import doc_number_key, index_number_key, parse_doc_number
from gongkai.model.quick import quick


class State(Enum):
    """What became of a file."""

    PUBLIC = "公开"
    WITHDRAWN = "已撤下"
    HELD = "暂不发布"
    BROKEN = "有误"


@quick
@dataclass(frozen=True, slots=True)
class Listed:
    """A file as a possible target."""

    path: str
    state: State
    index_number: str
    doc_number: str
    title: str
    issuers: tuple[str, ...]

    @property
    def shown(self) -> str:
        """How it is named in findings: doc number or title, issuers, path."""
        name = self.doc_number or f"《{self.title}》" if self.title or self.doc_number else self.path
        more = "、".join(self.issuers)
        return f"{name}（{more}，{self.path}）" if more else f"{name}（{self.path}）"


@dataclass(frozen=True, slots=True)
class Directory:
    """Ways to a target; each leads to all files that answer to a name."""

    by_path: Mapping[str, Listed]
    by_doc: Mapping[str, tuple[Listed, ...]]
    by_number: Mapping[str, tuple[Listed, ...]]
    by_stem: Mapping[str, tuple[Listed, ...]]
    by_title: Mapping[str, tuple[Listed, ...]]

    def find(self, text: str, folder: str) -> tuple[Listed, ...]:
        """The files that a text names, seen from an item in `folder`; public ones hide the others."""
        text = unicodedata.normalize("NFC", text.strip())
        found = (
            self.by_number.get(index_number_key(text), ())
            or (self.by_doc.get(doc_number_key(text), ()) if parse_doc_number(text) else ())
            or self._by_path(text, folder)
            or self.by_stem.get(text.rpartition("/")[2].removesuffix(".md"), ())
            or self.by_title.get(text.strip("《》"), ())
        )
        alive = tuple(each for each in found if each.state in (State.PUBLIC, State.WITHDRAWN))
        return alive or found

    def _by_path(self, text: str, folder: str) -> tuple[Listed, ...]:
        plain = text.replace("\\", "/")
        for base, name in ((folder, plain), ("", plain.lstrip("/")), ("", plain.partition("/")[2])):
            for ending in ("", ".md"):
                found = self.by_path.get(posixpath.normpath(posixpath.join(base, name + ending)))
                if found:
                    return (found,)
        return ()

    def nearest(self, text: str, besides: str = "") -> Listed | None:
        """The target that a name which leads nowhere most resembles; the file `besides` is none."""
        for ways in (self.by_doc, self.by_number, self.by_title, self.by_stem):
            others = tuple(name for name, found in ways.items() if found[0].path != besides)
            name = nearest(doc_number_key(text) if ways is self.by_doc else text, others)
            if name:
                return ways[name][0]
        return None


def _stem(each: Listed) -> str:
    return each.path.rpartition("/")[2].rpartition(".")[0]


_NAMES: Mapping[str, Callable[[Listed], str]] = {
    "by_doc": lambda each: doc_number_key(each.doc_number) if each.doc_number else "",
    "by_number": lambda each: index_number_key(each.index_number) if each.index_number else "",
    "by_stem": _stem,
    "by_title": lambda each: each.title,
}
"""What each way goes by; a file without it is not found that way."""


def make_directory(candidates: Iterable[Candidate]) -> Directory:
    """List all files but ordinary pages."""
    listed = [listed_of(c) for c in candidates if not c.ordinary]
    ways = {way: _grouped(listed, name) for way, name in _NAMES.items()}
    return Directory(by_path={each.path: each for each in listed}, **ways)


def _grouped(listed: Iterable[Listed], name: Callable[[Listed], str]) -> dict[str, tuple[Listed, ...]]:
    found: defaultdict[str, list[Listed]] = defaultdict(list)
    for each in listed:
        key = name(each)
        if key:
            found[key].append(each)
    return {key: tuple(group) for key, group in found.items()}


def relisted(directory: Directory, gone: Iterable[Listed], came: Iterable[Listed]) -> Directory:
    """The directory without some files and with others; one that changed is in both."""
    left, new = {each.path for each in gone}, tuple(came)
    by_path = {path: each for path, each in directory.by_path.items() if path not in left}
    by_path |= {each.path: each for each in new}
    old = tuple(directory.by_path[path] for path in left)
    return Directory(by_path=by_path, **{way: _regrouped(directory, way, old, new) for way in _NAMES})


def _regrouped(
    directory: Directory, way: str, gone: tuple[Listed, ...], came: tuple[Listed, ...]
) -> dict[str, tuple[Listed, ...]]:
    name, former = _NAMES[way], getattr(directory, way)
    found, left = dict(former), {each.path for each in gone}
    for key in dict.fromkeys(name(each) for each in (*gone, *came)):
        here = [each for each in former.get(key, ()) if each.path not in left]
        here += [each for each in came if name(each) == key]
        if key and here:
            found[key] = tuple(sorted(here, key=lambda each: each.path))
        else:
            found.pop(key, None)
    return found


def listed_of(candidate: Candidate) -> Listed:
    """A file as others may name it."""
    values = candidate.values
    issuers = values.get("issuer", ())
    return Listed(
        path=candidate.source.relative,
        state=_state(candidate),
        index_number=str(values.get("index_number", "")),
        doc_number=doc_number_key(str(values["doc_number"])) if values.get("doc_number") else "",
        title=str(values.get("title", "")),
        issuers=issuers if isinstance(issuers, tuple) else (),
    )


def _state(candidate: Candidate) -> State:
    if candidate.held:
        return State.HELD
    if candidate.item is None or candidate.blocked:
        return State.BROKEN
    return State.WITHDRAWN if candidate.item.withdrawn else State.PUBLIC
