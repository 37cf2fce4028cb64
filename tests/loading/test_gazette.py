"""Issues of the gazette: what their files say, which items they name, which numbers are lacking."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from gongkai.loading.gazette_file import issue_mark, read_gazette, resolve_issue, stale_pdf
from gongkai.loading.options import LoadOptions
from gongkai.loading.site import load_site
from gongkai.model.catalog import Catalog
from tests.site.small import FILE_COLUMN, UNIT, item, policy

ISSUE = "出版日期: 2026-06-30\n总期号: 5\n条目:\n  县政府文件:\n    - 青政发（2026）1号\n    - 119901210000000000/202605-00102\n"


def content(folder: Path, issues: dict[str, str]) -> Path:
    files = {
        "单位.yml": UNIT,
        f"{FILE_COLUMN}/甲.md": policy("甲文件", 101, "青政发〔2026〕1号"),
        f"{FILE_COLUMN}/乙.md": policy("乙文件", 102, "青政发〔2026〕2号"),
        "政务动态/通知公告/丙.md": item("丙通知", 103),
        "政务动态/通知公告/丁.md": item("丁通知", 104, 草稿="是"),
        **{f"gazette/{name}": text for name, text in issues.items()},
    }
    for path, text in files.items():
        target = folder / "content" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
    return folder / "content"


def catalog_of(folder: Path) -> Catalog:
    return load_site(folder, LoadOptions(today=date(2026, 11, 23))).catalog


def test_an_issue_with_its_items(tmp_path: Path) -> None:
    folder = content(tmp_path, {"2026-01.yml": ISSUE})
    gazette = read_gazette(folder, "示例县人民政府")
    assert gazette.problems == ()
    (issue,) = gazette.issues
    assert (issue.slug, issue.title, issue.name) == (
        "2026-01",
        "2026年第1期（总第5期）",
        "示例县人民政府公报",
    )
    resolved = resolve_issue(issue, catalog_of(folder))
    assert resolved.problems == ()
    assert [(name, [i.title for i in items]) for name, items in resolved.sections] == [
        ("县政府文件", ["甲文件", "乙文件"])
    ]


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        ("青政发〔2026〕3号", "已公开的信息里没有“青政发〔2026〕3号”"),
        ("政务动态/通知公告/丁.md", "已公开的信息里没有"),
        ("青政发〔2026〕1号\n    - 青政发〔2026〕1号", "写了两次"),
    ],
)
def test_entries_that_name_nothing_are_told_with_their_line(tmp_path: Path, entry: str, said: str) -> None:
    text = f"出版日期: 2026-06-30\n条目:\n  文件:\n    - {entry}\n"
    folder = content(tmp_path, {"2026-01.yml": text})
    (issue,) = read_gazette(folder, "某县").issues
    (problem,) = resolve_issue(issue, catalog_of(folder)).problems
    assert problem.path == "gazette/2026-01.yml"
    assert problem.line == 3 + len(entry.split("\n"))
    assert said in problem.message


def test_entries_without_sections_and_by_path(tmp_path: Path) -> None:
    text = "出版日期: 2026-06-30\n条目:\n  - content/政务动态/通知公告/丙.md\n  - 青政发〔2026〕2号\n"
    folder = content(tmp_path, {"2026-01.yml": text})
    (issue,) = read_gazette(folder, "某县").issues
    assert [i.title for i in resolve_issue(issue, catalog_of(folder)).items] == ["丙通知", "乙文件"]


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("第一期.yml", ISSUE, "不是期号"),
        ("2026-01.yml", "条目: [甲]\n", "缺少“出版日期”"),
        ("2026-01.yml", "出版日期: 六月\n条目: [甲]\n", "不是日期"),
        ("2026-01.yml", "出版日期: 2026-06-30\n", "缺少“条目”"),
        ("2026-01.yml", "出版日期: 2026-06-30\n条目: [{a: b}]\n", "一行一个"),
        ("2026-01.yml", "出板日期: 2026-06-30\n出版日期: 2026-06-30\n条目: [甲]\n", "是不是“出版日期”"),
        ("2026-01.yml", "总期号: 五\n出版日期: 2026-06-30\n条目: [甲]\n", "不是整数"),
        ("2026-01.yml", "", "还没有内容"),
        ("2026-01.yml", "出版日期: [\n", ""),
    ],
)
def test_mistakes_in_a_file_are_told(tmp_path: Path, name: str, text: str, said: str) -> None:
    problems = read_gazette(content(tmp_path, {name: text}), "某县").problems
    assert [p.path for p in problems] == [f"gazette/{name}"]
    assert said in problems[0].message
    assert problems[0].hint


def test_lacking_numbers_are_found(tmp_path: Path) -> None:
    text = "出版日期: 2026-06-30\n条目: [青政发〔2026〕1号]\n"
    names = ("2025-01.yml", "2025-02.yml", "2026-02.yml", "2026-05.yml")
    found = read_gazette(content(tmp_path, dict.fromkeys(names, text)), "某县").problems
    assert [(p.path, p.message) for p in found] == [
        ("gazette/2026-02.yml", "2026 年缺第 1 期。"),
        ("gazette/2026-05.yml", "2026 年缺第 3、4 期。"),
    ]


def test_a_note_explains_a_gap_and_running_numbers_are_followed(tmp_path: Path) -> None:
    files = {
        "2026-01.yml": ISSUE,
        "2026-03.yml": ISSUE.replace("总期号: 5", "总期号: 6\n缺期说明: 第2期未出版"),
        "2026-04.yml": ISSUE.replace("总期号: 5", "总期号: 9"),
    }
    (problem,) = read_gazette(content(tmp_path, files), "某县").problems
    assert "总期号 9 不接上一期" in problem.message
    assert problem.hint == "总期号: 7"


def test_a_pdf_of_former_contents_is_found(tmp_path: Path) -> None:
    folder = content(tmp_path, {"2026-01.yml": ISSUE})
    resolved = resolve_issue(read_gazette(folder, "某县").issues[0], catalog_of(folder))
    (folder / "gazette/2026-01.pdf").write_bytes(b"%PDF " + issue_mark(resolved).encode())
    issue = read_gazette(folder, "某县").issues[0]
    assert issue.pdf == "gazette/2026-01.pdf"
    assert stale_pdf(resolve_issue(issue, catalog_of(folder)), folder) is None
    changed = folder / FILE_COLUMN / "甲.md"
    changed.write_text(changed.read_text(encoding="utf-8") + "\n补一段。\n", encoding="utf-8")
    stale = stale_pdf(resolve_issue(issue, catalog_of(folder)), folder)
    assert stale is not None
    assert stale.hint == "gongkai report gazette 2026-01"
