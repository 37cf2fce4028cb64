"""`gongkai stats` and `gongkai cleanup` as a clerk runs them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.test_commands import gongkai
from tests.site.small import FILE_COLUMN, NORMATIVE_COLUMN, Site, make_site, policy


@pytest.fixture
def site(tmp_path: Path) -> Site:
    return make_site(
        tmp_path / "repo",
        {
            f"{FILE_COLUMN}/甲.md": policy("甲通知", 1, "青政发〔2026〕1号"),
            f"{NORMATIVE_COLUMN}/乙.md": policy(
                "乙办法", 2, "青政发〔2025〕4号", published="2025-05-08", 有效期="5年", 施行日期="2025-07-01"
            ),
            f"{NORMATIVE_COLUMN}/丙.md": policy(
                "丙办法",
                3,
                "青政发〔2019〕4号",
                published="2019-05-08",
                失效日期="2024-06-30",
                施行日期="2019-07-01",
            ),
            "工作数据/2026.yml": "会议和培训:\n  培训: 2\n",
        },
    )


def run(site: Site, *arguments: str) -> tuple[int, str]:
    config = str(site.root / "mkdocs.yml")
    done = gongkai(*arguments, "--today", "2026-11-23", "--config-file", config, cwd=site.root)
    return done.returncode, done.stdout + done.stderr


def test_figures_as_text_and_json(site: Site) -> None:
    code, text = run(site, "stats")
    assert code == 0, text
    assert "各年：2019年1条，2025年1条，2026年1条" in text
    assert "培训：2次" in text
    code, text = run(site, "stats", "--year", "2025", "--format", "json")
    assert json.loads(text)["total"] == 1


def test_figures_in_a_file(site: Site) -> None:
    target = site.root / "reports" / "统计.csv"
    code, text = run(site, "stats", "--format", "csv", "-o", str(target))
    assert code == 0, text
    assert target.read_bytes().startswith("\ufeff年份,统计方式".encode())


def test_a_clean_up_list_is_a_draft_beside_the_site(site: Site) -> None:
    code, text = run(site, "cleanup")
    assert code == 0, text
    draft = (site.root / "reports" / "规范性文件清理目录.md").read_text(encoding="utf-8")
    assert "共清理本单位制发的行政规范性文件2件" in draft
    assert "继续有效1件" in draft
    assert "失效1件" in draft
    assert "| 1 | 丙办法 | 青政发〔2019〕4号 |  | 2019-07-01 | 2024-06-30 | 2024-06-30到期失效 |" in draft
    code, text = run(site, "cleanup", "-o", str(site.out / "x.md"))
    assert code == 2
    code, text = run(site, "cleanup", "-o", str(site.root / "content" / "清理.md"))
    assert code == 2
    assert "不能写进信息文件夹" in text
    assert not (site.root / "content" / "清理.md").exists()
