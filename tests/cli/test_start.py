"""What a command costs before and after its work: what it imports, and how it leaves."""

import subprocess
import sys
from pathlib import Path

import pytest

from gongkai.cli.main import COMMANDS, group


def python(code: str, cwd: Path) -> str:
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", code],
        cwd=cwd,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    return done.stdout


A_RING = """
import sys
from gongkai.cli import main

class Ring:
    def __init__(self):
        self.me = self

    def __del__(self):
        sys.stdout.write("taken apart")

ring = Ring()
"""


def test_what_a_command_made_is_not_taken_apart_at_the_end(tmp_path: Path) -> None:
    assert "taken apart" in python(A_RING, tmp_path)
    left = python(f"{A_RING}\nmain(['--help'])", tmp_path)
    assert "用法：gongkai" in left
    assert "taken apart" not in left


def imported(arguments: list[str], cwd: Path) -> set[str]:
    code = "import sys\nfrom gongkai.cli import main\ntry:\n    main({})\nfinally:\n    print('|'.join(sys.modules))"
    return set(python(code.format(arguments), cwd).splitlines()[-1].split("|"))


@pytest.mark.parametrize("arguments", [["--help"], ["build", "--help"]])
def test_help_waits_for_nothing_that_it_does_not_need(tmp_path: Path, arguments: list[str]) -> None:
    found = imported(arguments, tmp_path)
    assert "gongkai.cli.main" in found
    rooms = ("checks", "exports", "importing", "loading", "reporting", "statistics", "typesetting", "views")
    heavy = (
        "babel",
        "jinja2",
        "markdown",
        "mkdocs",
        "pydantic",
        "yaml",
        *(f"gongkai.{room}" for room in rooms),
    )
    assert [name for name in sorted(found) if name.startswith(heavy)] == []


@pytest.mark.parametrize("command", ["build", "check", "new", "stats"])
def test_only_the_schema_of_fields_loads_pydantic(tmp_path: Path, command: str) -> None:
    """What reads items does so by the table that is made from their definition."""
    made = "import gongkai.mkdocs_plugins.engine, gongkai.cli.{0}\nimport sys\nprint('|'.join(sys.modules))"
    found = set(python(made.format(command), tmp_path).split("|"))
    assert "gongkai.loading.schema" in found
    assert [name for name in sorted(found) if name.startswith("pydantic")] == []


@pytest.mark.parametrize("name", COMMANDS)
def test_the_overview_says_what_each_command_says_of_itself(name: str) -> None:
    assert group.commands[name].get_short_help_str(80) == COMMANDS[name]
