"""Failures that a clerk can do something about, told in Chinese without a traceback."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from mkdocs.exceptions import PluginError

from gongkai.loading.bodies import ChangedWhileReading
from gongkai.mkdocs_plugins.errands import AttachmentChanged
from gongkai.mkdocs_plugins.page_maker import RenderError
from gongkai.mkdocs_plugins.planning_stage import Blocked
from gongkai.planning.errors import PlanningError

EXPECTED = (Blocked, ChangedWhileReading, AttachmentChanged, RenderError, PlanningError)


@contextmanager
def explain() -> Iterator[None]:
    """Turn an expected failure into MkDocs' PluginError (one message, exit code 1); so with a full disk."""
    try:
        yield
    except EXPECTED as error:
        raise PluginError(str(error)) from error
    except OSError as error:
        place = f"：{error.filename}" if error.filename else ""
        raise PluginError(f"读写文件失败（{error.strerror or error}）{place}。原来的网站没有动。") from error
