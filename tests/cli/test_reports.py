"""`gongkai report` and `gongkai ledger` as a clerk runs them."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.test_commands import gongkai
from tests.site.small import (
    FILE_COLUMN,
    NORMATIVE_COLUMN,
    PLUGINS,
    Site,
    make_site,
    policy,
)

ALL = (*PLUGINS, "gongkai/gazette", "gongkai/applications", "gongkai/checks")
APPLICATIONS = "2025:\n  本年新收: {自然人: 2}\n  上年结转: {}\n  办理结果:\n    予以公开: {自然人: 2}\n"


@pytest.fixture
def site(tmp_path: Path) -> Site:
    made = make_site(
        tmp_path / "repo",
        {
            f"{FILE_COLUMN}/甲.md": policy(
                "甲通知", 1, "青政发〔2026〕1号", published="2026-10-09", 成文日期="2026-08-03"
            ),
            f"{FILE_COLUMN}/乙.md": policy("乙文件", 2, "青政发〔2025〕3号", published="2025-05-08"),
            f"{NORMATIVE_COLUMN}/丙.md": policy(
                "丙办法", 3, "青政发〔2025〕4号", published="2025-06-08", 有效期="5年", 施行日期="2025-07-01"
            ),
            "applications.yml": APPLICATIONS,
            "gazette/2026-01.yml": "出版日期: 2026-06-30\n条目:\n  - 青政发〔2025〕3号\n  - 青政发〔2025〕4号\n",
        },
    )
    made.configure(ALL)
    return made


def reports(site: Site) -> set[str]:
    return {path.name for path in (site.root / "reports").iterdir()}


def text_of(site: Site, name: str) -> str:
    return (site.root / "reports" / name).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "arguments",
    [
        ("report", "annual"), ("report", "bulletin"), ("report", "selfcheck"), ("report", "ledger"), ("report", "board"),
        ("report", "gazette"), ("report", "guide"), ("ledger", "init"), ("ledger", "add"), ("ledger", "close"),
        ("ledger", "list"), ("ledger", "count"),
    ],
)  # fmt: skip
def test_help_has_an_example(arguments: tuple[str, ...], tmp_path: Path) -> None:
    done = gongkai(*arguments, "--help", cwd=tmp_path)
    assert done.returncode == 0
    assert f"例：gongkai {' '.join(arguments)}" in done.stdout


def test_an_annual_report_in_three_forms(site: Site) -> None:
    done = gongkai("report", "annual", "2025", cwd=site.root)
    assert done.returncode == 0, done.stdout + done.stderr
    assert reports(site) == {f"2025年政府信息公开工作年度报告.{end}" for end in ("md", "docx", "pdf")}
    text = text_of(site, "2025年政府信息公开工作年度报告.md")
    assert "| 行政规范性文件 | 1 | 0 | 1 |" in text
    assert "本年新收政府信息公开申请2件，上年结转0件，共2件" in text


def test_an_annual_report_whose_numbers_do_not_balance_is_written_and_told(site: Site) -> None:
    site.write(
        "content/applications.yml", APPLICATIONS.replace("本年新收: {自然人: 2}", "本年新收: {自然人: 3}")
    )
    done = gongkai("report", "annual", "2025", "--format", "md", cwd=site.root)
    assert done.returncode == 1
    assert "Y04 表二“自然人”列：新收 3 + 结转 0 ≠ 办理 2 + 结转下年 0。" in done.stdout
    assert reports(site) == {"2025年政府信息公开工作年度报告.md"}
    without = gongkai("report", "annual", "2026", "--format", "md", cwd=site.root)
    assert without.returncode == 1
    assert "没有 2026 年的依申请公开数据" in without.stdout


def test_a_bulletin_counts_the_month_and_names_what_is_late(site: Site) -> None:
    done = gongkai("report", "bulletin", "2026-10", "--format", "md", "--format", "docx", cwd=site.root)
    assert done.returncode == 0, done.stderr
    text = text_of(site, "2026年10月政务公开通报.md")
    assert "本月主动公开政府信息1条，上月0条" in text
    assert "**公开超期。** 1条信息形成后超过20个工作日才公开" in text
    assert "| 甲通知 | 2026-10-09 |" in text
    assert "**解读不到位。** 1件文件没有关联解读" in text
    early = text_of(site, "2026年10月政务公开通报.md")
    gongkai("report", "bulletin", "2025-05", "--format", "md", cwd=site.root)
    assert "丙办法" not in text_of(site, "2025年05月政务公开通报.md")
    assert "丙办法" in early


@pytest.mark.parametrize(
    ("month", "said"), [("2026年10月", "不是月份"), ("2027-01", "还没有到"), ("2026-13", "不是月份")]
)
def test_a_month_that_is_none(site: Site, month: str, said: str) -> None:
    done = gongkai("report", "bulletin", month, cwd=site.root)
    assert done.returncode == 2
    assert said in done.stderr


def test_the_other_papers(site: Site) -> None:
    for arguments in (
        ("selfcheck", "--format", "md"),
        ("ledger", "--year", "2025"),
        ("guide", "--format", "md"),
        ("board",),
    ):
        done = gongkai("report", *arguments, cwd=site.root)
        assert done.returncode == 0, done.stderr
    assert reports(site) == {
        "2026-11-23自查报告.md",
        "2025年主动公开台账.xlsx",
        "政府信息公开指南.md",
        "公开栏2026-11-23-a4.pdf",
    }
    assert "J01" in text_of(site, "2026-11-23自查报告.md")
    assert "传真号码 | 无" in text_of(site, "政府信息公开指南.md")


def test_reports_are_never_written_where_they_would_be_public(site: Site) -> None:
    for place in ("site", "site/内部", "content/政务动态"):
        done = gongkai("report", "ledger", "-o", place, cwd=site.root)
        assert done.returncode == 2
        assert "报告是内部材料" in done.stderr


def test_the_same_reports_have_the_same_bytes(site: Site) -> None:
    for folder in ("一", "二"):
        gongkai("report", "annual", "2025", "-o", folder, cwd=site.root)
        gongkai("report", "ledger", "-o", folder, cwd=site.root)
        gongkai("report", "board", "--paper", "a3", "-o", folder, cwd=site.root)
    first = {p.name: p.read_bytes() for p in (site.root / "一").iterdir()}
    assert len(first) == 5
    assert first == {p.name: p.read_bytes() for p in (site.root / "二").iterdir()}


def test_a_gazette_is_set_published_and_found_stale(site: Site) -> None:
    assert gongkai("report", "gazette", "2026-01", cwd=site.root).returncode == 0
    assert gongkai("build", cwd=site.root).returncode == 0
    assert (site.root / "site/gazette/2026-01/2026-01.pdf").read_bytes()[:5] == b"%PDF-"
    assert "L082" not in gongkai("check", "--no-site", cwd=site.root).stdout
    path = f"content/{FILE_COLUMN}/乙.md"
    site.write(path, (site.root / path).read_text(encoding="utf-8") + "\n又一段。\n")
    assert "L082" in gongkai("check", "--no-site", cwd=site.root).stdout
    wrong = gongkai("report", "gazette", "2026-02", cwd=site.root)
    assert wrong.returncode == 2
    assert "有的期号：2026-01" in wrong.stderr


def test_without_a_chinese_font_the_others_are_still_written(site: Site) -> None:
    code = (
        "import gongkai.typesetting.fonts as f; f.SONG = f.HEI = ('没有的字体',)\n"
        "from gongkai.cli import main; main()"
    )
    command = [sys.executable, "-c", code, "report", "guide"]
    environment = os.environ | {"PYTHONUTF8": "1", "GONGKAI_TODAY": "2026-11-23"}
    done = subprocess.run(
        command, cwd=site.root, env=environment, capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0
    assert "没有找到中文字体，PDF 没有生成" in done.stderr
    assert reports(site) == {"政府信息公开指南.md", "政府信息公开指南.docx"}
    alone = subprocess.run(
        [*command, "--format", "pdf"],
        cwd=site.root,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert alone.returncode == 1


def test_a_ledger_from_the_first_entry_to_the_annual_report(site: Site) -> None:
    run = lambda *arguments: gongkai("ledger", *arguments, cwd=site.root)  # noqa: E731 - one word for many calls
    assert "还没有台账" in run("add", "--channel", "网上", "--kind", "自然人").stderr
    assert run("init").returncode == 0
    file = site.root.parent / "台账" / "依申请公开.csv"
    assert file.is_file()
    assert run("init").returncode == 2
    added = run(
        "add", "--channel", "网上", "--kind", "自然人", "--received", "2026-10-12", "--applicant", "张某"
    )
    assert added.stdout.strip() == "已登记 2026-001，应在 2026-11-09 前答复。"
    assert (
        "2026-002" in run("add", "--channel", "当面", "--kind", "商业企业", "--received", "2026-11-20").stdout
    )
    listed = run("list")
    assert listed.returncode == 1
    assert "2026-001：应在 2026-11-09 前答复，已过 10 个工作日" in listed.stdout
    checked = gongkai("check", "--no-site", cwd=site.root).stdout
    assert "L073" in checked
    assert "张某" not in checked
    assert run("close", "2026-001", "--outcome", "予以公开", "--answered", "2026-11-10").returncode == 0
    assert "已经在" in run("close", "2026-001", "--outcome", "予以公开").stderr
    assert "还没有答复的：2026-002" in run("close", "2026-009", "--outcome", "予以公开").stderr
    assert (
        "早于收到日期" in run("close", "2026-002", "--outcome", "予以公开", "--answered", "2026-11-01").stderr
    )
    counted = run("count", "2026").stdout
    assert "本年新收: {自然人: 1, 商业企业: 1}" in counted
    assert "结转下年度: {商业企业: 1}" in counted
    done = gongkai("report", "annual", "2026", "--format", "md", cwd=site.root)
    assert done.returncode == 0, done.stdout
    assert "（当面1件、网上1件）" in text_of(site, "2026年政府信息公开工作年度报告.md")


def test_a_ledger_inside_the_repository_is_refused(site: Site) -> None:
    (site.root / ".git").mkdir()
    site.configure(
        tuple(p for p in ALL if p != "gongkai/applications"),
        "  - gongkai/applications:\n      ledger: 台账\n",
    )
    for command in (("build",), ("ledger", "init")):
        done = gongkai(*command, cwd=site.root)
        assert done.returncode != 0
        assert "台账有申请人的姓名和联系方式" in done.stdout + done.stderr
    assert not (site.root / "台账").exists()


def test_a_draft_that_somebody_went_on_writing_in_is_kept(site: Site) -> None:
    command = ("report", "bulletin", "2026-10", "--format", "md")
    assert gongkai(*command, cwd=site.root).returncode in {0, 1}
    (name,) = reports(site)
    draft = site.root / "reports" / name
    made = draft.read_text(encoding="utf-8")
    assert gongkai(*command, cwd=site.root).stdout.count("改名为") == 0
    assert reports(site) == {name}
    for number in (1, 2):
        draft.write_text(f"{made}\n手写的第{number}段。\n", encoding="utf-8", newline="\n")
        assert f"（旧{number}）.md" in gongkai(*command, cwd=site.root).stdout
        assert f"手写的第{number}段。" in text_of(site, f"{draft.stem}（旧{number}）.md")
    assert text_of(site, name) == made
