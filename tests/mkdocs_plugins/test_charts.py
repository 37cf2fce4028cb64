"""Flow charts in bodies: the same picture whichever way the rest of the body goes."""

from pathlib import Path

import pytest

from gongkai.loading.site import LoadOptions, load_site
from gongkai.mkdocs_plugins.bodies import Bodies
from gongkai.typesetting.flowchart import read_chart
from gongkai.typesetting.flowchart_svg import chart_html
from gongkai.views.pages import BodyView
from tests.loading.helpers import NOTICES, TODAY, item, write

STEPS = "申请\n材料齐全？\n  否：补正，转第1步\n办结\n"
FENCE = f"```流程图 低保办理\n{STEPS}```"


def html(source: str) -> str:
    bodies = Bodies(lambda _number: source)
    return str(bodies.html(BodyView("1", "", {}, {}), lambda path: path))


@pytest.mark.parametrize(
    ("before", "after", "shown"),
    [
        ("", "", ("", "")),
        ("一段文字。\n\n", "\n\n又一段。", ("<p>一段文字。</p>\n", "\n<p>又一段。</p>")),
        ("一段\n", "\n又一段", ("<p>一段</p>\n", "\n<p>又一段</p>")),
        (
            "**重点**：\n\n",
            "\n\n- 甲\n- 乙\n",
            ("<p><strong>重点</strong>：</p>\n", "\n<ul>\n<li>甲</li>\n<li>乙</li>\n</ul>"),
        ),
        (
            "`代码`和<b>标签</b>\n\n",
            "\n\n<div>块</div>",
            ("<p><code>代码</code>和<b>标签</b></p>\n", "\n<div>块</div>"),
        ),
    ],
    ids=["alone", "plain", "tight", "rich", "long way"],
)
def test_a_chart_among_other_blocks(before: str, after: str, shown: tuple[str, str]) -> None:
    drawn = chart_html(read_chart(STEPS), "低保办理")
    assert html(before + FENCE + after) == shown[0] + drawn + shown[1]


def test_other_fences_and_broken_charts() -> None:
    assert "<svg" not in html("```\n流程图\n```\n")
    assert "<svg" not in html("流程图见附件。")
    wrong = html("```流程图\n受理\n齐全？\n```\n")
    assert "没有画出来" in wrong
    assert "流程图没有画出来，步骤如下：</p><ol><li>受理</li><li>齐全？</li></ol>" in wrong


def test_marks_in_a_text_do_no_harm() -> None:
    assert html(f"甲\ue0100\ue011乙\n\n{FENCE}").count("<svg") == 1


def test_a_chart_that_cannot_be_drawn_is_found_with_its_line(tmp_path: Path) -> None:
    files = {f"{NOTICES}/甲.md": item(1, body="第一段。\n\n```流程图\n受理\n齐全？\n```\n")}
    loaded = load_site(write(tmp_path, files), LoadOptions(today=TODAY))
    (problem,) = [each for each in loaded.problems if each.code == "T028"]
    assert problem.path == f"content/{NOTICES}/甲.md"
    line = (tmp_path / problem.path).read_text(encoding="utf-8").splitlines()[problem.line - 1]
    assert line == "```流程图"
