"""All fields of a site: the common ones and those of the kinds; their names, their schema, their table."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from gongkai.loading.common_table import READERS, common_fields, common_keys
from gongkai.loading.field_types import choice_of, choices_of, nearest
from gongkai.loading.source import Raw
from gongkai.loading.spelling import spelled
from gongkai.model.relation import FIELDS
from gongkai.model.vocabulary import FieldDef, Tables, Term

TYPE_NAMES = {
    "text": "文字", "line": "一行文字", "date": "日期", "moment": "日期和时间", "yesno": "是或否",
    "yesno_reason": "是，或否加理由", "list": "列表", "relation": "关联的信息", "attachments": "附件列表",
    "changes": "日期加说明", "sign_off": "姓名加日期", "years": "年数", "count": "整数", "number": "数字",
    "amount": "金额", "url": "网址", "phone": "电话", "file": "文件名", "choice": "选一个", "choices": "选一个或几个",
}  # fmt: skip
"""How a type is called in messages and in the handbook."""


@dataclass(frozen=True, slots=True)
class FieldFacts:
    """What is known of a field: `names` are its Chinese keys, the first is its label; `kinds` those that use it."""

    key: str
    names: tuple[str, ...]
    type: str
    help: str
    choices: tuple[str, ...] = ()
    common: bool = True
    kinds: tuple[str, ...] = ()
    required_by: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        """The name under which clerks know the field."""
        return self.names[0]

    @property
    def example(self) -> str:
        """The example of the help text."""
        return self.help.rpartition("如：")[2].rstrip("。") if "如：" in self.help else ""


@dataclass(frozen=True, slots=True)
class Schema:
    """How each field is read, the facts of it, and the names that lead to a key per kind."""

    readers: Mapping[str, Callable[[Raw], object]]
    fields: Mapping[str, FieldFacts]
    lookups: Mapping[str, Mapping[str, str]]
    relation_keys: frozenset[str]
    file_keys: tuple[str, ...]

    def key_of(self, name: str, kind: str) -> str:
        """The English key of a name as written, empty when there is none."""
        lookup = self.lookups.get(kind) or self.lookups[""]
        return lookup.get(name) or lookup.get(plain_name(name), "")

    def suggestion(self, name: str, kind: str) -> str:
        """The known name that an unknown one most resembles, above all in sound, or an empty text."""
        known = tuple(self.lookups.get(kind) or self.lookups[""])
        written = plain_name(name)
        same = (each for each in known if len(each) == len(written) and spelled(each) == spelled(written))
        return next(same, "") or nearest(written, known)

    def label(self, key: str) -> str:
        """The Chinese name of a key."""
        return self.fields[key].label if key in self.fields else key

    def belongs(self, key: str, kind: str) -> bool:
        """Whether a kind uses a field."""
        facts = self.fields[key]
        return facts.common or kind in facts.kinds


def plain_name(name: str) -> str:
    """A key with full-width letters, quotes and blanks put right."""
    text = unicodedata.normalize("NFKC", name).strip("\"'“”‘’*_ ")
    return "".join(text.split()).lower() if text.isascii() else "".join(text.split())


def make_schema(tables: Tables) -> Schema:
    """Put the common fields and those of the kinds together."""
    facts = {f.key: f for f in (*_common_facts(tables), *_kind_facts(tables))}
    return Schema(
        readers=MappingProxyType({key: _reader(each, tables) for key, each in facts.items()}),
        fields=MappingProxyType(facts),
        lookups=MappingProxyType(_lookups(facts, tables)),
        relation_keys=frozenset(FIELDS) | {k for k, f in facts.items() if f.type == "relation"},
        file_keys=tuple(k for k, f in facts.items() if f.type == "file"),
    )


def _common_facts(tables: Tables) -> Iterator[FieldFacts]:
    lists = {"theme": tables.themes, "genre": tables.genres, "audience": tables.audiences, "form": tables.forms,
             "channels": tables.channels, "main_channel": tables.channels}  # fmt: skip
    for each in common_fields():
        key, kinds = each.key, tables.kinds.values()
        choices = tuple(t.name for t in lists.get(key, ())) or each.choices
        required = tuple(k.key for k in kinds if key in k.required)
        uses = tuple(k.key for k in kinds if key in k.required or key in k.optional)
        yield FieldFacts(key, each.names, each.type, each.help, choices, True, uses, required)


def _kind_facts(tables: Tables) -> Iterator[FieldFacts]:
    for each in tables.fields.values():
        if each.key not in common_keys():
            yield _own_facts(each, tables)


def _own_facts(each: FieldDef, tables: Tables) -> FieldFacts:
    uses = tuple(k.key for k in tables.kinds.values() if each.key in k.required or each.key in k.optional)
    required = tuple(k.key for k in tables.kinds.values() if each.key in k.required)
    names = (each.name, *(n for n in each.aka if n != each.name))
    return FieldFacts(each.key, names, each.type, each.help, each.choices, False, uses, required)


def _reader(facts: FieldFacts, tables: Tables) -> Callable[[Raw], object]:
    """How a value is read: from a list of choices, if there is one, else by the field's type."""
    if facts.choices and facts.type == "choice":
        return choice_of(*_vocabulary(facts, tables))
    if facts.choices and facts.type == "choices":
        return choices_of(*_vocabulary(facts, tables))
    return READERS[facts.type]


def _vocabulary(facts: FieldFacts, tables: Tables) -> tuple[tuple[str, ...], Mapping[str, str]]:
    terms: Mapping[str, tuple[Term, ...]] = {
        "theme": tables.themes, "genre": tables.genres, "audience": tables.audiences, "form": tables.forms,
        "channels": tables.channels, "main_channel": tables.channels,
    }  # fmt: skip
    aka = {other: t.name for t in terms.get(facts.key, ()) for other in t.aka}
    if facts.key == "theme":
        aka = _sub_themes(tables.themes) | aka
    return facts.choices, aka


def _sub_themes(themes: tuple[Term, ...]) -> dict[str, str]:
    r"""`大类\小类` in several spellings, and a sub-class alone where only one class has it."""
    named = [(t, name, sub) for t in themes for name in (t.name, *t.aka) for sub in t.children]
    found = {f"{name}{mark}{sub}": f"{t.name}\\{sub}" for t, name, sub in named for mark in "\\/＼>"}
    alone: dict[str, set[str]] = {}
    for t, _, sub in named:
        alone.setdefault(sub, set()).add(f"{t.name}\\{sub}")
    tops = {name for t in themes for name in (t.name, *t.aka)}
    return {s: min(full) for s, full in alone.items() if len(full) == 1 and s not in tops} | found


def _lookups(facts: Mapping[str, FieldFacts], tables: Tables) -> dict[str, Mapping[str, str]]:
    """Per kind: name → key; a common field's name wins over a kind's own, the kind's own over other kinds'."""
    everything = {name: f.key for f in facts.values() if not f.common for name in reversed((*f.names, f.key))}
    common = {name: f.key for f in facts.values() if f.common for name in (*f.names, f.key)}
    found: dict[str, Mapping[str, str]] = {"": everything | common}
    for kind in tables.kinds:
        own = {
            name: f.key
            for f in facts.values()
            if not f.common and kind in f.kinds
            for name in (*f.names, f.key)
        }
        found[kind] = everything | own | common
    return found
