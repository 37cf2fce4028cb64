"""Nothing in the core prints, logs or reads the clock: `today` is a parameter, findings are values."""

import ast
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from tests.arch.source import Module, imports, read_modules
from tests.arch.test_imports import CORE

CLOCKS = frozenset({"today", "now", "utcnow", "time", "time_ns", "localtime", "gmtime"})
CLOCK_OWNERS = frozenset({"date", "datetime", "time"})
SPEAKING = frozenset({"print", "input", "breakpoint"})


def impurities(module: Module) -> Iterator[str]:
    for found in imports(module):
        if found.target.split(".")[0] in {"logging", "warnings"}:
            yield f"{module.name}:{found.line} logs"
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Call) and (said := _what_it_does(node.func)):
            yield f"{module.name}:{node.lineno} {said}"


def _what_it_does(called: ast.expr) -> str:
    if isinstance(called, ast.Name) and called.id in SPEAKING:
        return f"calls {called.id}()"
    if isinstance(called, ast.Attribute) and called.attr in CLOCKS:
        owner = (
            called.value.attr if isinstance(called.value, ast.Attribute) else getattr(called.value, "id", "")
        )
        return f"reads the clock: {owner}.{called.attr}()" if owner in CLOCK_OWNERS else ""
    return ""


def test_the_core_is_pure() -> None:
    core: Mapping[str, Module] = {name: each for name, each in read_modules().items() if each.room in CORE}
    assert [line for module in core.values() for line in impurities(module)] == []


@pytest.mark.parametrize(
    "text",
    [
        "print('x')",
        "import logging",
        "datetime.date.today()",
        "datetime.now(tz)",
        "time.time()",
        "date.today()",
    ],
)
def test_an_impurity_is_seen(text: str) -> None:
    module = Module("gongkai.model.x", Path("x.py"), ast.parse(text))
    assert list(impurities(module))


@pytest.mark.parametrize("text", ["item.today", "clock.now()", "moment.time", "self.time()", "today(3)"])
def test_ordinary_words_are_not_impurities(text: str) -> None:
    module = Module("gongkai.model.x", Path("x.py"), ast.parse(text))
    assert not list(impurities(module))
