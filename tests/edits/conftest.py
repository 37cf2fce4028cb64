"""Everything that was read is remembered at once: edits here follow builds faster than any clerk."""

import pytest

from gongkai.planning import lines


@pytest.fixture(autouse=True)
def _no_doubt(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without this all files of these sites would be too new to be remembered, and would be read every time."""
    monkeypatch.setattr(lines, "DOUBT_NS", -(10**12))
