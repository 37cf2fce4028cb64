"""What a rule is: one code, one subject, one pure function over one kind of input."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from gongkai.checks.material import AttachmentText, BuiltSite, Facts, ItemText, Page, TextPart
from gongkai.model.catalog import Catalog
from gongkai.model.column import Column
from gongkai.model.problem import Level

Limit = int | float | str
CHANNEL, SITE = "channel", "site"


class Target(StrEnum):
    """The kinds of input; rules never look for their input themselves."""

    ITEM = "item"
    TEXT = "text"
    COLUMN = "column"
    CATALOG = "catalog"
    ATTACHMENT = "attachment"
    PAGE = "page"
    SITE = "site"


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule found. Without a path of its own it belongs to the input that was looked at.

    `key` is the English key of the item's field that is to be mended or added (its line is looked up; without one
    a finding on an item stands at its title), `line` a line of the file, `level` another level than the rule's,
    `column` the column that waivers may name. On a page the message goes on after `页面 /…/`; `shared` says that
    the cause lies in what pages have in common (a template, the portal's snippets): then it is told once, with the
    number of pages.
    """

    message: str
    hint: str = ""
    path: str = ""
    line: int = 0
    key: str = ""
    level: Level | None = None
    column: str = ""
    shared: bool = False


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of the check list.

    `modes` and `units` (names of presets; empty means all) say whom it applies to, `kinds` which kinds of
    item; `own` leaves relayed items (层级: 上级) out; `on` is the default; `at_items` says of a rule on
    the catalog that what it finds stands at items, those of its `kinds`; `limits` are its thresholds, each a setting.
    """

    code: str
    name: str
    level: Level
    basis: str
    looks_at: Target
    check: Callable[[Any, Facts], Iterable[Finding]]
    doc: str
    modes: frozenset[str] = frozenset({CHANNEL, SITE})
    units: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset()
    own: bool = False
    on: bool = True
    at_items: bool = False
    limits: Mapping[str, Limit] | None = None

    @property
    def near(self) -> bool:
        """Whether what it finds stands at an item: a look at a few items needs no other rules."""
        return self.at_items or self.looks_at in (Target.ITEM, Target.TEXT, Target.ATTACHMENT)

    def applies(self, mode: str, preset: str) -> bool:
        """Whether a unit of this kind, on a site of this mode, is answerable for it."""
        return mode in self.modes and (not self.units or preset in self.units)


_SETS = ("modes", "units", "kinds")


def _rule(
    target: Target, code: str, name: str, level: Level, basis: str, **options: Any
) -> Callable[[Callable[[Any, Facts], Iterable[Finding]]], Rule]:
    def made(check: Callable[[Any, Facts], Iterable[Finding]]) -> Rule:
        sets: dict[str, Any] = {k: frozenset(v) if k in _SETS else v for k, v in options.items()}
        return Rule(code, name, level, basis, target, check, check.__doc__ or "", **sets)

    return made


def item_rule(
    code: str, name: str, level: Level, basis: str, **options: Any
) -> Callable[[Callable[[ItemText, Facts], Iterable[Finding]]], Rule]:
    """A rule on one public item with its body."""
    return _rule(Target.ITEM, code, name, level, basis, **options)


def text_rule(
    code: str, name: str, level: Level, basis: str, **options: Any
) -> Callable[[Callable[[TextPart, Facts], Iterable[Finding]]], Rule]:
    """A rule on any readable text: a body, a field, a part of an attachment."""
    return _rule(Target.TEXT, code, name, level, basis, **options)


def column_rule(
    code: str, name: str, level: Level, basis: str, **options: Any
) -> Callable[[Callable[[Column, Facts], Iterable[Finding]]], Rule]:
    """A rule on one column that items are filed in."""
    return _rule(Target.COLUMN, code, name, level, basis, **options)


def catalog_rule(
    code: str, name: str, level: Level, basis: str, **options: Any
) -> Callable[[Callable[[Catalog, Facts], Iterable[Finding]]], Rule]:
    """A rule on the catalog as a whole."""
    return _rule(Target.CATALOG, code, name, level, basis, **options)


def attachment_rule(
    code: str, name: str, level: Level, basis: str, **options: Any
) -> Callable[[Callable[[AttachmentText, Facts], Iterable[Finding]]], Rule]:
    """A rule on one attachment or picture."""
    return _rule(Target.ATTACHMENT, code, name, level, basis, **options)


def page_rule(
    code: str, name: str, level: Level, basis: str, **options: Any
) -> Callable[[Callable[[Page, Facts], Iterable[Finding]]], Rule]:
    """A rule on one built page."""
    return _rule(Target.PAGE, code, name, level, basis, **options)


def site_rule(
    code: str, name: str, level: Level, basis: str, **options: Any
) -> Callable[[Callable[[BuiltSite, Facts], Iterable[Finding]]], Rule]:
    """A rule on the built site as a whole."""
    return _rule(Target.SITE, code, name, level, basis, **options)
