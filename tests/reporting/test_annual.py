"""The annual report: the demonstration's passes rules Y01 to Y11 and fails each where a cell is changed; so does a draft."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date
from decimal import Decimal

import docx
import pytest

from gongkai.checks.annual import read_report
from gongkai.loading.applications_file import read_applications
from gongkai.model.applications import NOTHING, OUTCOMES, Applications, Fees
from gongkai.model.catalog import build_catalog
from gongkai.reporting.annual import RULES, Draft, make_draft, promised
from gongkai.reporting.annual_figures import Rules, rules_of
from gongkai.typesetting.docx import to_docx
from tests.reporting.demo import CONTENT, facts, findings, report_of

YEAR = 2025
CODES = ("Y01", *RULES)


def body() -> str:
    return facts().body(report_of(YEAR))


def broken(old: str, new: str) -> dict[str, str]:
    """The report of 2025 with one text changed."""
    text = body()
    assert text.count(old) >= 1
    return {report_of(YEAR).index_number: text.replace(old, new, 1)}


def text_of(made: Draft) -> str:
    """The body of a draft without its front matter."""
    return made.markdown.partition("\n---\n")[2]


def draft(applications: Applications | None = None, year: int = YEAR) -> Draft:
    stated = applications or read_applications(CONTENT).years[year]
    return make_draft(facts(), year, stated)


@pytest.mark.parametrize("code", CODES)
def test_the_demonstration_passes(code: str) -> None:
    assert findings(code) == []


def test_y01_fails_without_the_report() -> None:
    known = facts()
    catalog = known.catalog
    left = [i for i in catalog.items if i.index_number != report_of(YEAR).index_number]
    without = build_catalog(
        unit=catalog.unit, tree=catalog.tree, tables=catalog.tables, today=catalog.today, items=left, relations=()
    )  # fmt: skip
    assert findings("Y01", on=replace(known, catalog=without)) == [
        "2025 年度政府信息公开工作年度报告没有发布，应在 2026-01-31 前。"
    ]


def test_y02_fails_with_another_heading() -> None:
    assert findings("Y02", broken("## 一、总体情况", "## 一、基本情况")) == ["年报缺标题：一、总体情况。"]


def test_y03_fails_with_an_empty_cell() -> None:
    found = findings("Y03", broken("| 行政许可 | 87 |", "| 行政许可 | |"))
    assert found == ["年报表格有 1 行缺数或不是数字：表一“行政许可”。"]


def test_y04_fails_where_cases_are_lost() -> None:
    old = "| 四、结转下年度继续办理 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |"
    found = findings("Y04", broken(old, old.replace("| 0 |", "| 1 |", 1)))
    assert found == ["表二“自然人”列：新收 4 + 结转 1 ≠ 办理 5 + 结转下年 1。"]


def test_y05_fails_where_outcomes_do_not_add_up() -> None:
    found = findings("Y05", broken("| 三、（一）予以公开 | 3 |", "| 三、（一）予以公开 | 2 |"))
    assert found == ["表二“自然人”列：各项之和 4，总计写的是 5。"]


def test_y06_fails_where_a_row_does_not_add_up() -> None:
    old = "| 一、本年新收政府信息公开申请数量 | 4 | 1 | 0 | 0 | 0 | 1 | 6 |"
    found = findings("Y06", broken(old, old.replace("| 6 |", "| 7 |")))
    assert found == ["表二第 1 行“本年新收”：六项之和 6，总计写的是 7。"]


def test_y07_fails_where_reviews_do_not_add_up() -> None:
    found = findings("Y07", broken("| 行政复议 | 1 | 0 | 0 | 0 | 1 |", "| 行政复议 | 1 | 1 | 0 | 0 | 1 |"))
    assert found == ["表三“行政复议”：四项之和 2，总计写的是 1。"]


def test_y08_fails_where_last_year_carried_another_number() -> None:
    old = "| 二、上年结转政府信息公开申请数量 | 1 |"
    found = findings("Y08", broken(old, old.replace("| 1 |", "| 2 |")))
    assert found == ["上年结转 1 件，而 2024 年报结转下年度 1 件，各列应相同。"]


def test_y09_fails_where_documents_appear_from_nowhere() -> None:
    found = findings("Y09", broken("| 行政规范性文件 | 1 | 0 | 5 |", "| 行政规范性文件 | 1 | 0 | 6 |"))
    assert found == ["行政规范性文件：上年有效 4 + 制发 1 − 废止 0 ≠ 现行有效 6。"]


def test_y10_fails_where_the_text_says_another_number() -> None:
    found = findings("Y10", broken("本年新收政府信息公开申请6件", "本年新收政府信息公开申请5件"))
    assert found == ["文字说新收 5 件，表格是 6 件。"]


def test_y11_fails_with_a_row_of_the_old_form() -> None:
    assert findings("Y11", broken("本年制发件数", "新制作数量")) == ["“新制作数量”是 2019 年旧格式的栏目。"]


def test_the_draft_has_the_tables_of_the_published_report() -> None:
    made, published = read_report(text_of(draft())), read_report(body())
    assert made.first == published.first
    assert made.second == published.second
    assert made.third == published.third
    assert made.headings[0] == "一、总体情况"


def test_the_draft_passes_all_rules_when_it_is_put_in_place_of_the_report() -> None:
    assert draft().problems == ()
    placed = {report_of(YEAR).index_number: text_of(draft())}
    for code in CODES:
        assert findings(code, placed) == [], code


def test_a_draft_says_what_does_not_agree() -> None:
    stated = read_applications(CONTENT).years[YEAR]
    wrong = replace(stated, carried_on=(1, 0, 0, 0, 0, 0), carried_in=(2, 0, 0, 0, 0, 0))
    found = draft(wrong).problems
    assert {p.code for p in found} == {"Y08"}
    lost = draft(replace(stated, received=(9, 1, 0, 0, 0, 1)))
    assert {p.code for p in lost.problems} == {"Y04"}


def test_what_is_not_stated_is_carried_over_from_last_year() -> None:
    stated = replace(read_applications(CONTENT).years[YEAR], carried_in=None)
    made = draft(stated)
    assert made.figures.carried_in == (1, 0, 0, 0, 0, 0)
    assert made.figures.carried_from == "report"
    assert made.problems == ()


def test_normative_documents_by_hand() -> None:
    """2023: 1 made, 1 repealed, 3 in force; 2024: 2, 1, 4; 2025: 1, 0, 5, as the published reports say."""
    assert rules_of(facts().catalog, 2025) == Rules(1, 0, 5, 0)
    assert rules_of(facts().catalog, 2024) == Rules(2, 0, 4, 1)
    for year in (2023, 2024):
        cells = read_report(facts().body(report_of(year))).first["行政规范性文件"]
        found = rules_of(facts().catalog, year)
        assert (str(found.made), str(found.gone), str(found.valid)) == cells


def test_the_text_tells_the_numbers() -> None:
    text = draft().markdown
    assert "本年新收政府信息公开申请6件（当面2件、网上4件），上年结转1件，共7件" in text
    assert (
        "办结7件（予以公开4件、部分公开1件、本机关不掌握相关政府信息1件、没有现成信息需要另行制作1件），结转下年度0件"
        in text
    )
    assert "行政复议1件、行政诉讼0件" in text
    assert "本年度未收取信息处理费" in text
    paid = replace(read_applications(CONTENT).years[YEAR], fees=Fees(2, Decimal(300), Decimal("100.5")))
    assert "收费通知2件，总金额300元，实际收取100.5元" in draft(paid).markdown


def test_the_draft_is_the_same_again_and_its_word_file_holds_all_cells() -> None:
    assert draft().markdown == draft().markdown
    made = docx.Document(io.BytesIO(to_docx(draft().document)))
    tables = [[[c.text for c in row.cells] for row in t.rows] for t in made.tables]
    assert len(tables) == 6
    assert [row[-7:] for row in tables[4][3:]] == [list(row) for row in read_report(body()).second if row]
    assert tables[5][3] == ["1", "0", "0", "0", "1", *["0"] * 10]


def test_a_year_without_any_application_is_all_zeros() -> None:
    made = draft(Applications(2027), 2027)
    assert set(made.figures.second) == {(0,) * 7}
    assert made.problems == ()
    assert set(made.figures.applications.outcomes) <= set(OUTCOMES)
    assert made.figures.applications.carried_on == NOTHING


def test_what_the_former_report_promised_is_quoted() -> None:
    assert (
        promised("## 五、存在的主要问题及改进情况\n\n**问题**：解读慢。\n\n## 六、其他\n\n无")
        == "问题：解读慢。"
    )
    assert promised("没有标题") == ""
    assert date(2026, 11, 23) == facts().today
