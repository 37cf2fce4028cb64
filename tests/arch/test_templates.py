"""Templates see `view`, `site` and `base_url`, and nothing that would tie a page to all other pages."""

from collections.abc import Iterator
from pathlib import Path

import jinja2
import jinja2.meta
import pytest
from jinja2 import nodes
from markupsafe import Markup

from gongkai.mkdocs_plugins.environment import add_filters
from tests.arch.source import OVERRIDES, shown

ALLOWED = frozenset({"view", "site", "base_url"})
# Jinja's own helpers that hold no data.
HELPERS = frozenset({"cycler", "dict", "joiner", "namespace", "range"})
# The one file through which MkDocs' ordinary pages come to our shell.
BRIDGE = OVERRIDES / "main.html"
BRIDGED = frozenset({"config", "nav", "page", "pages"})
SUFFIXES = frozenset({".html", ".xml", ".jinja"})


def environment() -> jinja2.Environment:
    """Knows the filters that the renderer registers: any other one fails the reading of its template."""
    made = jinja2.Environment(autoescape=True)
    add_filters(made, lambda _view, _base_url: Markup(""), plain_files=False)
    return made


def foreign_names(text: str, allowed: frozenset[str]) -> list[str]:
    """The names a template takes from its context beyond the allowed ones, sorted."""
    tree = environment().parse(text)
    return sorted(jinja2.meta.find_undeclared_variables(tree) - allowed - HELPERS - own_names(tree))


def own_names(tree: nodes.Template) -> frozenset[str]:
    """What a template imports, sets and defines at its top: its blocks see these names through the context."""
    return frozenset(name for node in tree.body for name in _names_made_by(node))


def _names_made_by(node: nodes.Node) -> Iterator[str]:
    if isinstance(node, nodes.FromImport):
        yield from (name if isinstance(name, str) else name[1] for name in node.names)
    elif isinstance(node, nodes.Import):
        yield node.target
    elif isinstance(node, nodes.Macro):
        yield node.name
    elif isinstance(node, nodes.Assign | nodes.AssignBlock):
        yield from (target.name for target in node.target.find_all(nodes.Name))
        if isinstance(node.target, nodes.Name):
            yield node.target.name


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


def test_an_unregistered_filter_is_seen() -> None:
    with pytest.raises(jinja2.TemplateAssertionError, match="no_such_filter"):
        foreign_names("{{ view.title | no_such_filter }}", ALLOWED)


def test_names_made_at_the_top_are_seen_in_blocks() -> None:
    text = (
        '{% from "a.html" import row, head as top %}{% set x = 1 %}{% macro y() %}{% endmacro %}'
        "{% block b %}{{ row(x) }}{{ top() }}{{ y() }}{{ head }}{% endblock %}"
    )
    assert foreign_names(text, ALLOWED) == ["head"]


def test_own_names_are_no_finding() -> None:
    text = (
        '{% import "macros.html" as m %}{% set n = view.rows | length %}{% macro row(item) %}{{ item.title }}'
        "{{ caller() }}{% endmacro %}{% for r in view.rows %}{{ loop.index }}{{ row(r) }}{{ m.x(n) }}{% endfor %}"
        "{{ base_url }}{{ site.name }}{% for i in range(3) %}{{ i }}{% endfor %}"
    )
    assert foreign_names(text, ALLOWED) == []
