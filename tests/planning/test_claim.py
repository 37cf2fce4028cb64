"""Which folders may become the site."""

from pathlib import Path

import pytest

from gongkai.planning.claim import claim
from gongkai.planning.errors import NotOurs
from tests.planning.trees import write_tree


def ask(site: Path, content: Path, *, force: bool = False, ours: bool = False) -> None:
    claim(site, content=content, force=force, is_ours={site: ours, site.resolve(): ours}.__getitem__)


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return write_tree(tmp_path / "项目/content", {"决策公开/一.md": "x"})


def test_a_folder_that_is_not_there(tmp_path: Path, content: Path) -> None:
    ask(tmp_path / "site", content)
    assert not (tmp_path / "site").exists()


@pytest.mark.parametrize("litter", [{}, {".git/HEAD": ""}, {"Thumbs.db": "", ".DS_Store": ""}])
def test_a_folder_with_nothing_that_counts(tmp_path: Path, content: Path, litter: dict[str, str]) -> None:
    ask(write_tree(tmp_path / "site", litter), content)


def test_a_former_site(tmp_path: Path, content: Path) -> None:
    ask(write_tree(tmp_path / "site", {"index.html": "x"}), content, ours=True)


def test_a_strange_folder_is_refused_unless_forced(tmp_path: Path, content: Path) -> None:
    site = write_tree(tmp_path / "site", {"论文.docx": "x"})
    with pytest.raises(NotOurs, match=r"不是空的.*--force"):
        ask(site, content)
    ask(site, content, force=True)


def test_a_file_is_refused(tmp_path: Path, content: Path) -> None:
    write_tree(tmp_path, {"site": "x"})
    with pytest.raises(NotOurs, match="是一个文件"):
        ask(tmp_path / "site", content, force=True)


@pytest.mark.parametrize("place", ["项目/content", "项目", ".", "项目/content/决策公开", "项目/content/site"])
def test_the_content_is_never_taken(tmp_path: Path, content: Path, place: str) -> None:
    with pytest.raises(NotOurs, match="内容文件夹"):
        ask(tmp_path / place, content, force=True, ours=True)


def test_home_and_root_are_never_taken(
    tmp_path: Path, content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = write_tree(tmp_path / "用户/张某", {})
    monkeypatch.setattr(Path, "home", lambda: home)
    for place in (home, home.parent, Path(tmp_path.anchor)):
        with pytest.raises(NotOurs, match="根目录、用户主目录"):
            ask(place, content, force=True, ours=True)
    ask(home / "site", content)
