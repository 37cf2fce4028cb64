"""Compiled templates that escape plain text without wrapping each piece in an object.

A page has some two hundred outputs. Jinja gives each of them to `markupsafe.escape`, which makes a `Markup` of
every piece only to join them a moment later; most pieces are short texts without anything to escape.
"""

from __future__ import annotations

import re

from jinja2 import nodes
from jinja2.compiler import CodeGenerator
from jinja2.environment import Environment
from markupsafe import Markup
from markupsafe import escape as full_escape

_find_special = re.compile("[&<>'\"]").search


def escape(value: object) -> str:
    """Text for HTML: the same characters as markupsafe's, as a plain text where nothing is to be escaped."""
    kind = type(value)
    if kind is Markup or (kind is str and not _find_special(value)):  # type: ignore[call-overload]
        return value  # type: ignore[return-value]
    return full_escape(value)


class LeanGenerator(CodeGenerator):
    """Jinja's compiler; a compiled template's `escape`, used for its outputs alone, is ours."""

    def visit_Template(self, node: nodes.Template, frame: object = None) -> None:  # noqa: N802 - Jinja's name
        """Compile a template."""
        super().visit_Template(node, frame)  # type: ignore[arg-type]
        # The last line of the module takes the place of the first, which imports Jinja's.
        self.writeline(f"from {__name__} import escape")


class LeanEnvironment(Environment):
    """An environment with our compiler; the bytes of pages are the same."""

    code_generator_class = LeanGenerator
