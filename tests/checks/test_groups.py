"""Many findings alike are read as one with all its places; what two parts find is said once; remarks on the whole."""

import json
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from gongkai.checks.once import said_once
from gongkai.checks.remarks import outdated
from gongkai.checks.reports.groups import blocks
from gongkai.checks.reports.html import html_report
from gongkai.checks.reports.json import json_report
from gongkai.checks.reports.text import SHOWN, text_report
from gongkai.model.problem import Level, Problem
from tests.checks.test_on_a_folder import run
from tests.checks.test_reports import RESULT
from tests.site.small import PLUGINS, make_site

DAY = date(2026, 11, 23)


def phone(line: int, number: str) -> Problem:
    return Problem("X02", Level.ERROR, "content/甲.md", line, "", f"有手机号 {number}。", "写办公电话。")


def missing_tag(page: str) -> Problem:
    return Problem("T01", Level.ERROR, f"site{page}", 0, "", f"页面 {page} 缺标签 SiteIDCode。", "写标识码。")


def test_four_alike_in_a_file_are_one_with_all_lines() -> None:
    numbers = ("138****0001", "138****0002", "138****0003", "138****0004")
    found = tuple(phone(n, number) for n, number in enumerate(numbers, 3))
    ((path, (group,)),) = blocks(found)
    assert (path, len(group.problems)) == ("content/甲.md", 4)
    text = text_report(replace(RESULT, problems=found))
    assert "4 处 [错误 X02] 有手机号" in text
    for line in range(3, 7):
        assert f"第 {line} 行" in text


def test_three_are_told_one_by_one() -> None:
    found = tuple(phone(n, f"138****000{n}") for n in range(3))
    ((_, groups),) = blocks(found)
    assert [g.message for g in groups] == [p.message for p in found]


def test_one_fault_on_all_pages_is_one_finding_and_other_reports_have_every_page() -> None:
    pages = [f"/p{n:03}/" for n in range(SHOWN + 9)]
    result = replace(RESULT, problems=tuple(missing_tag(page) for page in pages))
    text = text_report(result)
    assert text.count("[错误 T01]") == 1
    assert f"{SHOWN + 9} 处 [错误 T01] 页面 …… 缺标签 SiteIDCode。" in text
    assert "另有 9 处" in text
    assert all(page in html_report(result) for page in pages)
    assert len(json.loads(json_report(result))["problems"]) == len(pages)


def test_a_finding_on_a_page_names_the_page() -> None:
    assert "site/x/ [错误 T01]" in text_report(replace(RESULT, problems=(missing_tag("/x/"),)))


def footer(name: str) -> Problem:
    return Problem("G12", Level.ERROR, "content/单位.yml", 0, "", f"9 个页面的页脚没有“{name}”。")


def setting(code: str) -> Problem:
    return Problem(code, Level.ERROR, "content/单位.yml", 0, "", "没有填写。")


def test_what_is_missing_in_the_settings_is_not_told_again_for_the_pages() -> None:
    rules = [footer("ICP备案编号"), footer("站点地图"), missing_tag("/")]
    former, own = said_once([setting("U035"), setting("U033")], rules, rules)
    assert [p.code for p in former] == ["U035", "U033"]
    assert own == [footer("站点地图")]
    assert said_once([], rules, rules) == ([], rules)


def test_a_page_that_lacks_more_than_the_code_stays() -> None:
    more = replace(missing_tag("/"), message="页面 / 缺标签 SiteName、SiteIDCode。")
    assert said_once([setting("U033")], [more], [more])[1] == [more]


def test_blank_columns_are_told_by_the_veto_that_names_them() -> None:
    blank = [
        Problem("U020", Level.WARNING, "content/columns.yml", 0, "", f"必设栏目“{n}”还没有内容。")
        for n in "甲乙"
    ]
    veto = Problem("G07", Level.WARNING, "content/columns.yml", 0, "", "有 1 个空白栏目：甲。")
    assert said_once(blank, [veto], [veto]) == ([blank[1]], [veto])
    assert said_once(blank, [], [veto]) == ([blank[1]], [])
    assert said_once(blank, [], []) == (blank, [])


def test_a_site_of_yesterday_is_fine_and_an_older_one_is_not() -> None:
    assert not [*outdated(DAY - timedelta(1), DAY), *outdated(DAY, DAY), *outdated(None, DAY)]
    assert not [*outdated(DAY + timedelta(3), DAY)]
    (found,) = outdated(DAY - timedelta(2), DAY)
    assert (found.code, found.level) == ("L903", Level.WARNING)
    assert "2026-11-21" in found.message


def test_the_last_build_is_known_to_the_check(tmp_path: Path) -> None:
    site = make_site(tmp_path)
    site.configure((*PLUGINS, "gongkai/checks"))
    site.build(GONGKAI_TODAY="2026-11-20")
    assert "L903" in run(site).stdout
    assert "按 2026-11-20 生成" in run(site, "--format", "html").stdout
    assert "L903" not in run(site, "--no-site").stdout
    site.build()
    assert "L903" not in run(site).stdout
    (site.root / ".gongkai" / "state.sqlite").write_bytes(b"no database")
    assert "L903" not in run(site).stdout


def test_the_first_check_of_a_new_site_says_where_to_begin(tmp_path: Path) -> None:
    site = make_site(tmp_path)
    site.configure((*PLUGINS, "gongkai/checks"))
    told = run(site).stdout
    assert "这是新网站，还没有信息" in told
    assert "gongkai new --column 政府信息公开指南" in told
    assert "U020" not in told
    assert "有 20 个空白栏目" in told


def test_without_the_units_name_not_every_item_is_told_that_it_has_no_publisher() -> None:
    absent = Problem("M04", Level.ERROR, "content/甲.md", 1, "发布机构", "缺发布机构。")
    other = replace(absent, field="标题", message="缺标题。")
    assert said_once([setting("U002")], [absent, other], [absent, other])[1] == [other]
    assert said_once([], [absent, other], [absent, other])[1] == [absent, other]
