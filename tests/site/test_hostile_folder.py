"""A hostile folder through `gongkai build`: every file is named, none brings a traceback, the rest can be published."""

from contextlib import suppress
from pathlib import Path

import pytest

from tests.cli.test_commands import gongkai
from tests.site.crawl import dead_links
from tests.site.small import NOTICE_COLUMN, Site, everything, item, make_site

N = NOTICE_COLUMN
BROKEN: dict[str, str | bytes] = {
    "空.md": "",
    "空白.md": " \n\n",
    "没有信息头.md": "只有正文。",
    "没有结尾.md": "---\n标题: 甲\n正文",
    "全角冒号.md": "---\n标题：甲\n---\n",
    "制表符.md": "---\n标题: 甲\n\t发布日期: 2026-05-03\n---\n",
    "引号.md": '---\n标题: "甲\n---\n',
    "炸弹.md": "---\na: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n---\n",
    "太深.md": "---\n标题: " + "[" * 3000 + "\n---\n",
    "重复字段.md": "---\n标题: 甲\n标题: 乙\n---\n",
    "未知字段.md": item("未知", 11, 发布曰期="2026-05-03"),
    "坏日期.md": item("坏日期", 12, 发布日期="2026-02-30"),
    "没有栏目.md": item("没有栏目", 13, 栏目="不存在的栏目"),
    "重号一.md": item("重号一", 14),
    "重号二.md": item("重号二", 14),
    "密级.md": item("密级", 15, "机密★10年"),
    "身份证.md": item("身份证", 16, "张某 11010519491231002X"),
    "附件.md": item("附件", 17, 附件="[../../../../etc/passwd.txt, 没有.docx]"),
    "GBK.md": item("编码", 18).encode("gb18030"),
    "UTF16.md": item("编码", 19).encode("utf-16"),
    "其实是Word.md": b"PK\x03\x04" + bytes(range(256)) * 4,
    "控制字符.md": item("控制字符", 20, "正文\x07\x1b[31m红"),
    "零.md": b"---\n\x00\x00\x00\n---\n",
    "数字键.md": "---\n1: 2\n[a, b]: c\n---\n",
    "列表.md": "---\n- 标题\n- 甲\n---\n",
}
GOOD: dict[str, str | bytes] = {
    "好.md": item("好通知", 1, "见 <script>alert(1)</script> {{ 7 * 7 }} <b onclick='x'>粗</b>。"),
    "带BOM.md": b"\xef\xbb\xbf" + item("带标记的通知", 2).encode().replace(b"\n", b"\r\n"),
    "名字 带空格(1).md": item("名字古怪的通知", 3),
    "大写.MD": item("大写的通知", 4),
}


@pytest.fixture
def site(tmp_path: Path) -> Site:
    site = make_site(tmp_path, {f"{N}/{name}": text for name, text in (GOOD | BROKEN).items()})
    site.write("外面.md", item("外面的", 30))
    with suppress(OSError):  # Windows without the right to make links
        (site.root / f"content/{N}/链接.md").symlink_to(site.root / "外面.md")
        (site.root / f"content/{N}/圈").symlink_to(site.root / f"content/{N}")
    return site


def test_every_broken_file_is_named_and_nothing_is_written(site: Site) -> None:
    done = gongkai("build", cwd=site.root)
    assert done.returncode == 1
    assert "Traceback" not in done.stdout + done.stderr
    for name in BROKEN:
        assert f"content/{N}/{name}" in done.stderr, name
    assert not site.out.exists()


def test_the_rest_can_be_published(site: Site) -> None:
    done = gongkai("build", "--skip-broken", cwd=site.root)
    assert done.returncode == 0, done.stderr
    assert f"公开信息 {len(GOOD)} 条" in done.stdout
    assert dead_links(site.out) == []
    output = everything(site.out)
    for word in ("重号一", "机密★", "11010519491231002X", "外面的", "root:", "alert(1)", "onclick"):
        assert word not in output, word
    assert "{{ 7 * 7 }}" in output


def test_check_tells_the_same_and_fails(site: Site) -> None:
    done = gongkai("check", cwd=site.root)
    assert done.returncode == 1
    assert "Traceback" not in done.stdout + done.stderr
    for name in BROKEN:
        assert f"content/{N}/{name}" in done.stdout, name


def test_fmt_leaves_what_it_cannot_read(site: Site) -> None:
    before = {name: (site.root / f"content/{N}/{name}").read_bytes() for name in GOOD | BROKEN}
    done = gongkai("fmt", "--fix", cwd=site.root)
    assert "Traceback" not in done.stdout + done.stderr
    changed = {n for n, data in before.items() if (site.root / f"content/{N}/{n}").read_bytes() != data}
    assert changed <= {"重号二.md"}
