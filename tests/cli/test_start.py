"""What a command costs before and after its work: what it imports, and how it leaves."""

import subprocess
import sys
from pathlib import Path


def python(code: str, cwd: Path) -> str:
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", code],
        cwd=cwd,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    return done.stdout


A_RING = """
import sys
from gongkai.cli import main

class Ring:
    def __init__(self):
        self.me = self

    def __del__(self):
        sys.stdout.write("taken apart")

ring = Ring()
"""


def test_what_a_command_made_is_not_taken_apart_at_the_end(tmp_path: Path) -> None:
    assert "taken apart" in python(A_RING, tmp_path)
    left = python(f"{A_RING}\nmain(['--help'])", tmp_path)
    assert "用法：gongkai" in left
    assert "taken apart" not in left
