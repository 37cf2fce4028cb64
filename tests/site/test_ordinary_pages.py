"""Ordinary pages (关于 …): their links, their pictures, their addresses."""

from pathlib import Path

import pytest

from gongkai.mkdocs_plugins.failures import Failed
from gongkai.views.leave import leave_path
from tests.site.crawl import dead_links
from tests.site.small import NOTICE_COLUMN, everything, item, make_site

ABOUT = "---\n标题: 关于本站\n---\n\n"
PUBLIC = {f"{NOTICE_COLUMN}/甲.md": item("甲通知", 1)}


def test_links_to_items_and_other_pages_are_resolved(tmp_path: Path) -> None:
    text = f"[甲]({NOTICE_COLUMN}/甲.md)、[帮助](页面/帮助.md)、[外](https://www.gov.cn/)"
    site = make_site(tmp_path, PUBLIC | {"关于.md": ABOUT + text, "页面/帮助.md": "---\n标题: 帮助\n---\n"})
    assert [p for p in site.build().problems if p.code.startswith("R")] == []
    assert dead_links(site.out) == []
    page = site.page("/guan-yu/")
    assert '"../info/119901210000000000-202605-00001/"' in page
    assert '"../bang-zhu/"' in page
    assert '"https://www.gov.cn/"' in page


def test_links_to_hosts_that_are_not_the_governments_lead_through_the_notice(tmp_path: Path) -> None:
    shared, own = "https://map.example.org/a?b=1&c=2", "https://own.example.org/"
    there = {f"{NOTICE_COLUMN}/外.md": item("外链接", 5) + f"\n看<{shared}>。\n"}
    text = f"[图]({shared})、<{own}>、<https://www.gov.cn/x/>"
    site = make_site(tmp_path, PUBLIC | there | {"关于.md": ABOUT + text})
    assert [p for p in site.build().problems if p.code.startswith("L9")] == []
    page, other = site.page("/guan-yu/"), site.page("/info/119901210000000000-202605-00005/")
    assert f'"..{leave_path(shared)}"' in page
    assert f'"..{leave_path(own)}"' in page
    assert '"https://www.gov.cn/x/"' in page
    assert f'"../..{leave_path(shared)}"' in other
    assert "own.example.org" in site.page(leave_path(own))
    assert dead_links(site.out) == []
    site.write("content/关于.md", ABOUT)
    site.build()
    assert not (site.out / leave_path(own).strip("/")).exists()
    assert (site.out / leave_path(shared).strip("/")).exists()


def test_a_link_to_what_is_not_public_is_text_and_said(tmp_path: Path) -> None:
    hidden = {f"{NOTICE_COLUMN}/藏.md": item("藏通知", 2, 草稿="是")}
    text = f"第一行\n[那条]({NOTICE_COLUMN}/藏.md)\n[空](没有.md)\n[表]({NOTICE_COLUMN}/表.xlsx)\n![图](没有.png)"
    site = make_site(tmp_path, PUBLIC | hidden | {"关于.md": ABOUT + text})
    found = [(p.code, p.line) for p in site.build().problems if p.code.startswith("R")]
    assert found == [("R011", 6), ("R010", 7), ("R010", 8), ("R010", 9)]
    assert "藏" not in everything(site.out)
    assert "那条" in site.page("/guan-yu/")
    assert dead_links(site.out) == []


def test_only_pictures_that_a_page_names_are_there_and_their_addresses_are_ascii(tmp_path: Path) -> None:
    files = {
        "页面/关于.md": ABOUT + "![图](图/示意图.PNG)",
        "页面/图/示意图.PNG": b"named picture",
        "页面/图/没人用.png": b"lying around",
    }
    site = make_site(tmp_path, PUBLIC | files)
    site.build()
    output = everything(site.out)
    assert "named picture" in output
    assert "lying around" not in output
    assert dead_links(site.out) == []
    assert all(p.relative_to(site.out).as_posix().isascii() for p in site.out.rglob("*"))


@pytest.mark.parametrize(
    "files",
    [
        {"关于.md": ABOUT, "页面/关于.md": ABOUT},
        {"zwdt.md": ABOUT},
        {"页面/search.md": ABOUT},
        {"页面/info.md": ABOUT},
        {"_根目录/index.html": "别的首页"},
        {"_根目录/manifest.json": "{}"},
        {"_根目录/api/catalog.json": "{}"},
    ],
)
def test_an_address_that_is_taken_is_refused(tmp_path: Path, files: dict[str, str]) -> None:
    site = make_site(tmp_path, PUBLIC | files)
    for skip in ("0", "1"):
        with pytest.raises(Failed, match="L902"):
            site.build(GONGKAI_SKIP_BROKEN=skip)


def test_its_text_is_no_template_and_holds_no_script(tmp_path: Path) -> None:
    site = make_site(tmp_path, PUBLIC | {"关于.md": ABOUT + "{{ 7 * 7 }} <script>alert(1)</script>"})
    site.build()
    page = site.page("/guan-yu/")
    assert "{{ 7 * 7 }}" in page
    assert "alert(1)" not in page
