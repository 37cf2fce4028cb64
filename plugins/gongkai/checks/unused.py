"""Files that lie among the items and that no item names: they are not published, which a clerk may not know."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from gongkai.loading.files import ATTACHABLE, extension
from gongkai.loading.folder import TABLE_FILES
from gongkai.model.catalog import Catalog

_APART = ("gazette", "工作数据", "页面")
"""Folders at the top whose files are used in other ways."""
_SHOWN = 5


def unused_remarks(content: Path, catalog: Catalog) -> Iterator[str]:
    """One remark that names them; `content` is the content folder."""
    found = unused_files(content, catalog)
    if found:
        names = "、".join(f"{content.name}/{path}" for path in found[:_SHOWN])
        more = "等" if len(found) > _SHOWN else ""
        yield (
            f"有 {len(found)} 个文件没有哪条信息用到，不会上网：{names}{more}。"
            "是附件的，在那条信息的“附件”里写上文件名；用不着的，删去。"
        )


def unused_files(content: Path, catalog: Catalog) -> tuple[str, ...]:
    """Paths below the content folder of documents and pictures that nothing names, in order."""
    named = {a.source for item in catalog.items for a in item.attachments}
    named |= {p.source for item in catalog.items for p in item.pictures.values()}
    files, texts = _listed(content)
    left = sorted(path for path in files if path not in named)
    if not left:
        return ()
    public = {item.path for item in catalog.items}
    others = "\n".join(_text(content / path) for path in texts if path not in public)
    return tuple(path for path in left if path.rpartition("/")[2] not in others)


def _listed(content: Path) -> tuple[list[str], list[str]]:
    """Files that could be attachments or pictures, and texts that could name them."""
    files: list[str] = []
    texts: list[str] = []
    for folder, below, names in os.walk(content):
        below[:] = [name for name in below if not name.startswith(("_", "."))]
        inside = Path(folder).relative_to(content).as_posix()
        texts += [f"{inside}/{name}".removeprefix("./") for name in names if name.lower().endswith(".md")]
        if inside == "." or inside.partition("/")[0] in _APART or not set(TABLE_FILES).isdisjoint(names):
            continue
        files += [f"{inside}/{name}" for name in names if _counts(name)]
    return files, texts


def _counts(name: str) -> bool:
    return extension(name) in ATTACHABLE and not name.startswith(("~", "."))


def _text(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8", "replace")
    except OSError:
        return ""
