"""No test file lies unread: a misspelt name or a skipped folder would be silence, not a failure."""

from pathlib import Path

import pytest

from tests.arch.source import ROOT, shown

TESTS = ROOT / "tests"


def test_every_test_file_is_collected(
    request: pytest.FixtureRequest, collected_files: frozenset[Path]
) -> None:
    if not runs_everything(request.config):
        pytest.skip("only a part of the tests was asked for")
    missing = set(TESTS.rglob("test_*.py")) - collected_files
    assert sorted(map(shown, missing)) == []


def test_every_file_of_tests_has_a_test_name() -> None:
    strays = [path for path in TESTS.rglob("*_test.py") if not path.name.startswith("test_")]
    assert sorted(map(shown, strays)) == []


def runs_everything(config: pytest.Config) -> bool:
    """Whether the whole tests folder was asked for, and nothing in it ignored by option."""
    asked = {Path(config.invocation_params.dir, arg.split("::")[0]).resolve() for arg in config.args}
    whole = asked <= {ROOT, TESTS} and not any("::" in arg for arg in config.args)
    return whole and not config.getoption("ignore") and not config.getoption("ignore_glob")
