"""Every template, full and empty: renders, is valid HTML with one h1, carries the hooks, fits a strict policy."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise
from types import SimpleNamespace

import html5lib
import pytest
from jinja2 import meta
from lxml import html as lxml_html

from gongkai.mkdocs_plugins.environment import settle
from gongkai.views.pages import ListView, PageView
from gongkai.views.parts import Pager, Period, Row
from gongkai.views.site import SiteView
from tests.look import sample, sample_views

TEMPLATES = sorted(path.name for path in (sample.OVERRIDES / "pages").glob("*.html"))
ALL = sorted(path.relative_to(sample.OVERRIDES).as_posix() for path in sample.OVERRIDES.rglob("*.html"))


@dataclass(frozen=True)
class Case:
    """A page to look at."""

    name: str
    template: str
    view: PageView
    site: SiteView


def cases() -> list[Case]:
    pairs = [
        ("full", sample_views.full(), sample.site()),
        ("empty", sample_views.minimal(), sample.bare_site()),
    ]
    plain = [Case(f"{name}-{t}", t, views[t], site) for name, views, site in pairs for t in TEMPLATES]
    return [
        *plain,
        Case("single", "list.html", sample_views.single(), sample.site()),
        Case(
            "own-site", "home.html", sample_views.full()["home.html"], sample.site("site", "red", "/search/")
        ),
        Case("empty-in-full-site", "list.html", sample_views.minimal()["list.html"], sample.site()),
    ]


def rendered(case: Case) -> str:
    return sample.render(case.view, case.template, case.site)


CASES = pytest.mark.parametrize("case", cases(), ids=lambda case: case.name)


def test_there_is_a_sample_for_every_template() -> None:
    assert set(sample_views.full()) == set(sample_views.minimal()) == set(TEMPLATES)


@CASES
def test_is_valid_html(case: Case) -> None:
    html5lib.HTMLParser(strict=True).parse(rendered(case))


@CASES
def test_has_one_h1_and_no_level_is_skipped(case: Case) -> None:
    levels = [int(level) for level in re.findall(r"<h([1-6])[ >]", rendered(case))]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


@CASES
def test_ids_are_unique_and_labels_have_their_control(case: Case) -> None:
    tree = lxml_html.fromstring(rendered(case))
    ids = tree.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert set(tree.xpath("//label/@for")) <= set(ids)
    assert all(f"#{i}" for i in tree.xpath("//a[starts-with(@href, '#')]/@href") if i[1:] in ids)
    assert not tree.xpath("//input[not(@id)]")


@CASES
def test_fits_a_strict_content_security_policy(case: Case) -> None:
    tree = lxml_html.fromstring(rendered(case))
    assert not tree.xpath("//style | //script[not(@src or @type='application/ld+json')] | //*[@style]")
    assert not [a for node in tree.iter() for a in node.attrib if str(a).startswith("on")]


@CASES
def test_asks_nothing_of_another_host(case: Case) -> None:
    tree = lxml_html.fromstring(rendered(case))
    fetched = tree.xpath(
        "//@src | //link[@rel != 'canonical']/@href | //@srcset | //@poster | //form/@action"
    )
    assert not [address for address in fetched if re.match(r"(https?:)?//", address)]


@CASES
def test_tables_are_real_tables(case: Case) -> None:
    tree = lxml_html.fromstring(rendered(case))
    for table in tree.xpath("//table[contains(@class, 'gk-')]"):
        assert table.xpath("caption")
        assert table.xpath(".//th[@scope]")
        assert table.xpath("tbody/tr")


@CASES
def test_has_the_document_frame(case: Case) -> None:
    tree = lxml_html.fromstring(rendered(case))
    assert tree.get("lang") == "zh-CN"
    assert tree.get("class") == f"gk-{case.site.colour}"
    assert tree.xpath("//body/@data-page") == [case.view.head.page]
    assert tree.xpath("//body/a[1]/@href") == ["#main"]
    assert len(tree.xpath("//main")) == 1


@pytest.mark.parametrize(
    "template",
    ["home.html", "group.html", "list.html", "topic.html", "consultations.html", "interpretations.html"],
)
def test_rows_carry_their_index_number(template: str) -> None:
    text = sample.render(sample_views.full()[template], template, sample.site())
    assert re.search(r'<(tr|li) data-item="990121001/202611-\d{5}">', text)


def test_an_item_is_one_article_with_its_parts() -> None:
    tree = lxml_html.fromstring(sample.render(sample_views.item(), "item.html", sample.site()))
    (article,) = tree.xpath("//article")
    assert article.get("data-item") == "990121001/202611-00001"
    assert article.xpath("string(.//h1)") == sample_views.item().title
    assert article.xpath(".//a[@download='附件1 集体资产登记表.xlsx']/@href") == ["./info/x/1.xlsx"]
    assert article.xpath("string(.//th[text()='发文字号']/following-sibling::td[1])") == "青政发〔2026〕12号"
    assert article.xpath("string(.//*[contains(@class, 'gk-badge')])") == "已修改"
    assert article.xpath("//*[@data-start='2026-11-03'][@data-end='2026-12-02']")


def test_columns_of_a_list_appear_only_where_a_row_fills_them() -> None:
    view = sample_views.full()["list.html"]
    bare = ListView(view.head, "通知公告", "", (sample.row(1), sample.row(3)), Pager())
    full_text, bare_text = (sample.render(v, "list.html", sample.site()) for v in (view, bare))
    assert ("发文字号</th>" in full_text, "有效性</th>" in full_text) == (True, True)
    assert ("发文字号</th>" in bare_text, "有效性</th>" in bare_text) == (False, False)
    assert "gk-from" in full_text


def test_the_current_column_is_marked_in_both_navigations() -> None:
    tree = lxml_html.fromstring(sample.render(sample_views.full()["list.html"], "list.html", sample.site()))
    assert tree.xpath("//header//a[@aria-current]/text()") == ["决策公开"]
    assert tree.xpath("//aside//a[@aria-current]/text()") == ["行政规范性文件"]


def test_what_looks_like_markup_is_shown_as_text() -> None:
    evil = Row("1", "<script>x</script>", "/info/1/", "2026-01-01", note='"><img src=x>')
    text = sample.render(
        ListView(sample.head(), "<b>", "{{ 7*7 }}", (evil,), Pager()),
        "list.html",
        sample.site(),
    )
    assert "<script>x" not in text
    assert "<img" not in text
    assert "{{ 7*7 }}" in text


def test_a_site_of_its_own_has_the_seven_footer_items() -> None:
    text = sample.render(sample_views.full()["home.html"], "home.html", sample.site("site"))
    foot = text[text.index("<footer") :]
    for words in (
        "党政机关网站标识",
        "我为政府网站找错",
        "网站标识码",
        "主办单位",
        "ICP备",
        "公网安备",
        "站点地图",
    ):
        assert words in foot
    assert "gk-portal" not in text


def test_a_channel_carries_the_portals_header_and_footer() -> None:
    tree = lxml_html.fromstring(sample.render(sample_views.full()["home.html"], "home.html", sample.site()))
    assert [node.get("class") for node in tree.xpath("//*[contains(@class, 'gk-portal ')]")] == [
        "gk-portal gk-portal--top",
        "gk-portal gk-portal--bottom",
    ]


@pytest.mark.parametrize(
    "name", ["chrome_top", "chrome_side", "chrome_bottom", "chrome_assets", "chrome_columns"]
)
def test_chrome_depends_on_the_section_alone(name: str) -> None:
    view = SimpleNamespace(head=SimpleNamespace(section="jcgk/zcwj"))
    sample.environment().get_template(f"partials/{name}.html").render(
        view=view, site=sample.site(), base_url="."
    )


@pytest.mark.parametrize("name", ALL)
def test_templates_see_only_what_they_may(name: str) -> None:
    source = (sample.OVERRIDES / name).read_text(encoding="utf-8")
    allowed = {"view", "site", "base_url"} | ({"page"} if name == "main.html" else set())
    assert meta.find_undeclared_variables(sample.environment().parse(source)) <= allowed


def test_an_ordinary_page_has_one_h1() -> None:
    template = sample.environment().get_template("main.html")
    for content in ("<h1>关于</h1><p>x</p>", "<p>x</p>"):
        page = SimpleNamespace(title="关于", content=content)
        text = template.render(
            view=sample_views.full()["message.html"], site=sample.site(), base_url=".", page=page
        )
        assert text.count("<h1") == 1
        html5lib.HTMLParser(strict=True).parse(settle(text, "."))


def test_search_engines_get_one_address_per_page_and_no_notices() -> None:
    """A public site is indexed, but for what says that something is not there."""
    site = replace(sample.site(), noindex=False)
    found = {
        name: lxml_html.fromstring(sample.render(view, name, site))
        for name, view in sample_views.full().items()
    }
    hidden = {name for name, tree in found.items() if tree.xpath("//meta[@name='robots']")}
    assert hidden == {"leave.html", "message.html", "problems.html", "tombstone.html"}
    assert found["home.html"].xpath("//link[@rel='canonical']/@href") == ["https://www.qingshan.example/qsz/"]
    assert not found["message.html"].xpath("//link[@rel='canonical']")


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        ("2026-05-01", "2026-05-09", "起止时间：2026-05-01 至 2026-05-09 进行中"),
        ("2026-05-01", "", "起止时间：自2026-05-01起 进行中"),
        ("", "2026-05-09", "起止时间：至2026-05-09止 进行中"),
    ],
)
def test_a_period_may_lack_an_end(start: str, end: str, words: str) -> None:
    view = replace(sample_views.item(), period=Period(start, end, "进行中"))
    tree = lxml_html.fromstring(sample.render(view, "item.html", sample.site()))
    assert tree.xpath("normalize-space(//*[@class='gk-period'])") == words
    assert not tree.xpath("//time[@datetime='']")
