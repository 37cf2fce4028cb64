"""The judge of incremental builds: a clean build of the same content in another folder, byte for byte."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, field
from pathlib import Path

from gongkai.mkdocs_plugins.report import BuildReport
from tests.site.small import (
    FILE_COLUMN,
    INTERPRETATION_COLUMN,
    NORMATIVE_COLUMN,
    NOTICE_COLUMN,
    Site,
    item,
    make_site,
    policy,
    snapshot,
)

NEWS = f"{NOTICE_COLUMN}/通知5.md"


def content() -> dict[str, str | bytes]:
    """A site with lists that have archive pages, policies with relations, attachments, and links in bodies."""
    files: dict[str, str | bytes] = {
        f"{NOTICE_COLUMN}/通知{n}.md": item(f"第{n}号通知", n, published=f"2026-0{1 + n % 9}-03")
        for n in range(1, 44)
    }
    return files | {
        f"{FILE_COLUMN}/甲.md": policy("甲文件", 101, "青政发〔2026〕1号", 附件="[附表.txt]"),
        f"{FILE_COLUMN}/附表.txt": "附表",
        "政务动态/工作动态/动态.md": item("一条动态", 110),
        f"{NORMATIVE_COLUMN}/乙.md": policy(
            "乙办法", 102, "青政发〔2026〕2号", 施行日期="2026-06-01", 失效日期="2026-11-24"
        ),
        f"{NORMATIVE_COLUMN}/丙.md": policy("丙办法", 103, "青政发〔2026〕3号", 施行日期="2026-11-25"),
        f"{INTERPRETATION_COLUMN}/甲解读.md": item(
            "甲文件解读",
            104,
            "见[甲](../../决策公开/政策文件/镇政府文件/甲.md)。",
            政策原文="青政发（2026）1号",
            解读形式="文字",
        ),
    }


@dataclass
class Oracle:
    """A site that is built again and again, and its judge."""

    site: Site
    folder: Path
    clean: int = 0
    options: dict[str, str] = field(default_factory=dict)

    def write(self, path: str, text: str | bytes) -> None:
        """Write a file below `content/`."""
        self.site.write(f"content/{path}", text)

    def remove(self, path: str) -> None:
        """Remove a file below `content/`."""
        (self.site.root / "content" / path).unlink()

    def replace(self, path: str, old: str, new: str) -> None:
        """Replace a text in a file below `content/`."""
        file = self.site.root / "content" / path
        text = file.read_text(encoding="utf-8")
        assert old in text
        file.write_text(text.replace(old, new), encoding="utf-8", newline="\n")

    def build(self, **options: str) -> BuildReport:
        """Build what changed."""
        self.options = options
        return self.site.build(**options)

    def expected(self) -> dict[str, str]:
        """The files of a clean build of what the site is made from now."""
        self.clean += 1
        copy = self.folder / f"clean{self.clean}"
        shutil.copytree(self.site.root, copy, ignore=shutil.ignore_patterns("site", ".*"), symlinks=True)
        Site(copy).build(**self.options)
        found = snapshot(copy / "site")
        shutil.rmtree(copy)
        return found

    def check(self) -> None:
        """The site is what a clean build makes."""
        found, expected = snapshot(self.site.out), self.expected()
        differing = {p for p in found.keys() | expected.keys() if found.get(p) != expected.get(p)}
        assert not differing, sorted(differing)

    def build_and_check(self, exact: bool = True, **options: str) -> BuildReport:
        """Build what changed, and compare it with a clean build; no page was rendered that came out the same.

        Without `exact` more may have been rendered: what all pages share is looked at as a whole.
        """
        before = snapshot(self.site.out)
        report = self.build(**options)
        self.check()
        after = snapshot(self.site.out)
        changed = [p for p in after if p.endswith(".html") and after[p] != before.get(p)]
        gone = [p for p in before if p.endswith(".html") and p not in after]
        assert report.removed == len(gone)
        assert report.rendered == len(changed) or (not exact and report.rendered > len(changed))
        assert report.rendered + report.unchanged == report.pages
        return report


def make_oracle(folder: Path, files: dict[str, str | bytes] | None = None) -> Oracle:
    """An oracle with a site that was built once."""
    oracle = Oracle(make_site(folder / "site", content() if files is None else files), folder)
    first = oracle.build()
    assert first.rendered == first.pages
    return oracle
