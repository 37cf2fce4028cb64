"""Failures that a clerk can do something about, told in Chinese without a traceback."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from mkdocs.exceptions import PluginError

from gongkai.loading.bodies import ChangedWhileReading
from gongkai.mkdocs_plugins.errands import AttachmentChanged
from gongkai.mkdocs_plugins.page_maker import RenderError
from gongkai.mkdocs_plugins.planning_stage import Blocked
from gongkai.planning.errors import PlanningError
from gongkai.planning.errors import explain as in_words

EXPECTED = (Blocked, ChangedWhileReading, AttachmentChanged, RenderError, PlanningError)
_WRITING = frozenset({errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC), errno.EROFS, errno.ENAMETOOLONG})
"""What only writing brings about."""


@contextmanager
def explain(folder: Path | None = None) -> Iterator[None]:
    """Turn an expected failure into MkDocs' PluginError (one message, exit code 1); so with a full disk.

    `folder` is what was being written to: the system names no file when there is no room for its bytes.
    """
    try:
        yield
    except EXPECTED as error:
        raise PluginError(str(error)) from error
    except OSError as error:
        raise PluginError(_words(error, folder)) from error


def _words(error: OSError, folder: Path | None) -> str:
    if folder is not None and error.errno in _WRITING:
        return in_words(error, Path(error.filename) if isinstance(error.filename, str) else folder)
    place = f"：{error.filename}" if error.filename else ""
    return f"读写文件失败（{error.strerror or error}）{place}。原来的网站没有动；排除后请重新构建。"
