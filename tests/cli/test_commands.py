"""The commands as a clerk runs them."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.site.small import FILE_COLUMN, NOTICE_COLUMN, TODAY, Site, everything, item, make_site, policy


def gongkai(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"PYTHONUTF8": "1", "GONGKAI_TODAY": TODAY}
    command = [sys.executable, "-c", "from gongkai.cli import main; main()", *arguments]
    return subprocess.run(
        command, cwd=cwd, env=environment, capture_output=True, text=True, encoding="utf-8", check=False
    )


COMMANDS = (
    "build", "serve", "check", "init", "new", "import", "fmt", "withdraw", "stats", "cleanup", "report", "ledger", "pack", "verify", "schema",
)  # fmt: skip


@pytest.fixture
def site(tmp_path: Path) -> Site:
    return make_site(
        tmp_path,
        {
            f"{NOTICE_COLUMN}/甲.md": item("甲通知", 1, "甲正文", 附件="[表.txt]"),
            f"{NOTICE_COLUMN}/表.txt": "表的内容",
            f"{FILE_COLUMN}/乙.md": policy(
                "乙文件", 2, "青政发〔2026〕3号", 相关信息="119901210000000000/202605-00001"
            ),
        },
    )


@pytest.mark.parametrize("command", COMMANDS)
def test_help_is_chinese_and_has_an_example(command: str, tmp_path: Path) -> None:
    done = gongkai(command, "--help", cwd=tmp_path)
    assert done.returncode == 0
    assert "用法：gongkai " + command in done.stdout
    assert f"例：gongkai {command}" in done.stdout
    for english in ("Usage", "Options", "Show this"):
        assert english not in done.stdout


def test_build_says_what_changed_for_the_public(site: Site) -> None:
    first = gongkai("build", cwd=site.root)
    assert first.returncode == 0, first.stderr
    assert "公开信息 2 条" in first.stdout
    site.write(f"content/{NOTICE_COLUMN}/丙.md", item("丙通知", 3))
    (site.root / f"content/{FILE_COLUMN}/乙.md").unlink()
    second = gongkai("build", cwd=site.root)
    assert "新增 1 条" in second.stdout
    assert "丙通知" in second.stdout
    assert "撤下 1 条" in second.stdout
    assert "对公众没有变化" in gongkai("build", cwd=site.root).stdout


def test_a_withdrawal_is_told_as_one(site: Site) -> None:
    """The page changes and keeps its address; who copies the site looks for it under 撤下."""
    assert gongkai("build", cwd=site.root).returncode == 0
    withdrawn = gongkai("withdraw", f"content/{FILE_COLUMN}/乙.md", "--reason", "内容有误", cwd=site.root)
    assert withdrawn.returncode == 0, withdrawn.stderr
    done = gongkai("build", cwd=site.root).stdout
    assert "撤下 1 条" in done
    assert "网页换成撤下说明" in done
    assert done.count("乙文件") == 1
    assert "对公众没有变化" in gongkai("build", cwd=site.root).stdout


def test_build_json_has_the_agreed_keys(site: Site) -> None:
    done = gongkai("build", "--format", "json", cwd=site.root)
    found = json.loads(done.stdout)
    assert {"items", "pages", "rendered", "unchanged", "removed", "seconds", "problems"} <= set(found)
    assert found["items"] == 2


def test_check_json_has_the_agreed_keys(site: Site) -> None:
    site.write(f"content/{NOTICE_COLUMN}/丁.md", item("丁", 4, 发布日期="2026-13-01"))
    done = gongkai("check", "--format", "json", cwd=site.root)
    assert done.returncode == 1
    found = json.loads(done.stdout)
    agreed = {"today", "counts", "held", "kept", "problems"}
    always = {"waived", "score", "forecast", "notes"}  # empty without checks
    assert set(found) == agreed | always
    assert found["today"] == TODAY
    assert set(found["counts"]) == {"block", "veto", "error", "warning", "info"}
    problem = next(p for p in found["problems"] if p["path"].endswith("丁.md"))
    assert set(problem) == {"code", "level", "path", "line", "field", "message", "hint", "basis"}
    assert problem["path"] == f"content/{NOTICE_COLUMN}/丁.md"
    assert problem["line"] == 3
    assert problem["field"] == "发布日期"


def test_check_looks_at_one_folder_and_at_a_level(site: Site) -> None:
    site.write(f"content/{NOTICE_COLUMN}/丁.md", item("丁", 4, 发布日期="2026-13-01"))
    assert gongkai("check", f"content/{NOTICE_COLUMN}", cwd=site.root).returncode == 1
    assert gongkai("check", "content/决策公开", cwd=site.root).returncode == 0
    assert gongkai("check", "没有", cwd=site.root).returncode == 2


def test_wrong_usage_is_two_and_chinese(tmp_path: Path) -> None:
    for arguments in (("bild",), ("build", "--stricct"), ("build",), ("build", "-f", "没有.yml")):
        done = gongkai(*arguments, cwd=tmp_path)
        assert done.returncode == 2, arguments
        assert "Traceback" not in done.stderr
    assert "build" in gongkai("bild", cwd=tmp_path).stderr


def test_a_wrong_day_is_said(site: Site) -> None:
    done = gongkai("build", "--today", "2026年", cwd=site.root)
    assert done.returncode in (1, 2)
    assert "2026-11-23" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("name", ["119901210000000000/202605-00001", f"content/{NOTICE_COLUMN}/甲.md"])
def test_withdraw_leaves_a_notice_with_number_and_address(site: Site, name: str) -> None:
    gongkai("build", cwd=site.root)
    done = gongkai("withdraw", name, "--reason", "内容有误，重新发布", cwd=site.root)
    assert done.returncode == 0, done.stderr
    text = (site.root / f"content/{NOTICE_COLUMN}/甲.md").read_text(encoding="utf-8")
    assert f"撤下日期: {TODAY}" in text
    assert text.endswith("甲正文\n")
    gongkai("build", cwd=site.root)
    output = everything(site.out)
    assert "甲正文" not in output
    assert "表的内容" not in output
    assert "甲通知" not in output
    page = site.page("/info/119901210000000000-202605-00001/")
    assert "119901210000000000/202605-00001" in page
    assert "内容有误，重新发布" in page
    assert TODAY in page
    assert "119901210000000000/202605-00001" in site.page("/info/119901210000000000-202605-00002/")


def test_withdraw_by_doc_number_in_any_form(site: Site) -> None:
    done = gongkai("withdraw", "青政发[2026] 3号", "--reason", "有误", cwd=site.root)
    assert done.returncode == 0, done.stderr


def test_withdraw_of_what_is_not_public_says_so(site: Site) -> None:
    done = gongkai("withdraw", "青政发〔2026〕9号", "--reason", "有误", cwd=site.root)
    assert done.returncode == 2
    assert "青政发〔2026〕9号" in done.stderr


def test_init_makes_a_folder_that_builds(tmp_path: Path) -> None:
    done = gongkai("init", "青山镇", "--name", "示例县青山镇人民政府", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    folder = tmp_path / "青山镇"
    built = gongkai("build", cwd=folder)
    assert built.returncode == 0, built.stderr
    assert (folder / "site" / "index.html").exists()
    again = gongkai("init", "青山镇", cwd=tmp_path)
    assert "已有，不动" in again.stdout
