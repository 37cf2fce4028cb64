"""What the tests of presets and columns files share: the vocabularies, and a way to read a columns file."""

from collections.abc import Callable

import pytest

from gongkai.loading.columns_file import read_columns_file
from gongkai.loading.presets import read_tables
from gongkai.model.column import ColumnTree
from gongkai.model.problem import Problem
from gongkai.model.vocabulary import Tables
from tests.presets.reading import PATH, Read


@pytest.fixture(scope="session")
def tables() -> Tables:
    return read_tables()


@pytest.fixture
def read(tables: Tables) -> Read:
    def call(text: str, *villages: str, preset: str = "township") -> tuple[ColumnTree, tuple[Problem, ...]]:
        return read_columns_file(PATH, text, tables, villages, preset)

    return call


@pytest.fixture
def tree_of(read: Read) -> Callable[..., ColumnTree]:
    """The tree of a columns file that must be without findings."""

    def call(text: str, *villages: str, preset: str = "township") -> ColumnTree:
        tree, problems = read(text, *villages, preset=preset)
        assert problems == ()
        return tree

    return call


@pytest.fixture
def only(read: Read) -> Callable[..., Problem]:
    """The one finding of a columns file."""

    def call(text: str, *, preset: str = "township") -> Problem:
        _, problems = read(text, preset=preset)
        assert len(problems) == 1, [f"{p.code} {p.message}" for p in problems]
        return problems[0]

    return call
