"""What a build remembers is read back as it was, recipes only when they are asked for."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from gongkai.planning import state
from gongkai.planning.stamps import Placed, Stamp
from gongkai.planning.state import FILE_NAME, Recipe, State, StateFile

OUTPUTS = {"index.html": Placed("1" * 64, Stamp(3, 4, 5)), "feed.xml": Placed("2" * 64, Stamp(6, 7, 8))}
RECIPES = {"index.html": Recipe("k", "f", '["items"]')}
FULL = State(OUTPUTS, RECIPES, {"site": "/x", "marks": {"a": "b"}})


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    StateFile(tmp_path).save(State(), FULL)
    return tmp_path


def test_it_is_read_back(folder: Path) -> None:
    found = StateFile(folder).load()
    assert (found.outputs, found.recipes, found.facts) == (OUTPUTS, RECIPES, FULL.facts)
    assert dict(found.recipes) == RECIPES
    assert found.recipes.get("x.html") is None
    assert (len(found.recipes), list(found.recipes)) == (1, ["index.html"])


def test_recipes_are_read_when_they_are_asked_for(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []
    read = state._recipes
    monkeypatch.setattr(state, "_recipes", lambda database: asked.append(1) or read(database))
    found = StateFile(folder).load()
    assert asked == []
    assert found.recipes["index.html"] == RECIPES["index.html"]
    assert found.recipes.get("index.html") == RECIPES["index.html"]
    assert asked == [1]


def test_recipes_that_cannot_be_read_are_none(folder: Path) -> None:
    with closing(sqlite3.connect(folder / FILE_NAME)) as database, database:
        database.execute("DROP TABLE recipes")
    file = StateFile(folder)
    found = file.load()
    assert (len(found.recipes), found.outputs) == (0, OUTPUTS)
    assert "已丢弃" in file.note
    assert not (folder / FILE_NAME).exists()
    file.save(found, FULL)
    assert StateFile(folder).load().recipes == RECIPES


def test_one_output(folder: Path) -> None:
    assert StateFile(folder).output("feed.xml") == OUTPUTS["feed.xml"]
    assert StateFile(folder).output("none.xml") is None
    assert StateFile(folder / "none").output("feed.xml") is None
    (folder / FILE_NAME).write_bytes(b"nothing of the sort" * 99)
    file = StateFile(folder)
    assert file.output("feed.xml") is None
    assert file.note == ""
    assert (folder / FILE_NAME).exists()


def test_only_what_differs_is_written(folder: Path) -> None:
    file = StateFile(folder)
    old = file.load()
    new = State({"feed.xml": OUTPUTS["feed.xml"]}, {}, {"site": "/y"})
    file.save(old, new)
    found = StateFile(folder).load()
    assert (found.outputs, dict(found.recipes), found.facts) == (new.outputs, {}, new.facts)
