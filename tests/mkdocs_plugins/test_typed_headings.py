"""Headings typed as paragraphs are marked; sentences, lists and anything inside other markup are left alone."""

import pytest
from markupsafe import Markup

from gongkai.mkdocs_plugins.bodies import Bodies
from gongkai.mkdocs_plugins.dialect import make_markdown
from gongkai.mkdocs_plugins.finish import finish
from gongkai.mkdocs_plugins.sanitize import clean_body
from gongkai.mkdocs_plugins.typed_headings import with_typed_headings
from gongkai.views.pages import BodyView


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("一、总体要求", 1),
        ("十二、附则", 1),
        ("三、办理材料：", 1),
        ("（一）工作目标", 2),
        ("(二)责任分工", 2),
        ("1.摸清底数", 3),
        ("2．建立台账", 3),
        ("3、及时公开", 3),
        ("（1）入户核查", 4),
        ("<strong>一、总体要求</strong>", 1),
    ],
)
def test_a_typed_heading_gets_its_level(text: str, level: int) -> None:
    assert with_typed_headings(f"<p>{text}</p>") == f'<p class="gk-level-{level}">{text}</p>'


@pytest.mark.parametrize(
    "html",
    [
        "<p>一、本办法自发布之日起施行。</p>",
        "<p>（一）居民身份证；</p>",
        f"<p>（一）{'长' * 37}</p>",
        "<p>1.5万元</p>",
        "<p>一是加强领导</p>",
        "<p>一、</p>",
        "<p>一、见<em>附件</em></p>",
        "<li>一、总体要求</li>",
        "<h2>一、总体要求</h2>",
        "<td>一、总体要求</td>",
        "<p><strong>一、总体</strong>要求</p>",
        "<p><strong>一、总体要求<br>\n其他</strong>等</p>",
        "<pre><code>&lt;p&gt;一、总体要求&lt;/p&gt;</code></pre>",
    ],
)
def test_anything_else_stays(html: str) -> None:
    assert with_typed_headings(html) == html


def test_a_line_of_a_paragraph_is_marked_by_itself() -> None:
    written = "<p>一、总体要求<br>\n　　各村要落实责任。<br>\n　　（一）工作目标</p>"
    assert with_typed_headings(written) == (
        '<p><span class="gk-level-1">一、总体要求</span><br>\n　　各村要落实责任。<br>\n'
        '　　<span class="gk-level-2">（一）工作目标</span></p>'
    )


SOURCE = "一、总体要求\n\n各村要落实责任。\n\n　　（一）工作目标\n\n1.摸清底数\n逐户登记。\n\n**二、保障**\n\n（1）入户核查"


@pytest.mark.parametrize("long", ["", "\n\n~~~\n代码\n~~~"], ids=["short road", "converter"])
def test_both_roads_give_the_same(long: str) -> None:
    body = BodyView("x", "", {}, {})
    quick = finish(Bodies(lambda _: SOURCE + long).html(body, str))
    slow = finish(Markup(clean_body(make_markdown().convert(SOURCE + long), {}, {}, str)))
    assert quick == slow
    assert [quick.count(f'class="gk-level-{n}"') for n in (1, 2, 3, 4)] == [2, 1, 1, 1]


def test_a_heading_is_no_addressee() -> None:
    assert finish(Markup("<p>一、申请条件：</p>")) == '<p class="gk-level-1">一、申请条件：</p>'
