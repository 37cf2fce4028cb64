"""What attachments hold, remembered by their content's checksum; a cache that cannot be read costs a reading."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from gongkai.checks.material import Extract, Part

VERSION = 5
"""Raised whenever a reader gives other results."""


def load(path: Path) -> dict[str, Extract]:
    """Checksum and name's ending → extract; empty when there is no (sound) cache."""
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        if data["version"] != VERSION:
            return {}
        return {key: _extract(value) for key, value in data["files"].items()}
    except (OSError, ValueError, KeyError, TypeError):
        return {}


def save(path: Path, extracts: Mapping[str, Extract]) -> None:
    """Write the cache; the same extracts give the same bytes."""
    files = {key: _plain(extracts[key]) for key in sorted(extracts)}
    text = json.dumps({"version": VERSION, "files": files}, ensure_ascii=False)
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(path.name + ".new")
    beside.write_text(text, encoding="utf-8", newline="\n")
    beside.replace(path)


def through(
    known: dict[str, Extract], keys: Iterable[tuple[str, Callable[[], Extract]]]
) -> dict[str, Extract]:
    """The extracts of all keys, from what is known or read now; what is no longer asked for is dropped."""
    found: dict[str, Extract] = {}
    for key, read in keys:
        if key not in found:
            found[key] = known[key] if key in known else read()
    return found


def _plain(extract: Extract) -> list[object]:
    parts = [[part.place, part.text] for part in extract.parts]
    return [parts, list(extract.hidden), [list(m) for m in extract.metadata], extract.trouble, extract.pages]


def _extract(value: list[object]) -> Extract:
    parts, hidden, metadata, trouble, pages = value
    if not isinstance(parts, list) or not isinstance(hidden, list) or not isinstance(metadata, list):
        raise TypeError
    return Extract(
        parts=tuple(Part(str(place), str(text)) for place, text in parts),
        hidden=tuple(str(h) for h in hidden),
        metadata=tuple((str(name), str(text)) for name, text in metadata),
        trouble=str(trouble),
        pages=int(str(pages)),
    )
