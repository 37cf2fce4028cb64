"""Our compiler's pages are Jinja's, byte for byte."""

from types import SimpleNamespace

import jinja2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup
from markupsafe import escape as full_escape

from gongkai.mkdocs_plugins.lean_templates import LeanEnvironment, escape

VALUES = st.one_of(st.text(), st.text("&<>'\"甲a"), st.integers(), st.none(), st.text().map(Markup))
TEMPLATES = {
    "base": "<p title='{{ a }}'>{% block inner %}{% endblock %}</p>{% include 'part' %}",
    "part": "[{{ a ~ '<' ~ b }}|{{ a|e }}|{{ b|safe }}|{{ 'x<y' }}]",
    "lib": (
        "{% macro m(x) %}<b>{{ x }}{{ caller() if caller is defined and caller else '' }}</b>{% endmacro %}"
        "{% macro d(x, y='&', z=none) %}{{ x }}{{ y }}{{ z }}{% endmacro %}"
        "{% macro v() %}{{ varargs }}{{ kwargs }}{% endmacro %}"
    ),
    "ways": (
        "{% from 'lib' import m, d, v %}{% macro own(x, y='<') %}{{ x }}{{ y }}{% endmacro %}"
        "{{ d(a) }}{{ d(a, b) }}{{ d(y=a, x=b) }}{{ own(a) }}{{ own(x=a) }}{{ v(a, b, c=1) }}{{ v() }}"
        "{% for each in [a, b] %}{{ own(each, loop.index) }}{{ loop.first }}{{ range(2)|list }}{% endfor %}"
        "{% set names = namespace(n='&') %}{{ names.n }}{{ 'a'.upper() }}{{ dict(x=a).x }}"
        "{{ c.text }}{{ c.deep.text }}{{ own(c.deep.text) }}"
    ),
    "keys": "{{ a }}{% for each in c.many %}{{ each.name }}{{ each['name'] }}{% endfor %}{{ c.deep.text }}",
    "default": "{{ c.none|default('x') }}{{ 'y' if c.none is defined else 'n' }}{{ c.text }}",
    "lacks": "{{ c.none }}",
    "page": (
        "{% extends 'base' %}{% from 'lib' import m %}{% block inner %}{{ m(a) }}{{ m(m(b)) }}"
        "{% set c %}{{ a }}&{% endset %}{{ c }}{{ [a, b]|join(', ') }}{% call m(b) %}{{ a }}{% endcall %}"
        "{% filter upper %}{{ a }}{% endfilter %}{{ c|length }}{{ (a, b) }}{% endblock %}"
    ),
}
LOADER = jinja2.DictLoader(TEMPLATES)
OURS, THEIRS = (
    LeanEnvironment(loader=LOADER, autoescape=True, undefined=jinja2.StrictUndefined),
    jinja2.Environment(loader=LOADER, autoescape=True, undefined=jinja2.StrictUndefined),
)


@given(VALUES)
def test_escape(value: object) -> None:
    assert escape(value) == full_escape(value)


@given(VALUES, VALUES)
def test_pages(a: object, b: object) -> None:
    assert OURS.get_template("page").render(a=a, b=b) == THEIRS.get_template("page").render(a=a, b=b)


@pytest.mark.parametrize("name", ["ways", "keys", "default"])
@given(VALUES, VALUES)
def test_ways_of_calling_and_looking(name: str, a: object, b: object) -> None:
    c = SimpleNamespace(text=a, deep=SimpleNamespace(text=b), many=[{"name": a}, {"name": b}])
    assert OURS.get_template(name).render(a=a, b=b, c=c) == THEIRS.get_template(name).render(a=a, b=b, c=c)


def test_what_is_not_there_is_an_error_in_jinjas_words() -> None:
    with pytest.raises(jinja2.UndefinedError, match="none"):
        OURS.get_template("lacks").render(c=SimpleNamespace())


def test_a_template_is_read_once() -> None:
    assert OURS.get_template("page") is OURS.get_template("page")
