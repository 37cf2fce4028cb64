"""`gongkai` in a child process on a disk that fills up: `python poor_disk.py <writes> <command> …`.

After so many files were opened for writing every further one is, like on a full disk, made and stays empty:
writing goes to /dev/full, where the system says itself that no space is left.
"""

from __future__ import annotations

import builtins
import io
import os
import sys
from typing import Any

_FULL = "/dev/full"


class Disk:
    """Counts what is opened for writing."""

    def __init__(self, space: int) -> None:
        self.left = space
        self.opened = 0
        self._open, self._os_open = io.open, os.open

    def takes(self) -> bool:
        """Whether there is still room for one file more."""
        self.opened += 1
        self.left -= 1
        return self.left >= 0

    def open(self, file: Any, mode: str = "r", *args: Any, **more: Any) -> Any:
        """`open`, to which a full disk gives an empty file."""
        if isinstance(file, int) or not set(mode) & set("wax+") or str(file) == os.devnull or self.takes():
            return self._open(file, mode, *args, **more)
        self._open(file, mode, *args, **more).close()
        return self._open(_FULL, mode.replace("x", "w"), *args, **more)

    def os_open(self, path: Any, flags: int, *args: Any, **more: Any) -> int:
        """`os.open`, the same."""
        if not flags & os.O_CREAT or self.takes():
            return self._os_open(path, flags, *args, **more)
        os.close(self._os_open(path, flags, *args, **more))
        return self._os_open(_FULL, os.O_WRONLY)


def main() -> None:
    """Run a command; with -1 as space nothing is refused, and the last line says how many files were opened."""
    space = int(sys.argv.pop(1))
    from gongkai.cli import main as run

    disk = Disk(space if space >= 0 else 10**9)
    # The three names under which the standard library and the project write.
    io.open = builtins.open = disk.open  # type: ignore[assignment]
    os.open = disk.os_open  # type: ignore[assignment]
    try:
        run()
    finally:
        if space < 0:
            sys.stderr.write(f"\nopened {disk.opened}")


if __name__ == "__main__":
    main()
