"""What all tests share: the record of collected files, and reproducible property tests."""

from pathlib import Path

import pytest
from hypothesis import settings

COLLECTED = pytest.StashKey[frozenset[Path]]()

# The same examples on every machine, and no time limit on a machine that others use too.
settings.register_profile("project", derandomize=True, deadline=None, database=None)
settings.load_profile("project")


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Keep the files that brought tests, before -k and -m leave some out. Each xdist worker collects everything."""
    config.stash[COLLECTED] = frozenset(item.path for item in items)


@pytest.fixture(scope="session")
def collected_files(request: pytest.FixtureRequest) -> frozenset[Path]:
    """The files from which this run collected at least one test."""
    return request.config.stash[COLLECTED]
