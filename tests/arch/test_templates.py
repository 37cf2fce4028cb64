"""Templates see `view`, `site` and `base_url`, and nothing that would tie a page to all other pages."""

from collections.abc import Iterator
from pathlib import Path

import jinja2
import jinja2.meta
import pytest

from tests.arch.source import OVERRIDES, shown

ALLOWED = frozenset({"view", "site", "base_url"})
# Jinja's own helpers that hold no data.
HELPERS = frozenset({"cycler", "dict", "joiner", "namespace", "range"})
# The one file through which MkDocs' ordinary pages come to our shell.
BRIDGE = OVERRIDES / "main.html"
BRIDGED = frozenset({"config", "nav", "page", "pages"})
SUFFIXES = frozenset({".html", ".xml", ".jinja"})


def environment() -> jinja2.Environment:
    return jinja2.Environment(extensions=["jinja2.ext.i18n"], autoescape=True)


def foreign_names(text: str, allowed: frozenset[str]) -> list[str]:
    """The names a template takes from its context beyond the allowed ones, sorted."""
    tree = environment().parse(text)
    return sorted(jinja2.meta.find_undeclared_variables(tree) - allowed - HELPERS)


def templates() -> Iterator[Path]:
    yield from sorted(
        path for path in OVERRIDES.rglob("*") if path.suffix in SUFFIXES and "assets" not in path.parts
    )


def allowed_in(path: Path) -> frozenset[str]:
    return ALLOWED | BRIDGED if path == BRIDGE else ALLOWED


def test_templates_see_only_their_view() -> None:
    found = {
        shown(path): foreign_names(path.read_text(encoding="utf-8"), allowed_in(path)) for path in templates()
    }
    assert {name: names for name, names in found.items() if names} == {}


@pytest.mark.parametrize("name", ["nav", "pages", "config", "page", "lang", "items"])
def test_a_foreign_name_is_seen(name: str) -> None:
    text = "{% for x in " + name + ".items %}{% if loop.first %}{{ x.title }}{% endif %}{% endfor %}"
    assert foreign_names(text, ALLOWED) == [name]


def test_a_foreign_name_in_a_macro_or_block_is_seen() -> None:
    text = "{% macro row(item) %}{{ item.a }}{{ nav }}{% endmacro %}{% block x %}{{ super() }}{{ page }}{% endblock %}"
    assert foreign_names(text, ALLOWED) == ["nav", "page"]


def test_own_names_are_no_finding() -> None:
    text = (
        '{% import "macros.html" as m %}{% set n = view.rows | length %}{% macro row(item) %}{{ item.title }}'
        "{{ caller() }}{% endmacro %}{% for r in view.rows %}{{ loop.index }}{{ row(r) }}{{ m.x(n) }}{% endfor %}"
        "{{ base_url }}{{ site.name }}{% for i in range(3) %}{{ i }}{% endfor %}"
    )
    assert foreign_names(text, ALLOWED) == []
