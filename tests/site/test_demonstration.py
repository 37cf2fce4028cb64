"""The demonstration, built whole and crawled: no dead link, every type of page, nothing found but what is announced."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import html

from gongkai.mkdocs_plugins.report import BuildReport
from tests.site.crawl import dead_links, pages
from tests.site.small import Site, snapshot

ROOT = Path(__file__).parents[2]
BASE = "https://www.shili.example/qingshan/"
ANNOUNCED = {"R301": 2}
"""Two normative files without an interpretation, to show how that looks."""
TYPES = {"home", "column", "archive", "item", "index", "linkage", "tombstone", "message", "sitemap"}
SIGNERS = "张某 李某 周某 赵某 陈某 孙某 吴某 郑某 冯某".split()


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    root = tmp_path_factory.mktemp("demonstration")
    shutil.copytree(ROOT / "content", root / "content")
    shutil.copyfile(ROOT / "mkdocs.yml", root / "mkdocs.yml")
    text = (root / "mkdocs.yml").read_text(encoding="utf-8").replace("custom_dir: overrides", "")
    (root / "mkdocs.yml").write_text(text, encoding="utf-8", newline="\n")
    return Site(root)


@pytest.fixture(scope="module")
def report(site: Site) -> BuildReport:
    return site.build(GONGKAI_JOBS="2")


@pytest.fixture(scope="module")
def trees(site: Site, report: BuildReport) -> list[tuple[str, html.HtmlElement]]:
    assert report.items >= 150
    return list(pages(site.out))


def test_every_link_attachment_and_anchor_resolves(site: Site, report: BuildReport) -> None:
    assert dead_links(site.out, BASE) == []


def test_every_type_of_page_is_there(trees: list[tuple[str, html.HtmlElement]]) -> None:
    assert {tree.find("body").get("data-page") for _, tree in trees} >= TYPES


def test_nothing_is_found_but_what_is_announced(report: BuildReport) -> None:
    known = [p for p in report.problems if p.code[0] in "LRU"]
    assert {code: sum(p.code == code for p in known) for code in {p.code for p in known}} == ANNOUNCED
    assert not [p for p in report.problems if p.level.value == "block"]


def test_no_column_in_navigation_or_site_map_is_blank(
    site: Site, trees: list[tuple[str, html.HtmlElement]]
) -> None:
    empty = {page for page, tree in trees if tree.xpath("//*[contains(@class, 'gk-empty')]")}
    linked = set(_columns_on(site, "sitemap/index.html"))
    assert linked
    assert not empty & linked


def _columns_on(site: Site, page: str) -> Iterator[str]:
    tree = html.fromstring((site.out / page).read_bytes().decode())
    for address in tree.xpath("//main//a/@href"):
        if address.endswith("/") and "://" not in address:
            yield (Path(page).parent / address / "index.html").as_posix().replace("sitemap/../", "")


def test_it_cannot_be_mistaken_for_a_government(trees: list[tuple[str, html.HtmlElement]]) -> None:
    for page, tree in trees:
        assert "演示站点，内容虚构" in tree.text_content(), page
        assert "noindex" in tree.xpath("//meta[@name='robots']/@content")[0], page
    text = "".join(tree.text_content() for _, tree in trees)
    assert "国徽" not in text


def test_no_page_is_heavy(site: Site, report: BuildReport) -> None:
    for page in (site.out / "info").rglob("index.html"):
        assert page.stat().st_size <= 40 * 1024, page


def test_the_names_of_those_who_signed_are_on_no_page_and_in_no_data(site: Site, report: BuildReport) -> None:
    for path in site.out.rglob("*"):
        if path.suffix in (".html", ".json", ".xml", ".csv"):
            text = path.read_text(encoding="utf-8-sig")
            assert not [name for name in SIGNERS if name in text], path


def test_all_addresses_are_ascii_and_lower_case(site: Site, report: BuildReport) -> None:
    for path in site.out.rglob("*"):
        name = path.relative_to(site.out).as_posix()
        assert name.isascii(), name
        assert name == name.lower(), name


def test_handed_to_mkdocs_the_pages_are_the_same(site: Site, report: BuildReport, tmp_path: Path) -> None:
    text = (site.root / "mkdocs.yml").read_text(encoding="utf-8")
    assert text.count("- gongkai/catalog\n") == 1
    text = text.replace("- gongkai/catalog\n", "- gongkai/catalog:\n      pages: mkdocs\n")
    content = (site.root / "content").as_posix()
    handed = Site(tmp_path)
    handed.write("mkdocs.yml", text.replace("docs_dir: content\n", f"docs_dir: {content}\n"))
    assert handed.build().rendered == report.pages
    assert snapshot(handed.out) == snapshot(site.out)


def test_no_two_pages_have_one_title(trees: list[tuple[str, html.HtmlElement]]) -> None:
    """By its title a page is told from others in a browser's history and by a search engine."""
    pages_of: dict[str, list[str]] = {}
    for page, tree in trees:
        pages_of.setdefault(tree.findtext("head/title"), []).append(page)
    assert [same for same in pages_of.values() if len(same) > 1] == []


def test_no_tag_stands_twice_in_a_head(trees: list[tuple[str, html.HtmlElement]]) -> None:
    """Names of tags are the same in capitals and small letters."""
    for page, tree in trees:
        names = [name.lower() for name in tree.xpath("//head/meta/@name")]
        assert len(names) == len(set(names)), page


def test_the_directory_gives_the_content_of_nearly_every_item(site: Site, report: BuildReport) -> None:
    """《政府信息公开条例》第十二条: only a body that is one table has no first sentence."""
    records = json.loads((site.out / "api/catalog.json").read_bytes())["items"]
    without = [record["title"] for record in records if not record.get("summary")]
    assert len(without) <= 2, without
