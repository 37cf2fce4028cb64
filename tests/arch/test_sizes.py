"""Small functions and files of one subject. An exception is listed here with its reason, or it is none."""

import ast
from collections.abc import Iterator, Mapping
from pathlib import Path

from tests.arch.source import parse, python_files, shown

FUNCTION_LINES = 40
FILE_LINES = 300

# "path::function" or "path" → why it may be longer
LONG_FUNCTIONS: Mapping[str, str] = {
    "plugins/gongkai/model/catalog.py::build_catalog": "names each field of the catalog once and does nothing else",
}
LONG_FILES: Mapping[str, str] = {}


def functions(tree: ast.Module) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def code_lines(lines: list[str], node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """The lines of a function that are not blank, its docstring not counted."""
    documented = ast.get_docstring(node) is not None
    docstring = range(node.body[0].lineno, (node.body[0].end_lineno or 0) + 1) if documented else range(0)
    numbers = range(node.lineno, (node.end_lineno or node.lineno) + 1)
    return sum(1 for number in numbers if number not in docstring and lines[number - 1].strip())


def long_functions(path: Path) -> Iterator[tuple[str, int]]:
    lines = path.read_text(encoding="utf-8").splitlines()
    for node in functions(parse(path)):
        length = code_lines(lines, node)
        if length > FUNCTION_LINES:
            yield f"{shown(path)}::{node.name}", length


def file_length(path: Path) -> int:
    return sum(1 for line in path.read_text(encoding="utf-8").splitlines() if line.strip())


def test_functions_are_short() -> None:
    found = dict(pair for path in python_files() for pair in long_functions(path))
    assert {name: length for name, length in found.items() if name not in LONG_FUNCTIONS} == {}


def test_files_are_short() -> None:
    found = {shown(path): file_length(path) for path in python_files()}
    assert {name: n for name, n in found.items() if n > FILE_LINES and name not in LONG_FILES} == {}


def test_exceptions_are_still_needed() -> None:
    functions_now = {name for path in python_files() for name, _ in long_functions(path)}
    files_now = {shown(path) for path in python_files() if file_length(path) > FILE_LINES}
    assert set(LONG_FUNCTIONS) <= functions_now
    assert set(LONG_FILES) <= files_now
