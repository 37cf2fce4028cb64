"""The environment is believed good only if its stamp was written last and fits what is asked for now."""

import json
from pathlib import Path

import pytest

from scripts import _setup


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository of two files with an environment that has a Python."""
    (tmp_path / "pyproject.toml").write_text("a", encoding="utf-8")
    (tmp_path / "constraints.txt").write_text("b", encoding="utf-8")
    monkeypatch.setattr(_setup, "ROOT", tmp_path)
    monkeypatch.setattr(_setup, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(_setup, "LOCK", tmp_path / ".venv.lock")
    monkeypatch.setattr(_setup, "STAMP", tmp_path / ".venv" / "stamp.json")
    monkeypatch.setattr(_setup, "CONSTRAINTS", tmp_path / "constraints.txt")
    return tmp_path


@pytest.fixture
def calls(place: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What a set-up did, without doing it."""
    done: list[str] = []

    def create() -> None:
        done.append("create")
        _setup.program("python").parent.mkdir(parents=True, exist_ok=True)
        _setup.program("python").touch()

    monkeypatch.setattr(_setup, "_clear_and_create", create)
    monkeypatch.setattr(_setup, "_make_path_portable", lambda: None)
    monkeypatch.setattr(_setup, "_pip", lambda *arguments: done.append(arguments[-1]))
    return done


def ensure(extra: str = "") -> None:
    _setup.ensure(extra, say=lambda _: None)


def test_the_second_time_nothing_is_done(calls: list[str]) -> None:
    ensure()
    assert calls == ["create", "editables", "."]
    ensure()
    assert len(calls) == 3


def test_an_extra_is_added_to_what_is_there(calls: list[str]) -> None:
    ensure()
    ensure("test")
    assert calls[3:] == [".[test]"]
    ensure()
    assert len(calls) == 4


@pytest.mark.parametrize("changed", ["pyproject.toml", "constraints.txt"])
def test_other_versions_mean_a_new_environment(place: Path, calls: list[str], changed: str) -> None:
    ensure("test")
    (place / changed).write_text("other", encoding="utf-8")
    ensure()
    assert calls[3:] == ["create", "editables", "."]
    assert _setup.read_stamp()[1] == {""}


def test_a_broken_off_set_up_is_not_believed(calls: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    def killed(*_: str) -> None:
        raise KeyboardInterrupt

    ensure()
    with monkeypatch.context() as patch:
        patch.setattr(_setup, "_pip", killed)
        with pytest.raises(KeyboardInterrupt):
            ensure("test")
    assert _setup.read_stamp() == ("", frozenset())
    ensure()
    assert calls[3:] == ["create", "editables", "."]


@pytest.mark.parametrize("text", ["", "{", "[]", '{"key": "x"}', json.dumps({"key": "x", "extras": 3})])
def test_a_spoilt_stamp_is_no_stamp(place: Path, text: str) -> None:
    _setup.STAMP.parent.mkdir()
    _setup.STAMP.write_text(text, encoding="utf-8")
    assert _setup.read_stamp() == ("", frozenset())


def test_a_python_without_venv_names_the_package(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_setup, "has_venv", lambda: False)
    with pytest.raises(_setup.Trouble, match=r"sudo apt install python3\.\d+-venv"):
        _setup.require_venv()


def test_children_do_not_inherit_foreign_paths(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", "elsewhere")
    env = _setup.child_env({"X": "1"})
    assert "PYTHONPATH" not in env
    assert (env["NO_MKDOCS_2_WARNING"], env["PYTHONUTF8"], env["X"]) == ("1", "1", "1")
