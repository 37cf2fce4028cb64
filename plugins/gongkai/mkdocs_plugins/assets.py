"""Style sheets and scripts: only what is used is copied, under names that change with their content."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Asset:
    """A file of the look: where it lies, and its site-rooted address."""

    source: Path
    path: str


def look_folder() -> Path:
    """The folder with our templates: inside the installed package, or `overrides/` of a checkout."""
    installed = Path(__file__).resolve().parent.parent / "theme"
    return installed if installed.is_dir() else Path(__file__).resolve().parents[3] / "overrides"


def _find(folders: Sequence[str], pattern: str) -> Path | None:
    for folder in folders:
        found = sorted(Path(folder).glob(pattern))
        if found:
            return found[0]
    return None


def _hashed(source: Path) -> Asset:
    digest = hashlib.sha256(source.read_bytes().replace(b"\r\n", b"\n")).hexdigest()[:8]
    return Asset(source, f"/assets/{source.stem}.{digest}{source.suffix}")


@dataclass(frozen=True, slots=True)
class Assets:
    """The files of the look, in the order in which pages name them."""

    stylesheets: tuple[Asset, ...]
    scripts: tuple[Asset, ...]

    @property
    def all(self) -> tuple[Asset, ...]:
        """Everything to copy."""
        return self.stylesheets + self.scripts


def find_assets(folders: Sequence[str]) -> Assets:
    """Material's style sheet first, then ours; our script. A site's own folder comes first in `folders`."""
    material = _find(folders, "assets/stylesheets/main.*.min.css")
    ours = [_find(folders, f"assets/{name}") for name in ("gongkai.css", "site.css")]
    script = _find(folders, "assets/gongkai.js")
    sheets = [Asset(material, f"/assets/{material.name}")] if material else []
    sheets += [_hashed(source) for source in ours if source]
    return Assets(tuple(sheets), tuple(_hashed(source) for source in [script] if source))


def read_asset(asset: Asset) -> bytes:
    """The bytes to publish: a map file is never shipped, so its mention goes too."""
    data = asset.source.read_bytes().replace(b"\r\n", b"\n")
    return data.partition(b"\n/*# sourceMappingURL=")[0] if asset.path.endswith(".css") else data
