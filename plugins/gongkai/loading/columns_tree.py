"""Sketch → ColumnTree: villages made, values handed down, what points at absent columns taken out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from gongkai.loading.columns_sketch import Notes, Sketch, joined
from gongkai.loading.spelling import initials, spelled
from gongkai.model.column import Area, Column, ColumnTree, Topic
from gongkai.model.vocabulary import Tables

HANDED_DOWN = frozenset(
    "type kind five topic theme update within empty level scope facet_by counted hidden".split()
)  # fmt: skip
"""Texts that a column takes from the one above when it says nothing itself."""

_HANDED_DOWN_LISTS = frozenset({"f26"})


def build_tree(sketch: Sketch, tables: Tables, villages: Iterable[str] = ()) -> ColumnTree:
    """The finished tree; `villages` fills the columns that are repeated per village (none: left as they are)."""
    whole = with_villages(sketch, tuple(dict.fromkeys(villages)))
    columns = {column.path: column for column in _columns(whole)}
    visible = frozenset(path for path, column in columns.items() if not column.hidden)
    topics = tuple(topic for t in whole.head.topics if (topic := _topic(t, visible)).areas)
    head = whole.head
    gathering = {path: _gathering(column, topics, visible) for path, column in columns.items()}
    return ColumnTree(
        preset=head.preset,
        name=head.name,
        mode=head.mode,
        columns=gathering,
        roots=whole.children[""],
        nav_primary=_seen(head.nav.get("primary", ()), visible),
        nav_five=_seen(head.nav.get("five", ()), visible),
        nav_special=_seen(head.nav.get("special", ()), visible),
        topics=topics,
        fields26=tuple(term.name for term in tables.fields26 if term.name in head.fields26),
        fields26_elsewhere=dict(head.elsewhere) or None,
        article21=head.article21,
        article21_note=head.article21_note,
        statements=head.statements,
        links=head.links,
        area_words=_words(topics, gathering.values()),
    )


def _seen(paths: Iterable[str], visible: frozenset[str]) -> tuple[str, ...]:
    return tuple(path for path in paths if path in visible)


def _topic(topic: Topic, visible: frozenset[str]) -> Topic:
    return replace(topic, areas=_areas(topic.areas, visible))


def _areas(areas: Iterable[Area], visible: frozenset[str]) -> tuple[Area, ...]:
    kept = (replace(area, columns=_seen(area.columns, visible)) for area in areas)
    return tuple(area for area in kept if area.columns or area.themes or area.keywords or area.items)


def _words(topics: Iterable[Topic], columns: Iterable[Column]) -> tuple[str, ...]:
    """The keywords by which anything gathers."""
    areas = (area for each in (*(t.areas for t in topics), *(c.gather for c in columns)) for area in each)
    return tuple(sorted({word for area in areas for word in area.keywords}))


def _gathering(column: Column, topics: tuple[Topic, ...], visible: frozenset[str]) -> Column:
    """A gathering column shows its own areas, or those of its topic."""
    if column.view != "topic":
        return column
    areas = column.gather or next((t.areas for t in topics if t.slug == column.topic), ())
    return replace(column, gather=_areas(areas, visible))


def _columns(sketch: Sketch) -> Iterator[Column]:
    yield from _below(sketch, "", "", dict(sketch.head.defaults), {})


def _below(
    sketch: Sketch, top: str, names: str, texts: Mapping[str, str], lists: Mapping[str, tuple[str, ...]]
) -> Iterator[Column]:
    for slug in sketch.children.get(top, ()):
        path = joined(top, slug)
        own = sketch.columns[path]
        notes = own.over(Notes(texts, lists))
        full = joined(names, notes.texts["name"])
        yield _column(path, full, notes, sketch.children.get(path, ()))
        down = {key: value for key, value in notes.texts.items() if key in HANDED_DOWN}
        down_lists = {key: value for key, value in notes.lists.items() if key in _HANDED_DOWN_LISTS}
        yield from _below(sketch, path, full, down, down_lists)


def _column(path: str, names: str, notes: Notes, children: tuple[str, ...]) -> Column:
    texts, lists = notes.texts, notes.lists
    name = texts["name"]
    return Column(
        path=path,
        slug=texts["slug"],
        name=name,
        names=names,
        aka=lists.get("aka", ()),
        description=texts.get("desc") or name,
        keywords=lists.get("keywords") or (name,),
        type=texts.get("type", "信息公开"),
        kind=texts.get("kind", "article"),
        five=texts.get("five", ""),
        articles=lists.get("art", ()),
        article21=lists.get("article21", ()),
        fields26=lists.get("f26", ()),
        topic=texts.get("topic", ""),
        theme=texts.get("theme", ""),
        update=texts.get("update", "event"),
        within=texts.get("within", "20wd"),
        empty=texts.get("empty", "auto"),
        na_reason=texts.get("na", ""),
        required=lists.get("req", ()),
        level=texts.get("level", "本级"),
        scope=texts.get("scope", "面向社会"),
        interpret=texts.get("interpret", "none"),
        categories=lists.get("facet", ()),
        facet_by=texts.get("facet_by", ""),
        view=texts.get("view", ""),
        gather=notes.gather,
        counted=texts.get("counted", "yes") == "yes",
        hidden=texts.get("hidden", "no") == "yes",
        note=texts.get("note", ""),
        children=tuple(joined(path, slug) for slug in children),
    )


def with_villages(sketch: Sketch, villages: tuple[str, ...]) -> Sketch:
    """Put a level of villages into every column that is repeated per village."""
    slugs = village_slugs(villages)
    repeated = [path for path in sketch.paths() if sketch.columns[path].texts.get("per_unit") == "villages"]
    for path in repeated if villages else ():
        sketch = _per_village(sketch, path, slugs)
    return sketch


def _per_village(sketch: Sketch, path: str, slugs: Mapping[str, str]) -> Sketch:
    below = tuple(sketch.paths(path))
    columns = {p: notes for p, notes in sketch.columns.items() if p not in below}
    children = {p: c for p, c in sketch.children.items() if p != path and p not in below}
    for village, slug in slugs.items():
        top = joined(path, slug)
        columns[top] = _village_notes(sketch.columns[path], village, slug)
        columns |= {top + p.removeprefix(path): sketch.columns[p] for p in below}
        children |= {
            top + p.removeprefix(path): c for p, c in sketch.children.items() if p == path or p in below
        }
    children[path] = tuple(slugs.values())
    return replace(sketch, columns=columns, children=children)


def _village_notes(group: Notes, village: str, slug: str) -> Notes:
    texts = {"slug": slug, "name": village, "desc": f"{village}的{group.texts['name']}"}
    return Notes(texts, {"keywords": (village, *group.lists.get("keywords", ()))})


def village_slugs(villages: Iterable[str]) -> dict[str, str]:
    """Village → slug: pinyin initials, on a clash the full pinyin, on a further clash a number after it."""
    names = tuple(dict.fromkeys(villages))
    if not names:
        return {}
    found: dict[str, str] = {}
    for name in names:
        found[name] = _free(_ascii(initials(name)), _ascii(spelled(name)), frozenset(found.values()))
    return found


def _ascii(syllables: Iterable[str]) -> str:
    return "".join(c for c in "".join(syllables).lower() if c.isascii() and c.isalnum()) or "cun"


def _free(initials: str, full: str, taken: frozenset[str]) -> str:
    for slug in (initials, full):
        if slug not in taken:
            return slug
    return next(slug for n in range(2, len(taken) + 3) if (slug := f"{full}{n}") not in taken)
