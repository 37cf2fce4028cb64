"""`gongkai verify` with an address: a server on this machine, with everything that servers do wrong."""

import functools
import http.server
import os
import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import ClassVar

import click
import pytest
from click.testing import CliRunner, Result

from gongkai.cli.remote import Unreachable, WrongAddress, _why, remote_site
from gongkai.cli.verify import verify
from gongkai.exports.manifest import manifest_file, survey

Rules = dict[str, tuple[int, str]]
"""Path → status and (for redirections) the address that is named instead."""


class _Handler(http.server.SimpleHTTPRequestHandler):
    """Serves a folder, but for the paths that have rules."""

    rules: ClassVar[Rules] = {}

    def do_GET(self) -> None:
        status, target = self.rules.get(self.path, (200, ""))
        if status == 200:
            super().do_GET()
        elif status == 0:
            self.connection.shutdown(socket.SHUT_RDWR)
        else:
            self.send_response(status)
            if target:
                self.send_header("Location", target)
            self.end_headers()

    def log_message(self, *args: object) -> None:
        """Nothing is said."""


@contextmanager
def served(folder: Path, rules: Rules | None = None) -> Iterator[str]:
    handler = type("Handler", (_Handler,), {"rules": rules or {}})
    with http.server.ThreadingHTTPServer(
        ("127.0.0.1", 0), functools.partial(handler, directory=str(folder))
    ) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}/"
        finally:
            server.shutdown()
            thread.join()


@pytest.fixture(autouse=True)
def _no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in os.environ if name.lower().endswith("_proxy")]:
        monkeypatch.delenv(name)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "网站"
    for name, text in (
        ("index.html", "首页"),
        ("info/a/index.html", "甲"),
        ("info/a/1.docx", "附件"),
        ("zt/index.html", "专题"),
    ):
        file = folder / "zwgk" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text * 50, encoding="utf-8")
    (folder / "zwgk/manifest.json").write_bytes(manifest_file(survey(folder / "zwgk")))
    return folder


def run(*arguments: str) -> Result:
    return CliRunner().invoke(verify, list(arguments), standalone_mode=False)


def failure(*arguments: str) -> str:
    result = run(*arguments)
    assert isinstance(result.exception, click.ClickException), result.output
    return result.exception.message


@pytest.mark.parametrize("ending", ["zwgk", "zwgk/", "zwgk/index.html", "zwgk/manifest.json"])
def test_a_site_that_is_as_it_was_built(site: Path, ending: str) -> None:
    with served(site) as address:
        result = run(address + ending)
    assert result.return_value == 0, result.output
    assert "清单里 4 个文件，全部一致" in result.output


def test_what_was_changed_or_is_missing_is_named(site: Path) -> None:
    (site / "zwgk/index.html").write_text("首页" * 50 + "<script>", encoding="utf-8")
    (site / "zwgk/info/a/index.html").write_text("乙" * 50, encoding="utf-8")
    (site / "zwgk/zt/index.html").unlink()
    with served(site) as address:
        result = run(f"{address}zwgk/")
    assert result.return_value == 1
    for line in (
        "被改动：index.html",
        "被改动：info/a/index.html",
        "缺少：zt/index.html",
        "缺少 1 个，被改动 2 个",
    ):
        assert line in result.output


def test_files_that_cannot_be_read_are_no_differences(site: Path) -> None:
    rules = {"/zwgk/index.html": (403, ""), "/zwgk/zt/index.html": (0, "")}
    with served(site, rules) as address:
        result = run(f"{address}zwgk/")
    assert result.return_value == 1
    assert "读不到：index.html：服务器回答 403（服务器不让访问）" in result.output
    assert "读不到：zt/index.html：连接中途断开" in result.output
    assert "没有核对 2 个" in result.output


def test_redirections_within_the_host_are_followed_and_others_are_not(site: Path) -> None:
    rules = {
        "/zwgk/index.html": (302, "/zwgk/zt/../index.html?x"),
        "/zwgk/zt/index.html": (302, "http://elsewhere.example/zt/index.html"),
        "/zwgk/info/a/1.docx": (302, "ftp://127.0.0.1/1.docx"),
    }
    with served(site, rules) as address:
        result = run(f"{address}zwgk/")
    assert result.return_value == 1
    assert "读不到：zt/index.html：转到了别的网站 elsewhere.example，没有跟过去" in result.output
    assert "读不到：info/a/1.docx" in result.output
    assert "：index.html" not in result.output


def test_a_manifest_that_is_missing_broken_or_hostile(site: Path) -> None:
    manifest = site / "zwgk/manifest.json"
    good = manifest.read_text(encoding="utf-8")
    with served(site) as address:
        assert "那里没有 manifest.json" in failure(address)
        for text, said in (
            ("{", "不是完整的 JSON"),
            ("{}", "不是 gongkai"),
            (good.replace("info/a/1", "../../a"), "不该有的路径"),
        ):
            manifest.write_text(text, encoding="utf-8")
            assert said in failure(f"{address}zwgk/")
    with served(site, {"/zwgk/manifest.json": (302, "http://elsewhere.example/manifest.json")}) as address:
        assert "转到了别的网站" in failure(f"{address}zwgk/")


def test_a_server_that_is_down_stops_the_work(tmp_path: Path) -> None:
    for number in range(30):
        (tmp_path / f"{number:02d}.html").write_text("页", encoding="utf-8")
    (tmp_path / "manifest.json").write_bytes(manifest_file(survey(tmp_path)))
    with served(tmp_path, {f"/{number:02d}.html": (503, "") for number in range(5, 30)}) as address:
        result = run(address)
    assert result.return_value == 1
    assert "连续 8 个文件读不到，停止核对" in result.output
    assert "没有核对 25 个" in result.output


def test_nobody_answers_and_too_slow() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        port = listening.getsockname()[1]
        assert "等了太久" in failure(f"http://127.0.0.1:{port}/", "--timeout", "1")
    assert "拒绝连接" in failure(f"http://127.0.0.1:{port}/")


def test_addresses_and_folders_that_are_none() -> None:
    for text, said in (("http://", "不是完整的网址"), ("http://a:b/", "不是完整的网址"), ("https://u:p@a.example/", "不是完整的网址"),
                       ("没有的文件夹", "https://")):  # fmt: skip
        assert said in failure(text)
    with pytest.raises(WrongAddress):
        remote_site("http:///zwgk")
    assert remote_site("https://a.example/公开/index.html").base == "https://a.example/%E5%85%AC%E5%BC%80/"


def test_failures_are_told_in_chinese() -> None:
    certificate = ssl.SSLCertVerificationError()
    for error, said in (
        (certificate, "证书"),
        (ssl.SSLError(), "https"),
        (socket.gaierror(), "找不到这个网站"),
        (OSError(), "读不了"),
    ):
        assert said in _why(error)
    assert Unreachable("x", gone=True).gone
