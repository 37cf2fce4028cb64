"""Small sites written inside a test: files in, built site out."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from gongkai.mkdocs_plugins.building import build_site
from gongkai.mkdocs_plugins.report import BuildReport

TODAY = "2026-11-23"
UNIT = "机构名称: 示例县青山镇人民政府\n简称: 青山镇\n电话: 0990-5550001\n地址: 示例县青山镇中心街1号\n"
PLUGINS = ("gongkai/catalog", "gongkai/columns", "gongkai/indices", "gongkai/linkage", "gongkai/feeds")
FILE_COLUMN = "决策公开/政策文件/镇政府文件"
NORMATIVE_COLUMN = "决策公开/政策文件/行政规范性文件"
INTERPRETATION_COLUMN = "政策解读/本级政策解读"
NOTICE_COLUMN = "政务动态/通知公告"


def item(title: str, number: int, body: str = "正文。", published: str = "2026-05-08", **fields: str) -> str:
    """The text of an item that may be public; `fields` are added with their Chinese keys, `None` is left out."""
    month = published[:7].replace("-", "")
    front: dict[str, str | None] = {
        "标题": title,
        "发布日期": published,
        "索引号": f"119901210000000000/{month}-{number:05d}",
        "审核": f"张某 {published[:10]}",
        "保密审查": f"李某 {published[:10]}",
    }
    front.update(fields)
    lines = [f"{key}: {value}" for key, value in front.items() if value is not None]
    return "\n".join(["---", *lines, "---", "", body, ""])


def policy(title: str, number: int, doc_number: str, published: str = "2026-05-08", **fields: str) -> str:
    """The text of a document of the township's own."""
    front = {"发文机关": "示例县青山镇人民政府", "发文字号": doc_number, "成文日期": published[:10]} | fields
    return item(title, number, published=published, **front)


@dataclass(frozen=True, slots=True)
class Site:
    """A site's folder under a test's temporary folder."""

    root: Path

    @property
    def out(self) -> Path:
        """The built site."""
        return self.root / "site"

    def write(self, path: str, text: str | bytes) -> Path:
        """Write a file below the site's root."""
        target = self.root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(text, bytes):
            target.write_bytes(text)
        else:
            target.write_text(text, encoding="utf-8", newline="\n")
        return target

    def configure(self, plugins: tuple[str, ...] = PLUGINS, extra: str = "") -> None:
        """Write mkdocs.yml with these plugins, in this order."""
        listed = "".join(f"  - {plugin}\n" for plugin in plugins)
        self.write(
            "mkdocs.yml",
            "site_name: 示例县青山镇人民政府\nsite_url: https://www.shili.example/qs/\ndocs_dir: content\n"
            f"theme:\n  name: material\nplugins:\n{listed}{extra}",
        )

    def build(self, **environment: str) -> BuildReport:
        """Build in this process for the fixed day; raises what the engine raises."""
        values = {"GONGKAI_TODAY": TODAY, "GONGKAI_JOBS": "1"} | environment
        return build_site(str(self.root / "mkdocs.yml"), None, values)

    def page(self, path: str) -> str:
        """A built page by its address (`/five/`)."""
        file = path.lstrip("/") + ("index.html" if path.endswith("/") else "")
        return (self.out / file).read_text(encoding="utf-8")


def make_site(root: Path, files: Mapping[str, str | bytes] | None = None, unit: str = UNIT) -> Site:
    """A site with the usual plugins and these files below `content/`."""
    site = Site(root)
    site.configure()
    site.write("content/单位.yml", unit)
    for path, text in (files or {}).items():
        site.write(f"content/{path}", text)
    return site


def snapshot(folder: Path) -> dict[str, str]:
    """Every file of a folder with its SHA-256."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def everything(folder: Path) -> str:
    """All text of all files of a folder, with their names, to search for words that must not be there."""
    parts = []
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            parts.append(path.relative_to(folder).as_posix())
            parts.append(path.read_bytes().decode("utf-8", errors="replace"))
    return "\n".join(parts)
