"""What the state says of the files of a site is what the file system says of them."""

from __future__ import annotations

from pathlib import Path

from gongkai.planning.stamps import stamp_of
from gongkai.planning.state import StateFile
from tests.site.small import NOTICE_COLUMN, item, make_site, snapshot

FILES = {
    f"{NOTICE_COLUMN}/一.md": item("一", 1, 附件="表.csv"),
    f"{NOTICE_COLUMN}/二.md": item("二", 2),
    f"{NOTICE_COLUMN}/表.csv": "甲,乙\n",
    "_根目录/robots.txt": "User-agent: *\n",
}


def test_a_first_build_and_an_edit(tmp_path: Path) -> None:
    site = make_site(tmp_path, FILES)
    for text in ("", "改了。", "又改了。"):
        if text:
            site.write(f"content/{NOTICE_COLUMN}/二.md", item("二", 2, text))
        site.build()
        noted = StateFile(site.root / ".gongkai").load().outputs
        sums = snapshot(site.out)
        assert {path: placed.sha256 for path, placed in noted.items()} == sums
        assert {path: placed.stamp for path, placed in noted.items()} == {
            path: stamp_of(site.out / path) for path in sums
        }
