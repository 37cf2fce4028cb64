"""A build killed at any step leaves whole pages, and the next build mends everything."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from gongkai.planning.claim import claim
from gongkai.planning.errors import NotOurs
from gongkai.planning.publish import replace
from gongkai.planning.workspace import fresh_build_folder
from tests.planning.trees import NEW, OLD, Tree, read_tree, write_tree

# What a replacement asks of the file system, each call a moment at which it may be killed.
CALLS = ("rename", "replace", "unlink", "mkdir", "rmdir")


class Killed(BaseException):
    """Not an Exception: nothing may catch it, as nothing can catch a real kill."""


@contextmanager
def killed_at(step: int, patch: pytest.MonkeyPatch, *, after: bool) -> Iterator[list[str]]:
    """Kill before or after the n-th call that changes the file system."""
    seen: list[str] = []

    def guarded(name: str, real: Any) -> Any:
        def call(*args: Any, **options: Any) -> Any:
            seen.append(name)
            if len(seen) == step and not after:
                raise Killed
            try:
                return real(*args, **options)
            finally:
                if len(seen) == step:
                    raise Killed

        return call

    with patch.context() as inner:
        for name in CALLS:
            inner.setattr(os, name, guarded(name, getattr(os, name)))
        yield seen


def build(project: Path, tree: Tree, former: Tree) -> None:
    site = project / "site"
    claim(
        site,
        content=project / "content",
        force=False,
        is_ours=lambda path: (path / "manifest.json").is_file(),
    )
    built = write_tree(fresh_build_folder(site), tree)
    replace(built, site, [name for name in former if name != "manifest.json"])


def former_of(project: Path, *known: Tree) -> Tree:
    """What the manifest lying in the site names."""
    manifest = project / "site/manifest.json"
    text = manifest.read_text(encoding="utf-8") if manifest.exists() else ""
    return next((tree for tree in known if tree["manifest.json"] == text), {})


def whole(site: Path, *trees: Tree) -> bool:
    """Every page is one of the whole pages that were ever written under its name."""
    return all(any(tree.get(name) == text for tree in trees) for name, text in read_tree(site).items())


@pytest.mark.parametrize("after", [False, True])
@pytest.mark.parametrize("start", [{}, OLD], ids=["first build", "second build"])
def test_a_kill_at_any_step(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, start: Tree, after: bool
) -> None:
    for step in range(1, 200):
        project = tmp_path / str(step)
        project.mkdir()
        if start:
            build(project, start, {})
        built = write_tree(fresh_build_folder(project / "site"), NEW)
        try:
            with killed_at(step, monkeypatch, after=after):
                replace(built, project / "site", [name for name in start if name != "manifest.json"])
        except Killed:
            assert whole(project / "site", start, NEW)
            # The item that the killed build had added is withdrawn before the next one: it must be gone.
            rest = {name: text for name, text in NEW.items() if name != "info/3/index.html"}
            build(project, rest, former_of(project, start or NEW, NEW))
            assert read_tree(project / "site") == rest
        else:
            # A first build is one renaming.
            assert step > (10 if start else 1)
            return
    pytest.fail("the replacement never came to its end")


def test_a_killed_first_build_is_known_as_ours(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # Where an empty folder stands, the site is put together file by file.
    (tmp_path / "site").mkdir()
    built = write_tree(fresh_build_folder(tmp_path / "site"), OLD)
    with pytest.raises(Killed), killed_at(12, monkeypatch, after=True):
        replace(built, tmp_path / "site", [])
    assert read_tree(tmp_path / "site")
    build(tmp_path, OLD, {})
    assert read_tree(tmp_path / "site") == OLD


def test_a_finished_site_without_manifest_is_not_ours(tmp_path: Path) -> None:
    build(tmp_path, OLD, {})
    (tmp_path / "site/manifest.json").unlink()
    with pytest.raises(NotOurs):
        build(tmp_path, OLD, {})
