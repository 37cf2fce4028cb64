"""What can go wrong while a site is put in its place, said in Chinese with what to do about it."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_FULL = frozenset({errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)})
_FORBIDDEN = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})
# Windows refuses longer paths unless they are enabled by policy; folders are already refused at 248.
_LONG_PATH = 248


class PlanningError(Exception):
    """The text is a complete message in Chinese for the person who builds."""


class NotOurs(PlanningError):
    """The output folder may not be written: it is not one of ours, or no output folder at all."""


class PublishError(PlanningError):
    """A file could not be written or removed; every page is still whole, old or new."""


class Busy(PlanningError):
    """Another build of the same site is running."""


def explain(error: OSError, path: Path) -> str:
    """Say what an error of the file system means for the person who builds, and what to do."""
    if error.errno in _FULL:
        return f"磁盘已满，写不下 {path}。已公开的页面都是完整的；请腾出空间后重新构建。"
    if _is_too_long(error, path):
        return f"路径太长（{len(str(path))} 个字符），系统不接受：{path}。请把项目移到较短的路径下（例如 D:\\gongkai），再重新构建。"
    if error.errno in _FORBIDDEN:
        return f"没有权限写 {path}，或者它正被别的程序（WPS、浏览器、杀毒软件等）占用。请关闭占用它的程序、检查文件夹权限，再重新构建。"
    return f"处理 {path} 时出错：{error.strerror or error}。已公开的页面都是完整的；排除后重新构建即可。"


def _is_too_long(error: OSError, path: Path) -> bool:
    if error.errno == errno.ENAMETOOLONG:
        return True
    return hasattr(error, "winerror") and error.errno == errno.ENOENT and len(str(path)) >= _LONG_PATH


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn an `OSError` into a `PublishError` that names the file, or `path` where the error names none."""
    try:
        yield
    except OSError as error:
        name = error.filename2 or error.filename
        raise PublishError(explain(error, Path(name) if isinstance(name, str) else path)) from error
