"""A column tree while it is put together: what each column says itself, nothing inherited; pure operations on it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from gongkai.model.column import Area, Statement, Topic


@dataclass(frozen=True, slots=True)
class Notes:
    """What a column says itself, by English key; `gather` are the areas of a column that collects others."""

    texts: Mapping[str, str] = field(default_factory=dict)
    lists: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    gather: tuple[Area, ...] = ()

    def over(self, below: Notes) -> Notes:
        """These notes where they say something, else those below."""
        texts, lists = {**below.texts, **self.texts}, {**below.lists, **self.lists}
        return Notes(texts, lists, self.gather or below.gather)

    @property
    def labels(self) -> tuple[str, ...]:
        """The names under which the column is known among its siblings."""
        return (self.texts["slug"], self.texts["name"], *self.lists.get("aka", ()))


@dataclass(frozen=True, slots=True)
class Head:
    """What a preset says about the site as a whole."""

    preset: str = ""
    name: str = ""
    mode: str = "channel"
    defaults: Mapping[str, str] = field(default_factory=dict)
    nav: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    topics: tuple[Topic, ...] = ()
    fields26: tuple[str, ...] = ()
    elsewhere: Mapping[str, str] = field(default_factory=dict)
    article21: str = ""
    article21_note: str = ""
    statements: tuple[Statement, ...] = ()
    links: tuple[Statement, ...] = ()


@dataclass(frozen=True, slots=True)
class Sketch:
    """Columns by path and, for each group (the top is ``), the slugs below it in order."""

    columns: Mapping[str, Notes] = field(default_factory=dict)
    children: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: {"": ()})
    head: Head = field(default_factory=Head)

    def paths(self, top: str = "") -> Iterator[str]:
        """All paths below `top` in reading order, parents first."""
        for slug in self.children.get(top, ()):
            path = joined(top, slug)
            yield path
            yield from self.paths(path)

    def is_group(self, path: str) -> bool:
        """Whether the column has columns below it."""
        return path in self.children

    def names(self, path: str) -> str:
        """The names of the column and all above it, joined by `/`."""
        parts = path.split("/")
        return "/".join(self.columns["/".join(parts[: n + 1])].texts["name"] for n in range(len(parts)))

    def inherited(self, path: str, key: str) -> str:
        """A text of the column or of the nearest one above that gives it, else the preset's default."""
        while path:
            if key in self.columns[path].texts:
                return self.columns[path].texts[key]
            path = path.rpartition("/")[0]
        return self.head.defaults.get(key, "")


def joined(top: str, slug: str) -> str:
    """The path of a column below another one."""
    return f"{top}/{slug}" if top else slug


def changed(sketch: Sketch, path: str, notes: Notes) -> Sketch:
    """Lay notes over a column."""
    return replace(sketch, columns={**sketch.columns, path: notes.over(sketch.columns[path])})


def renamed(sketch: Sketch, path: str, name: str) -> Sketch:
    """Give a column another name; the former stays known, so that items filed under it are still found."""
    former = sketch.columns[path]
    aka = tuple(dict.fromkeys(a for a in (former.texts["name"], *former.lists.get("aka", ())) if a != name))
    return changed(sketch, path, Notes({"name": name}, {"aka": aka}))


def hidden(sketch: Sketch, path: str) -> Sketch:
    """Take a column out of sight, with all below it; it stays known."""
    return changed(sketch, path, Notes({"hidden": "yes"}))


def removed(sketch: Sketch, path: str) -> Sketch:
    """Take a column out with all below it, and the group above when nothing is left in it."""
    parent, _, slug = path.rpartition("/")
    gone = {path, *sketch.paths(path)}
    rest = tuple(s for s in sketch.children[parent] if s != slug)
    children = {p: slugs for p, slugs in sketch.children.items() if p not in gone} | {parent: rest}
    columns = {p: notes for p, notes in sketch.columns.items() if p not in gone}
    smaller = replace(sketch, columns=columns, children=children)
    return smaller if rest or not parent else removed(smaller, parent)


def added(sketch: Sketch, parent: str, after: str, notes: Notes) -> Sketch:
    """Put a column below `parent`, after the sibling `after` (at the end when that is empty)."""
    slug = notes.texts["slug"]
    slugs = list(sketch.children.get(parent, ()))
    slugs.insert(slugs.index(after) + 1 if after else len(slugs), slug)
    columns = {**sketch.columns, joined(parent, slug): notes}
    return replace(sketch, columns=columns, children={**sketch.children, parent: tuple(slugs)})


def ordered(sketch: Sketch, parent: str, first: tuple[str, ...]) -> Sketch:
    """Put the named columns first, in that order; the rest follow in theirs."""
    slugs = sketch.children[parent]
    order = (*dict.fromkeys(first), *(s for s in slugs if s not in first))
    return replace(sketch, children={**sketch.children, parent: order})


def reworded(sketch: Sketch, words: Mapping[str, str]) -> Sketch:
    """Put other words into all names, descriptions, keywords, categories, reasons and statements.

    One pass, the longest word first, so that a replacement is never replaced again.
    """
    if not words:
        return sketch
    pattern = re.compile("|".join(re.escape(word) for word in sorted(words, key=lambda w: (-len(w), w))))

    def say(text: str) -> str:
        return pattern.sub(lambda match: words[match[0]], text)

    columns = {path: _reworded_notes(notes, say) for path, notes in sketch.columns.items()}
    head = replace(
        sketch.head,
        topics=tuple(_reworded_topic(topic, say) for topic in sketch.head.topics),
        article21_note=say(sketch.head.article21_note),
        elsewhere={field26: say(text) for field26, text in sketch.head.elsewhere.items()},
        statements=tuple(Statement(say(s.name), say(s.text)) for s in sketch.head.statements),
        links=tuple(Statement(say(s.name), say(s.text)) for s in sketch.head.links),
    )
    return replace(sketch, columns=columns, head=head)


_SPOKEN_TEXTS = ("name", "desc", "na", "note")
_SPOKEN_LISTS = ("aka", "keywords", "facet")


def _reworded_notes(notes: Notes, say: Callable[[str], str]) -> Notes:
    texts = {key: say(text) if key in _SPOKEN_TEXTS else text for key, text in notes.texts.items()}
    lists = {
        key: tuple(say(text) for text in parts) if key in _SPOKEN_LISTS else parts
        for key, parts in notes.lists.items()
    }
    return Notes(texts, lists, _reworded_areas(notes.gather, say))


def _reworded_topic(topic: Topic, say: Callable[[str], str]) -> Topic:
    return replace(topic, name=say(topic.name), areas=_reworded_areas(topic.areas, say))


def _reworded_areas(areas: tuple[Area, ...], say: Callable[[str], str]) -> tuple[Area, ...]:
    return tuple(
        replace(
            area,
            name=say(area.name),
            category=say(area.category),
            keywords=tuple(say(word) for word in area.keywords),
        )
        for area in areas
    )
