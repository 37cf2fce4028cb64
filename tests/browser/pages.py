"""Pages of the demonstration, found in what was built."""

from __future__ import annotations

import re
from pathlib import Path


def item_with(site: Path, pattern: str) -> str:
    """The first item's page whose HTML has a pattern, as a path below the site."""
    for file in sorted(site.glob("info/*/index.html")):
        if re.search(pattern, file.read_text(encoding="utf-8"), re.DOTALL):
            return file.relative_to(site).as_posix().removesuffix("index.html")
    raise AssertionError(f"the demonstration has no item with {pattern}")
