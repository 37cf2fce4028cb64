"""Files that are costly to make and depend on little: kept between builds under the key of what they come from."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class KeptFiles:
    """A folder of such files. What cannot be read, or is not what was written, counts as not there."""

    folder: Path

    def get(self, key: str) -> Mapping[str, bytes]:
        """Name → bytes of all files of a key; empty when one of them is not as it was."""
        place = self.folder / key
        try:
            lines = (place / "list").read_text(encoding="utf-8").splitlines()
            found = {name: (place / name).read_bytes() for name, _ in map(_named, lines)}
        except (OSError, ValueError):
            return {}
        sound = all(hashlib.sha256(found[name]).hexdigest() == sha256 for name, sha256 in map(_named, lines))
        return found if sound else {}

    def put(self, key: str, files: Mapping[str, bytes]) -> Mapping[str, bytes]:
        """Keep files and give them back; those of other keys go. A folder that cannot be written costs time alone."""
        place = self.folder / key
        try:
            self._drop_others(key)
            place.mkdir(parents=True, exist_ok=True)
            for name, data in files.items():
                (place / name).write_bytes(data)
            listed = "".join(
                f"{hashlib.sha256(data).hexdigest()} {name}\n" for name, data in sorted(files.items())
            )
            (place / "list").write_text(listed, encoding="utf-8", newline="\n")
        except OSError:
            return files
        return files

    def _drop_others(self, key: str) -> None:
        for folder in self.folder.iterdir() if self.folder.is_dir() else ():
            if folder.name != key and folder.is_dir():
                for file in folder.iterdir():
                    file.unlink()
                folder.rmdir()


def _named(line: str) -> tuple[str, str]:
    sha256, _, name = line.partition(" ")
    return name, sha256
