"""`new`, `fmt`, `pack` and `verify` as people run them."""

import json
import zipfile
from pathlib import Path

import pytest

from tests.cli.test_commands import gongkai
from tests.site.small import FILE_COLUMN, NOTICE_COLUMN, TODAY, UNIT, Site, item, make_site, policy

CODE = "119901210000000000"


@pytest.fixture
def site(tmp_path: Path) -> Site:
    return make_site(
        tmp_path,
        {
            f"{NOTICE_COLUMN}/甲.md": item("甲通知", 1),
            f"{FILE_COLUMN}/乙.md": policy("关于印发乙办法的通知", 2, "青政发〔2026〕3号"),
        },
        unit=UNIT + f"统一社会信用代码: '{CODE}'\n",
    )


def test_new_makes_a_draft_in_its_column_with_the_next_number(site: Site) -> None:
    done = gongkai("new", "--column", "通知公告", "--title", "关于停水的通知", cwd=site.root)
    assert done.returncode == 0, done.stderr
    text = (site.root / f"content/{NOTICE_COLUMN}/2026/关于停水的通知.md").read_text(encoding="utf-8")
    assert "标题: 关于停水的通知\n" in text
    assert f"发布日期: {TODAY}\n" in text
    assert f"索引号: {CODE}/202611-00001\n" in text
    assert "草稿: 是\n" in text
    checked = gongkai("check", cwd=site.root)
    assert "关于停水的通知.md：草稿" in checked.stdout
    second = gongkai("new", "--column", "通知公告", "--title", "关于停电的通知", cwd=site.root)
    assert "202611-00002" in second.stdout


def test_a_new_item_is_public_once_it_is_filled_in_and_signed(site: Site) -> None:
    gongkai("new", "--column", "镇政府文件", "--title", "关于印发丙方案的通知", cwd=site.root)
    file = site.root / f"content/{FILE_COLUMN}/2026/关于印发丙方案的通知.md"
    text = file.read_text(encoding="utf-8")
    for blank, filled in (
        ("发文机关:\n", "发文机关: 示例县青山镇人民政府\n"),
        ("发文字号:\n", "发文字号: 青政发〔2026〕9号\n"),
        ("成文日期:\n", f"成文日期: {TODAY}\n"),
        ("\n审核:\n", f"\n审核: 张某 {TODAY}\n"),
        ("保密审查:\n", f"保密审查: 李某 {TODAY}\n"),
        ("草稿: 是\n", ""),
        ("正文写在这里。", "现印发给你们。"),
    ):
        assert blank in text
        text = text.replace(blank, filled, 1)
    file.write_text(text, encoding="utf-8", newline="\n")
    done = gongkai("build", cwd=site.root)
    assert done.returncode == 0, done.stderr
    assert "公开信息 3 条" in done.stdout


def test_new_for_an_interpretation_takes_title_column_and_relation_from_the_file(site: Site) -> None:
    done = gongkai("new", "--interprets", "青政发[2026]3号", cwd=site.root)
    assert done.returncode == 0, done.stderr
    (file,) = (site.root / "content/政策解读").rglob("*.md")
    text = file.read_text(encoding="utf-8")
    assert "标题: 《关于印发乙办法的通知》解读\n" in text
    assert "政策原文: 青政发〔2026〕3号\n" in text
    assert "解读形式:\n" in text


def test_new_says_what_is_missing_or_wrong(site: Site) -> None:
    for arguments, said in (
        (("--title", "甲"), "--column"),
        (("--column", "通知公告"), "--title"),
        (("--column", "通知广告", "--title", "甲"), "通知公告"),
        (("--column", "决策公开", "--title", "甲"), "末级栏目"),
        (("--interprets", "青政发〔2026〕99号"), "99号"),
        (("--interprets", "青政发〔2026〕99号"), "政策原文"),
    ):
        done = gongkai("new", *arguments, cwd=site.root)
        assert done.returncode == 2, arguments
        assert said in done.stderr
    gongkai("new", "--column", "通知公告", "--title", "甲", cwd=site.root)
    assert "已经有了" in gongkai("new", "--column", "通知公告", "--title", "甲", cwd=site.root).stderr


def test_a_title_that_is_no_file_name_makes_a_file_all_the_same(site: Site) -> None:
    done = gongkai("new", "--column", "通知公告", "--title", '关于"停水/停电": 答复', cwd=site.root)
    assert done.returncode == 0, done.stderr
    (file,) = (site.root / f"content/{NOTICE_COLUMN}/2026").glob("*.md")
    assert not set('\\/:*?"<>|') & set(file.name)
    assert gongkai("check", cwd=site.root).returncode == 0


def test_fmt_allots_numbers_and_check_only_looks(site: Site) -> None:
    path = f"content/{NOTICE_COLUMN}/丙.md"
    site.write(path, item("丙", 3, 索引号=None, 发布日期="2026/5/9"))  # type: ignore[arg-type]
    before = (site.root / path).read_bytes()
    looked = gongkai("fmt", "--check", cwd=site.root)
    assert looked.returncode == 1
    assert (site.root / path).read_bytes() == before
    done = gongkai("fmt", cwd=site.root)
    assert done.returncode == 0, done.stderr
    text = (site.root / path).read_text(encoding="utf-8")
    assert f"索引号: {CODE}/202605-00003\n" in text
    assert "发布日期: 2026-05-09\n" in text
    assert "'202605': 3" in (site.root / "content/索引号.yml").read_text(encoding="utf-8")
    assert gongkai("fmt", "--check", cwd=site.root).returncode == 0


def test_fmt_fix_renumbers_the_one_that_was_not_public(site: Site) -> None:
    gongkai("build", cwd=site.root)
    site.write(f"content/{NOTICE_COLUMN}/丙.md", item("丙", 1, published="2026-05-01"))
    assert gongkai("fmt", cwd=site.root).returncode == 1
    done = gongkai("fmt", "--fix", cwd=site.root)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "丙.md" in done.stdout
    assert gongkai("build", cwd=site.root).returncode == 0


def test_fmt_of_one_folder_leaves_the_others(site: Site) -> None:
    for name in ("丙", "丁"):
        site.write(f"content/{NOTICE_COLUMN}/{name}/{name}.md", item(name, 1, 索引号=None))  # type: ignore[arg-type]
    gongkai("fmt", f"content/{NOTICE_COLUMN}/丙", cwd=site.root)
    assert "索引号" in (site.root / f"content/{NOTICE_COLUMN}/丙/丙.md").read_text(encoding="utf-8")
    assert "索引号" not in (site.root / f"content/{NOTICE_COLUMN}/丁/丁.md").read_text(encoding="utf-8")


def test_pack_gives_the_same_bytes_and_holds_the_whole_site(site: Site) -> None:
    gongkai("build", cwd=site.root)
    assert gongkai("pack", cwd=site.root).returncode == 0
    assert gongkai("pack", "-o", "另一个.zip", cwd=site.root).returncode == 0
    assert (site.root / "site.zip").read_bytes() == (site.root / "另一个.zip").read_bytes()
    target = site.root / "unpacked"
    with zipfile.ZipFile(site.root / "site.zip") as archive:
        archive.extractall(target)
    assert gongkai("verify", "unpacked", cwd=site.root).returncode == 0


def test_verify_names_what_is_missing_changed_or_extra(site: Site) -> None:
    gongkai("build", cwd=site.root)
    assert "全部一致" in gongkai("verify", "site", cwd=site.root).stdout
    site.write("site/index.html", "改")
    site.write("site/多.html", "多")
    (site.out / "404.html").unlink()
    done = gongkai("verify", "site", cwd=site.root)
    assert done.returncode == 1
    assert done.stdout.splitlines()[:3] == ["缺少：404.html", "被改动：index.html", "多出：多.html"]
    packed = gongkai("pack", cwd=site.root)
    assert packed.returncode == 1
    assert "gongkai build" in packed.stderr


def test_without_a_site_there_is_nothing_to_verify_or_pack(site: Site) -> None:
    assert gongkai("verify", "site", cwd=site.root).returncode == 2
    assert gongkai("verify", "content", cwd=site.root).returncode == 2
    assert "gongkai build" in gongkai("pack", cwd=site.root).stderr


def test_the_schema_of_the_front_matter_knows_every_name_of_a_field(tmp_path: Path) -> None:
    printed = json.loads(gongkai("schema", cwd=tmp_path).stdout)
    assert {"title", "标题", "doc_number", "发文字号", "文号", "成文日期"} <= set(printed["properties"])
    assert printed["properties"]["文件性质"]["enum"][0] == "行政规范性文件"
    assert gongkai("schema", "-o", "a.json", cwd=tmp_path).returncode == 0
    assert json.loads((tmp_path / "a.json").read_text(encoding="utf-8")) == printed
