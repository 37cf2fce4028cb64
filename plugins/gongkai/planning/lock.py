"""One build of a site at a time: an exclusive lock that the system gives back when a build is killed."""

from __future__ import annotations

import sys
import time
from pathlib import Path
from types import TracebackType
from typing import BinaryIO

from gongkai.planning.errors import Busy, PublishError, explain, explained
from gongkai.planning.workspace import lock_file, open_workspace

if sys.platform == "win32":
    import msvcrt

    def _grab(file: BinaryIO) -> None:
        file.seek(0)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)

    def _release(file: BinaryIO) -> None:
        file.seek(0)
        msvcrt.locking(file.fileno(), msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _grab(file: BinaryIO) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def _release(file: BinaryIO) -> None:
        # Said aloud: a worker process that was forked meanwhile would keep the lock by its copy of the file.
        fcntl.flock(file, fcntl.LOCK_UN)


_PAUSE = 0.1


class Lock:
    """A lock that is held; give it back by `release` or by leaving a `with` block."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file

    def release(self) -> None:
        """Give the lock back; a second call does nothing. The file stays: removing it would break the next lock."""
        if not self._file.closed:
            _release(self._file)
            self._file.close()

    def __enter__(self) -> Lock:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.release()


def lock_site(site: Path, wait: float = 30.0) -> Lock:
    """Take the lock of a site's builds, waiting up to `wait` seconds; then raise `Busy`.

    `PublishError` when the lock file can't be made.
    """
    open_workspace(site)
    path = lock_file(site)
    with explained(path):
        file = path.open("ab")
    deadline = time.monotonic() + wait
    while not _try(file, path):
        if time.monotonic() >= deadline:
            file.close()
            raise Busy(
                f"另一个 gongkai 正在构建 {site}，等了 {wait:g} 秒还没有结束。请等它结束后再试（或关闭正在运行的预览、构建窗口）。"
            )
        time.sleep(_PAUSE)
    return Lock(file)


def _try(file: BinaryIO, path: Path) -> bool:
    try:
        _grab(file)
    except (BlockingIOError, PermissionError):
        return False
    except OSError as error:
        file.close()
        raise PublishError(explain(error, path)) from error
    return True
