"""The ways of looking items up: issuer, theme, genre, document number, year, validity."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from gongkai.model.catalog import Catalog, Index
from gongkai.model.item import Item
from gongkai.model.numbers import parse_doc_number
from gongkai.model.vocabulary import Tables, Term
from gongkai.views.addresses import value_slug


@dataclass(frozen=True, slots=True)
class Value:
    """A value that items have: key in the catalog's index, name in full, address part (`t02-01`, `2026/05`).

    `above` is the slug of the value that this one divides (the year of a month), empty at the top.
    """

    key: str
    name: str
    slug: str
    above: str = ""


@dataclass(frozen=True, slots=True)
class Facet:
    """A way of looking things up; `values` yields each value before those that divide it."""

    slug: str
    name: str
    description: str
    items: Callable[[Catalog, str], tuple[Item, ...]]
    """The items of the value with a key, newest first."""
    values: Callable[[Catalog], Iterable[Value]]


def term_slug(name: str, terms: Iterable[Term]) -> str:
    """The address part of a classification's entry."""
    return next((term.slug for term in terms if term.name == name), "") or value_slug(name, {})


@lru_cache(maxsize=1024)
def issuer_slug(name: str) -> str:
    """The address part of an issuer or of a document number's word; few names stand on thousands of pages."""
    return value_slug(name, {})


def theme_slug(name: str, tables: Tables) -> str:
    """The address part of a class (`t02`) or of `class\\sub-class` (`t02-01`)."""
    head, _, sub = name.partition("\\")
    term = next((term for term in tables.themes if term.name == head), None)
    if term is None or not sub:
        return term.slug if term else value_slug(name, {})
    if sub in term.children:
        return f"{term.slug}-{term.children.index(sub) + 1:02d}"
    return value_slug(name, {})


def doc_number_slug(text: str) -> str:
    """The address part of a document number's word and year; empty where it has none."""
    number = parse_doc_number(text)
    if number is None:
        return ""
    word = issuer_slug(number.word)
    return f"{word}/{number.year}" if number.year else word


def _own_first(names: Iterable[str], own: tuple[str, ...]) -> list[str]:
    rank = {name: place for place, name in enumerate(own)}
    return sorted(names, key=lambda name: (rank.get(name, len(rank)), name))


def _in_terms(index: Index, terms: tuple[Term, ...]) -> Iterator[Value]:
    for name in _own_first(index, tuple(term.name for term in terms)):
        yield Value(name, name, term_slug(name, terms))


def _issuers(catalog: Catalog) -> Iterator[Value]:
    for name in _own_first(catalog.by_issuer, (catalog.unit.name,)):
        yield Value(name, name, issuer_slug(name))


def _themes(catalog: Catalog) -> Iterator[Value]:
    classes = [name for name in catalog.by_theme if "\\" not in name]
    for name in _own_first(classes, tuple(term.name for term in catalog.tables.themes)):
        slug = theme_slug(name, catalog.tables)
        yield Value(name, name, slug)
        subs = (sub for sub in catalog.by_theme if sub.startswith(name + "\\"))
        for sub_slug, sub in sorted((theme_slug(sub, catalog.tables), sub) for sub in subs):
            yield Value(sub, sub, sub_slug, slug)


def _doc_numbers(catalog: Catalog) -> Iterator[Value]:
    keys = sorted(catalog.by_doc_word, reverse=True)
    for word in _own_first((key for key in keys if "/" not in key), catalog.unit.doc_words):
        slug = value_slug(word, {})
        yield Value(word, word, slug)
        for key in (key for key in keys if key.startswith(word + "/")):
            year = key.removeprefix(word + "/")
            yield Value(key, f"{word}〔{year}〕", f"{slug}/{year}", slug)


def _years(catalog: Catalog) -> Iterator[Value]:
    months = sorted(catalog.by_month, reverse=True)
    for year in sorted(catalog.by_year, reverse=True):
        yield Value(year, f"{year}年", year)
        for key in (month for month in months if month.startswith(year + "/")):
            yield Value(key, f"{year}年{int(key[-2:])}月", key, year)


FACETS = (
    Facet("issuer", "发文机关", "按制发文件的机关查找", lambda c, key: c.by_issuer[key], _issuers),
    Facet("theme", "主题分类", "按信息的主题查找", lambda c, key: c.by_theme[key], _themes),
    Facet(
        "genre",
        "体裁分类",
        "按公文种类查找",
        lambda c, key: c.by_genre[key],
        lambda c: _in_terms(c.by_genre, c.tables.genres),
    ),
    Facet(
        "doc-number", "发文字号", "按发文机关代字和年份查找", lambda c, key: c.by_doc_word[key], _doc_numbers
    ),
    Facet(
        "year",
        "发布年月",
        "按发布的年份和月份查找",
        lambda c, key: (c.by_month if "/" in key else c.by_year)[key],
        _years,
    ),
    Facet(
        "validity",
        "有效性",
        "按文件目前的有效性查找",
        lambda c, key: c.by_validity[key],
        lambda c: _in_terms(c.by_validity, c.tables.validities),
    ),
)
"""In the order of `/index/`."""


def facet_named(slug: str) -> Facet:
    """The facet at `/index/<slug>/`."""
    return next(facet for facet in FACETS if facet.slug == slug)
