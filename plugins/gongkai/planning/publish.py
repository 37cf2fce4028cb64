"""Replace a site by a freshly built one, file by file, so that every page is whole at every moment.

Order: attachments and assets, then pages from the deepest up to the home page, then what points at pages
(feeds, sitemap, data), then removals, then the manifest. Whoever follows a link finds its target.
"""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from gongkai.planning.errors import NotOurs, PublishError, explain, explained
from gongkai.planning.moving import PART, is_link, move, move_folder, same_bytes, state_of, unlink
from gongkai.planning.pending import clear_pending, read_pending, write_pending
from gongkai.planning.workspace import pending_file

MANIFEST = "manifest.json"
_PAGES = frozenset({".html", ".htm"})
_UNSAFE = re.compile(r"[\\:\0]|(?:^|/)\.{0,2}(?:/|\Z)")
"""What no system takes as part of a name, and parts that are empty or lead elsewhere."""
_POINTERS = frozenset({".xml", ".json", ".csv"})


@dataclass(frozen=True, slots=True)
class Changes:
    """What a replacement did, as sorted paths below the site; the manifest itself is not among them."""

    added: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]
    unchanged: tuple[str, ...]
    whole: bool = field(default=False, compare=False)
    """Whether all was moved at once: then the files are as they were written, times and all."""


@dataclass(frozen=True, slots=True)
class _Target:
    """The site's folder (resolved) and the paths in it that are ours to replace or remove."""

    root: Path
    ours: frozenset[str]
    seen: dict[str, bool] = field(default_factory=dict)
    """Folder → whether it lies in the site; asking the file system for each page would take longer than the rest."""

    def holds(self, path: str) -> bool:
        """Whether no folder above a path is a link, by which it would lie outside the site."""
        folder = path.rpartition("/")[0]
        if not folder:
            return True
        if folder not in self.seen:
            self.seen[folder] = self.holds(folder) and not is_link(self.root / folder)
        return self.seen[folder]


def replace(
    built: Path,
    site: Path,
    former: Iterable[str],
    keep: Iterable[str] = (),
    new: Iterable[str] | None = None,
) -> Changes:
    """Make `site` equal to `built` and the files of its own that are to `keep`; `former` are the paths that the
    site's former manifest names.

    `new` names the files of `built` where they are known: else its folders, one for each page, are gone through.
    A file that is there with the same bytes is left alone, its time of change too. Files that neither the
    former manifest nor `built` knows are left alone. `built` is used up. Raises `PublishError` when a file
    can't be written or removed: every page is whole then, and the next call mends the rest.
    """
    with explained(site):
        files = frozenset(list_files(built) if new is None else new)
        return _replace(built, files, site, frozenset(filter(is_safe, former)), frozenset(keep))


def is_safe(path: str) -> bool:
    """Whether a path read from a manifest stays below the site on every system."""
    return _UNSAFE.search(path) is None


def _replace(
    built: Path, new: frozenset[str], site: Path, former: frozenset[str], keep: frozenset[str]
) -> Changes:
    if _is_free(site) and move_folder(built, site):
        return Changes(tuple(sorted(new - {MANIFEST})), (), (), (), whole=True)
    pending = frozenset(filter(is_safe, read_pending(site)))
    write_pending(site, (new | pending) - former)
    target = _Target(site.resolve(), former | pending)
    target.root.mkdir(parents=True, exist_ok=True)
    (target.root / PART).unlink(missing_ok=True)
    done = {path: _put(built, target, path) for path in sorted(new - {MANIFEST}, key=_turn)}
    removed = _sweep(target, _stale(target, new | keep))
    if MANIFEST in new:
        _put(built, target, MANIFEST)
    clear_pending(site)
    same = tuple(sorted({*_having(done, "unchanged"), *(keep - new)}))
    return Changes(_having(done, "added"), _having(done, "changed"), removed, same)


def _is_free(site: Path) -> bool:
    """Whether nothing stands at the site's place, nor is a replacement under way: then one renaming publishes all."""
    return not os.path.lexists(site) and not pending_file(site).exists()


def list_files(folder: Path) -> Iterator[str]:
    """The paths (with `/`) of all files below a folder; links to folders are not followed."""
    start = len(str(folder)) + 1
    for base, folders, names in os.walk(folder):
        folders.sort()
        inner = base[start:].replace(os.sep, "/")
        yield from (f"{inner}/{name}" if inner else name for name in sorted(names))


def _turn(path: str) -> tuple[int, int, str]:
    pure = PurePosixPath(path)
    suffix = pure.suffix.lower()
    rank = 1 if suffix in _PAGES else 2 if suffix in _POINTERS else 0
    return (rank, -len(pure.parts), path)


def _having(done: dict[str, str], state: str) -> tuple[str, ...]:
    return tuple(sorted(path for path, found in done.items() if found == state))


def _put(built: Path, target: _Target, path: str) -> str:
    if not target.holds(path):
        raise NotOurs(
            f"{(target.root / path).parent} 是链接或在链接之下，经由它会写到输出文件夹之外。请删除这个链接，再重新构建。"
        )
    new, old = built / path, target.root / path
    found = state_of(old)
    if found is None:
        _open_way(target, path)
    elif stat.S_ISDIR(found.st_mode):
        _clear_folder(target, path)
    elif same_bytes(new, old, found):
        return "unchanged"
    move(new, old, target.root)
    return "changed" if found and not stat.S_ISDIR(found.st_mode) else "added"


def _open_way(target: _Target, path: str) -> None:
    """Make the folders above a new file; a file of ours in their place makes room."""
    above = target.root / PurePosixPath(path).parent
    if above.is_dir():
        return
    for parent in reversed(PurePosixPath(path).parents[:-1]):
        folder = target.root / parent
        if folder.is_dir():
            continue
        if os.path.lexists(folder):
            if str(parent) not in target.ours:
                raise PublishError(
                    f"输出文件夹里的 {folder} 不是本站的文件，却占着栏目页的位置。请移走它，再重新构建。"
                )
            unlink(folder)
        folder.mkdir()


def _clear_folder(target: _Target, path: str) -> None:
    """A file is to stand where a folder is: our files in it go; others make it an error."""
    _sweep(target, (each for each in target.ours if each.startswith(path + "/")))
    if (target.root / path).exists():
        raise PublishError(
            f"输出文件夹里的 {target.root / path} 是文件夹，里面有不是本站的文件，占着页面的位置。请移走它，再重新构建。"
        )


def _stale(target: _Target, new: frozenset[str]) -> Iterator[str]:
    """Our paths that are no longer wanted; not one that differs from a wanted one by case where that is one file."""
    gone = target.ours - new - {MANIFEST}
    folded = {path.casefold(): path for path in new} if gone else {}
    for path in gone:
        twin = folded.get(path.casefold())
        if not (twin and (target.root / path).exists() and (target.root / path).samefile(target.root / twin)):
            yield path


def _sweep(target: _Target, paths: Iterable[str]) -> tuple[str, ...]:
    """Remove files, then the folders that they leave empty. One that resists does not keep the others public."""
    removed: list[str] = []
    failures: list[str] = []
    for path in sorted(paths):
        file = target.root / path
        if not target.holds(path) or not (file.is_symlink() or file.is_file()):
            continue
        try:
            unlink(file)
            removed.append(path)
        except OSError as error:
            failures.append(explain(error, file))
    _remove_empty(target.root, removed)
    if failures:
        raise PublishError(f"有 {len(failures)} 个该撤下的文件没有删掉，仍可访问：\n" + "\n".join(failures))
    return tuple(removed)


def _remove_empty(root: Path, removed: Iterable[str]) -> None:
    folders = {parent for path in removed for parent in PurePosixPath(path).parents if parent.parts}
    for folder in sorted(folders, key=lambda each: (-len(each.parts), each)):
        place = root / folder
        if place.is_dir() and not place.is_symlink() and not any(place.iterdir()):
            place.rmdir()
