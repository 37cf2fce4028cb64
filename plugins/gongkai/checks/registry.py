"""All rules, found by walking the packages below `rules/` in sorted order."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator, Mapping
from functools import lru_cache

from gongkai.checks import rules as _package
from gongkai.checks.limits import limits_of, misread
from gongkai.checks.rule import Rule
from gongkai.checks.settings import CheckSettings

DOCUMENT = "国办、国务院文件和国家标准"


class TwoRules(Exception):
    """A file with no rule or several, or a code given twice: a mistake in the program."""


@lru_cache(maxsize=1)
def all_rules() -> Mapping[str, Rule]:
    """Every rule by code, sorted."""
    found = dict(_found())
    return {code: found[code] for code in sorted(found)}


def _found() -> Iterator[tuple[str, Rule]]:
    seen: set[str] = set()
    for name in module_names():
        module = importlib.import_module(name)
        rules = [value for value in vars(module).values() if isinstance(value, Rule)]
        if len(rules) != 1 or rules[0].code in seen:
            raise TwoRules(f"{name}: {[r.code for r in rules]}")
        seen.add(rules[0].code)
        yield rules[0].code, rules[0]


def module_names() -> tuple[str, ...]:
    """The modules of all rules, in sorted order."""
    walked = pkgutil.walk_packages(_package.__path__, _package.__name__ + ".")
    return tuple(sorted(found.name for found in walked if not found.ispkg))


def chosen(settings: CheckSettings, mode: str, preset: str) -> tuple[Rule, ...]:
    """The rules that run for a site: those that apply to it and are on by default or by setting."""
    return tuple(
        rule
        for code, rule in all_rules().items()
        if code not in settings.off and (rule.on or code in settings.on) and rule.applies(mode, preset)
    )


def threshold(settings: CheckSettings, code: str, name: str) -> int:
    """A threshold of a rule in whole days or counts, as the site sets it or by default."""
    return int(limits_of(all_rules()[code], settings)[name])


def unknown_settings(settings: CheckSettings) -> Iterator[str]:
    """What is set for rules or thresholds that do not exist, in Chinese."""
    rules = all_rules()
    for code in sorted(settings.on | settings.off):
        if code not in rules:
            yield f"没有规则 {code}。"
    for code in sorted(settings.limits):
        if code in rules:
            yield from misread(rules[code], settings)
