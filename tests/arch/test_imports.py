"""Arrows between the rooms point one way: model ← presets, loading ← views, checks, exports, importing.

Between them stand `statistics`, which counts, and `typesetting`, which lays out papers; `reporting` joins
both with the findings of `checks`.

Deferred imports, those under TYPE_CHECKING and those by name count: a hidden knot is a knot.
"""

import graphlib
import textwrap
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from tests.arch.source import Import, Module, imports, own_targets, read_modules, room_of, shown

LOWER = frozenset({"model", "presets", "loading"})
# What the three sisters and the reports may see besides the lower rooms: figures, and papers to write them on
MADE = LOWER | {"statistics", "typesetting"}
CORE = MADE | {"views", "checks", "exports", "importing", "planning", "reporting"}

# room → the other rooms it may import from
ARROWS: Mapping[str, frozenset[str]] = {
    "": frozenset(),
    "__main__": frozenset({"cli"}),
    "model": frozenset(),
    "planning": frozenset(),
    "presets": frozenset({"model"}),
    "loading": frozenset(
        {"model", "presets", "typesetting"}
    ),  # what a flow chart is made of is found while reading
    "typesetting": frozenset(),
    "statistics": LOWER,
    "views": MADE,
    "checks": LOWER | {"statistics"},
    "exports": MADE,
    "reporting": MADE | {"checks"},
    "importing": LOWER,
    "mkdocs_plugins": CORE,
    "cli": CORE | {"mkdocs_plugins"},
}

# The engine stays replaceable: third-party package → the only room that may import it
CONFINED: Mapping[str, str] = {
    "mkdocs": "mkdocs_plugins",
    "properdocs": "mkdocs_plugins",
    "material": "mkdocs_plugins",
    "jinja2": "mkdocs_plugins",
    "markdown": "mkdocs_plugins",
    "pymdownx": "mkdocs_plugins",
    "click": "cli",
}


def wrong_arrows(modules: Mapping[str, Module]) -> Iterator[str]:
    for module in modules.values():
        if module.room not in ARROWS:
            yield f"{module.name}: 不在任何一个房间里"
            continue
        for found, target in own_imports(modules, module):
            room = room_of(target)
            allowed = ARROWS[module.room] | {module.room, ""}
            if room not in allowed or (room == "" and module.room == ""):
                yield f"{module.name}:{found.line} imports {target}: {module.room or 'the package'} may not see {room}"


def own_imports(modules: Mapping[str, Module], module: Module) -> Iterator[tuple[Import, str]]:
    for found in imports(module):
        for target in own_targets(modules, found):
            yield found, target


def misplaced_engines(modules: Mapping[str, Module]) -> Iterator[str]:
    for module in modules.values():
        for found in imports(module):
            home = CONFINED.get(found.target.split(".")[0], module.room)
            if home != module.room:
                yield f"{module.name}:{found.line} imports {found.target}: only {home} may"


def cycle(modules: Mapping[str, Module]) -> list[str]:
    """One cycle of imports as the names on the way round; empty if there is none."""
    graph = {name: {target for _, target in own_imports(modules, module)} for name, module in modules.items()}
    own = [name for name, targets in graph.items() if name in targets]
    if own:
        return [own[0], own[0]]
    try:
        tuple(graphlib.TopologicalSorter(graph).static_order())
    except graphlib.CycleError as error:
        return list(error.args[1])
    return []


def test_arrows_between_rooms() -> None:
    assert not list(wrong_arrows(read_modules()))


def test_engines_stay_in_their_room() -> None:
    assert not list(misplaced_engines(read_modules()))


def test_no_import_cycle() -> None:
    assert cycle(read_modules()) == []


# The three readings above must not be able to miss anything: planted mistakes, each in a package of its own.


def package(folder: Path, files: Mapping[str, str]) -> Mapping[str, Module]:
    for name, text in files.items():
        path = folder / "gongkai" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(textwrap.dedent(text), encoding="utf-8")
    return read_modules(folder)


@pytest.mark.parametrize(
    "text",
    [
        "from gongkai.views import page",
        "from gongkai import views",
        "import gongkai.views.page",
        "from ..views import page",
        "from ..views.page import thing",
        "def f():\n    from gongkai.views.page import thing",
        "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from gongkai.views.page import thing",
        "import importlib\nimportlib.import_module('gongkai.views.page')",
        "__import__('gongkai.views.page')",
    ],
)
def test_a_wrong_arrow_is_seen(tmp_path: Path, text: str) -> None:
    files = {"__init__.py": "", "model/__init__.py": "", "model/item.py": text}
    modules = package(tmp_path, files | {"views/__init__.py": "", "views/page.py": "thing = 1"})
    assert any(line.startswith("gongkai.model.item:") for line in wrong_arrows(modules))


@pytest.mark.parametrize("room", ["views", "checks", "exports", "importing"])
def test_sisters_do_not_see_each_other(tmp_path: Path, room: str) -> None:
    sisters = sorted({"views", "checks", "exports", "importing"} - {room})
    files = {f"{sister}/__init__.py": "" for sister in sisters}
    text = "\n".join(f"import gongkai.{sister}" for sister in sisters)
    modules = package(tmp_path, files | {"__init__.py": "", f"{room}/__init__.py": text})
    assert len(list(wrong_arrows(modules))) == len(sisters)


def test_a_module_outside_the_rooms_is_seen(tmp_path: Path) -> None:
    modules = package(tmp_path, {"__init__.py": "", "helpers.py": ""})
    assert list(wrong_arrows(modules)) == ["gongkai.helpers: 不在任何一个房间里"]


def test_an_engine_in_the_core_is_seen(tmp_path: Path) -> None:
    text = "def f():\n    import jinja2.meta\n    from mkdocs.plugins import BasePlugin\n    import click"
    modules = package(tmp_path, {"__init__.py": "", "views/__init__.py": text})
    assert len(list(misplaced_engines(modules))) == 3


def test_a_deferred_cycle_is_seen(tmp_path: Path) -> None:
    files = {
        "__init__.py": "",
        "model/__init__.py": "",
        "model/a.py": "from gongkai.model.b import B",
        "model/b.py": "def f():\n    from .a import A",
    }
    assert set(cycle(package(tmp_path, files))) == {"gongkai.model.a", "gongkai.model.b"}


def test_a_package_that_imports_its_part_which_imports_it_is_a_cycle(tmp_path: Path) -> None:
    files = {
        "__init__.py": "",
        "model/__init__.py": "from .a import A",
        "model/a.py": "from gongkai.model import B",
    }
    assert cycle(package(tmp_path, files))


def test_paths_in_failures_are_short() -> None:
    modules = read_modules()
    assert shown(modules["gongkai"].path, 3) == "plugins/gongkai/__init__.py:3"
