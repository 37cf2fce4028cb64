"""The catalog as a table: the bytes that WPS wants, and no cell that it would compute."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.exports.catalog_csv import catalog_csv, defuse
from tests.exports.make import POLICY, SITE, absolute, make_catalog, make_item


def table(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_bytes() -> None:
    data = catalog_csv(make_catalog(), absolute)
    assert data.startswith(b"\xef\xbb\xbf" + "索引号,标题,发文字号,".encode())
    assert data.endswith(b"\r\n")
    assert data.count(b"\r\n") == data.count(b"\n") == 3


def test_cells() -> None:
    policy, interpretation = table(catalog_csv(make_catalog(), absolute))
    assert policy["索引号"] == POLICY.index_number
    assert policy["标题"] == "关于加强 <防汛> & 抗旱工作的通知"
    assert policy["栏目"] == "决策公开/政策文件；工作动态"
    assert policy["发文机关"] == "示例县青山镇人民政府、示例县水利局"
    assert policy["发布日期"] == "2026-05-03 09:30"
    assert policy["有效性"] == "尚未施行"
    assert policy["相关解读"] == interpretation["索引号"]
    assert interpretation["政策原文"] == policy["索引号"]
    assert policy["附件"] == "方案.docx"
    assert policy["更正记录"] == "2026-05-06 附件2金额更正；2026-05-06 标题更正；2026-05-09 日期更正"
    assert policy["网址"] == f"{SITE}/info/990000000-202605-00001/"
    assert interpretation["有效性"] == ""


def test_withdrawn_items_are_not_in_it() -> None:
    assert "撤下的" not in catalog_csv(make_catalog(), absolute).decode()


def test_quotes_commas_and_line_breaks() -> None:
    title = '关于“甲”, "乙"\r\n丙\n的通知'
    (row,) = table(catalog_csv(make_catalog([make_item(1, title=title)], ()), absolute))
    assert row["标题"] == '关于“甲”, "乙" 丙 的通知'


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ('=HYPERLINK("http://a.example","点")', '\'=HYPERLINK("http://a.example","点")'),
        ("+86", "'+86"),
        ("-5%", "'-5%"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'=1"),
        ("\r=1", "'=1"),
        ("  =1", "'=1"),
        ("＝1", "'＝1"),
        ("\0=1", "'=1"),
        ("一=二", "一=二"),
        ("", ""),
    ],
)
def test_formulas_are_defused(text: str, cell: str) -> None:
    assert defuse(text) == cell


@given(st.text())
def test_no_text_becomes_a_formula_or_breaks_the_line(text: str) -> None:
    cell = defuse(text)
    assert not cell.startswith(("=", "+", "-", "@", "\t"))
    assert "\n" not in cell
    assert "\r" not in cell
