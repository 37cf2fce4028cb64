"""A running preview for a test: a workshop, and a server on a port of its own."""

from __future__ import annotations

import http.client
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from gongkai.mkdocs_plugins.engine import environment, read_config
from gongkai.mkdocs_plugins.preview.live import BEGIN, END
from gongkai.mkdocs_plugins.preview.server import HOST, Server
from gongkai.mkdocs_plugins.preview.workshop import Workshop
from tests.site.small import TODAY, Site

ROOT = "/qs/"
_ADDED = re.compile(f"{re.escape(BEGIN)}.*?{re.escape(END)}")
_BAR = re.compile(r'\n?<div class="gk-preview" role="note">.*?</div>')


@contextmanager
def workshop(site: Site) -> Iterator[Workshop]:
    """The preview's state without a server."""
    with environment({"GONGKAI_TODAY": TODAY}):
        made = Workshop(lambda: read_config(str(site.root / "mkdocs.yml")))
        made.refresh()
        yield made


@dataclass(frozen=True, slots=True)
class Reply:
    """A status, the headers and the bytes."""

    status: int
    headers: dict[str, str]
    data: bytes

    @property
    def text(self) -> str:
        return self.data.decode()


@dataclass(frozen=True, slots=True)
class Running:
    """A server that answers."""

    workshop: Workshop
    port: int

    def get(self, target: str, method: str = "GET", **headers: str) -> Reply:
        connection = http.client.HTTPConnection(HOST, self.port, timeout=30)
        try:
            connection.request(method, target, headers=headers)
            answer = connection.getresponse()
            return Reply(answer.status, dict(answer.headers), answer.read())
        finally:
            connection.close()


@contextmanager
def running(site: Site) -> Iterator[Running]:
    """A preview with a server, ended afterwards."""
    with workshop(site) as made, Server(0, made) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        thread.start()
        try:
            yield Running(made, server.server_port)
        finally:
            server.shutdown()


def bare(page: bytes) -> str:
    """A page without what only the preview adds: the script and the bar."""
    return _BAR.sub("", _ADDED.sub("", page.decode()))
