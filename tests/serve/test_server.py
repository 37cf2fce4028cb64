"""HTTP: what may be asked for, and that nothing else can be got."""

import http.client
import socket
import threading
from pathlib import Path
from urllib.parse import urljoin

import pytest

from gongkai.mkdocs_plugins.failures import Failed
from gongkai.mkdocs_plugins.preview.run import run_preview
from gongkai.mkdocs_plugins.preview.server import HOST
from tests.serve.helpers import ROOT, Reply, Running, bare, running
from tests.site.small import NOTICE_COLUMN, Site, item, make_site

PAGE = f"{ROOT}info/119901210000000000-202605-00001/"


@pytest.fixture
def site(tmp_path: Path) -> Site:
    files = {
        f"{NOTICE_COLUMN}/甲.md": item("甲通知", 1, "甲正文", 附件="[表.txt]"),
        f"{NOTICE_COLUMN}/表.txt": "表的内容",
        f"{NOTICE_COLUMN}/乙.md": item("乙通知", 2, published="2026-12-31"),
        "关于本站.md": "---\n标题: 关于本站\n---\n\n说明。\n",
        "_根目录/robots.txt": "User-agent: *\n",
    }
    return make_site(tmp_path, files)


def test_pages_files_exports_and_assets(site: Site) -> None:
    with running(site) as preview:
        page = preview.get(PAGE)
        assert (page.status, page.headers["Content-Type"]) == (200, "text/html; charset=utf-8")
        assert "甲正文" in page.text
        assert preview.get(PAGE + "1.txt").text == "表的内容"
        assert preview.get(ROOT + "robots.txt").text == "User-agent: *\n"
        assert "说明。" in preview.get(ROOT + "guan-yu-ben-zhan/").text
        for path, kind in (
            ("feed.xml", "application/xml"),
            ("sitemap.xml", "application/xml"),
            ("api/catalog.json", "application/json"),
            ("api/catalog.csv", "text/csv"),
        ):
            answer = preview.get(ROOT + path)
            assert (answer.status, answer.headers["Content-Type"].partition(";")[0]) == (200, kind), path
        sheet = page.text.partition('<link rel="stylesheet" href="')[2].partition('"')[0]
        assert preview.get(urljoin(PAGE, sheet)).headers["Content-Type"].startswith("text/css")


def test_a_page_has_the_bar_and_the_script_that_reloads_it(site: Site) -> None:
    with running(site) as preview:
        page = preview.get(PAGE).text
        assert "预览，未发布" in page
        assert f'<script src="{ROOT}preview/live.js"' in page
        script = preview.get(f"{ROOT}preview/live.js")
        assert script.headers["Content-Type"].startswith("text/javascript")


def test_a_folder_without_its_slash_and_the_root_are_redirected(site: Site) -> None:
    with running(site) as preview:
        assert preview.get("/").headers["Location"] == ROOT
        assert preview.get(PAGE.rstrip("/")).headers["Location"] == PAGE
        assert preview.get(PAGE.rstrip("/")).status == 301


def test_an_unknown_address_gets_the_page_for_it(site: Site) -> None:
    with running(site) as preview:
        for path in (ROOT + "nirgends/", "/anderswo", ROOT + "favicon.ico", ROOT + "api/nichts.json"):
            answer = preview.get(path)
            assert answer.status == 404, path
            assert "找不到页面" in answer.text
            assert f'href="{ROOT}' in bare(answer.data)


@pytest.mark.parametrize(
    "path",
    [
        "../mkdocs.yml",
        "%2e%2e/mkdocs.yml",
        "..%2fmkdocs.yml",
        "..%5cmkdocs.yml",
        "info/../../mkdocs.yml",
        "content/单位.yml",
        f"{NOTICE_COLUMN}/乙.md",
        "_根目录/robots.txt",
        "/etc/passwd",
        "%00",
        "%ff",
        ".gongkai/last-good.sqlite",
        "C:/Windows/win.ini",
    ],
)
def test_no_address_leads_out_of_the_site(site: Site, path: str) -> None:
    with running(site) as preview:
        answer = preview.get(ROOT + http_quote(path))
        assert answer.status in (400, 404)
        assert "docs_dir" not in answer.text
        assert "机构名称" not in answer.text


def http_quote(path: str) -> str:
    return "".join(c if c.isascii() else "".join(f"%{b:02x}" for b in c.encode()) for c in path)


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE", "UNSINN"])
def test_other_methods_are_refused(site: Site, method: str) -> None:
    with running(site) as preview:
        assert preview.get(PAGE, method).status == 501


def test_head_has_the_same_headers_and_no_bytes(site: Site) -> None:
    with running(site) as preview:
        got, head = preview.get(PAGE), preview.get(PAGE, "HEAD")
        assert head.status == 200
        assert head.data == b""
        assert head.headers["Content-Length"] == got.headers["Content-Length"]


def test_long_addresses_and_broken_requests_are_answered_and_it_goes_on(site: Site) -> None:
    with running(site) as preview:
        assert preview.get(ROOT + "a" * 5000).status == 414
        assert preview.get(ROOT + "a" * 100_000).status == 414
        for raw in (b"\r\n\r\n", b"GET\r\n\r\n", b"\x16\x03\x01\x02\x00", b"GET / HTTP/9.9\r\n\r\n"):
            with socket.create_connection((HOST, preview.port), timeout=5) as connection:
                connection.sendall(raw)
                connection.shutdown(socket.SHUT_WR)
                connection.recv(1000)
        assert preview.get(PAGE).status == 200


def test_another_host_name_is_refused(site: Site) -> None:
    """A foreign page whose name leads to 127.0.0.1 must not read drafts."""
    with running(site) as preview:
        assert preview.get(PAGE, Host="boese.example:8000").status == 403
        assert preview.get(PAGE, Host="localhost:8000").status == 200


def test_many_at_once_get_what_each_asked_for(site: Site) -> None:
    paths = [PAGE, ROOT, ROOT + "sitemap/", ROOT + "feed.xml", PAGE + "1.txt", ROOT + "nirgends/"]
    with running(site) as preview:
        alone = {path: preview.get(path).data for path in paths}
        got: list[tuple[str, Reply]] = []
        threads = [
            threading.Thread(target=lambda p=path: got.append((p, preview.get(p)))) for path in paths * 8
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert len(got) == len(threads)
        assert all(answer.data == alone[path] for path, answer in got)


def test_a_waiting_page_hears_of_a_change_at_once(site: Site) -> None:
    with running(site) as preview:
        version = preview.workshop.version
        answers: list[str] = []
        waiting = threading.Thread(target=lambda: answers.append(changes(preview, version)))
        waiting.start()
        path = site.write(f"content/{NOTICE_COLUMN}/甲.md", item("甲通知", 1, "新正文"))
        preview.workshop.refresh({path})
        waiting.join(10)
        assert answers == [preview.workshop.version]
        assert answers != [version]
        assert "新正文" in preview.get(PAGE).text
        assert changes(preview, "older") == preview.workshop.version


def changes(preview: Running, since: str) -> str:
    return preview.get(f"{ROOT}preview/changes?since={since}").text


def test_a_connection_that_goes_away_is_no_error(site: Site, capfd: pytest.CaptureFixture[str]) -> None:
    with running(site) as preview:
        connection = http.client.HTTPConnection(HOST, preview.port)
        connection.request("GET", PAGE)
        assert connection.sock is not None
        connection.sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\x01\0\0\0\0\0\0\0")
        connection.close()
        assert preview.get(PAGE).status == 200
    assert capfd.readouterr().err == ""


def test_a_port_in_use_says_so_and_names_another(site: Site) -> None:
    with socket.socket() as taken:
        taken.bind((HOST, 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(Failed, match=rf"端口 {port} 已经有别的程序在用.*--port {port + 1}"):
            run_preview(str(site.root / "mkdocs.yml"), port, False, {}, print)
