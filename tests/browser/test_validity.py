"""Every kind of page, as built, parses without an error by the rules of HTML."""

from __future__ import annotations

from pathlib import Path

import html5lib
import pytest

from scripts._look import largest_of_each

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.mark.parametrize("name", ["site", "county"])
def test_one_page_of_each_type_is_valid(name: str, request: pytest.FixtureRequest) -> None:
    site: Path = request.getfixturevalue(name)
    found = {}
    for kind, path in largest_of_each(site).items():
        parser = html5lib.HTMLParser()
        parser.parse((site / path / "index.html" if not path.endswith(".html") else site / path).read_bytes())
        if parser.errors:
            found[kind] = [error[1] for error in parser.errors]
    assert found == {}
