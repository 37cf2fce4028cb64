"""A site is replaced file by file: what stays, what goes, what is left alone, and what is refused."""

import errno
import os
import shutil
import sys
from pathlib import Path
from typing import Any
from unittest.mock import Mock

import pytest

from gongkai.planning import moving, publish
from gongkai.planning.errors import NotOurs, PublishError
from gongkai.planning.pending import is_pending
from gongkai.planning.publish import Changes, is_safe, replace
from gongkai.planning.workspace import fresh_build_folder
from tests.planning.trees import NEW, NOTHING, OLD, Tree, folders, read_tree, write_tree

links = pytest.mark.skipif(sys.platform == "win32", reason="making links needs a privilege on Windows")


def publish_tree(tmp: Path, tree: Tree, former: Tree = NOTHING) -> Changes:
    built = write_tree(fresh_build_folder(tmp / "site"), tree)
    return replace(built, tmp / "site", [name for name in former if name != "manifest.json"])


def test_a_first_build_fills_the_folder(tmp_path: Path) -> None:
    changes = publish_tree(tmp_path, OLD)
    assert read_tree(tmp_path / "site") == OLD
    assert changes.added == tuple(sorted(name for name in OLD if name != "manifest.json"))
    assert (changes.changed, changes.removed, changes.unchanged) == ((), (), ())
    assert not is_pending(tmp_path / "site")


def test_a_second_build_changes_what_changed(tmp_path: Path) -> None:
    publish_tree(tmp_path, OLD)
    changes = publish_tree(tmp_path, NEW, OLD)
    assert read_tree(tmp_path / "site") == NEW
    assert changes == Changes(
        added=("info/3/index.html",),
        changed=("feed.xml", "index.html", "jcgk/index.html"),
        removed=("info/2/index.html",),
        unchanged=("info/1/1.docx", "info/1/index.html"),
    )
    assert folders(tmp_path / "site") == ["info", "info/1", "info/3", "jcgk"]


def test_an_unchanged_file_is_not_touched(tmp_path: Path) -> None:
    publish_tree(tmp_path, OLD)
    kept = tmp_path / "site/info/1/index.html"
    os.utime(kept, (1, 1))
    publish_tree(tmp_path, NEW, OLD)
    assert kept.stat().st_mtime == 1


def test_same_size_is_not_same_content(tmp_path: Path) -> None:
    publish_tree(tmp_path, {"a.html": "甲甲"})
    assert publish_tree(tmp_path, {"a.html": "甲乙"}, {"a.html": ""}).changed == ("a.html",)


def test_files_of_the_host_are_left_alone(tmp_path: Path) -> None:
    publish_tree(tmp_path, OLD)
    write_tree(tmp_path / "site", {"CNAME": "qingshan.example", "info/2/别人的.txt": "x"})
    publish_tree(tmp_path, NEW, OLD)
    assert read_tree(tmp_path / "site") == {**NEW, "CNAME": "qingshan.example", "info/2/别人的.txt": "x"}


def test_names_outside_ascii(tmp_path: Path) -> None:
    publish_tree(tmp_path, {"关于 本站/index.html": "一", "附件/表（一）.docx": "二"})
    changes = publish_tree(
        tmp_path, {"关于 本站/index.html": "改"}, {"关于 本站/index.html": "", "附件/表（一）.docx": ""}
    )
    assert (changes.changed, changes.removed) == (("关于 本站/index.html",), ("附件/表（一）.docx",))
    assert folders(tmp_path / "site") == ["关于 本站"]


def test_a_page_becomes_a_folder_and_back(tmp_path: Path) -> None:
    publish_tree(tmp_path, {"a": "文件", "b/c/index.html": "页"})
    publish_tree(tmp_path, {"a/index.html": "页", "b": "文件"}, {"a": "", "b/c/index.html": ""})
    assert read_tree(tmp_path / "site") == {"a/index.html": "页", "b": "文件"}


def test_a_foreign_file_in_the_way_is_named(tmp_path: Path) -> None:
    write_tree(tmp_path / "site", {"jcgk": "别人的"})
    with pytest.raises(PublishError, match="不是本站的文件，却占着"):
        publish_tree(tmp_path, NEW)
    assert (tmp_path / "site/jcgk").read_text(encoding="utf-8") == "别人的"


def test_a_foreign_folder_in_the_way_is_named(tmp_path: Path) -> None:
    write_tree(tmp_path / "site", {"feed.xml/别人的": "x"})
    with pytest.raises(PublishError, match="里面有不是本站的文件"):
        publish_tree(tmp_path, NEW)


def test_order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []
    site = tmp_path / "site"
    publish_tree(tmp_path, OLD)
    monkeypatch.setattr(publish, "move", spy(moving.move, seen, site, 1))
    monkeypatch.setattr(publish, "unlink", spy(moving.unlink, seen, site, 0))
    publish_tree(tmp_path, {**NEW, "assets/a.css": "x"}, OLD)
    assert seen == [
        "assets/a.css",
        "info/3/index.html",
        "jcgk/index.html",
        "index.html",
        "feed.xml",
        "info/2/index.html",
        "manifest.json",
    ]


def spy(function: Any, seen: list[str], site: Path, place: int) -> Any:
    def call(*args: Any) -> None:
        seen.append(Path(args[place]).relative_to(site).as_posix())
        function(*args)

    return call


@pytest.mark.parametrize("path", ["../a", "/etc/a", "a//b", "a/./b", "", "C:/a", "a\\..\\b", "a/..", "a\0b"])
def test_a_manifest_cannot_lead_out_of_the_site(tmp_path: Path, path: str) -> None:
    write_tree(tmp_path, {"a": "别处"})
    assert not is_safe(path)
    replace(write_tree(tmp_path / "build", {"x.html": "x"}), tmp_path / "site", [path])
    assert (tmp_path / "a").exists()


@links
def test_nothing_is_written_or_removed_through_a_link(tmp_path: Path) -> None:
    outside = write_tree(tmp_path / "outside", {"index.html": "别处", "old.html": "别处"})
    (tmp_path / "site").mkdir()
    (tmp_path / "site/jcgk").symlink_to(outside)
    publish_tree(tmp_path, {"a.html": "a"}, {"jcgk/old.html": ""})
    with pytest.raises(NotOurs, match="经由它会写到输出文件夹之外"):
        publish_tree(tmp_path, {"jcgk/index.html": "栏目"})
    assert read_tree(outside) == {"index.html": "别处", "old.html": "别处"}


@links
def test_a_linked_file_is_replaced_not_written_through(tmp_path: Path) -> None:
    write_tree(tmp_path, {"别处.html": "同"})
    (tmp_path / "site").mkdir()
    (tmp_path / "site/a.html").symlink_to(tmp_path / "别处.html")
    assert publish_tree(tmp_path, {"a.html": "同"}).changed == ("a.html",)
    assert not (tmp_path / "site/a.html").is_symlink()


@links
def test_the_site_itself_may_be_a_link(tmp_path: Path) -> None:
    (tmp_path / "www").mkdir()
    (tmp_path / "site").symlink_to(tmp_path / "www")
    publish_tree(tmp_path, OLD)
    assert read_tree(tmp_path / "www") == OLD
    assert (tmp_path / "site").is_symlink()


def test_another_file_system_is_reached_by_copying(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    publish_tree(tmp_path, OLD)
    rename = os.replace

    def across(source: Any, target: Any) -> None:
        if "build" in Path(source).parts:
            raise OSError(errno.EXDEV, "Invalid cross-device link", str(source))
        rename(source, target)

    monkeypatch.setattr(os, "replace", across)
    publish_tree(tmp_path, NEW, OLD)
    assert read_tree(tmp_path / "site") == NEW


def failing(code: int, name: str) -> Any:
    def fail(*args: Any, **options: Any) -> None:
        raise OSError(code, os.strerror(code), name)

    return fail


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (errno.ENOSPC, "磁盘已满"),
        (errno.EACCES, "没有权限写"),
        (errno.EROFS, "没有权限写"),
        (errno.ENAMETOOLONG, "路径太长"),
        (errno.EIO, "处理"),
    ],
)
def test_a_failed_write_is_explained(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, words: str
) -> None:
    publish_tree(tmp_path, OLD)
    monkeypatch.setattr(moving, "_PAUSES", ())
    with monkeypatch.context() as patch:
        patch.setattr(os, "replace", failing(code, str(tmp_path / "site/文件.html")))
        with pytest.raises(PublishError, match=words) as caught:
            publish_tree(tmp_path, NEW, OLD)
    assert "文件.html" in str(caught.value)
    assert read_tree(tmp_path / "site") == OLD
    publish_tree(tmp_path, NEW, OLD)
    assert read_tree(tmp_path / "site") == NEW


def test_a_full_disk_while_copying_leaves_the_old_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish_tree(tmp_path, OLD)

    def half(source: Path, target: Path) -> None:
        target.write_text("半", encoding="utf-8")
        raise OSError(errno.ENOSPC, "No space left on device", str(target))

    with monkeypatch.context() as patch:
        patch.setattr(os, "replace", failing(errno.EXDEV, "x"))
        patch.setattr(publish, "write_pending", Mock())
        patch.setattr(shutil, "copyfile", half)
        with pytest.raises(PublishError, match="磁盘已满"):
            publish_tree(tmp_path, NEW, OLD)
    left = read_tree(tmp_path / "site")
    assert {name: left[name] for name in OLD} == OLD
    publish_tree(tmp_path, NEW, OLD)
    assert read_tree(tmp_path / "site") == NEW


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere")
def test_a_read_only_folder_is_explained(tmp_path: Path) -> None:
    site = write_tree(tmp_path / "site", {})
    site.chmod(0o555)
    with pytest.raises(PublishError, match="没有权限写"):
        publish_tree(tmp_path, NEW)


def test_a_file_held_open_for_a_moment_is_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    publish_tree(tmp_path, OLD)
    rename, refusals = os.replace, [2]

    def busy(source: Any, target: Any) -> None:
        if "build" in Path(source).parts and refusals[0]:
            refusals[0] -= 1
            raise PermissionError(errno.EACCES, "held", str(target))
        rename(source, target)

    monkeypatch.setattr(moving, "_PAUSES", (0, 0, 0))
    monkeypatch.setattr(os, "replace", busy)
    publish_tree(tmp_path, NEW, OLD)
    assert read_tree(tmp_path / "site") == NEW


def test_one_file_that_resists_removal_does_not_keep_the_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish_tree(tmp_path, {"a.html": "a", "b.html": "b", "c.html": "c"})
    remove = moving.unlink

    def stubborn(file: Path) -> None:
        if file.name == "a.html":
            raise PermissionError(errno.EACCES, "held", str(file))
        remove(file)

    with monkeypatch.context() as patch:
        patch.setattr(publish, "unlink", stubborn)
        with pytest.raises(PublishError, match=r"仍可访问(?s:.*)a\.html"):
            publish_tree(tmp_path, {"d.html": "d"}, {"a.html": "", "b.html": "", "c.html": ""})
    assert sorted(read_tree(tmp_path / "site")) == ["a.html", "d.html"]


def test_a_write_protected_file_is_replaced(tmp_path: Path) -> None:
    publish_tree(tmp_path, OLD)
    (tmp_path / "site/index.html").chmod(0o444)
    publish_tree(tmp_path, NEW, OLD)
    assert read_tree(tmp_path / "site") == NEW


def test_a_name_that_changed_its_case_survives_where_both_are_one_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish_tree(tmp_path, {"Readme.txt": "一"})
    monkeypatch.setattr(Path, "samefile", lambda self, other: self.name.lower() == other.name.lower())
    assert publish_tree(tmp_path, {"readme.txt": "一"}, {"Readme.txt": ""}).removed == ()


def test_paths_that_leave_the_site_are_unsafe() -> None:
    unsafe = ("", ".", "..", "../a", "a/..", "a/../b", "a//b", "/a", "a/", "a/./b", "a\\b", "c:a", "a\0b")
    assert [path for path in unsafe if is_safe(path)] == []
    safe = ("a", "a/b.html", ".well-known/x", "a/..b", "a/b..", "...", "a/.../b", "公开/a.html")
    assert [path for path in safe if not is_safe(path)] == []
