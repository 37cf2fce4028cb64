"""Builds on a full disk, into a folder that takes nothing, of files that change, under a clock that jumps back."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.test_commands import gongkai
from tests.site.small import FILE_COLUMN, NOTICE_COLUMN, TODAY, Site, item, make_site, policy, snapshot

POOR = Path(__file__).with_name("poor_disk.py")
ONE = f"content/{NOTICE_COLUMN}/甲.md"
full_device = pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full here")


def files(folder: Path) -> Site:
    """A site of three items, one with an attachment."""
    return make_site(
        folder,
        {
            f"{NOTICE_COLUMN}/甲.md": item("甲通知", 1, "甲正文", 附件="[表.txt]"),
            f"{NOTICE_COLUMN}/表.txt": "表的内容",
            f"{NOTICE_COLUMN}/丙.md": item("丙通知", 3, "丙正文"),
            f"{FILE_COLUMN}/乙.md": policy("乙文件", 2, "青政发〔2026〕3号"),
        },
    )


@pytest.fixture
def site(tmp_path: Path) -> Site:
    """A site that was built once, and then edited so that there is something to build."""
    made = files(tmp_path / "项目")
    made.build()
    made.write(ONE, item("甲通知", 1, "甲的新正文", 附件="[表.txt]"))
    made.write(f"content/{NOTICE_COLUMN}/丁.md", item("丁通知", 4, "丁正文"))
    return made


def poor(space: int, *arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    """The command on a disk with room for so many files."""
    environment = os.environ | {"PYTHONUTF8": "1", "GONGKAI_TODAY": TODAY, "GONGKAI_JOBS": "1"}
    command = [sys.executable, str(POOR), str(space), *arguments]
    return subprocess.run(
        command, cwd=cwd, env=environment, capture_output=True, text=True, encoding="utf-8", check=False
    )


def told(done: subprocess.CompletedProcess[str], *words: str) -> None:
    """It failed, and said so in one message with these words."""
    text = done.stdout + done.stderr
    assert done.returncode == 1, text
    assert "Traceback" not in text
    assert done.stderr.count("Error") <= 1, text
    for word in words:
        assert word in done.stderr, text


def clean(site: Site) -> dict[str, str]:
    """What a first build of the same content gives."""
    out = site.root.parent / "clean"
    done = gongkai("build", "--full", "--site-dir", str(out), cwd=site.root)
    assert done.returncode == 0, done.stderr
    return snapshot(out)


def is_mended(site: Site) -> None:
    """The next build is as good as a first one, and leaves nothing lying about."""
    done = gongkai("build", cwd=site.root)
    assert done.returncode == 0, done.stderr
    assert snapshot(site.out) == clean(site)
    assert sorted(p.name for p in (site.root / ".site.gongkai").iterdir()) == [".gitignore", "lock"]


@full_device
@pytest.mark.parametrize("share", [0.15, 0.6, 0.95], ids=["early", "pages", "late"])
def test_a_disk_that_fills_up_leaves_the_former_site(site: Site, share: float) -> None:
    before = snapshot(site.out)
    opened = int(
        poor(
            -1, "build", "--full", "--site-dir", str(site.root.parent / "probe"), cwd=site.root
        ).stderr.split()[-1]
    )
    told(poor(int(opened * share), "build", "--full", cwd=site.root), "磁盘已满", "请腾出空间")
    assert snapshot(site.out) == before
    is_mended(site)


def mount(*arguments: str) -> bool:
    """Whether this system lets the tests mount something."""
    try:
        return subprocess.run(("mount", *arguments), capture_output=True, check=False).returncode == 0
    except OSError:
        return False


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Path]:
    """A disk of its own, of few bytes; only root gets one."""
    folder = tmp_path / "盘"
    folder.mkdir()
    if not mount("-t", "tmpfs", "-o", "size=24m", "tmpfs", str(folder)):
        pytest.skip("mounting is not allowed here")
    yield folder
    subprocess.run(("umount", str(folder)), check=True)


def test_a_small_disk_of_its_own_says_which_one_is_full(small: Path) -> None:
    made = files(small / "项目")
    made.build()
    made.write(ONE, item("甲通知", 1, "甲的新正文", 附件="[表.txt]"))
    before = snapshot(made.out)
    filler = made.write("filler", b"")
    space = os.statvfs(small)
    filler.write_bytes(bytes((space.f_bavail - 20) * space.f_frsize))
    told(gongkai("build", "--full", cwd=made.root), "磁盘已满", str(made.out), "请腾出空间")
    assert snapshot(made.out) == before
    filler.unlink()
    assert gongkai("build", cwd=made.root).returncode == 0
    assert "甲的新正文" in made.page("/info/119901210000000000-202605-00001/")
    built = snapshot(made.out)
    assert gongkai("build", "--full", cwd=made.root).returncode == 0
    assert snapshot(made.out) == built


def test_a_disk_that_takes_nothing_is_named(small: Path, tmp_path: Path) -> None:
    made = files(tmp_path / "项目")
    out = small / "网站"
    assert gongkai("build", "--site-dir", str(out), cwd=made.root).returncode == 0
    made.write(ONE, item("甲通知", 1, "甲的新正文", 附件="[表.txt]"))
    before = snapshot(out)
    assert mount("-o", "remount,ro", str(small))
    told(gongkai("build", "--site-dir", str(out), cwd=made.root), "没有权限写", str(small), "检查文件夹权限")
    assert snapshot(out) == before
    assert mount("-o", "remount,rw", str(small))
    assert gongkai("build", "--site-dir", str(out), cwd=made.root).returncode == 0
    assert snapshot(out) == clean(made)


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="modes do not bind this user")
def test_a_folder_without_the_right_to_write_is_named(site: Site) -> None:
    before = snapshot(site.out)
    site.root.chmod(0o555)
    (site.root / ".site.gongkai").chmod(0o555)
    try:
        told(gongkai("build", cwd=site.root), "没有权限写", "检查文件夹权限")
    finally:
        site.root.chmod(0o755)
        (site.root / ".site.gongkai").chmod(0o755)
    assert snapshot(site.out) == before
    is_mended(site)


def test_a_file_in_the_place_of_the_output_folder_or_of_the_one_beside_it(site: Site) -> None:
    other = site.write("other", "不是文件夹")
    told(gongkai("build", "--site-dir", "other", cwd=site.root), "是一个文件，不是文件夹", "--site-dir")
    assert other.read_text(encoding="utf-8") == "不是文件夹"
    before = snapshot(site.out)
    beside = site.root / ".site.gongkai"
    beside.rename(site.root / "moved")
    beside.write_text("占着位置", encoding="utf-8")
    told(gongkai("build", cwd=site.root), str(beside))
    assert snapshot(site.out) == before
    beside.unlink()
    is_mended(site)


HOOK = """
from pathlib import Path

def {event}(*_args, **_more):
    file = Path({file!r})
    {act}
"""


@pytest.mark.parametrize(
    ("file", "act", "words"),
    [
        (
            ONE,
            "file.write_text(file.read_text('utf-8') + '再加一行', 'utf-8')",
            ("甲.md", "改动", "再生成一次"),
        ),
        (ONE, "file.unlink()", ("甲.md", "移走", "再生成一次")),
        (f"content/{NOTICE_COLUMN}/表.txt", "file.write_text('另一张表', 'utf-8')", ("表.txt", "再")),
        (f"content/{NOTICE_COLUMN}/表.txt", "file.unlink()", ("表.txt",)),
    ],
    ids=["source-changed", "source-gone", "attachment-changed", "attachment-gone"],
)
@pytest.mark.parametrize("command", ["gongkai", "mkdocs"])
def test_what_changes_while_it_is_read(
    site: Site, command: str, file: str, act: str, words: tuple[str, ...]
) -> None:
    target, before = site.root / file, snapshot(site.out)
    former = target.read_bytes()
    config = (site.root / "mkdocs.yml").read_text("utf-8")
    site.write("hook.py", HOOK.format(event="on_env", file=str(target), act=act))
    site.write("mkdocs.yml", config + "hooks: [hook.py]\n")
    site.write("content/关于.md", "# 关于\n\n一页普通的。\n")
    done = (
        gongkai("build", "--full", cwd=site.root) if command == "gongkai" else mkdocs("build", cwd=site.root)
    )
    told(done, *words)
    assert snapshot(site.out) == before
    target.write_bytes(former)
    site.write("mkdocs.yml", config)
    is_mended(site)


def mkdocs(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    """MkDocs itself in a child process."""
    environment = os.environ | {"PYTHONUTF8": "1", "GONGKAI_TODAY": TODAY, "GONGKAI_FULL": "1"}
    command = [sys.executable, "-m", "mkdocs", *arguments]
    return subprocess.run(
        command, cwd=cwd, env=environment, capture_output=True, text=True, encoding="utf-8", check=False
    )


def move_times(folder: Path, seconds: int) -> None:
    """Let all files of a folder seem to be written so much later than they were."""
    for path in sorted(folder.rglob("*")):
        found = path.stat()
        os.utime(path, (found.st_atime + seconds, found.st_mtime + seconds))


@pytest.mark.parametrize("what", ["content", "."])
def test_files_from_the_future_are_no_reason_to_overlook_an_edit(site: Site, what: str) -> None:
    assert gongkai("build", cwd=site.root).returncode == 0
    move_times(site.root / what, 10 * 86400)
    assert gongkai("build", cwd=site.root).returncode == 0
    for text in ("甲改过一", "甲改过二"):  # as long as each other, and with the same time
        found = (site.root / ONE).stat()
        site.write(ONE, item("甲通知", 1, text, 附件="[表.txt]"))
        os.utime(site.root / ONE, ns=(found.st_atime_ns, found.st_mtime_ns))
        assert gongkai("build", cwd=site.root).returncode == 0
        assert text in site.page("/info/119901210000000000-202605-00001/")
    is_mended(site)


def test_a_day_earlier_than_that_of_the_last_build_takes_back_what_is_not_due(site: Site) -> None:
    later = site.write(f"content/{NOTICE_COLUMN}/戊.md", item("戊通知", 5, published="2026-11-25"))
    assert gongkai("build", "--today", "2026-11-26", cwd=site.root).returncode == 0
    address = site.out / "info" / "119901210000000000-202611-00005"
    assert address.exists(), later
    done = gongkai("build", cwd=site.root)
    assert done.returncode == 0, done.stderr
    assert not address.exists()
    is_mended(site)
