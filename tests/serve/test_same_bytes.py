"""What the preview serves is what a build writes, less the bar and the script."""

from pathlib import Path

import pytest

from gongkai.mkdocs_plugins.preview.workshop import Workshop
from tests.serve.helpers import bare, workshop
from tests.site.small import Site
from tests.site.test_whole_builds import sample

NOT_SERVED = {"manifest.json"}
"""Made from the bytes of a whole site."""


def with_extras(root: Path) -> Site:
    site = sample(root)
    site.write("content/页面/说明.md", "---\n标题: 说明\n---\n\n见[关于](../关于.md)。\n\n![图](图.png)\n")
    site.write("content/页面/图.png", b"\x89PNG\r\n\x1a\n")
    site.write("content/_根目录/robots.txt", "User-agent: *\n")
    site.write(
        "content/政务动态/通知公告/1.md",
        (site.root / "content/政务动态/通知公告/1.md").read_text("utf-8") + "\n\n![图](图.png)\n",
    )
    site.write("content/政务动态/通知公告/图.png", b"\x89PNG\r\n\x1a\n\x00")
    return site


def served(made: Workshop, path: str) -> bytes:
    answer = made.answer(path.removesuffix("index.html"))
    assert answer.status == 200, path
    return bare(answer.data).encode() if path.endswith(".html") else answer.data


@pytest.mark.parametrize("plain", [False, True], ids=["folders", "plain files"])
def test_every_file_of_a_build_is_served_with_the_same_bytes(tmp_path: Path, plain: bool) -> None:
    site = with_extras(tmp_path)
    if plain:
        site.configure(extra="use_directory_urls: false\n")
    site.build()
    built = {p.relative_to(site.out).as_posix(): p.read_bytes() for p in site.out.rglob("*") if p.is_file()}
    assert len(built) > 100
    with workshop(site) as made:
        for path in sorted(built.keys() - NOT_SERVED):
            assert served(made, path) == built[path], path


def test_still_so_after_edits_taken_in_one_by_one(tmp_path: Path) -> None:
    site = with_extras(tmp_path)
    notice, policy = "content/政务动态/通知公告/7.md", "content/决策公开/政策文件/行政规范性文件/乙.md"
    with workshop(site) as made:
        for path, old, new in (
            (notice, "通知7", "改了的通知"),
            (notice, "正文。", "新的正文。"),
            (policy, "5年", "2年"),
        ):
            text = (site.root / path).read_text("utf-8")
            made.refresh({site.write(path, text.replace(old, new))})
        gone = site.root / "content/政务动态/通知公告/9.md"
        gone.unlink()
        made.refresh({gone})
        new_file = site.write(
            "content/政务动态/通知公告/新.md", text.replace("乙办法", "新办法").replace("00102", "00999")
        )
        made.refresh({new_file})
        site.build()
        for file in sorted(site.out.rglob("*.html")):
            path = file.relative_to(site.out).as_posix()
            assert served(made, path) == file.read_bytes(), path
