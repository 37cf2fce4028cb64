import pytest
from markupsafe import Markup

from gongkai.mkdocs_plugins.finish import finish

SIGNATURE = ("青山镇人民政府", "2026年5月3日")
SIGNED = '<div class="gk-signature"><p>青山镇人民政府</p><p>2026年5月3日</p></div>'


@pytest.mark.parametrize(
    "written",
    [
        "<p>青山镇人民政府</p>\n<p>2026年5月3日</p>",
        "<p>青山镇人民政府<br>\n2026年5月3日</p>",
        "<p>青山镇人民政府<br />\n2026年5月3日</p>",
    ],
)
def test_a_signature_in_the_body_is_placed_and_not_repeated(written: str) -> None:
    text = finish(Markup(f"<p>正文。</p>\n{written}\n<p>（此件公开发布）</p>"), SIGNATURE)
    assert text == f"<p>正文。</p>\n{SIGNED}\n<p>（此件公开发布）</p>"


def test_without_one_it_is_added() -> None:
    assert finish(Markup("<p>正文。</p>"), SIGNATURE) == f"<p>正文。</p>\n{SIGNED}"
    assert finish(Markup("<p>正文。</p>")) == "<p>正文。</p>"
    assert "&lt;b&gt;" in finish(Markup(""), ("<b>",))


def test_a_notice_is_signed_before_the_text_that_it_issues() -> None:
    issued = f"<h2>办法</h2>\n<p>{'第一条。' * 300}</p>"
    written = "<p>青山镇人民政府<br>\n2026年5月3日</p>"
    assert finish(Markup(f"<p>现印发。</p>\n{written}\n{issued}"), SIGNATURE) == (
        f"<p>现印发。</p>\n{SIGNED}\n{issued}"
    )
    mentioned = f"<p>青山镇人民政府2026年5月3日会议同意。</p>\n{issued}"
    assert finish(Markup(mentioned), SIGNATURE) == f"{mentioned}\n{SIGNED}"


def test_the_addressee_stands_at_the_margin() -> None:
    assert finish(Markup("<p>各村：</p><p>甲：</p>")) == '<p class="gk-to">各村：</p><p>甲：</p>'
    assert finish(Markup("<p>正文。</p>")) == "<p>正文。</p>"
    assert finish(Markup(f"<p>{'长' * 200}：</p>")).startswith("<p>")


def test_a_table_scrolls_inside_itself() -> None:
    text = finish(Markup("<table><tr><td>x</td></tr></table>"))
    assert text.startswith('<div class="gk-scroll" role="region" tabindex="0"')
    assert text.endswith("</table></div>")
