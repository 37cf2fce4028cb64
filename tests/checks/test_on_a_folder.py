"""`gongkai check` on a folder: the command, the cache, git, waivers, what is never written."""

import json
import os
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from gongkai.cli.check import check
from gongkai.loading import reading
from gongkai.planning import lines
from tests.checks.test_attachments import word
from tests.site.small import FILE_COLUMN, NOTICE_COLUMN, PLUGINS, TODAY, Site, item, make_site, policy

ITEM = f"{NOTICE_COLUMN}/甲.md"
MOBILE = "联系人 13912345678"


@pytest.fixture
def site(tmp_path: Path) -> Site:
    files: dict[str, str | bytes] = {
        ITEM: item("甲通知", 1, MOBILE, 附件="[表.docx]"),
        f"{NOTICE_COLUMN}/表.docx": word(),
        f"{FILE_COLUMN}/乙.md": policy("关于乙的通知", 2, "青政发〔2026〕3号"),
    }
    made = make_site(tmp_path, files)
    made.configure((*PLUGINS, "gongkai/checks"))
    return made


def run(site: Site, *arguments: str, code: int | None = None) -> Result:
    done = CliRunner().invoke(
        check, ["-f", str(site.root / "mkdocs.yml"), "--today", TODAY, *arguments], standalone_mode=False
    )
    assert not done.exception or isinstance(done.exception, SystemExit) or code == 2, done.exception
    if code in (0, 1):
        assert done.return_value == code
    return done


def problems(site: Site, *arguments: str) -> list[tuple[str, str]]:
    data = json.loads(run(site, "--format", "json", *arguments).stdout)
    return [(p["code"], p["path"]) for p in data["problems"]]


def test_findings_stand_at_their_files_and_lines(site: Site) -> None:
    data = json.loads(run(site, "--format", "json", code=1).stdout)
    by_code = {p["code"]: p for p in data["problems"]}
    assert by_code["X02"]["path"] == f"content/{ITEM}"
    assert by_code["X02"]["line"] == 10
    assert "13912345678" not in json.dumps(data)
    assert by_code["X09"]["path"] == f"content/{NOTICE_COLUMN}/表.docx"
    assert any("还没有生成过网站" in note for note in data["notes"])


def test_pages_are_checked_once_they_are_built(site: Site) -> None:
    site.build()
    codes = {code for code, _ in problems(site)}
    assert "G12" in codes
    assert "G18" not in codes
    assert "G12" not in {code for code, _ in problems(site, "--no-site")}


def test_the_site_is_never_written_to(site: Site) -> None:
    site.build()
    before = sorted(p for p in site.out.rglob("*"))
    assert isinstance(run(site, "-o", str(site.out / "report.html"), code=2).exception, Exception)
    run(site, "--format", "html", "-o", str(site.root / "reports" / "r.html"))
    assert (site.root / "reports" / "r.html").read_text(encoding="utf-8").startswith("<!doctype html>")
    assert sorted(p for p in site.out.rglob("*")) == before


def test_unchanged_attachments_come_from_the_cache(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    run(site)
    assert (site.root / ".gongkai" / "attachments.json").is_file()
    monkeypatch.setattr("gongkai.checks.attachments.read.read_file", lambda *a: pytest.fail("read again"))
    assert "X09" in {code for code, _ in problems(site)}


def test_without_the_plugin_only_reading_is_checked(site: Site) -> None:
    site.configure(PLUGINS)
    done = run(site, code=0)
    assert "没有启用 gongkai/checks" in done.stdout


def test_waivers_of_a_folder(site: Site) -> None:
    site.write(
        "content/waivers.yml",
        f"- {{规则: X02, 信息: {ITEM}, 理由: 值班电话, 批准人: 镇长甲, 截止: 2027-01-01}}\n",
    )
    assert "X02" not in {code for code, _ in problems(site)}


def git(site: Site, *arguments: str, day: str = "2026-01-05") -> None:
    stamp = f"{day}T08:00:00+08:00"
    environment = os.environ | {
        "GIT_AUTHOR_DATE": stamp,
        "GIT_COMMITTER_DATE": stamp,
        "GIT_CONFIG_GLOBAL": os.devnull,
    }
    names = ["-c", "user.name=t", "-c", "user.email=t@qingshan.example"]
    subprocess.run(
        ["git", *names, *arguments], cwd=site.root, check=True, capture_output=True, env=environment
    )


def test_changed_looks_at_what_differs_from_the_last_commit(site: Site) -> None:
    git(site, "init", "-q")
    git(site, "add", "-A")
    git(site, "commit", "-qm", "a")
    assert problems(site, "--changed") == []
    site.write(f"content/{NOTICE_COLUMN}/丁.md", item("丁通知", 4, "联系人 13812345678"))
    assert problems(site, "--changed") == [("X02", f"content/{NOTICE_COLUMN}/丁.md")]


def test_changed_says_what_the_full_check_says_of_these_items(site: Site) -> None:
    git(site, "init", "-q")
    git(site, "add", "-A")
    git(site, "commit", "-qm", "a")
    site.write(
        f"content/{ITEM}",
        item("甲通知", 1, "联系人 13812345678", 附件="[表.docx]", 相关信息="青政发〔2026〕3号"),
    )
    near = {f"content/{ITEM}", f"content/{NOTICE_COLUMN}/表.docx", f"content/{FILE_COLUMN}/乙.md"}
    whole = sorted(p for p in problems(site, "--no-site") if p[1] in near)
    assert ("X09", f"content/{NOTICE_COLUMN}/表.docx") in whole
    assert sorted(problems(site, "--changed")) == whole


def test_before_the_first_commit_all_files_count_as_changed(site: Site) -> None:
    git(site, "init", "-q")
    git(site, "add", "-A")
    assert ("X02", f"content/{ITEM}") in problems(site, "--changed")


def test_without_a_repository_everything_is_looked_at_and_it_is_said(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(site.root.parent))
    data = json.loads(run(site, "--format", "json", "--changed", code=1).stdout)
    assert any("没有 git 版本库" in note for note in data["notes"])
    assert ("X02", f"content/{ITEM}") in [(p["code"], p["path"]) for p in data["problems"]]
    assert data["score"]


def test_changed_settings_are_looked_at_whole(site: Site) -> None:
    git(site, "init", "-q")
    git(site, "add", "-A")
    git(site, "commit", "-qm", "a")
    assert problems(site, "--changed") == []
    plan = "2026:\n  - {主题: 秋粮收购, 计划时间: 四季度, 信息: 青政发〔2099〕1号}\n"
    site.write("content/新闻发布计划.yml", plan)
    site.write(
        "content/waivers.yml", "- {规则: G07, 栏目: 全部, 理由: 甲, 批准人: 镇长甲, 截止: 2027-01-01}\n"
    )
    assert problems(site, "--changed") == [("K07", "content/新闻发布计划.yml")]
    data = json.loads(run(site, "--format", "json", "--changed").stdout)
    assert (data["score"], data["forecast"]) == ([], [])


def test_only_sources_that_changed_are_read_again(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lines, "DOUBT_NS", -(10**12))  # files of this moment are remembered too
    before = problems(site, "--no-site")
    read: list[str] = []
    really = reading.read_file

    def spy(found: reading.Found, *rest: object) -> object:
        read.append(found.relative)
        return really(found, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(reading, "read_file", spy)
    assert problems(site, "--no-site") == before
    assert read == []
    site.write(f"content/{ITEM}", item("甲通知", 1, MOBILE + "。", 附件="[表.docx]"))
    assert problems(site, "--no-site") == before
    assert read == [ITEM]


def test_a_check_knows_what_a_build_read(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lines, "DOUBT_NS", -(10**12))
    site.build()
    monkeypatch.setattr(reading, "read_file", lambda *a: pytest.fail("read again"))
    assert "X02" in {code for code, _ in problems(site)}


def test_a_date_before_the_first_commit_is_said(site: Site) -> None:
    git(site, "init", "-q")
    git(site, "add", "-A")
    git(site, "commit", "-qm", "a")
    site.write(f"content/{NOTICE_COLUMN}/丁.md", item("丁通知", 4, published="2026-05-08"))
    git(site, "add", "-A")
    git(site, "commit", "-qm", "b", day="2026-06-01")
    assert [path for code, path in problems(site) if code == "G10"] == [f"content/{NOTICE_COLUMN}/丁.md"]


def test_metadata_is_cleaned_only_when_asked(site: Site) -> None:
    arguments = ["-f", str(site.root / "mkdocs.yml"), "--today", TODAY, "--fix-metadata"]
    target = site.root / f"content/{NOTICE_COLUMN}/表.docx"
    before = target.read_bytes()
    assert CliRunner().invoke(check, arguments, input="n\n", standalone_mode=False).return_value == 1
    assert target.read_bytes() == before
    assert CliRunner().invoke(check, arguments, input="y\n", standalone_mode=False).return_value == 0
    assert target.read_bytes() != before
    assert "X09" not in {code for code, _ in problems(site)}


def test_metadata_of_all_is_cleaned_by_one_answer_and_an_organ_is_no_person(site: Site) -> None:
    files = {"甲.docx": "王某某", "乙.docx": "李某某", "丙.docx": "青山镇人民政府"}
    for name, author in files.items():
        site.write(f"content/{NOTICE_COLUMN}/{name}", word(author=author))
    site.write(f"content/{ITEM}", item("甲通知", 1, "通知。", 附件=f"[{', '.join(files)}]"))
    before = (site.root / f"content/{NOTICE_COLUMN}/丙.docx").read_bytes()
    arguments = ["-f", str(site.root / "mkdocs.yml"), "--today", TODAY, "--fix-metadata"]
    done = CliRunner().invoke(check, arguments, input="什么\na\n", standalone_mode=False)
    assert done.return_value == 0
    assert done.output.count("清除？") == 2
    assert "丙" not in done.output
    assert (site.root / f"content/{NOTICE_COLUMN}/丙.docx").read_bytes() == before
    assert "X09" not in {code for code, _ in problems(site)}


def test_wrong_settings_are_a_warning_with_the_right_name(site: Site) -> None:
    extra = "  - gongkai/checks:\n      rules: {G02: {tage: 3}}\n"
    site.configure(PLUGINS, extra)
    assert "U205" in {code for code, _ in problems(site)}


def test_the_calendar_below_the_site_only_if_it_is_asked_for(site: Site) -> None:
    site.build()
    assert not (site.out / "api" / "deadlines.ics").exists()
    site.configure(PLUGINS, "  - gongkai/checks:\n      calendar: true\n")
    site.build()
    assert (site.out / "api" / "deadlines.ics").read_bytes().startswith(b"BEGIN:VCALENDAR\r\n")


def test_a_dead_link_of_the_portal_is_told_once(site: Site) -> None:
    unit = (site.root / "content" / "单位.yml").read_text(encoding="utf-8")
    portal = "上级门户:\n  名称: 示例县人民政府\n  网址: https://www.shili.example/\n  页脚: 页脚.html\n"
    site.write("content/单位.yml", unit + portal)
    links = '<a href="https://www.shili.example/qs/gone/">甲</a><a href="away.html">乙</a>'
    site.write("content/_门户/页脚.html", f'<p>{links}<a href="https://www.gongsi.com.cn/">丙</a></p>')
    site.write(f"content/{FILE_COLUMN}/乙.md", policy("关于乙的通知", 2, "青政发〔2026〕3号"))
    site.build()
    assert sum("away.html" in p.read_text(encoding="utf-8") for p in site.out.rglob("*.html")) > 20
    data = json.loads(run(site, "--format", "json").stdout)
    found = [(p["code"], p["path"], p["message"]) for p in data["problems"] if p["code"] in ("G18", "G19")]
    assert found == [
        ("G18", "site/", "每一页的页头或页脚里有打不开的链接：/away.html、/gone/。"),
        ("G19", "site/", "页面 / 上的外部链接 www.gongsi.com.cn 没有离站提示。"),
    ]


def test_a_dead_link_of_one_page_stays_its_own(site: Site) -> None:
    site.build()
    page = next(p for p in sorted(site.out.glob("info/*/index.html")))
    text = page.read_text(encoding="utf-8")
    page.write_text(text.replace("</article>", '<a href="gone.html">x</a></article>', 1), encoding="utf-8")
    data = json.loads(run(site, "--format", "json").stdout)
    assert [p["path"] for p in data["problems"] if p["code"] == "G18"] == [f"content/{ITEM}"]
