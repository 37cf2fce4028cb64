"""Filters that go together: every choice has a page, its counts are true, and the way back is there."""

import re
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser, LexborNode

from gongkai.loading.tables_values import MOST_COMBINED
from gongkai.views.table_filters import read_selection, selections, written
from tests.site.small import Site
from tests.tables.make import found, one, read, table_files
from tests.tables.test_pages import build, rows_of

BASE = "/glgk/qzqd/zc/"
FIELDS = (
    "代号: zc\n每行一页: 否\n字段:\n- {名称: 事项, 关键: 是}\n- {名称: 类型, 键: kind, 筛选: 是}\n"
    "- {名称: 村, 键: place, 类型: 多项, 筛选: 是}\n- {名称: 年度, 键: year, 筛选: 是}\n"
)
DATA = "事项,类型,村,年度\n甲,补贴,松岭村,2025\n乙,补贴,石桥村,2025\n丙,补贴,松岭村、石桥村,2026\n丁,培训,松岭村,2026\n戊,培训,,2025\n"
ROWS = {
    "甲": ("补贴", ("松岭村",), "2025"),
    "乙": ("补贴", ("石桥村",), "2025"),
    "丙": ("补贴", ("松岭村", "石桥村"), "2026"),
    "丁": ("培训", ("松岭村",), "2026"),
    "戊": ("培训", (), "2025"),
}


def page_of(site: Site, address: str) -> LexborHTMLParser:
    return LexborHTMLParser(site.page(address))


def links_of(page: LexborHTMLParser) -> dict[str, dict[str, LexborNode]]:
    """The values of each filter that a page offers."""
    return {
        group.css_first("summary").text(): {
            re.sub(r"\s*\d+项$", "", link.text()): link for link in group.css("li a")
        }
        for group in page.css(".gk-sift details")
    }


def follow(site: Site, address: str, link: LexborNode) -> str:
    """Where a link of a page leads."""
    href = link.attributes["href"] or ""
    assert href.endswith("#sift")
    parts = [*address.strip("/").split("/")]
    for step in href.removesuffix("#sift").split("/"):
        parts = parts[:-1] if step == ".." else [*parts, step]
    return "/" + "/".join(part for part in parts if part) + "/"


def test_values_of_several_filters_go_together(tmp_path: Path) -> None:
    site = build(tmp_path, table_files(DATA, FIELDS, catalogue=""))
    address = follow(site, BASE, links_of(page_of(site, BASE))["按类型"]["补贴"])
    address = follow(site, address, links_of(page_of(site, address))["按村"]["松岭村"])
    page = page_of(site, address)
    assert [row[1] for row in rows_of(site.page(address))] == ["甲", "丙"]
    assert " ".join(page.css_first("#sift").text().split()) == (
        "已选 类型：补贴 ×，取消 村：松岭村 ×，取消 共2项。全部取消"
    )
    assert page.css_first("#sift").attributes["role"] == "status"
    assert page.css_first("#sift").attributes["tabindex"] == "-1"
    assert "类型：补贴，村：松岭村" in page.css_first("title").text()
    both = follow(site, address, links_of(page)["按年度"]["2026"])
    assert [row[1] for row in rows_of(site.page(both))] == ["丙"]
    one_less = follow(site, both, next(a for a in page_of(site, both).css("#sift a") if "类型" in a.text()))
    assert [row[1] for row in rows_of(site.page(one_less))] == ["丙", "丁"]
    whole = follow(site, both, page_of(site, both).css("#sift a")[-1])
    assert whole == BASE


def test_every_way_leads_to_as_many_rows_as_it_says(tmp_path: Path) -> None:
    site = build(tmp_path, table_files(DATA, FIELDS, catalogue=""))
    waiting, seen = [BASE], {BASE}
    while waiting:
        address = waiting.pop()
        shown = [row[1] for row in rows_of(site.page(address))]
        expected = [
            name
            for name, (kind, places, year) in ROWS.items()
            if all(
                word in (f"类型：{kind}", f"年度：{year}", *(f"村：{place}" for place in places))
                for word in re.findall(r"[^，（]+：[^，（）]+", chosen_of(site, address))
            )
        ]
        assert sorted(shown) == sorted(expected)
        for group in links_of(page_of(site, address)).values():
            for text, link in group.items():
                target = follow(site, address, link)
                if text != "全部":
                    count = int(link.css_first(".gk-count").text().removesuffix("项"))
                    assert len(rows_of(site.page(target))) == count > 0
                if target not in seen:
                    seen.add(target)
                    waiting.append(target)
    files = (site.out / BASE.strip("/")).rglob("index.html")
    assert len(seen) == len(list(files))
    # 2 kinds, 2 villages, 2 years; 3 + 4 + 4 pairs; 5 of three
    assert len(seen) == 1 + 6 + 11 + 5


def chosen_of(site: Site, address: str) -> str:
    return "，".join(
        a.text().partition(" ×")[0] for a in page_of(site, address).css("#sift a") if "×" in a.text()
    )


def test_an_address_keeps_the_choice(tmp_path: Path) -> None:
    table = one(read(tmp_path, table_files(DATA, FIELDS, catalogue="")))
    for selection, rows in selections(table):
        assert read_selection(table, written(table, selection)) == selection
        assert rows
    assert read_selection(table, "") == ()


def test_filters_that_would_make_too_many_pages_stay_apart(tmp_path: Path) -> None:
    count = MOST_COMBINED + 100
    lines = "".join(f"事项{n},类{n % 23},村{n % 29},{2020 + n % 3}\n" for n in range(count))
    loaded = read(tmp_path / "a", table_files("事项,类型,村,年度\n" + lines, FIELDS, catalogue=""))
    table = one(loaded)
    pairs = {tuple(place for place, _ in selection) for selection in table.combined}
    assert pairs == {(0, 2), (1, 2)}
    (problem,) = [p for p in found(loaded) if p.code == "T026"]
    assert "“类型”、“村”合起来筛选，网页太多" in problem.message
    site = build(tmp_path / "b", table_files("事项,类型,村,年度\n" + lines, FIELDS, catalogue=""))
    kind = follow(site, BASE, links_of(page_of(site, BASE))["按类型"]["类1"])
    groups = links_of(page_of(site, kind))
    assert set(groups) == {"按类型", "按村（单独筛选）", "按年度"}
    village = follow(site, kind, groups["按村（单独筛选）"]["村1"])
    assert chosen_of(site, village) == "村：村1"
    text = groups["按村（单独筛选）"]["村1"].css_first(".gk-count").text()
    assert text == f"{len(rows_of(site.page(village)))}项"


def test_one_filter_says_nothing_of_several(tmp_path: Path) -> None:
    one_filter = FIELDS.replace(", 筛选: 是}\n- {名称: 年度", "}\n- {名称: 年度").replace(
        "year, 筛选: 是", "year"
    )
    site = build(tmp_path, table_files(DATA, one_filter, catalogue=""))
    assert page_of(site, BASE).css_first("#sift").text().strip() == "共5项。"
