"""What an error of the file system means for the person who builds."""

import errno
from pathlib import Path

import pytest

from gongkai.planning.errors import PublishError, explain, explained


def test_a_long_path_on_windows_is_named_as_such() -> None:
    error = FileNotFoundError(errno.ENOENT, "系统找不到指定的路径。")
    error.winerror = 3  # type: ignore[attr-defined,unused-ignore]
    long = Path("D:/", *["很长的文件夹名" * 5] * 8)
    assert "路径太长" in explain(error, long)
    assert "路径太长" not in explain(error, Path("D:/site"))


def test_the_file_that_the_error_names_comes_first() -> None:
    with pytest.raises(PublishError, match=r"目标\.html"), explained(Path("site")):
        raise PermissionError(errno.EACCES, "denied", "来源.html", None, "目标.html")


def test_without_a_name_the_given_place_is_named() -> None:
    with pytest.raises(PublishError, match=r"磁盘已满.*网站"), explained(Path("网站")):
        raise OSError(errno.ENOSPC, "No space left on device")


def test_other_errors_pass_through() -> None:
    with pytest.raises(ValueError, match="x"), explained(Path("site")):
        raise ValueError("x")
