"""The script that a server runs every day: what is missing is said, and each step runs."""

import os
import subprocess
import sys
from importlib.resources import files
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a script for Linux")


def run(folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    script = folder / "自动检查" / "daily.sh"
    script.parent.mkdir()
    text = (files("gongkai.presets") / "skeleton" / "自动检查" / "daily.sh").read_text(encoding="utf-8")
    script.write_text(text, encoding="utf-8", newline="\n")
    known = {"PATH": "/usr/bin:/bin", "LC_ALL": os.environ.get("LC_ALL", "C.UTF-8")}
    return subprocess.run(
        ["sh", str(script)],
        env=known | environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def test_without_the_program_it_says_which_line_to_change(tmp_path: Path) -> None:
    done = run(tmp_path, GONGKAI="gongkai-is-nowhere")
    assert done.returncode == 2
    assert "自动检查/daily.sh" in done.stdout
    assert "找不到 gongkai-is-nowhere" in (tmp_path / "reports/build.txt").read_text(encoding="utf-8")


def test_it_builds_and_checks_in_the_site_folder(tmp_path: Path) -> None:
    program = tmp_path / "a program"
    program.write_text('#!/bin/sh\necho "$PWD $@" >> "$PWD/calls.txt"\n', encoding="utf-8", newline="\n")
    program.chmod(0o755)
    assert run(tmp_path, GONGKAI=str(program)).returncode == 0
    calls = (tmp_path / "calls.txt").read_text(encoding="utf-8").splitlines()
    assert [call.removeprefix(f"{tmp_path} ").split()[0] for call in calls] == ["build", "check", "check"]
