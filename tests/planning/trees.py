"""Folders as dictionaries, for tests that compare what was there with what is there."""

from collections.abc import Mapping
from pathlib import Path

Tree = Mapping[str, str]

OLD: Tree = {
    "index.html": "旧首页",
    "info/1/index.html": "第一条",
    "info/1/1.docx": "附件",
    "info/2/index.html": "第二条",
    "jcgk/index.html": "栏目",
    "feed.xml": "旧",
    "manifest.json": "旧清单",
}
NOTHING: Tree = {}
NEW: Tree = {
    "index.html": "新首页",
    "info/1/index.html": "第一条",
    "info/1/1.docx": "附件",
    "info/3/index.html": "第三条",
    "jcgk/index.html": "栏目二",
    "feed.xml": "新",
    "manifest.json": "新清单",
}


def write_tree(folder: Path, tree: Tree) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in tree.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    return folder


def read_tree(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def folders(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_dir())
