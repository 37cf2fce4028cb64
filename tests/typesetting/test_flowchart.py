"""Flow charts: what a list of steps means, and the picture of it."""

import re
import xml.etree.ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.typesetting.flowchart import END, NEXT, Branch, ChartError, read_chart, steps_html, typed_html
from gongkai.typesetting.flowchart_svg import chart_html, chart_svg, width_of, wrapped

LONG = """1. 申请人提出申请
2. 受理｜便民服务中心
材料：申请表、身份证复印件
3. 材料是否齐全？
  否：一次性告知补正，转第2步
4. 入户调查 〔入户调查表〕
5. 是否符合条件？
  是：
  否：书面告知理由，结束
6. 有无异议？
  有异议：重新核实，转“入户调查”
  无异议：下一步
7. 发放
"""


def test_steps_with_actors_papers_and_branches() -> None:
    steps = read_chart(LONG).steps
    assert [step.text for step in steps] == [
        "申请人提出申请", "受理", "材料是否齐全？", "入户调查", "是否符合条件？", "有无异议？", "发放",
    ]  # fmt: skip
    assert steps[1].who == "便民服务中心"
    assert steps[1].papers == ("申请表", "身份证复印件")
    assert steps[3].papers == ("入户调查表",)
    assert steps[2].branches == (Branch("是", "", NEXT), Branch("否", "一次性告知补正", 2))
    assert steps[4].branches == (Branch("是", "", NEXT), Branch("否", "书面告知理由", END))
    assert steps[5].branches == (Branch("有异议", "重新核实", 4), Branch("无异议", "", NEXT))


def test_several_steps_in_one_line() -> None:
    assert [step.text for step in read_chart("受理 → 审查 -> 办结").steps] == ["受理", "审查", "办结"]


def test_a_yes_that_says_what_is_done_is_the_next_step() -> None:
    steps = read_chart("申请\n是否紧急？\n  是：先行救助\n  否：转第3步\n入户调查\n发放").steps
    assert [(step.label, step.text) for step in steps] == [
        ("", "申请"), ("", "是否紧急？"), ("是", "先行救助"), ("", "入户调查"), ("", "发放"),
    ]  # fmt: skip
    assert steps[1].branches == (Branch("否", "", 4),)  # the third written step is the fourth now


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "一步也没有写"),
        ("受理\n材料齐全？\n  否：转第9步\n办结", "没有第 9 步"),
        ("受理\n材料齐全？\n  否：转“审核”\n办结", "对不上一步"),
        ("受理\n材料齐全？", "下面没有写怎么走"),
        ("受理\n  否：补正，转第1步\n办结", "不是判断"),
        ("受理\n材料齐全？\n  否：下一步", "最后一步"),
        ("\n".join(f"第{n}件事" for n in range(41)), "超过 40 步"),
        ("受理\n材料齐全？\n  否 补正，转第1步\n办结", "写成：  否：补正，转第1步"),
        ("受理\n材料齐全？\n否，补正，转第1步\n办结", "写成：  否：补正，转第1步"),
        ("受理\n材料齐全？\n否转第1步\n办结", "写成：  否：转第1步"),
        ("受理\n材料齐全？\n  补正以后再来\n办结", "写成：  是：补正以后再来"),
        ("受理\n材料齐全？\n  否：补正，转第1步\n  是 继续\n办结", "写成：  是：继续"),
    ],
)
def test_what_is_no_chart_is_said(text: str, said: str) -> None:
    with pytest.raises(ChartError, match=said):
        read_chart(text)


def test_steps_after_a_branching_stay_steps() -> None:
    text = "    受理\n    是否紧急？\n      否：转第3步\n    是非鉴定\n    有关部门会商\n    无纸化办结"
    assert [step.text for step in read_chart(text).steps][2:] == ["是非鉴定", "有关部门会商", "无纸化办结"]


def test_a_chart_that_cannot_be_drawn_keeps_its_words() -> None:
    text = "1. 受理<甲>\n2. 齐全？\n  否 补正\n  是 下一步\n\n3. 办结"
    assert typed_html(text) == (
        "<ol><li>受理&lt;甲&gt;</li><li>齐全？<ul><li>否 补正</li><li>是 下一步</li></ul></li><li>办结</li></ol>"
    )
    assert typed_html(" \n") == ""


def test_words_that_only_look_like_a_jump_stay_words() -> None:
    steps = read_chart("申报\n是否属实？\n  否：退回并说明理由，结束\n办结").steps
    assert steps[1].branches == (Branch("是", "", NEXT), Branch("否", "退回并说明理由", END))


def test_the_picture_says_all_in_text_and_holds_no_style() -> None:
    html = chart_html(read_chart(LONG), "低保<办理>流程")
    assert 'role="img"' in html
    assert "低保&lt;办理&gt;流程" in html
    assert "style" not in html
    assert " id=" not in html
    for word in ("便民服务中心", "入户调查表", "有异议：重新核实，转到第4步"):
        assert word in html
    tree = ET.fromstring(re.search(r"<svg.*</svg>", html, re.DOTALL)[0])  # type: ignore[index]
    name = "{http://www.w3.org/2000/svg}"
    assert tree.findtext(f"{name}title") == "低保<办理>流程"
    assert len(tree.findall(f"{name}polygon[@class='gk-flow__choice']")) == 3
    assert len(tree.findall(f"{name}rect")) == 4 + 3  # plain steps, and boxes at the side
    assert len(tree.findall(f"{name}path[@class='gk-flow__paper']")) == 2


def test_nothing_overlaps_and_nothing_lies_outside() -> None:
    svg = ET.fromstring(chart_svg(read_chart(LONG), "x"))
    width, height = float(svg.get("width", 0)), float(svg.get("height", 0))
    boxes = [
        tuple(float(each.get(k, 0)) for k in ("x", "y", "width", "height"))
        for each in svg.iter("{http://www.w3.org/2000/svg}rect")
    ]
    for n, (x, y, w, h) in enumerate(boxes):
        assert 0 <= x <= x + w <= width
        assert 0 <= y <= y + h <= height
        for a, b, c, d in boxes[n + 1 :]:
            assert x + w <= a or a + c <= x or y + h <= b or b + d <= y


def test_text_is_measured_without_fonts() -> None:
    assert width_of("受理ab") == pytest.approx(2 + 2 * 0.56)
    assert wrapped("一次性告知需要补正的全部内容。", 14 * 7) == ("一次性告知需要", "补正的全部内容。")


@given(
    st.lists(
        st.text("受理审查办结？是否：，转第12步｜〔〕→ ", min_size=1, max_size=12), min_size=1, max_size=12
    )
)
def test_any_lines_are_a_chart_or_a_message(lines: list[str]) -> None:
    try:
        chart = read_chart("\n".join(lines))
    except ChartError:
        return
    assert chart_html(chart) == chart_html(chart)
    assert steps_html(chart).count("<li>") >= len(chart.steps)
