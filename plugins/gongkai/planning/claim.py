"""May a site be written into this folder? Asked before anything is built."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from gongkai.planning.errors import NotOurs, explained
from gongkai.planning.pending import is_pending

_LITTER = frozenset({"thumbs.db", "desktop.ini"})


def claim(site: Path, *, content: Path, force: bool, is_ours: Callable[[Path], bool]) -> None:
    """Refuse, by raising `NotOurs`, a folder that must not become the site.

    `is_ours` says whether a folder holds the manifest of a former build. `force` takes over a folder with
    other things in it; it never takes a file, the content folder, a folder around or in it, the home or the
    root folder.
    """
    real = site.resolve()
    if real.exists() and not real.is_dir():
        raise NotOurs(
            f"输出位置 {site} 是一个文件，不是文件夹。请换一个输出文件夹（site_dir 或 --site-dir）。"
        )
    _refuse_precious(site, real, content.resolve())
    with explained(real):
        free = _is_empty(real) or is_pending(site) or is_ours(real)
    if not (free or force):
        raise NotOurs(
            f"输出文件夹 {site} 不是空的，里面也没有 gongkai 以前构建留下的 manifest.json，为免覆盖别的文件，没有写入。"
            "请换一个输出文件夹；确认可以覆盖的，加 --force 再构建一次。"
        )


def _refuse_precious(site: Path, real: Path, content: Path) -> None:
    home = Path.home().resolve()
    if real == Path(real.anchor) or home.is_relative_to(real):
        raise NotOurs(
            f"输出文件夹不能是根目录、用户主目录或其上级：{site}。请换一个专用的文件夹，例如 site。"
        )
    if content.is_relative_to(real) or real.is_relative_to(content):
        raise NotOurs(
            f"输出文件夹 {site} 与内容文件夹 {content} 相互包含，构建会损坏内容。请换一个专用的文件夹，例如 site。"
        )


def _is_empty(folder: Path) -> bool:
    """Nothing but hidden entries (.git of a publishing branch, .DS_Store) and what Windows leaves behind."""
    if not folder.exists():
        return True
    return all(path.name.startswith(".") or path.name.lower() in _LITTER for path in folder.iterdir())
