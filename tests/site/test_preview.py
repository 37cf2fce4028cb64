"""The preview: what is wrong with a file stands where its page would be; nothing of it is in a build."""

from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

from gongkai.mkdocs_plugins.engine import environment
from tests.site.crawl import dead_links
from tests.site.small import NOTICE_COLUMN, TODAY, Site, everything, item, make_site

ADDRESS = "/info/119901210000000000-202605-00002/"


def preview(site: Site) -> None:
    """One round of `mkdocs serve`: the site as the preview shows it, in its own folder."""
    with environment({"GONGKAI_TODAY": TODAY, "GONGKAI_JOBS": "1"}):
        config = load_config(str(site.root / "mkdocs.yml"), site_dir=str(site.root / "preview"))
        config.plugins.on_startup(command="serve", dirty=False)
        build(config)


def shown(site: Site, address: str) -> str:
    return (site.root / "preview" / address.lstrip("/") / "index.html").read_text(encoding="utf-8")


@pytest.fixture
def site(tmp_path: Path) -> Site:
    return make_site(
        tmp_path,
        {
            f"{NOTICE_COLUMN}/甲.md": item("甲通知", 1),
            f"{NOTICE_COLUMN}/乙.md": item("乙通知", 2, 发布日期="2026-13-01"),
            f"{NOTICE_COLUMN}/丙.md": "没有信息头",
            f"{NOTICE_COLUMN}/丁.md": item("丁通知", 4, 草稿="是"),
            f"{NOTICE_COLUMN}/戊.md": item("戊通知", 5, published="2026-12-01"),
        },
    )


def test_a_broken_item_shows_at_its_address_what_is_wrong(site: Site) -> None:
    preview(site)
    page = shown(site, ADDRESS)
    for said in (f"content/{NOTICE_COLUMN}/乙.md", "第 3 行", "2026-13-01", "发布日期", "请改"):
        assert said in page
    assert "乙通知" in page


def test_a_broken_file_without_an_address_gets_one(site: Site) -> None:
    preview(site)
    pages = [p.read_text(encoding="utf-8") for p in (site.root / "preview/preview").glob("*/index.html")]
    assert len(pages) == 1
    assert f"content/{NOTICE_COLUMN}/丙.md" in pages[0]


def test_every_page_has_a_bar_that_leads_to_the_list_of_all_findings(site: Site) -> None:
    preview(site)
    for address in ("/", ADDRESS, "/info/119901210000000000-202605-00001/"):
        assert "预览，未发布" in shown(site, address)
    listed = shown(site, "/preview/")
    assert listed.index("乙.md") < listed.index("content/columns.yml")
    for said in ("乙.md", "丙.md", "戊.md", "2026-12-01 还没到"):
        assert said in listed
    assert dead_links(site.root / "preview") == []


def test_of_two_files_with_one_number_each_has_a_page(site: Site) -> None:
    site.write(f"content/{NOTICE_COLUMN}/又乙.md", item("又乙通知", 2))
    preview(site)
    found = [
        p
        for p in (site.root / "preview").rglob("index.html")
        if "还不能公开" in p.read_text(encoding="utf-8")
    ]
    assert len(found) == 3


def test_a_mended_file_is_shown_as_itself_again(site: Site) -> None:
    preview(site)
    site.write(f"content/{NOTICE_COLUMN}/乙.md", item("乙通知", 2, "乙正文"))
    preview(site)
    assert "乙正文" in shown(site, ADDRESS)


def test_nothing_of_it_is_in_a_build(site: Site) -> None:
    preview(site)
    site.build(GONGKAI_SKIP_BROKEN="1")
    assert not (site.out / "preview").exists()
    for said in ('gk-preview"', "未发布", "乙通知", "丁通知"):
        assert said not in everything(site.out).replace(".gk-preview", "")
