"""HTTP on this computer alone: GET and HEAD, nothing is written, no address leads to a path on the disk."""

from __future__ import annotations

import sys
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, unquote, urlsplit

from gongkai.mkdocs_plugins.preview.answers import Answer, moved
from gongkai.mkdocs_plugins.preview.live import ADDRESS, CHANGES, SCRIPT
from gongkai.mkdocs_plugins.preview.workshop import Workshop

HOST = "127.0.0.1"
_OWN_NAMES = frozenset({"127.0.0.1", "localhost", "[::1]"})
_PATIENCE = 20.0
"""Seconds until a waiting page is told that nothing changed: below the time-outs of browsers and proxies."""

_LONGEST_ADDRESS = 2048
_TEXT = "text/plain; charset=utf-8"


class Server(ThreadingHTTPServer):
    """A thread per request; they end with the program."""

    daemon_threads = True
    block_on_close = False
    # On Windows this would let two programs share a port, and each get half of the requests.
    allow_reuse_address = sys.platform != "win32"

    def __init__(self, port: int, workshop: Workshop) -> None:
        self.workshop = workshop
        super().__init__((HOST, port), _Handler)

    def handle_error(self, request: object, client_address: object) -> None:
        """A browser that went away is no error."""
        if not isinstance(sys.exception(), ConnectionError | TimeoutError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


class _Handler(BaseHTTPRequestHandler):
    """One connection."""

    protocol_version = "HTTP/1.1"
    server_version = "gongkai"
    sys_version = ""
    timeout = 60
    server: Server

    def do_GET(self) -> None:
        """A page or file with its bytes."""
        self._send(self._answer(), with_body=True)

    def do_HEAD(self) -> None:
        """The same without the bytes."""
        self._send(self._answer(), with_body=False)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - http.server's name
        """Clerks need no list of requests."""

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """What http.server itself refuses (odd methods, broken requests), in one line."""
        self.close_connection = True
        self._send(_plain(code, "这个请求看不懂。"), with_body=True)

    def _answer(self) -> Answer:
        if not _own_name(self.headers.get("Host", "")):
            return _plain(403, "预览只在本机使用：请用 http://127.0.0.1 打开。")
        if len(self.path) > _LONGEST_ADDRESS:
            return _plain(414, "网址太长。")
        return respond(self.server.workshop, self.path)

    def _send(self, answer: Answer, *, with_body: bool) -> None:
        self.send_response_only(answer.status, _phrase(answer.status))
        self.send_header("Content-Type", answer.type)
        self.send_header("Content-Length", str(len(answer.data)))
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        if answer.location:
            self.send_header("Location", answer.location)
        if self.close_connection:
            self.send_header("Connection", "close")
        self.end_headers()
        if with_body:
            self.wfile.write(answer.data)


def respond(workshop: Workshop, target: str) -> Answer:
    """The answer to a request's target (`/qs/info/…/?x=1`)."""
    parts = urlsplit(target if target.startswith("/") and not target.startswith("//") else "/")
    try:
        path = unquote(parts.path, errors="strict")
    except UnicodeDecodeError:
        return _plain(400, "网址里有看不懂的字符。")
    root = workshop.root
    if not path.startswith(root):
        return moved(root) if path in ("/", root.rstrip("/")) else workshop.answer(path.lstrip("/"))
    path = path[len(root) :]
    if path == ADDRESS:
        return Answer(200, "text/javascript; charset=utf-8", SCRIPT)
    if path == CHANGES:
        since = parse_qs(parts.query).get("since", [""])[0]
        return Answer(200, _TEXT, workshop.wait(since, _PATIENCE).encode())
    return workshop.answer(path)


def _own_name(host: str) -> bool:
    """Whether a request names this computer: another name may be a foreign page that wants to read drafts."""
    return (host.rpartition(":")[0] if not host.endswith("]") and ":" in host else host) in _OWN_NAMES


def _plain(status: int, text: str) -> Answer:
    return Answer(status, _TEXT, (text + "\n").encode())


def _phrase(status: int) -> str:
    return HTTPStatus(status).phrase
