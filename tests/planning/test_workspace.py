"""The folders that builds work in."""

import sys
from pathlib import Path

import pytest

from gongkai.planning.errors import PublishError
from gongkai.planning.workspace import (
    build_folder_of,
    drop_build_folder,
    fresh_build_folder,
    open_state,
    open_workspace,
    remove_tree,
    workspace_of,
)
from tests.planning.trees import read_tree, write_tree


def test_it_lies_beside_the_site_and_is_hidden(tmp_path: Path) -> None:
    assert workspace_of(tmp_path / "网站") == tmp_path / ".网站.gongkai"
    assert (open_workspace(tmp_path / "网站") / ".gitignore").read_text(encoding="utf-8").endswith("\n*\n")


@pytest.mark.skipif(sys.platform == "win32", reason="making links needs a privilege on Windows")
def test_it_lies_beside_the_folder_that_a_link_leads_to(tmp_path: Path) -> None:
    (tmp_path / "www").mkdir()
    (tmp_path / "site").symlink_to(tmp_path / "www")
    assert workspace_of(tmp_path / "site") == tmp_path / ".www.gongkai"


def test_what_a_killed_build_left_is_removed(tmp_path: Path) -> None:
    write_tree(fresh_build_folder(tmp_path / "site"), {"a/b.html": "半"})
    assert read_tree(fresh_build_folder(tmp_path / "site")) == {}
    drop_build_folder(tmp_path / "site")
    drop_build_folder(tmp_path / "site")
    assert not build_folder_of(tmp_path / "site").exists()


def test_write_protected_files_are_removed(tmp_path: Path) -> None:
    folder = write_tree(tmp_path / "a", {"b/c.docx": "x"})
    (folder / "b/c.docx").chmod(0o444)
    (folder / "b").chmod(0o555)
    remove_tree(folder)
    assert not folder.exists()


def test_a_place_that_cannot_be_written_is_explained(tmp_path: Path) -> None:
    write_tree(tmp_path, {"文件": "x"})
    with pytest.raises(PublishError, match="文件"):
        open_workspace(tmp_path / "文件/site")


def test_state_is_never_committed(tmp_path: Path) -> None:
    folder = open_state(tmp_path / ".gongkai")
    assert (folder / ".gitignore").read_text(encoding="utf-8").splitlines()[-1] == "*"
    (folder / ".gitignore").write_text("own\n", encoding="utf-8")
    assert (open_state(folder) / ".gitignore").read_text(encoding="utf-8") == "own\n"
