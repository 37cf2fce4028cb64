"""The Markdown dialect of item bodies."""

from gongkai.mkdocs_plugins.dialect import make_markdown


def html(text: str) -> str:
    return make_markdown().convert(text)


def test_headings_stand_below_the_pages_own_h1_without_gaps() -> None:
    assert html("# 一\n\n### 二\n\n# 三") == "<h2>一</h2>\n<h3>二</h3>\n<h2>三</h2>"
    assert html("### 一\n\n##### 二") == "<h2>一</h2>\n<h3>二</h3>"


def test_lines_pasted_from_word_stay_lines() -> None:
    assert html("第一行\n第二行") == "<p>第一行<br>\n第二行</p>"


def test_table_alignment_is_a_class() -> None:
    table = html("| 甲 | 乙 | 丙 |\n|:--|:-:|--:|\n| 1 | 2 | 3 |")
    assert "style=" not in table
    assert '<td class="gk-left">1</td>' in table
    assert '<td class="gk-center">2</td>' in table
    assert '<td class="gk-right">3</td>' in table


def test_content_is_never_run_through_jinja() -> None:
    assert html("{{ site }} {% raw %}") == "<p>{{ site }} {% raw %}</p>"


def test_one_converter_serves_many_bodies() -> None:
    converter = make_markdown()
    first = converter.convert("甲[^1]\n\n[^1]: 注")
    converter.reset()
    assert converter.convert("乙") == "<p>乙</p>"
    converter.reset()
    assert converter.convert("甲[^1]\n\n[^1]: 注") == first
