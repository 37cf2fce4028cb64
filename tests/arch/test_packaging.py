"""What is installed: everything the package needs is in the wheel, named in the settings, pinned and explained."""

import importlib
import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path
from typing import Any

import pytest

from tests.arch.source import OVERRIDES, PACKAGE, PLUGINS, ROOT

BUILD = "import sys, hatchling.build; print(hatchling.build.build_wheel(sys.argv[1]))"
LEFT_OUT = frozenset({"__pycache__"})


@pytest.fixture(scope="module")
def project() -> dict[str, Any]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> frozenset[str]:
    """The names of the files in a wheel made now."""
    pytest.importorskip("hatchling")
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run([sys.executable, "-c", BUILD, str(folder)], cwd=ROOT, check=True, capture_output=True)
    with zipfile.ZipFile(next(folder.glob("*.whl"))) as archive:
        return frozenset(archive.namelist())


def files_below(folder: Path) -> set[str]:
    paths = (path for path in folder.rglob("*") if path.is_file() and not LEFT_OUT & set(path.parts))
    return {path.relative_to(folder).as_posix() for path in paths}


def test_the_wheel_holds_the_package_and_its_data(wheel: frozenset[str]) -> None:
    assert {f"{PACKAGE}/{name}" for name in files_below(PLUGINS / PACKAGE)} - wheel == set()


def test_the_wheel_holds_the_look(wheel: frozenset[str]) -> None:
    assert {f"{PACKAGE}/theme/{name}" for name in files_below(OVERRIDES)} - wheel == set()


def test_the_wheel_holds_nothing_else(wheel: frozenset[str]) -> None:
    assert {name.split("/")[0].partition("-")[0] for name in wheel} == {PACKAGE}


def test_both_engines_know_the_same_plugins(project: dict[str, Any]) -> None:
    groups = project["project"]["entry-points"]
    assert groups["mkdocs.plugins"] == groups["properdocs.plugins"]


def test_every_entry_point_exists(project: dict[str, Any]) -> None:
    points = {**project["project"]["scripts"], **project["project"]["entry-points"]["mkdocs.plugins"]}
    for target in points.values():
        module, _, name = target.partition(":")
        assert callable(getattr(importlib.import_module(module), name)), target


def required(project: dict[str, Any]) -> set[str]:
    """The distribution names of all direct dependencies, extras and the build's included, in lower case."""
    extras = project["project"]["optional-dependencies"].values()
    lines = [*project["project"]["dependencies"], *(line for extra in extras for line in extra)]
    names = {
        re.split(r"[\[<>=!~; ]", line)[0].lower() for line in [*lines, *project["build-system"]["requires"]]
    }
    return names - {PACKAGE}


def test_every_dependency_is_pinned(project: dict[str, Any]) -> None:
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    pins = [line for line in lines if line and not line.startswith("#")]
    assert [line for line in pins if not re.fullmatch(r"[A-Za-z0-9_.-]+==[A-Za-z0-9.]+", line)] == []
    assert required(project) - {line.partition("==")[0].lower() for line in pins} == set()


def test_every_dependency_is_explained(project: dict[str, Any]) -> None:
    text = (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8").lower()
    named = {
        name for line in text.splitlines() if line.startswith("| ") for name in re.split(r"[、 ]", line[2:])
    }
    assert required(project) - named == set()
