"""How the tests read a columns file."""

from collections.abc import Callable

from gongkai.model.column import ColumnTree
from gongkai.model.problem import Problem

PATH = "content/columns.yml"
"""The path that findings show."""

Read = Callable[..., tuple[ColumnTree, tuple[Problem, ...]]]
"""(text, *villages, preset=…) → the tree and its findings."""
