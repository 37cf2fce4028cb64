"""Our compiler's pages are Jinja's, byte for byte."""

import jinja2
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup
from markupsafe import escape as full_escape

from gongkai.mkdocs_plugins.lean_templates import LeanEnvironment, escape

VALUES = st.one_of(st.text(), st.text("&<>'\"甲a"), st.integers(), st.none(), st.text().map(Markup))
TEMPLATES = {
    "base": "<p title='{{ a }}'>{% block inner %}{% endblock %}</p>{% include 'part' %}",
    "part": "[{{ a ~ '<' ~ b }}|{{ a|e }}|{{ b|safe }}|{{ 'x<y' }}]",
    "lib": "{% macro m(x) %}<b>{{ x }}{{ caller() if caller else '' }}</b>{% endmacro %}",
    "page": (
        "{% extends 'base' %}{% from 'lib' import m %}{% block inner %}{{ m(a) }}{{ m(m(b)) }}"
        "{% set c %}{{ a }}&{% endset %}{{ c }}{{ [a, b]|join(', ') }}{% call m(b) %}{{ a }}{% endcall %}"
        "{% filter upper %}{{ a }}{% endfilter %}{{ c|length }}{{ (a, b) }}{% endblock %}"
    ),
}
LOADER = jinja2.DictLoader(TEMPLATES)
OURS, THEIRS = (
    LeanEnvironment(loader=LOADER, autoescape=True),
    jinja2.Environment(loader=LOADER, autoescape=True),
)


@given(VALUES)
def test_escape(value: object) -> None:
    assert escape(value) == full_escape(value)


@given(VALUES, VALUES)
def test_pages(a: object, b: object) -> None:
    assert OURS.get_template("page").render(a=a, b=b) == THEIRS.get_template("page").render(a=a, b=b)
