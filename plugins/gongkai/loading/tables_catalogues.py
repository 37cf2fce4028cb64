"""The packaged field catalogues of tables (`presets/tables/`): which fields a 权责清单, a 政策超市 … has."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib.resources import files

from gongkai.loading.marked_yaml import Marked, Scalar, Series, Table, parse
from gongkai.loading.preset_tables import packaged_text
from gongkai.loading.source import Raw
from gongkai.model.table import FIELD_TYPES, TableField

FOLDER = "tables"
_NAMES = re.compile(r"^(name|aka): (.+)$", re.MULTILINE)
_TYPES = {name: key for key, name in FIELD_TYPES.items()} | {key: key for key in FIELD_TYPES}
FALLBACK_LISTED = 8
"""So many fields are columns of the page where nobody says which and there are more than `MANY_FIELDS`."""
MANY_FIELDS = 12


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """A field as loading needs it: `aka` are other headings, `ident` tells rows apart, `title` names a row.

    A field that is not `public` is read and checked, and is in no output. `listed` None: nobody said.
    """

    field: TableField
    aka: tuple[str, ...] = ()
    ident: bool = False
    title: bool = False
    public: bool = True
    listed: bool | None = None


@dataclass(frozen=True, slots=True)
class Overdue:
    """Which rows are late: the deadline's field is past and the state's is none of `done`."""

    deadline: str
    state: str
    done: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Catalogue:
    """A kind of table. `internal` ones are never published, `titles` ones hold names and no content."""

    slug: str
    name: str
    aka: tuple[str, ...] = ()
    description: str = ""
    basis: str = ""
    fields: tuple[FieldSpec, ...] = ()
    sort: tuple[str, ...] = ()
    row_pages: bool | None = None
    internal: bool = False
    titles: bool = False
    columns: tuple[str, ...] = ()
    overdue: Overdue | None = None


class BrokenCatalogue(ValueError):
    """A packaged catalogue that cannot be read: a mistake of the package, not of the site."""


def plain_of(marked: Marked) -> Raw:
    """A YAML value without its lines."""
    if isinstance(marked, Scalar):
        return marked.text
    if isinstance(marked, Series):
        return tuple(plain_of(part) for part in marked.items)
    return {key.text: plain_of(value) for key, value in marked.pairs}


@lru_cache(maxsize=1)
def catalogue_names() -> Mapping[str, str]:
    """Every name under which a catalogue may be asked for → its slug; read without the rest of the files."""
    found: dict[str, str] = {}
    folder = files("gongkai.presets") / FOLDER
    slugs = sorted(
        entry.name.removesuffix(".yml") for entry in folder.iterdir() if entry.name.endswith(".yml")
    )
    for slug in slugs:
        found[slug] = slug
        for _, text in _NAMES.findall(packaged_text(f"{FOLDER}/{slug}")):
            for name in re.split(r"[\[\],\s]+", text):
                if name:
                    found.setdefault(name, slug)
    return found


@lru_cache(maxsize=64)
def read_catalogue(slug: str) -> Catalogue:
    """A packaged catalogue; FileNotFoundError when there is none of that slug."""
    marked = parse(packaged_text(f"{FOLDER}/{slug}"), trusted=True)
    plain = plain_of(marked) if isinstance(marked, Table) else ""
    if not isinstance(plain, Mapping):
        raise BrokenCatalogue(slug)
    rows = plain.get("fields", ())
    late = plain.get("overdue")
    return Catalogue(
        slug=slug,
        name=str(plain["name"]),
        aka=_words(plain.get("aka", ())),
        description=str(plain.get("desc", "")),
        basis=str(plain.get("basis", "")),
        fields=tuple(_spec(row, slug) for row in rows),
        sort=_words(plain.get("sort", ())),
        row_pages=_flag(plain["row_pages"]) if "row_pages" in plain else None,
        internal=_flag(plain.get("internal", "")),
        titles=_flag(plain.get("titles", "")),
        columns=_words(plain.get("columns", ())),
        overdue=Overdue(str(late["deadline"]), str(late["state"]), _words(late["done"]))
        if isinstance(late, Mapping)
        else None,
    )


def _words(raw: object) -> tuple[str, ...]:
    return tuple(str(part) for part in raw) if isinstance(raw, tuple) else ()


def _flag(raw: object) -> bool:
    return raw in ("yes", "true", "是")


_KNOWN = frozenset("key name aka type required filter listed total unit choices public ident title".split())


def _spec(row: object, slug: str) -> FieldSpec:
    if not isinstance(row, Mapping) or not set(row) <= _KNOWN:
        raise BrokenCatalogue(f"{slug}: {row}")
    kind = _TYPES[str(row.get("type", "text"))]
    field = TableField(
        key=str(row["key"]),
        name=str(row["name"]),
        type=kind,
        required=_flag(row.get("required", "")),
        filter=_flag(row.get("filter", "")),
        total=_flag(row.get("total", "")),
        unit=str(row.get("unit", "")),
        choices=_words(row.get("choices", ())),
    )
    return FieldSpec(
        field,
        _words(row.get("aka", ())),
        ident=_flag(row.get("ident", "")),
        title=_flag(row.get("title", "")),
        public=_flag(row.get("public", "yes")),
        listed=_flag(row["listed"]) if "listed" in row else None,
    )


def type_named(name: str) -> str:
    """The type that a clerk's word means, or an empty text."""
    return _TYPES.get(name.strip(), "")


def with_listed(specs: Iterable[FieldSpec], row_pages: bool | None) -> tuple[FieldSpec, ...]:
    """Say of each field whether it is a column of the page; charts stand on the row's own page only.

    Where it is said of some, the others are; where nobody said and there are many, the first ones are.
    """
    specs = tuple(specs)
    public = [spec for spec in specs if spec.public]
    few = len(public) <= MANY_FIELDS or any(spec.listed is not None for spec in specs)
    everything = row_pages is False
    found = []
    for place, spec in enumerate(specs):
        rank = sum(1 for each in specs[:place] if each.public)
        said = spec.listed if spec.listed is not None else few or rank < FALLBACK_LISTED
        listed = spec.field.type != "flow" and (everything or said)
        found.append(replace(spec, field=replace(spec.field, listed=listed)))
    return tuple(found)
