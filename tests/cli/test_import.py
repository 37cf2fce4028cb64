"""`gongkai import` as a clerk runs it: files in, drafts out, nothing written over, and public only when signed."""

from pathlib import Path

import pytest

from tests.cli.test_commands import gongkai
from tests.importing.pages import DIVS
from tests.importing.papers import changed, located_picture, notice, picture, red_head
from tests.site.small import FILE_COLUMN, NOTICE_COLUMN, TODAY, UNIT, Site, item, make_site

CODE = "119901210000000000"
TITLE = "示例县青山镇人民政府关于印发农村厕所管护办法的通知"


@pytest.fixture
def site(tmp_path: Path) -> Site:
    return make_site(
        tmp_path / "网站",
        {f"{NOTICE_COLUMN}/甲.md": item("甲通知", 1, published="2026-11-03")},
        unit=UNIT + f"统一社会信用代码: '{CODE}'\n",
    )


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    """A folder as a clerk keeps it."""
    folder = tmp_path / "稿 件"
    folder.mkdir()
    (folder / "红头 (1).docx").write_bytes(red_head().bytes())
    (folder / "~$红头.docx").write_bytes(b"lock")
    (folder / "旧.doc").write_bytes(b"\xd0\xcf\x11\xe0")
    (folder / "坏.docx").write_bytes(b"PK\x03\x04")
    (folder / "密.docx").write_bytes(red_head("秘密★1年").bytes())
    (folder / "停水.txt").write_bytes(
        "关于停水的通知\n住户张某，手机13912345678，证件11010519491231002X。\n".encode("gbk")
    )
    return folder


def files(site: Site) -> dict[str, bytes]:
    content = site.root / "content"
    return {
        p.relative_to(content).as_posix(): p.read_bytes() for p in sorted(content.rglob("*")) if p.is_file()
    }


def test_a_folder_is_imported_and_each_bad_file_is_one_line(site: Site, papers: Path) -> None:
    done = gongkai("import", str(papers), "--column", "镇政府文件", cwd=site.root)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    for name, said in (
        ("旧.doc", "另存为“Word 文档 (*.docx)”"),
        ("坏.docx", "已损坏"),
        ("密.docx", "密级标志"),
    ):
        (line,) = [line for line in done.stdout.splitlines() if line.startswith(f"{name}：没有导入")]
        assert said in line
    assert "导入 2 条草稿，3 个没有导入" in done.stdout
    assert "139****5678" in done.stdout
    assert "身份证号 11**" in done.stdout
    text = (site.root / f"content/{FILE_COLUMN}/2026/{TITLE}.md").read_text(encoding="utf-8")
    for line in (
        f"标题: {TITLE}", f"发布日期: {TODAY}", f"索引号: {CODE}/202611-00003", "发文机关: 示例县青山镇人民政府",
        "发文字号: 青政发〔2026〕12号", "成文日期: 2026-05-06", "审核:", "保密审查:", "草稿: 是",
    ):  # fmt: skip
        assert f"\n{line}\n" in text


def test_drafts_are_held_back_until_signed_and_then_public(site: Site, papers: Path) -> None:
    gongkai("import", str(papers / "红头 (1).docx"), "--column", "镇政府文件", cwd=site.root)
    held = gongkai("build", cwd=site.root)
    assert held.returncode == 0, held.stderr
    assert "公开信息 1 条" in held.stdout
    file = site.root / f"content/{FILE_COLUMN}/2026/{TITLE}.md"
    text = file.read_text(encoding="utf-8")
    for old, new in (
        ("\n审核:", f"\n审核: 张某 {TODAY}"),
        ("\n保密审查:", f"\n保密审查: 李某 {TODAY}"),
        ("\n草稿: 是", ""),
    ):
        assert text.count(old) == 1
        text = text.replace(old, new)
    file.write_text(text, encoding="utf-8", newline="\n")
    done = gongkai("build", cwd=site.root)
    assert done.returncode == 0, done.stdout + done.stderr
    page = (site.out / f"info/{CODE}-202611-00002/index.html").read_text(encoding="utf-8")
    assert '<p class="gk-to">各村民委员会，镇直各单位：</p>' in page
    assert '<div class="gk-signature"><p>示例县青山镇人民政府</p><p>2026年5月6日</p></div>' in page
    assert page.count("2026年5月6日</p>") == 1, "the signature is not repeated"
    assert "青政发〔2026〕12号" in page


def test_a_page_with_its_files_is_imported_and_shown(site: Site, tmp_path: Path) -> None:
    folder = tmp_path / "旧站"
    (folder / "通告_files").mkdir(parents=True)
    (folder / "通告.html").write_bytes(DIVS.encode())
    (folder / "通告_files/map.png").write_bytes(picture())
    (folder / "通告_files/P0201.docx").write_bytes(notice().bytes())
    done = gongkai("import", str(folder), "--keep-index-numbers", cwd=site.root)
    assert done.returncode == 0, done.stdout + done.stderr
    base = f"content/{NOTICE_COLUMN}/2025"
    file = site.root / base / "关于秋季防火的通告.md"
    text = file.read_text(encoding="utf-8")
    assert "索引号: QS001/2025-00012\n" in text
    assert "发布日期: 2025-10-12 09:30\n" in text
    assert "附件:\n  - 防火责任表.docx\n" in text
    assert "![防火区示意图](关于秋季防火的通告-图1.png)" in text
    text = text.replace("审核:", f"审核: 张某 {TODAY}", 1).replace("保密审查:", f"保密审查: 李某 {TODAY}", 1)
    file.write_text(text.replace("草稿: 是\n", ""), encoding="utf-8", newline="\n")
    built = gongkai("build", cwd=site.root)
    assert built.returncode == 0, built.stdout + built.stderr
    assert (site.out / "info/qs001-2025-00012/i1.png").is_file()
    assert (site.out / "info/qs001-2025-00012/1.docx").is_file()
    again = gongkai("import", str(folder), "--keep-index-numbers", cwd=site.root)
    assert again.returncode == 1
    assert "没有覆盖" in again.stdout


def test_a_list_goes_into_the_columns_that_it_names(site: Site, tmp_path: Path) -> None:
    text = (
        "标题,文号,发布日期,栏目,正文,附件,索引号\n甲办法,青政发[2026]5号,2026-03-02,镇政府文件,全文。,表.xlsx,旧-2026-1\n"
        "乙通知,,2026-03-05,通知公告,全文。,表.xlsx,旧-2026-1\n丙,,,没有的栏目,全文。,,\n乙通知,,2026-03-06,通知公告,又一条。,,\n"
    )
    (tmp_path / "清单.csv").write_bytes(text.encode("gbk"))
    (tmp_path / "表.xlsx").write_bytes(b"PK\x03\x04")
    done = gongkai("import", str(tmp_path / "清单.csv"), "--keep-index-numbers", cwd=site.root)
    assert done.returncode == 1
    assert "原索引号“旧-2026-1”已经用在另一条信息" in done.stdout
    assert "没有“没有的栏目”这个栏目" in done.stdout
    made = files(site)
    assert f"{FILE_COLUMN}/2026/甲办法.md" in made
    assert f"{FILE_COLUMN}/2026/表.xlsx" in made
    assert f"{NOTICE_COLUMN}/2026/乙通知.md" in made
    again = gongkai("import", str(tmp_path / "清单.csv"), cwd=site.root)
    assert "导入 1 条草稿" not in again.stdout
    assert files(site) == made


def test_same_titles_of_one_run_are_told_apart(site: Site, tmp_path: Path) -> None:
    text = "标题,发布日期,正文\n值班公示,2026-03-02,一。\n值班公示,2026-04-02,二。\n"
    (tmp_path / "清单.csv").write_text(text, encoding="utf-8")
    done = gongkai("import", str(tmp_path / "清单.csv"), "--column", "通知公告", cwd=site.root)
    assert done.returncode == 0, done.stdout
    assert {f"{NOTICE_COLUMN}/2026/值班公示.md", f"{NOTICE_COLUMN}/2026/值班公示（2）.md"} <= set(files(site))


def test_a_dry_run_writes_nothing_and_says_the_same(site: Site, papers: Path) -> None:
    before = files(site)
    arguments = ("import", str(papers / "红头 (1).docx"), "--column", "通知公告")
    tried = gongkai(*arguments, "--dry-run", cwd=site.root)
    assert tried.returncode == 0
    assert "没有写任何文件" in tried.stdout
    assert files(site) == before
    done = gongkai(*arguments, cwd=site.root)
    assert tried.stdout.splitlines()[:-1] == done.stdout.splitlines()[:-1]


def test_the_same_input_gives_the_same_bytes(tmp_path: Path) -> None:
    paper = red_head()
    paper.picture(picture("JPEG"))
    data = changed(paper.bytes(), lambda name, old: located_picture() if name.endswith(".jpg") else old)
    (tmp_path / "红头.docx").write_bytes(data)
    made = []
    for name in ("甲", "乙"):
        site = make_site(tmp_path / name, {}, unit=UNIT + f"统一社会信用代码: '{CODE}'\n")
        done = gongkai("import", str(tmp_path / "红头.docx"), "--column", "通知公告", cwd=site.root)
        assert done.returncode == 0, done.stdout + done.stderr
        made.append(files(site))
    assert made[0] == made[1]
    assert any(name.endswith("-图1.jpg") for name in made[0])
    assert b"\r" not in made[0][f"{NOTICE_COLUMN}/2026/{TITLE}.md"]


def test_files_outside_the_folder_are_never_read(site: Site, tmp_path: Path) -> None:
    (tmp_path / "秘.txt").write_text("外面的内容", encoding="utf-8")
    folder = tmp_path / "稿"
    folder.mkdir()
    outside = (tmp_path / "秘.txt").as_posix()
    (folder / "甲.md").write_text(f"# 甲\n\n[附](../秘.txt) ![图]({outside})\n", encoding="utf-8")
    (folder / "清单.csv").write_text("标题,文件名\n乙,..\\秘.txt\n", encoding="utf-8")
    done = gongkai("import", str(folder), "--column", "通知公告", cwd=site.root)
    assert "不在表格旁边" in done.stdout
    assert "找不到" in done.stdout
    assert not [name for name, data in files(site).items() if "外面的内容".encode() in data]


def test_wrong_usage(site: Site, papers: Path) -> None:
    for arguments, said in (
        (("没有.docx",), "找不到"),
        ((), "缺少"),
        ((str(papers), "--column", "通知广告"), "通知公告"),
    ):
        done = gongkai("import", *arguments, cwd=site.root)
        assert done.returncode == 2, arguments
        assert said in done.stderr
    without = gongkai("import", str(papers / "红头 (1).docx"), cwd=site.root)
    assert without.returncode == 1
    assert "--column 通知公告" in without.stdout
    empty = papers / "空"
    empty.mkdir()
    assert "没有可以导入的文件" in gongkai("import", str(empty), cwd=site.root).stdout


def test_a_pdf_becomes_an_attachment_when_asked(site: Site, papers: Path) -> None:
    (papers / "2025年决算.pdf").write_bytes(b"%PDF-1.4")
    plain = gongkai("import", str(papers / "2025年决算.pdf"), "--column", "通知公告", cwd=site.root)
    assert "--as-attachment" in plain.stdout
    done = gongkai(
        "import", str(papers / "2025年决算.pdf"), "--column", "通知公告", "--as-attachment", cwd=site.root
    )
    assert done.returncode == 0, done.stdout
    text = (site.root / f"content/{NOTICE_COLUMN}/2026/2025年决算.md").read_text(encoding="utf-8")
    assert "附件:\n  - 2025年决算.pdf\n" in text
    assert "正文写在这里。" in text
