"""Waivers, forecast, score and the forms of a report."""

import json
from datetime import date
from pathlib import Path

import pytest

from gongkai.checks.forecast import forecast
from gongkai.checks.limits import limits_of
from gongkai.checks.registry import all_rules, chosen, unknown_settings
from gongkai.checks.reports.html import html_report
from gongkai.checks.reports.ics import ics_report
from gongkai.checks.reports.json import json_report
from gongkai.checks.reports.sarif import sarif_report
from gongkai.checks.reports.text import text_report
from gongkai.checks.result import Result
from gongkai.checks.runner import Found
from gongkai.checks.score import score
from gongkai.checks.settings import CheckSettings, read_options
from gongkai.checks.waivers import apply, read_waivers
from gongkai.model.problem import Held, Level, Problem
from tests.rules.world import CONSULTATIONS, NEWS, NORMATIVE, NOTICE, TODAY, entry, world

PROBLEM = Problem("J01", Level.ERROR, "content/甲 乙.md", 3, "标题", "没有解读<b>", "政策原文: 甲", "某文件")
WORLD = world(
    entry(NEWS, 1, day="2026-11-20"),
    entry(NOTICE, 2, day="2026-06-05"),
    entry(NORMATIVE, 3, day="2026-11-20", effective=date(2022, 1, 1), valid_years=5, title="办法"),
    entry(CONSULTATIONS, 4, title="征集", details={"consult_end": date(2026, 11, 30)}),
)
RESULT = Result(
    unit="示例县青山镇人民政府",
    today=TODAY,
    items=4,
    problems=(PROBLEM,),
    held=(Held("content/丙.md", "", "草稿"),),
    waived=((PROBLEM, "上级解读"),),
    deadlines=forecast(WORLD.facts),
    rows=score(WORLD.facts, (PROBLEM,)),
    notes=("网站不是最新的",),
    names=(("J01", "规范性文件没有解读"),),
)


def test_the_forecast_says_how_many_days_are_left() -> None:
    lines = [d.text(TODAY) for d in forecast(WORLD.facts)]
    assert "工作动态：14 天内更新，还有 11 天（2026-12-04）" in lines
    assert "政务动态：183 天内更新，还有 12 天（2026-12-05）" in lines or any(
        "183 天内更新，还有 12 天" in x for x in lines
    )
    assert "办法：文件有效期届满，到期前评估，还有 39 天（2027-01-01）" in lines
    assert "征集：征集截止，还有 7 天（2026-11-30）" in lines
    assert "办法：发布解读，还有 2 天（2026-11-25）" in lines
    assert [d.day for d in forecast(WORLD.facts)] == sorted(d.day for d in forecast(WORLD.facts))


def test_the_score_table_has_the_vetoes() -> None:
    rows = {r.indicator: r for r in score(world().facts, ())}
    assert rows["首页不更新"].verdict == "不合格"
    assert rows["空白栏目"].verdict == "不合格"
    assert rows["空白栏目"].names
    assert {r.indicator: r.verdict for r in RESULT.rows}["首页不更新"] == "合格"


def test_text_groups_by_file_and_says_what_to_type() -> None:
    text = text_report(RESULT)
    assert "content/甲 乙.md\n  第 3 行 [错误 J01] “标题” 没有解读<b>\n      请改：政策原文: 甲" in text
    for piece in ("暂不发布 1 条", "检查指标：", "30 天内到期", "注意：网站不是最新的", "已豁免 1 处"):
        assert piece in text
    assert text.endswith("检查结果：错误 1")


def test_json_keeps_the_agreed_keys() -> None:
    data = json.loads(json_report(RESULT))
    assert {"today", "counts", "held", "kept", "problems", "score", "forecast", "waived", "notes"} == set(
        data
    )
    assert data["problems"][0]["code"] == "J01"
    assert data["counts"]["error"] == 1


def test_sarif_points_at_the_line() -> None:
    run = json.loads(sarif_report(RESULT))["runs"][0]
    found = run["results"][0]
    place = found["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "content/%E7%94%B2%20%E4%B9%99.md"
    assert place["region"]["startLine"] == 3
    assert run["tool"]["driver"]["rules"][found["ruleIndex"]]["id"] == "J01"


def test_html_is_one_page_without_outside_resources() -> None:
    page = html_report(RESULT)
    assert "没有解读&lt;b&gt;" in page
    assert "http" not in page
    assert "<script" not in page
    for piece in ("检查指标", "到期提醒", "已豁免"):
        assert piece in page


def test_the_calendar_keeps_its_lines_short_and_its_form() -> None:
    text = ics_report(RESULT)
    lines = text.split("\r\n")
    assert lines[0] == "BEGIN:VCALENDAR"
    assert lines[-2:] == ["END:VCALENDAR", ""]
    assert all(len(line.encode()) <= 75 for line in lines)
    assert text.count("BEGIN:VEVENT") == text.count("END:VEVENT") == len(RESULT.deadlines)
    assert text == ics_report(RESULT)


def write(folder: Path, text: str) -> Path:
    (folder / "waivers.yml").write_text(text, encoding="utf-8")
    return folder


FOUND = Found(PROBLEM, "N1", "jcgk/zcwj/xzgfxwj")
NAMES = {
    "": {"jcgk/zcwj/xzgfxwj": "决策公开/政策文件/行政规范性文件"},
    "N1": {"N1": "", "青政发〔2026〕3号": ""},
}


@pytest.mark.parametrize(
    "about", ["信息: 青政发〔2026〕3号", "信息: N1", "栏目: 决策公开/政策文件", "栏目: 全部"]
)
def test_a_waiver_covers_what_it_names(tmp_path: Path, about: str) -> None:
    waivers, wrong = read_waivers(
        write(tmp_path, f"- {{规则: J01, {about}, 理由: 甲, 批准人: 镇长甲, 截止: 2026-12-31}}"), "content/"
    )
    assert not wrong
    stay, waived, notes = apply([FOUND], waivers, NAMES, TODAY, "content/")
    assert not stay
    assert waived[0][1].reason == "甲"
    assert not notes


def test_an_expired_waiver_is_a_problem_and_an_unused_one_is_noted(tmp_path: Path) -> None:
    text = (
        "- {规则: J01, 信息: N1, 理由: 甲, 批准人: 镇长甲, 截止: 2026-11-22}\n"
        "- {规则: X02, 信息: N1, 理由: 乙, 批准人: 镇长甲, 截止: 2026-12-31}\n"
    )
    waivers, _ = read_waivers(write(tmp_path, text), "content/")
    stay, waived, notes = apply([FOUND], waivers, NAMES, TODAY, "content/")
    assert stay == (FOUND,)
    assert not waived
    assert [n.code for n in notes] == ["U202", "U203"]
    assert "到期" in notes[0].message


@pytest.mark.parametrize("text", ["- [", "- 一句话", "- {规则: J01, 信息: N1}", "- {规则: J01, 信息: N1, 理由: 甲, 批准人: 乙, 截止: 明天}",
                                  "- {规则: J01, 理由: 甲, 批准人: 乙, 截止: 2026-12-31}"])  # fmt: skip
def test_a_broken_waiver_says_how_to_write_it(tmp_path: Path, text: str) -> None:
    waivers, wrong = read_waivers(write(tmp_path, text), "content/")
    assert not waivers
    assert [p.code for p in wrong] == ["U201"]
    assert wrong[0].hint


@pytest.mark.parametrize(
    ("rule", "said", "hint"),
    [("L061", "（有身份证号）不能豁免", "删去这一条"), ("J1", "“J1”不存在。是不是“J0", "规则: J0"), ("甲乙", "不存在", "规则: J01")],
)  # fmt: skip
def test_a_waiver_of_what_is_no_rule_is_told_at_its_line(
    tmp_path: Path, rule: str, said: str, hint: str
) -> None:
    good = "- {规则: J01, 信息: N1, 理由: 甲, 批准人: 乙, 截止: 2026年12月31日}\n\n"
    text = f"{good}- 规则: {rule}\n  信息: N1\n  理由: 甲\n  批准人: 乙\n  截止: 2026-12-31\n"
    (waiver,), (problem,) = read_waivers(write(tmp_path, text), "content/")
    assert waiver.until == date(2026, 12, 31)
    assert (problem.code, problem.path, problem.line) == ("U201", "content/waivers.yml", 3)
    assert said in problem.message
    assert hint in problem.hint


def test_rules_are_chosen_by_unit_mode_and_setting() -> None:
    def codes(mode: str, preset: str, settings: CheckSettings = CheckSettings()) -> set[str]:  # noqa: B008
        return {r.code for r in chosen(settings, mode, preset)}

    town = codes("channel", "township")
    assert not {"C06", "S03", "K01", "K02", "Y12", "J07", "T05"} & town
    assert {"G01", "X01", "J01"} <= town
    assert {"C06", "K01", "Y12"} <= codes("site", "county")
    assert "P02" not in codes("channel", "public-institution")
    settings, wrong = read_options({"rules": {"J07": "on", "G02": {"days": 10}, "X04": False}})
    assert not wrong
    assert "J07" in codes("channel", "township", settings)
    assert "X04" not in codes("channel", "township", settings)


def test_wrong_settings_are_named() -> None:
    settings, _ = read_options({"rules": {"ZZ9": "off", "G02": {"tage": 3}}})
    said = list(unknown_settings(settings))
    assert any("ZZ9" in s for s in said)
    assert any("tage" in s and "days" in s for s in said)
    assert read_options({"rules": {"G02": 3}})[1]


@pytest.mark.parametrize(
    ("code", "name", "value", "said"),
    [
        ("G02", "days", "两周", "应是不小于 0 的整数，例如 14"),
        ("G02", "days", -3, "应是不小于 0 的整数"),
        ("G02", "days", 1.5, "应是不小于 0 的整数"),
        ("G02", "days", True, "应是不小于 0 的整数"),
        ("J05", "most", "0,8", "应是不小于 0 的数，例如 0.8"),
        ("Y13", "due", "4月1日", "应是月-日，例如 04-01"),
        ("Y13", "due", "02-31", "应是月-日"),
        ("P10", "from", "去年", "应是年-月-日"),
        ("M03", "by", "x", "应是published 或 written"),
    ],
)
def test_a_threshold_that_is_none_is_told_and_the_default_stays(
    code: str, name: str, value: object, said: str
) -> None:
    settings = CheckSettings(limits={code: {name: value}})  # type: ignore[dict-item]
    (told,) = unknown_settings(settings)
    assert said in told
    assert limits_of(all_rules()[code], settings) == all_rules()[code].limits


@pytest.mark.parametrize(
    ("code", "name", "value", "used"),
    [("G02", "days", "10", 10), ("J05", "most", 1, 1.0), ("P10", "from", date(2020, 1, 1), "2020-01-01"), ("Y13", "due", "05-01", "05-01")],
)  # fmt: skip
def test_a_threshold_is_taken_as_its_kind(code: str, name: str, value: object, used: object) -> None:
    settings = CheckSettings(limits={code: {name: value}})  # type: ignore[dict-item]
    assert not list(unknown_settings(settings))
    assert limits_of(all_rules()[code], settings)[name] == used


def test_every_rule_can_be_looked_up() -> None:
    assert list(all_rules()) == sorted(all_rules())
