"""The pages and files of tables in a built site: complete without a script, light, the same every time."""

import csv
import io
import json
import re
import zipfile
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from gongkai.loading.tables_xlsx import read_xlsx
from tests.loading.helpers import FILES
from tests.site.small import PLUGINS, Site, make_site, policy
from tests.tables.make import COLUMN, POLICIES, POWERS, table_files

BASE = "/glgk/qzqd/qzqd/"
TABLES = (*PLUGINS, "gongkai/tables")
CHART = "申请\n材料齐全？\n  否：补正，转第1步\n办结"


def build(root: Path, files: dict[str, str | bytes], plugins: tuple[str, ...] = TABLES) -> Site:
    site = make_site(root, files)
    site.configure(plugins)
    site.build()
    return site


def rows_of(page: str) -> list[list[str]]:
    tree = LexborHTMLParser(page)
    return [
        [cell.text(strip=True) for cell in row.css("td, th")] for row in tree.css("table.gk-data tbody tr")
    ]


def many(count: int) -> str:
    kinds = ("行政许可", "行政处罚", "行政给付")
    lines = (f"Q{n:05d},事项{n},{kinds[n % 3]},《某法》第{n}条,镇政府,受理\n" for n in range(count))
    return POWERS.partition("\n")[0] + "\n" + "".join(lines)


def test_a_table_with_its_filters_rows_and_changes(tmp_path: Path) -> None:
    former = POWERS.replace("Q002", "Q009")
    site = build(tmp_path, table_files(POWERS) | {f"{COLUMN}/清单/上一版.csv": former})
    assert [row[1:3] for row in rows_of(site.page(BASE))] == [
        ["Q001", "农村村民宅基地审批"], ["Q003", "占用农用地建房处罚"], ["Q002", "临时救助金给付"],
    ]  # fmt: skip
    kind = re.search(
        r'href="([^"]*by/kind/[^"]*)#sift"[^>]*>行政处罚 <span class="gk-count">1项', site.page(BASE)
    )
    assert kind
    chosen = site.page(BASE + kind[1].partition("qzqd/qzqd/")[2])
    assert [row[1] for row in rows_of(chosen)] == ["Q003"]
    assert 'aria-current="true"' in chosen
    row = site.page(f"{BASE}row/q001/")
    assert "《土地管理法》第六十二条" in row
    assert "受理、审查、决定" in row
    changes = site.page(f"{BASE}changes/")
    assert "与上一版比较：新增1项、取消1项。" in changes
    assert "动态调整情况" in site.page("/glgk/qzqd/")
    assert f"{BASE}changes/" in (site.out / "sitemap.xml").read_text(encoding="utf-8")


def test_filters_lead_to_every_row_once(tmp_path: Path) -> None:
    site = build(tmp_path, table_files(many(250)))
    pages = sorted((site.out / "glgk/qzqd/qzqd").glob("page/*/index.html"))
    whole = [site.page(BASE), *(page.read_text(encoding="utf-8") for page in pages)]
    keys = [row[1] for page in whole for row in rows_of(page)]
    assert len(pages) == 2
    assert sorted(keys) == [f"Q{n:05d}" for n in range(250)]
    by_kind = sorted((site.out / "glgk/qzqd/qzqd/by/kind").rglob("index.html"))
    found = [row[1] for page in by_kind for row in rows_of(page.read_text(encoding="utf-8"))]
    assert sorted(found) == sorted(keys)
    assert "第1页，共3页" in whole[0]


def test_a_page_stays_light_whatever_the_rows_hold(tmp_path: Path) -> None:
    long = "很长的内容" * 400
    text = many(300).replace("受理", long)
    site = build(tmp_path, table_files(text, "每行一页: 否\n"))
    sizes = [page.stat().st_size for page in site.out.rglob("*.html")]
    assert max(sizes) <= 300_000
    keys = [
        row[1]
        for page in (site.out / "glgk/qzqd/qzqd").glob("page/*/index.html")
        for row in rows_of(page.read_text("utf-8"))
    ]
    assert len(keys) + len(rows_of(site.page(BASE))) == 300


def test_downloads_are_whole_and_defused(tmp_path: Path) -> None:
    data = "项目,金额\n=HYPERLINK(1),-5.50\n+86,1200\n@甲,\n"
    fields = "代号: zj\n字段:\n- {名称: 项目}\n- {名称: 金额, 类型: 金额, 单位: 元}\n"
    site = build(tmp_path, table_files(data, fields, catalogue=""))
    folder = site.out / "glgk/qzqd/zj"
    raw = (folder / "zj.csv").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    assert list(csv.reader(io.StringIO(raw.decode("utf-8-sig")))) == [
        ["项目", "金额（元）"], ["'=HYPERLINK(1)", "-5.50"], ["'+86", "1200"], ["'@甲", ""],
    ]  # fmt: skip
    record = json.loads((folder / "zj.json").read_text(encoding="utf-8"))
    assert (record["count"], record["rows"][0]) == (
        3,
        {"f" + record["fields"][0]["key"][1:]: "=HYPERLINK(1)", record["fields"][1]["key"]: "-5.50"},
    )
    grid = read_xlsx((folder / "zj.xlsx").read_bytes())
    assert [line.cells for line in grid.lines] == [
        ("项目", "金额（元）"), ("=HYPERLINK(1)", "-5.5"), ("+86", "1200"), ("@甲",),
    ]  # fmt: skip
    sheet = zipfile.ZipFile(folder / "zj.xlsx").read("xl/worksheets/sheet1.xml").decode()
    assert "<f>" not in sheet
    assert "<v>-5.50</v>" in sheet


def test_offices_open_the_workbook(tmp_path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    site = build(tmp_path, table_files(POWERS))
    with pytest.warns(UserWarning, match="default style"):
        book = openpyxl.load_workbook(site.out / "glgk/qzqd/qzqd/qzqd.xlsx")
    assert [cell.value for cell in book.active[2]][:2] == ["Q001", "农村村民宅基地审批"]


def test_policies_lead_to_valid_documents_and_say_when_it_is_too_late(tmp_path: Path) -> None:
    data = (
        "政策名称,实施日期,优惠内容,服务对象,支持方式,服务部门,联系方式,申报截止,政策原文\n"
        "甲补贴,2026-05-08,每亩600元,茶农,奖补,农业站,0990-5550012,2026-11-22,青政发〔2026〕1号\n"
        "乙贴息,2026-05-08,按规定贴息,小微企业,贷款贴息,便民中心,0990-5550020,2026-11-23,青政发〔2026〕1号\n"
        "丙服务,2026-05-08,免费培训,农户,服务,农业站,0990-5550012,常年,青政发〔2026〕1号\n"
    )
    files = table_files(data, catalogue="政策超市", column=POLICIES)
    site = build(tmp_path, files | {f"{FILES}/甲.md": policy("甲文件", 101, "青政发〔2026〕1号")})
    page = site.page("/fwgk/zccs/zccs/")
    shown = {row[1]: row for row in rows_of(page)}
    assert "已截止" in " ".join(shown["甲补贴"])
    assert "已截止" not in " ".join(shown["乙贴息"])
    assert "已截止" not in " ".join(shown["丙服务"])
    assert len(re.findall(r'href="[^"]*/info/[^"]*">甲文件</a>', page)) == 3


def test_public_charts_are_drawn_and_internal_ones_are_nowhere(tmp_path: Path) -> None:
    head, *rows = POWERS.splitlines()
    quoted = CHART.replace('"', '""')
    lines = [head + ",外部流程图,内部流程图", *(f'{row},"{quoted}",内部审签 → 用印' for row in rows)]
    site = build(tmp_path, table_files("\n".join(lines) + "\n"))
    page = site.page(f"{BASE}row/q001/")
    assert '<svg class="gk-flow__svg" role="img"' in page
    assert "<li>否：补正，转到第1步</li>" in page
    assert " style=" not in page
    for file in site.out.rglob("*"):
        if file.is_file():
            assert "内部审签" not in file.read_bytes().decode("utf-8", errors="replace")


def test_a_chart_that_cannot_be_drawn_shows_its_words_and_the_build_says_so(tmp_path: Path) -> None:
    head, *rows = POWERS.splitlines()
    lines = [head + ",外部流程图", *(f'{row},"申请\n齐全？\n  否 补正，转第1步\n办结"' for row in rows)]
    site = make_site(tmp_path, table_files("\n".join(lines) + "\n"))
    site.configure(TABLES)
    problems = [p for p in site.build().problems if p.code == "T028"]
    assert "<li>齐全？<ul><li>否 补正，转第1步</li></ul></li>" in site.page(f"{BASE}row/q001/")
    assert '<svg class="gk-flow' not in site.page(f"{BASE}row/q001/")
    assert len(problems) == 3
    assert "写成：  否：补正，转第1步" in problems[0].message
    assert problems[0].hint == "  否：补正，转第1步"


def test_the_build_tells_of_a_chart_in_a_body(tmp_path: Path) -> None:
    body = "办法如下。\n\n```流程图\n申请\n齐全？\n  否 补正，转第1步\n办结\n```\n"
    item = policy("甲文件", 101, "青政发〔2026〕1号").replace("正文。", body)
    site = make_site(tmp_path, {f"{FILES}/甲.md": item})
    (problem,) = [p for p in site.build().problems if p.code == "T028"]
    assert problem.path == f"content/{FILES}/甲.md"
    assert "流程图没有画出来，网页上只有文字" in problem.message
    assert problem.hint == "  否：补正，转第1步"
    page = next(site.out.glob("info/*/index.html")).read_text(encoding="utf-8")
    assert "<li>齐全？<ul><li>否 补正，转第1步</li></ul></li><li>办结</li>" in page
    assert [p.code for p in site.build().problems if p.code == "T028"] == ["T028"]


def test_without_the_plugin_there_is_nothing_of_it(tmp_path: Path) -> None:
    site = build(tmp_path, table_files(POWERS), PLUGINS)
    assert not (site.out / "glgk/qzqd/qzqd").exists()
    assert "Q001" not in site.page("/glgk/qzqd/")


def test_the_same_rows_give_the_same_bytes(tmp_path: Path) -> None:
    first = build(tmp_path / "a", table_files(POWERS))
    second = build(tmp_path / "b", table_files(POWERS))
    for file in (first.out / "glgk").rglob("*"):
        if file.is_file():
            assert file.read_bytes() == (second.out / file.relative_to(first.out)).read_bytes()


def test_feeds_tell_of_tables_and_their_changes(tmp_path: Path) -> None:
    site = build(tmp_path, table_files(POWERS, "变动: [2026-03-27 新增1项, 2026-05-01 取消1项]\n"))
    for feed in ("feed.xml", "glgk/feed.xml", "glgk/qzqd/feed.xml"):
        text = (site.out / feed).read_text(encoding="utf-8")
        titles = re.findall(r"<title>(.*?)</title>", text)[1:]
        assert titles == ["清单调整：青山镇清单", "清单调整：青山镇清单", "青山镇清单"]
        assert re.findall(r"<summary>(.*?)</summary>", text)[:2] == ["取消1项", "新增1项"]
        assert len(set(re.findall(r"<id>(.*?)</id>", text))) == 4
    assert "青山镇清单" not in (site.out / "fwgk/feed.xml").read_text(encoding="utf-8")


def test_a_document_that_is_in_force_no_more_is_found(tmp_path: Path) -> None:
    fields = "字段:\n- {名称: 政策名称}\n- {名称: 政策原文, 类型: 信息}\n"
    data = "政策名称,政策原文\n甲,青政发〔2020〕1号\n乙,青政发〔2026〕2号\n"
    files = table_files(data, fields, catalogue="", column=POLICIES)
    old = policy("旧办法", 101, "青政发〔2020〕1号", 失效日期="2025-01-01")
    site = make_site(
        tmp_path,
        files | {f"{FILES}/旧.md": old, f"{FILES}/新.md": policy("新办法", 102, "青政发〔2026〕2号")},
    )
    site.configure(TABLES)
    (problem,) = [p for p in site.build().problems if p.code.startswith("T")]
    assert (problem.code, problem.path, problem.line) == ("T017", f"content/{POLICIES}/清单/数据.csv", 2)
    assert "“青政发〔2020〕1号”已失效" in problem.message
