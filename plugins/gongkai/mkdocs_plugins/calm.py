"""Python's cycle collector while pages are made."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def calm_collector() -> Iterator[None]:
    """Let Python look for circular garbage seldom, and only in what is new.

    What there is when pages begin (catalog, settings, modules) stays until they are done, and a page leaves little
    behind. In forked processes it would be worse than idle: looking at an object copies its page of memory.
    """
    threshold = gc.get_threshold()
    gc.freeze()
    gc.set_threshold(20_000, 20, 100)
    try:
        yield
    finally:
        gc.set_threshold(*threshold)
        gc.unfreeze()
