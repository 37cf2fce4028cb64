"""The packaged vocabularies → Tables: kinds and their fields, classifications, the 26 fields, the articles."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib.resources import files
from types import MappingProxyType
from typing import Any

import yaml

from gongkai.model.vocabulary import Article, FieldDef, Kind, Tables, Term

_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)  # libyaml where it is there
_NOTES = ("guide", "icon", "group", "mark")
"""What a vocabulary says beside the name: its key differs with the vocabulary, its place does not."""


def packaged_text(name: str) -> str:
    """The text of a file of the presets room; FileNotFoundError when there is none."""
    return (files("gongkai.presets") / f"{name}.yml").read_text(encoding="utf-8")


def read_tables() -> Tables:
    """All vocabularies of the presets room."""
    kinds = _packaged("kinds")
    return Tables(
        kinds=MappingProxyType({key: _kind(key, each) for key, each in kinds["kinds"].items()}),
        fields=MappingProxyType({key: _field(key, each) for key, each in kinds["fields"].items()}),
        themes=_terms("themes"),
        genres=_terms("genres"),
        audiences=_terms("audiences"),
        forms=_terms("forms"),
        channels=_terms("channels"),
        validities=_terms("validity"),
        fields26=_terms("fields26"),
        statutory=MappingProxyType(dict(_statutory(_packaged("statutory")))),
    )


def _packaged(name: str) -> Mapping[str, Any]:
    found: Mapping[str, Any] = yaml.load(packaged_text(name), Loader=_LOADER)  # noqa: S506 - only makes strings
    return found


def _terms(name: str) -> tuple[Term, ...]:
    """The vocabulary of a file; its list stands under the file's own name."""
    return tuple(_term(each) for each in _packaged(name)[name])


def _term(each: Mapping[str, Any]) -> Term:
    note = next((str(each[key]) for key in _NOTES if key in each), "")
    return Term(each["slug"], each["name"], tuple(each.get("aka", ())), tuple(each.get("subs", ())), note)


def _kind(key: str, each: Mapping[str, Any]) -> Kind:
    return Kind(key, each["name"], tuple(each["required"]), tuple(each["optional"]))


def _field(key: str, each: Mapping[str, Any]) -> FieldDef:
    choices = tuple(each.get("choices", ()))
    return FieldDef(key, each["name"], tuple(each.get("aka", ())), each["type"], each["help"], choices)


def _statutory(data: Mapping[str, Any]) -> Iterator[tuple[str, tuple[Article, ...]]]:
    yield "20", _articles(data["article20"])
    for level, articles in data["article21"].items():
        yield f"21-{level}", _articles(articles)
    yield "other", _articles(data["other"])


def _articles(rows: list[Mapping[str, str]]) -> tuple[Article, ...]:
    return tuple(Article(row["no"], row["short"], row["text"], row["source"]) for row in rows)
