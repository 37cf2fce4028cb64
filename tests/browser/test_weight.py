"""What a page weighs on the wire, when its largest part is painted, and that nothing jumps."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from scripts._look import KILOBYTE, largest_of_each, measure, new_types

pytestmark = [pytest.mark.browser, pytest.mark.slow]

FIRST = {"home": 200, "item": 150}
NEXT = 30


def test_pages_are_light_quick_and_still(browser: Browser, site: Path, county: Path) -> None:
    """The largest page of each type. The time of the largest paint depends on what else runs here: it is printed,
    and only a page that is far off fails."""
    pages = largest_of_each(site)
    figures = [
        *measure(browser, site, list(pages.items())),
        *measure(browser, county, new_types(county, pages)),
    ]
    assert {"table", "table-row", "statistics", "application", "gazette", "issue", "reading"} <= {
        figure.name for figure in figures
    }
    for figure in figures:
        sys.stdout.write("，".join(figure.cells) + "\n")
        assert figure.first <= FIRST.get(figure.name, 200) * KILOBYTE
        assert figure.next <= NEXT * KILOBYTE
        assert figure.shift <= 0.02, figure
        assert 0 < figure.paint <= 5000, figure
