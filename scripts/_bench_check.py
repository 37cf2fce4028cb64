"""How long a check takes: the first one, one with every attachment remembered, one after a single change."""

import argparse
import io
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from scripts._bench_page import machine, replace_part, table_of
from scripts._setup import ROOT, Trouble, child_env, program

PAGE = ROOT / "docs" / "benchmarks.md"
TODAY = "2026-01-02"
HEAD = ("条数", "附件", "首次（秒）", "附件已读过（秒）", "不看网页（秒）", "改一条（秒）")


def add_check(commands: Any) -> None:
    """The sub-command `check`."""
    check = commands.add_parser("check", help="检查：首次、附件已读过、只改一条")
    check.add_argument("--items", type=int, default=5000, help="信息条数，缺省 5000")
    check.add_argument("--attachments", type=int, default=500, help="附件个数，缺省 500")
    check.add_argument("--seeds", help="取词句的文本文件夹，见 scripts/corpus.py")
    check.add_argument("--no-write", action="store_true", help="只打印，不写 docs/benchmarks.md")
    check.set_defaults(run=bench_check)


def bench_check(options: argparse.Namespace) -> int:
    """Make a corpus with attachments, build it once, and check it in four ways."""
    with tempfile.TemporaryDirectory(prefix="gongkai-bench-") as name:
        folder = Path(name, "corpus")
        command = [
            sys.executable,
            str(ROOT / "scripts" / "corpus.py"),
            str(folder),
            "--items",
            str(options.items),
        ]
        subprocess.run([*command, *(["--seeds", options.seeds] if options.seeds else [])], check=True)
        prepare(folder, options.attachments)
        seconds = measure_check(folder)
    row = (str(options.items), str(options.attachments), *(f"{s:.1f}" for s in seconds))
    text = f"{table_of(HEAD, [row])}\n\n{machine(program('python'))}"
    print(text)
    if not options.no_write:
        replace_part(PAGE, "check", "检查", text)
    return 0


def prepare(folder: Path, attachments: int) -> None:
    """Switch the checks on, hang an attachment on every so-manieth item, and commit the folder."""
    config = folder / "mkdocs.yml"
    text = config.read_text(encoding="utf-8")
    config.write_text(re.sub(r"gongkai/feeds\b", "gongkai/feeds, gongkai/checks", text), encoding="utf-8")
    items = [
        p for p in sorted(folder.glob("content/**/*.md")) if p.read_text(encoding="utf-8").startswith("---")
    ]
    for number, path in enumerate(items[:: max(1, len(items) // attachments)][:attachments]):
        name = f"附件{number}.docx"
        (path.parent / name).write_bytes(word_file(number))
        source = path.read_text(encoding="utf-8")
        path.write_text(source.replace("---\n", f"---\n附件: [{name}]\n", 1), encoding="utf-8", newline="\n")
    git = shutil.which("git") or "git"
    for arguments in (["init", "-q"], ["add", "content"], ["commit", "-qm", "corpus"]):
        names = ["-c", "user.name=bench", "-c", "user.email=bench@qingshan.example"]
        subprocess.run([git, *names, *arguments], cwd=folder, check=True)


def word_file(number: int) -> bytes:
    """A small Word file of some forty paragraphs, each file another."""
    paragraphs = "".join(
        f"<w:p><w:r><w:t>第{n}段：附件{number}的内容，说明怎样办理。</w:t></w:r></w:p>" for n in range(40)
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", f"<w:document><w:body>{paragraphs}</w:body></w:document>")
    return out.getvalue()


def measure_check(folder: Path) -> tuple[float, float, float, float]:
    """Seconds of a first check, of a second one, of one without pages, and of `--changed` after one change."""
    timed(folder, ["build", "--today", TODAY])
    first = timed(folder, ["check", "--today", TODAY])
    again = timed(folder, ["check", "--today", TODAY])
    folder_only = timed(folder, ["check", "--today", TODAY, "--no-site"])
    path = max(folder.glob("content/**/*.md"))
    path.write_text(path.read_text(encoding="utf-8") + "\n又一段。\n", encoding="utf-8", newline="\n")
    changed = timed(folder, ["check", "--today", TODAY, "--changed", "--no-site"])
    return first, again, folder_only, changed


def timed(folder: Path, arguments: Sequence[str]) -> float:
    """The seconds of one run; findings are no failure here, anything else is."""
    start = time.perf_counter()
    done = subprocess.run(
        [str(program("gongkai")), *arguments], cwd=folder, env=child_env() | {"PYTHONUTF8": "1"},
        capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip
    seconds = time.perf_counter() - start
    if done.returncode > 1 or "Traceback" in done.stderr:
        raise Trouble(
            f"gongkai {' '.join(arguments)} 退出码 {done.returncode}：{os.linesep}{done.stderr[-2000:]}"
        )
    return seconds
