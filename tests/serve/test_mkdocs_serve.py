"""Plain `mkdocs serve`: broken settings are told, and mended ones bring the site back, in the same process."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.site.small import NOTICE_COLUMN, TODAY, UNIT, Site, item, make_site

PATIENCE = 90.0
ADDRESS = "/qs/info/119901210000000000-202605-00001/"


@dataclass(frozen=True, slots=True)
class Serving:
    """A server in a child process, and the file that it writes its messages to."""

    child: subprocess.Popen[bytes]
    port: int
    log: Path

    def page(self) -> str:
        """The item's page; empty when the server does not answer."""
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.port}{ADDRESS}", timeout=10) as answer:
                return str(answer.read().decode())
        except OSError:
            return ""

    def said(self) -> str:
        return self.log.read_text(encoding="utf-8", errors="replace")

    def until(self, what: Callable[[], bool]) -> None:
        """Wait for something; the child must live on."""
        end = time.monotonic() + PATIENCE
        while not what():
            assert self.child.poll() is None, self.said()
            assert time.monotonic() < end, self.said()
            time.sleep(0.2)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def serving(site: Site) -> Iterator[Serving]:
    port, log = free_port(), site.root / "log.txt"
    command = [sys.executable, "-m", "mkdocs", "serve", "-a", f"127.0.0.1:{port}"]
    environment = os.environ | {"PYTHONUTF8": "1", "GONGKAI_TODAY": TODAY, "PYTHONUNBUFFERED": "1"}
    with log.open("wb") as out:
        child = subprocess.Popen(command, cwd=site.root, env=environment, stdout=out, stderr=out)
        try:
            yield Serving(child, port, log)
        finally:
            child.kill()
            child.wait()


@pytest.mark.parametrize(
    ("path", "broken", "good"),
    [
        ("content/单位.yml", "机构名称: [", UNIT.replace("中心街", "新街")),
        ("content/columns.yml", "extends: gibtesnicht\n", "extends: township\n"),
    ],
    ids=["unit", "columns"],
)
def test_broken_settings_are_told_and_mended_ones_taken_in(
    tmp_path: Path, path: str, broken: str, good: str
) -> None:
    site = make_site(tmp_path, {f"{NOTICE_COLUMN}/甲.md": item("甲通知", 1, "甲正文")})
    with serving(site) as now:
        now.until(lambda: "甲正文" in now.page())
        site.write(path, broken)
        now.until(lambda: path in now.said())
        assert "Traceback" not in now.said()
        site.write(path, good)
        site.write(f"content/{NOTICE_COLUMN}/甲.md", item("甲通知", 1, "改好以后的正文"))
        now.until(lambda: "改好以后的正文" in now.page())
        assert now.child.poll() is None
    assert not site.out.exists()
