"""The project's own source, read as syntax trees: nothing here imports the package it looks at."""

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PLUGINS = ROOT / "plugins"
OVERRIDES = ROOT / "overrides"
SCRIPTS = ROOT / "scripts"
PACKAGE = "gongkai"


@dataclass(frozen=True, slots=True)
class Import:
    """One imported name and the line it stands on. `names` are the names taken from it, if any."""

    target: str
    line: int
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Module:
    """One file of the package: dotted name, path, tree."""

    name: str
    path: Path
    tree: ast.Module

    @property
    def is_package(self) -> bool:
        return self.path.name == "__init__.py"

    @property
    def room(self) -> str:
        """The first part below the package; empty for the package's own `__init__`."""
        return room_of(self.name)


def room_of(name: str) -> str:
    parts = name.split(".")
    return parts[1] if len(parts) > 1 else ""


def module_name(path: Path, base: Path) -> str:
    parts = path.relative_to(base).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def read_modules(base: Path = PLUGINS) -> Mapping[str, Module]:
    """Every module of the package under `base`, by name, in the order of names."""
    paths = sorted((base / PACKAGE).rglob("*.py"))
    modules = (Module(module_name(path, base), path, parse(path)) for path in paths)
    return {module.name: module for module in modules}


def parse(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def imports(module: Module) -> Iterator[Import]:
    """Every import of a module: at its top, in functions, under TYPE_CHECKING, and by a call with a literal name."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Import):
            yield from (Import(alias.name, node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            names = tuple(alias.name for alias in node.names)
            yield Import(_absolute(module, node), node.lineno, names)
        elif isinstance(node, ast.Call) and (literal := _imported_by_call(node)):
            yield Import(literal, node.lineno)


def _absolute(module: Module, node: ast.ImportFrom) -> str:
    if not node.level:
        return node.module or ""
    parts = module.name.split(".")
    base = parts if module.is_package else parts[:-1]
    base = base[: len(base) - (node.level - 1)]
    return ".".join([*base, *([node.module] if node.module else [])])


def _imported_by_call(node: ast.Call) -> str:
    called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
    if called not in {"import_module", "__import__"} or not node.args:
        return ""
    first = node.args[0]
    return first.value if isinstance(first, ast.Constant) and isinstance(first.value, str) else ""


def own_targets(modules: Mapping[str, Module], found: Import) -> Iterator[str]:
    """The modules of the package that an import names: `from a import b` means `a.b` where that is a module."""
    if found.target.split(".")[0] != PACKAGE:
        return
    submodules = [f"{found.target}.{name}" for name in found.names if f"{found.target}.{name}" in modules]
    yield from submodules
    if len(submodules) < max(1, len(found.names)):
        yield _nearest(modules, found.target)


def _nearest(modules: Mapping[str, Module], name: str) -> str:
    while name not in modules and "." in name:
        name = name.rpartition(".")[0]
    return name


def python_files() -> list[Path]:
    """The project's own Python files outside the tests."""
    return sorted([*(PLUGINS / PACKAGE).rglob("*.py"), *SCRIPTS.glob("*.py")])


def shown(path: Path, line: int = 0) -> str:
    """A path as it is written in a failure: from the repository's root, with the line."""
    return path.relative_to(ROOT).as_posix() + (f":{line}" if line else "")
