"""A piece of work in a forked process, where that is safe and worth it; else in this one, when it is asked for."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable


def beside(work: Callable[[], str], worth_it: bool) -> Callable[[], str]:
    """Begin a work that makes a text; returns what waits for it.

    Only a process without other threads is copied whole. A work that fails there answers with an empty text.
    """
    if not worth_it or sys.platform != "linux" or threading.active_count() > 1:
        return work
    receive, send = os.pipe()
    try:
        child = os.fork()
    except OSError:  # no further process is to be had
        os.close(receive)
        os.close(send)
        return work
    if child == 0:
        try:
            os.write(send, work().encode())
        finally:
            os._exit(0)  # nothing of the first process is closed, flushed or told here
    os.close(send)

    def answer() -> str:
        with os.fdopen(receive, "rb") as pipe:
            told = pipe.read().decode()
        os.waitpid(child, 0)
        return told

    return answer
