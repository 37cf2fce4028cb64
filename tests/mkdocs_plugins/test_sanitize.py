"""Raw HTML in bodies and in the portal's snippets."""

import pytest

from gongkai.mkdocs_plugins.sanitize import clean_body, clean_snippet

LINKS = {"../文件/甲.md": "/info/a-1/", "表.xlsx": "/info/b-1/1.xlsx"}
PICTURES = {"图.png": "/info/b-1/i1.png"}


def body(html: str) -> str:
    return clean_body(html, LINKS, PICTURES, lambda path: f"../..{path}")


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>甲<script>alert(1)</script></p>", "<p>甲</p>"),
        ('<p onclick="x()" style="color:red">甲</p>', "<p>甲</p>"),
        ('<a href="javascript:alert(1)">甲</a>', "<a>甲</a>"),
        ('<a href="JaVaScRiPt:alert(1)">甲</a>', "<a>甲</a>"),
        ('<a href="data:text/html,x">甲</a>', "<a>甲</a>"),
        ("<iframe src='https://a.example/'></iframe>甲", "甲"),
        ("<form action='/x'><input name='a'></form>甲", "甲"),
        ("<h1>甲</h1>", "甲"),
        ("<!-- 内部意见 -->甲", "甲"),
        ('<svg onload="x()"><path/></svg>甲', "甲"),
        ("<table><tr><td colspan='2' style='x'>甲</td></tr></table>",
         '<table><tbody><tr><td colspan="2">甲</td></tr></tbody></table>'),
    ],
)  # fmt: skip
def test_only_the_allow_list_passes(html: str, expected: str) -> None:
    assert body(html) == expected


def test_links_are_resolved_by_the_catalog_whether_markdown_or_raw_html() -> None:
    assert body('<a href="../文件/甲.md">甲</a>') == '<a href="../../info/a-1/">甲</a>'
    assert body('<a href="../%E6%96%87%E4%BB%B6/%E7%94%B2.md">甲</a>') == '<a href="../../info/a-1/">甲</a>'
    assert body('<a href="表.xlsx">表</a>') == '<a href="../../info/b-1/1.xlsx">表</a>'


def test_a_link_that_leads_nowhere_stays_as_text() -> None:
    assert body('<a href="../文件/没有.md">甲</a>') == "<a>甲</a>"


def test_outside_links_and_footnotes_stay() -> None:
    assert body('<a href="https://a.example/x">甲</a>') == '<a href="https://a.example/x">甲</a>'
    assert body('<sup id="fnref:1"><a class="footnote-ref" href="#fn:1">1</a></sup>') == (
        '<sup id="fnref:1"><a class="footnote-ref" href="#fn:1">1</a></sup>'
    )


def test_an_id_of_the_authors_own_is_dropped() -> None:
    assert body('<sup id="main">甲</sup>') == "<sup>甲</sup>"


def test_pictures_come_from_the_site_only() -> None:
    assert body('<img src="图.png" alt="图">') == '<img src="../../info/b-1/i1.png" alt="图">'
    assert body('<img src="https://a.example/x.png" alt="图">甲') == "甲"
    assert body('<img src="没有.png" alt="图">甲') == "甲"


def test_the_portals_snippet_keeps_structure_and_loses_script_style_and_foreign_pictures() -> None:
    html = (
        '<div class="top" style="x"><script>1</script><style>b{}</style><a href="https://p.example/" onclick="x()">门户</a>'
        '<img src="https://p.example/logo.png" alt="a"><img src="/logo.png" alt="b"></div>'
    )
    cleaned = clean_snippet(html)
    assert '<div class="top">' in cleaned
    assert '<a href="https://p.example/">门户</a>' in cleaned
    assert 'src="/logo.png"' in cleaned
    assert "p.example/logo.png" not in cleaned
    assert "script" not in cleaned
    assert "style" not in cleaned
