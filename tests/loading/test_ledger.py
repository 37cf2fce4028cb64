"""The private ledger: where it may lie, how rows are read, what is due when, and what the year's numbers are."""

from __future__ import annotations

import io
from datetime import date
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

from gongkai.checks.ledger import due, ledger_deadlines, ledger_problems
from gongkai.checks.workdays import WorkCalendar
from gongkai.loading.ledger_file import HEADS, ledger_line, private_folder, read_ledger, repository_of
from gongkai.model.applications import Applications
from gongkai.model.ledger import Entry
from gongkai.reporting.ledger_counts import applications_text, count_year, differences

HEAD = ",".join(HEADS)
CALENDAR = WorkCalendar()


def row(**values: str) -> str:
    return ledger_line(
        {"登记号": "1", "收到日期": "2026-03-02", "接收渠道": "网上", "申请人类型": "自然人", **values}
    )


def write(folder: Path, *rows: str, head: str = HEAD, code: str = "utf-8-sig") -> Path:
    (folder / "依申请公开.csv").write_bytes((head + "\r\n" + "".join(rows)).encode(code))
    return folder


def entries(folder: Path) -> tuple[Entry, ...]:
    found = read_ledger(folder, "../台账")
    assert found.problems == ()
    return found.entries


def test_outside_of_the_repository_is_the_only_place(tmp_path: Path) -> None:
    root = tmp_path / "repo" / "site"
    root.mkdir(parents=True)
    (tmp_path / "repo" / ".git").mkdir()
    assert repository_of(root) == (tmp_path / "repo").resolve()
    assert private_folder(root, "../../台账") == (tmp_path / "台账").resolve()
    for inside in ("台账", "../台账", "."):
        said = private_folder(root, inside)
        assert isinstance(said, str)
        assert "里面" in said
        assert "ledger: ../台账" in said


def test_without_git_the_sites_folder_counts(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    assert isinstance(private_folder(tmp_path / "site", "台账"), str)


def test_a_link_into_the_repository_is_inside(tmp_path: Path) -> None:
    root = tmp_path / "repo"
    (root / ".git").mkdir(parents=True)
    (root / "内").mkdir()
    (tmp_path / "台账").symlink_to(root / "内")
    assert isinstance(private_folder(root, "../台账"), str)


@pytest.mark.parametrize("code", ["utf-8-sig", "utf-8", "gb18030"])
def test_rows_are_read_in_every_encoding_that_offices_write(tmp_path: Path, code: str) -> None:
    write(tmp_path, row(申请人="张某", 答复日期="2026/3/20", 办理结果="予以公开", 应收费用="100"), code=code)
    (one,) = entries(tmp_path)
    assert (one.row, one.applicant, one.answered, one.fee_due) == (2, "张某", date(2026, 3, 20), Decimal(100))
    assert not one.is_open


def test_a_workbook_is_read_with_its_days(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.append(list(HEADS))
    book.active.append([2026001, date(2026, 3, 2), "网上", "自然人"])
    data = io.BytesIO()
    book.save(data)
    (tmp_path / "依申请公开.xlsx").write_bytes(data.getvalue())
    (one,) = entries(tmp_path)
    assert (one.number, one.received) == ("2026001", date(2026, 3, 2))


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ((row(接收渠道="网络"),), "第 2 行“接收渠道”填的是“网络”。"),
        ((row(申请人类型="个人"),), "第 2 行“申请人类型”填的是“个人”。是不是“自然人”？"),
        ((row(收到日期="三月"),), "第 2 行“收到日期”填的“三月”不是日期。"),
        ((row(答复日期="2026-03-20"),), "第 2 行“办理结果”没有填，而答复日期填了。"),
        (
            (row(答复日期="2026-03-01", 办理结果="予以公开"),),
            "第 2 行“答复日期”2026-03-01 早于收到日期 2026-03-02。",
        ),
        ((row(应收费用="-1"),), "第 2 行“应收费用”填的“-1”不是金额。"),
        ((row(), row()), "第 3 行的登记号“1”和第 2 行相同。"),
        ((row(诉讼日期="2026-05-01", 诉讼结果="结果维持"),), "第 2 行“诉讼类型”没有填，而诉讼日期填了。"),
    ],
)
def test_a_mistake_is_told_with_its_row(tmp_path: Path, rows: tuple[str, ...], said: str) -> None:
    found = read_ledger(write(tmp_path, *rows), "../台账")
    assert any(said in p.message for p in found.problems), [p.message for p in found.problems]
    assert {p.path for p in found.problems} == {"../台账/依申请公开.csv"}


def test_heads_that_lack_or_are_unknown(tmp_path: Path) -> None:
    lacking = read_ledger(write(tmp_path, head="登记号,收到日期"), "x").problems
    assert "缺：接收渠道、申请人类型" in lacking[0].message
    unknown = read_ledger(write(tmp_path, head=HEAD.replace("备注", "备 住")), "x").problems
    assert "没有“备 住”这一列" in unknown[0].message


def test_a_broken_file_is_a_finding(tmp_path: Path) -> None:
    (tmp_path / "依申请公开.xlsx").write_bytes(b"PK\x03\x04 broken")
    (problem,) = read_ledger(tmp_path, "x").problems
    assert "打不开" in problem.message


def test_twenty_working_days_from_the_day_after(tmp_path: Path) -> None:
    """2026-03-02 is a Monday; March has no holiday, so the twentieth working day after it is Monday 03-30."""
    (plain,) = entries(write(tmp_path, row()))
    assert due(plain, CALENDAR, date(2026, 3, 3)) == date(2026, 3, 30)


@pytest.mark.parametrize(
    ("values", "last"),
    [
        (
            {"补正告知日期": "2026-03-04", "补正收到日期": "2026-03-09"},
            date(2026, 4, 7),
        ),  # 4 and 6 April are Qingming
        (
            {"征求意见开始": "2026-03-03", "征求意见结束": "2026-03-10"},
            date(2026, 4, 7),
        ),  # five days do not count
        ({"延期告知日期": "2026-03-25"}, date(2026, 4, 28)),
    ],
)
def test_what_moves_the_last_day(tmp_path: Path, values: dict[str, str], last: date) -> None:
    (one,) = entries(write(tmp_path, row(**values)))
    assert due(one, CALENDAR, date(2026, 5, 30)) == last


def test_late_and_soon_are_told_without_names(tmp_path: Path) -> None:
    write(
        tmp_path,
        row(登记号="甲", 申请人="张某"),
        row(登记号="乙", 收到日期="2026-03-16"),
        row(登记号="丙", 答复日期="2026-04-03", 办理结果="予以公开"),
        row(登记号="丁", 补正告知日期="2026-03-04"),
        row(登记号="戊", 补正告知日期="2026-03-20", 补正收到日期="2026-04-02"),
    )
    ledger = read_ledger(tmp_path, "../台账")
    found = [(p.code, p.message) for p in ledger_problems(ledger, CALENDAR, date(2026, 4, 8))]
    assert [(code, text.split("：")[0]) for code, text in found] == [
        ("L073", "第 2 行 甲"),
        ("L074", "第 3 行 乙"),
        ("L073", "第 4 行 丙"),
        ("L073", "第 6 行 戊"),
    ]
    assert "应在 2026-03-30 前答复，已过" in found[0][1]
    assert "补正应在 2026-03-11 前告知，实际是 2026-03-20" in found[3][1]
    assert not any("张某" in text for _, text in found)
    deadlines = list(ledger_deadlines(ledger.entries, CALENDAR, date(2026, 4, 8)))
    assert [d.subject for d in deadlines] == ["申请 甲", "申请 乙", "申请 戊"]


def year_of_rows(folder: Path) -> tuple[Entry, ...]:
    return entries(
        write(
            folder,
            row(登记号="1", 收到日期="2024-12-20", 答复日期="2025-01-10", 办理结果="予以公开"),
            row(登记号="2", 收到日期="2025-03-03", 答复日期="2025-03-20", 办理结果="部分公开", 接收渠道="当面"),
            row(登记号="3", 收到日期="2025-12-29", 申请人类型="商业企业"),
            row(登记号="4", 收到日期="2026-01-05"),
            row(
                登记号="5", 收到日期="2025-05-06", 答复日期="2025-06-03", 办理结果="重复申请", 应收费用="100", 实收费用="40",
                复议日期="2025-07-01", 复议结果="结果维持",
            ),
        )
    )  # fmt: skip


def test_a_year_is_counted_and_balances(tmp_path: Path) -> None:
    found = count_year(year_of_rows(tmp_path), 2025)
    assert found.received == (2, 1, 0, 0, 0, 0)
    assert found.carried_in == (1, 0, 0, 0, 0, 0)
    assert found.outcomes == {
        "予以公开": (1, 0, 0, 0, 0, 0),
        "部分公开": (1, 0, 0, 0, 0, 0),
        "重复申请": (1, 0, 0, 0, 0, 0),
    }
    assert found.carried_on == (0, 1, 0, 0, 0, 0)
    assert found.intakes == {"当面": 1, "网上": 2}
    assert found.reviews == {"行政复议": (1, 0, 0, 0)}
    assert (found.fees.notices, found.fees.due, found.fees.paid) == (1, Decimal(100), Decimal(40))
    following = count_year(year_of_rows(tmp_path), 2026)
    assert following.carried_in == found.carried_on


def test_the_numbers_are_written_as_the_file_is_read(tmp_path: Path) -> None:
    from gongkai.loading.applications_file import read_applications

    counted = count_year(year_of_rows(tmp_path), 2025)
    text = applications_text(counted)
    assert "张某" not in text
    (tmp_path / "applications.yml").write_text(text, encoding="utf-8")
    file = read_applications(tmp_path)
    assert file.problems == ()
    assert differences(file.years[2025], counted) == ()


def test_differences_between_both_are_named(tmp_path: Path) -> None:
    counted = count_year(year_of_rows(tmp_path), 2025)
    said = differences(Applications(2025, received=(2, 0, 0, 0, 0, 0)), counted)
    assert "本年新收：applications.yml 2 件，台账 3 件" in said
    assert "予以公开：applications.yml 0 件，台账 1 件" in said
