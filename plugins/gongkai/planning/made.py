"""What came of one page."""

from __future__ import annotations

from typing import NamedTuple


class Made(NamedTuple):
    """What a page shows (`fingerprint`), what was looked at to compute that (names as JSON), and whether it was
    rendered, for the site may have shown the same already."""

    fingerprint: str
    looked_at: str
    rendered: bool
