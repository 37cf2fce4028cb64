"""The small county: a site of its own with a gazette, press conferences, debt and a library of normative files."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path
from urllib.parse import urljoin

import pytest
from lxml import html

from gongkai.loading.options import LoadOptions
from gongkai.loading.site import load_site
from gongkai.mkdocs_plugins.report import BuildReport
from gongkai.model.validity import Validity
from tests.site.crawl import dead_links, pages
from tests.site.small import Site

COUNTY = Path(__file__).parents[2] / "examples" / "county"
BASE = "https://www.shili.example/"
pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    root = tmp_path_factory.mktemp("county")
    shutil.copytree(COUNTY / "content", root / "content")
    shutil.copyfile(COUNTY / "mkdocs.yml", root / "mkdocs.yml")
    return Site(root)


@pytest.fixture(scope="module")
def report(site: Site) -> BuildReport:
    return site.build()


def trees(site: Site) -> dict[str, html.HtmlElement]:
    return {"/" + path.removesuffix("index.html"): tree for path, tree in pages(site.out)}


def test_it_is_built_without_a_finding(report: BuildReport) -> None:
    assert report.items == 49
    assert [p for p in report.problems if p.level.value != "info"] == []
    assert report.held == ()


def test_every_link_resolves(site: Site, report: BuildReport) -> None:
    assert dead_links(site.out, BASE) == []


def test_what_a_township_lacks_can_be_reached_from_the_home_page(site: Site, report: BuildReport) -> None:
    known = trees(site)
    seen, waiting = {"/"}, ["/"]
    while waiting:
        here = waiting.pop()
        for link in known[here].xpath("//a/@href"):
            target = "/" + urljoin(BASE + here.lstrip("/"), link).removeprefix(BASE).split("#")[0]
            if target in known and target not in seen:
                seen.add(target)
                waiting.append(target)
    wanted = ("/gazette/2026-02/4/", "/gazette/2026-01/", "/zfxxgk/ysqgk/form/")
    assert {path for path in wanted if path not in seen} == set()
    texts = " ".join(known[path].text_content() for path in seen)
    articles = ("债务限额和余额", "新闻发布会实录", "公共租赁住房管理办法", "企业吸纳就业补贴")
    rows = (
        "校外培训机构登记事项检查",
        "关于增设城北公交线路的建议",
        "水资源论证报告书编制",
        "示例县交通运输局",
    )
    for words in (*articles, *rows):
        assert words in texts


def test_reading_an_issue_from_the_first_page_to_the_last(site: Site, report: BuildReport) -> None:
    known = trees(site)
    here, titles = "/gazette/2026-02/1/", []
    while here:
        tree = known[here]
        titles.append(tree.xpath("string(//h1)"))
        following = tree.xpath("//a[@rel='next']/@href")
        here = "/" + urljoin(BASE + here.lstrip("/"), following[0]).removeprefix(BASE) if following else ""
    catalogue = known["/gazette/2026-02/"].xpath("//ol[contains(@class, 'gk-lines')]//a")
    assert titles == [a.text_content() for a in catalogue]
    assert len(titles) == 5


def test_the_pdfs_of_the_gazette_are_those_of_its_issues(site: Site, report: BuildReport) -> None:
    for number in ("2026-01", "2026-02"):
        data = (site.out / "gazette" / number / f"{number}.pdf").read_bytes()
        assert data == (COUNTY / f"content/gazette/{number}.pdf").read_bytes()
    assert not [p for p in report.problems if p.code in ("L080", "L081", "L082")]


def test_the_states_of_normative_files() -> None:
    catalog = load_site(COUNTY / "content", LoadOptions(today=date(2026, 11, 23))).catalog
    states = {i.doc_number: catalog.validity[i.index_number] for i in catalog.items if i.kind == "normative"}
    assert states == {
        "示政发〔2026〕3号": Validity.VALID,
        "示政发〔2026〕9号": Validity.VALID,
        "示政发〔2021〕4号": Validity.REPEALED,
        "示政发〔2020〕18号": Validity.EXPIRED,
    }


def test_lines_of_the_library_name_their_documents(site: Site, report: BuildReport) -> None:
    catalog = load_site(COUNTY / "content", LoadOptions(today=date(2026, 11, 23))).catalog
    years = [tree for path, tree in trees(site).items() if path.startswith("/index/normative/2")]
    named = {line.get("data-item") for tree in years for line in tree.xpath("//tr[@data-item]")}
    assert named == {item.index_number for item in catalog.items if item.kind == "normative"}
