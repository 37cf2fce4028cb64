"""The page of measurements: one part for each kind, the machine, a table."""

import os
import platform
import re
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

TITLE = "# 测量结果\n\n由 `scripts/bench.py` 写成，每一部分由它的子命令更新；数字随机器而变，只作参考。\n"
SHOWN_PACKAGES = ("mkdocs", "mkdocs-material", "Markdown", "Jinja2", "pydantic")


def replace_part(page: Path, key: str, title: str, body: str) -> None:
    """Write one part of the page; the other parts stay as they are, a new part goes to the end."""
    part = f"<!-- {key} -->\n## {title}\n\n{body}\n<!-- /{key} -->\n"
    text = page.read_text(encoding="utf-8") if page.is_file() else TITLE
    pattern = re.compile(rf"<!-- {re.escape(key)} -->.*?<!-- /{re.escape(key)} -->\n", re.DOTALL)
    text = pattern.sub(lambda _: part, text) if pattern.search(text) else f"{text}\n{part}"
    page.parent.mkdir(parents=True, exist_ok=True)
    page.write_text(text, encoding="utf-8", newline="\n")


def table_of(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A Markdown table with right-aligned columns."""
    lines = [head, ["---:"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def machine(python: Path) -> str:
    """The machine and the versions in one sentence."""
    cores = os.cpu_count() or 1
    return (
        f"机器：{cores} 核，内存 {memory()}，{platform.system()} {platform.machine()}；{versions(python)}。"
    )


def memory() -> str:
    """The machine's memory in words, 未知 where the system does not say."""
    if sys.platform == "win32":
        return "未知"
    else:  # noqa: RET505 (the type checker looks at one platform)
        return f"{os.sysconf('SC_PHYS_PAGES') * os.sysconf('SC_PAGE_SIZE') / 1024**3:.0f} GB"


def versions(python: Path) -> str:
    """The versions of Python and of the packages that the time is spent in."""
    program = (
        "import importlib.metadata as m, platform, sys;"
        "print('，'.join(['Python ' + platform.python_version(), *[n + ' ' + m.version(n) for n in sys.argv[1:]]]))"
    )
    done = subprocess.run(
        [str(python), "-X", "utf8", "-c", program, *SHOWN_PACKAGES],
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return done.stdout.strip()
