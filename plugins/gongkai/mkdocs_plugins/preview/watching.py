"""Notices what was saved: by the system's own notices where there are any, else by looking again and again."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Collection
from pathlib import Path

from watchdog.events import (
    EVENT_TYPE_CLOSED,
    EVENT_TYPE_CREATED,
    EVENT_TYPE_DELETED,
    EVENT_TYPE_MODIFIED,
    EVENT_TYPE_MOVED,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver
from watchdog.observers.polling import PollingObserver

QUIET = 0.04
"""Seconds without a further notice after which a save counts as done: editors write in several steps."""

LONGEST = 0.4
"""Seconds after which waiting for quiet ends."""

_TYPES = (
    EVENT_TYPE_CLOSED,
    EVENT_TYPE_CREATED,
    EVENT_TYPE_DELETED,
    EVENT_TYPE_MODIFIED,
    EVENT_TYPE_MOVED,
)
"""Not those of mere reading: the preview itself reads all day."""


class Changes(FileSystemEventHandler):
    """Gathers the paths of notices until they are taken."""

    def __init__(self) -> None:
        self._paths: set[Path] = set()
        self._news = threading.Event()

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Note the paths of an event; a folder's own time of change says nothing that its files do not."""
        if event.event_type not in _TYPES or (event.is_directory and event.event_type == EVENT_TYPE_MODIFIED):
            return
        for path in (event.src_path, event.dest_path):
            if path and not _passing(Path(str(path)).name):
                self._paths.add(Path(str(path)))
                self._news.set()

    def take(self) -> Collection[Path]:
        """Wait for notices, then for a moment of quiet; the paths that were named."""
        self._news.wait()
        end = time.monotonic() + LONGEST
        while self._news.is_set() and time.monotonic() < end:
            self._news.clear()
            time.sleep(QUIET)
        self._news.clear()
        paths, self._paths = self._paths, set()
        return frozenset(paths)


def _passing(name: str) -> bool:
    """Files that editors and offices make for a while."""
    return name.startswith((".", "~$")) or name.endswith(("~", ".tmp", ".swp", ".swx", ".part"))


def watch(paths: Collection[Path], changes: Changes) -> BaseObserver:
    """Watch folders with all that is below them, and single files; the observer is started."""
    try:
        return _started(Observer(), paths, changes)
    except OSError:  # no notices left on this system (inotify), or none on this kind of disk
        return _started(PollingObserver(timeout=1), paths, changes)


def _started(observer: BaseObserver, paths: Collection[Path], changes: Changes) -> BaseObserver:
    for path in sorted(set(paths)):
        if path.is_dir():
            observer.schedule(changes, str(path), recursive=True)
        elif path.is_file():
            observer.schedule(_Only(path, changes), str(path.parent))
    observer.start()
    return observer


class _Only(FileSystemEventHandler):
    """Passes on what is said of one file in a watched folder."""

    def __init__(self, path: Path, changes: Changes) -> None:
        self._path = path
        self._changes = changes

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Hand over an event that names the file."""
        if str(self._path) in (event.src_path, event.dest_path):
            self._changes.on_any_event(event)


def follow(changes: Changes, refresh: Callable[[Collection[Path]], None]) -> threading.Thread:
    """Refresh after every save, in a thread that ends with the program."""

    def run() -> None:
        while True:
            refresh(changes.take())

    thread = threading.Thread(target=run, name="gongkai-refresh", daemon=True)
    thread.start()
    return thread
