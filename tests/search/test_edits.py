"""A site that is built again after an edit is the site of a clean build; what did not change is taken over."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.site import small

pytestmark = pytest.mark.slow

PLUGINS = (*small.PLUGINS, "gongkai/search")


def made(root: Path, files: dict[str, str]) -> small.Site:
    site = small.make_site(root)
    site.configure(PLUGINS)
    for path, text in files.items():
        site.write(f"content/{path}", text)
    return site


def first() -> dict[str, str]:
    column = small.NOTICE_COLUMN
    return {
        f"{column}/一.md": small.item("第一条", 1, published="2025-05-08"),
        f"{column}/二.md": small.item("第二条", 2),
    }


EDITS = {
    "older year": {f"{small.NOTICE_COLUMN}/三.md": small.item("第三条", 3, published="2024-05-08")},
    "new issuer": {
        f"{small.FILE_COLUMN}/四.md": small.policy("第四条", 4, "青政发〔2026〕4号", 发文机关="示例县水利局")
    },
    "text": {f"{small.NOTICE_COLUMN}/二.md": small.item("第二条", 2, "改过的正文。")},
    "words": {"search.yml": "同义词:\n  - 甲 = 乙\n"},
}


@pytest.mark.parametrize("edit", EDITS)
def test_an_edit_gives_the_clean_build(tmp_path: Path, edit: str) -> None:
    site = made(tmp_path / "edited", first())
    site.build()
    before = small.snapshot(site.out)
    for path, text in EDITS[edit].items():
        site.write(f"content/{path}", text)
    site.build()
    clean = made(tmp_path / "clean", first() | EDITS[edit])
    clean.build()
    after = small.snapshot(site.out)
    assert after == small.snapshot(clean.out)
    kept = {path.split("/")[1] for path in after if path.startswith("search/2025-")}
    # A year before the newest shares a shard with its neighbour.
    same = {path.split("/")[1] for path in before if path.startswith("search/2025-")}
    assert kept == (set() if edit == "older year" else same)


def test_left_out_it_is_gone(tmp_path: Path) -> None:
    site = made(tmp_path, first())
    site.build()
    site.configure(small.PLUGINS)
    site.build()
    assert not (site.out / "search").exists()
    assert 'id="gk-q"' not in site.page("/")
