"""`gongkai serve`: start, show, follow, until Ctrl+C."""

from __future__ import annotations

import errno
import logging
import webbrowser
from collections.abc import Callable, Mapping

from gongkai.mkdocs_plugins.engine import environment, read_config
from gongkai.mkdocs_plugins.failures import Failed
from gongkai.mkdocs_plugins.preview.server import HOST, Server
from gongkai.mkdocs_plugins.preview.watching import Changes, follow, watch
from gongkai.mkdocs_plugins.preview.workshop import Workshop

Say = Callable[[str], None]


def run_preview(
    config_file: str | None, port: int, open_browser: bool, values: Mapping[str, str | None], say: Say
) -> None:
    """Preview on this computer until Ctrl+C. Raises `WrongUsage` or `Failed` when it cannot begin."""
    logging.getLogger("mkdocs").setLevel(logging.ERROR)
    with environment(values):
        workshop = Workshop(lambda: read_config(config_file))
        with _bound(port, workshop) as server:
            workshop.refresh()
            if not workshop.watched:
                read_config(config_file)  # says why there is no configuration at all
            changes = Changes()
            observer = watch(workshop.watched, changes)
            follow(changes, workshop.refresh)
            _show(f"http://{HOST}:{server.server_port}{workshop.root}", open_browser, say)
            try:
                server.serve_forever(poll_interval=0.1)
            except KeyboardInterrupt:
                say("预览已结束。")
            finally:
                observer.stop()


def _bound(port: int, workshop: Workshop) -> Server:
    try:
        return Server(port, workshop)
    except OSError as error:
        raise Failed(_port_message(port, error)) from error


def _port_message(port: int, error: OSError) -> str:
    taken = error.errno in (errno.EADDRINUSE, errno.EACCES)
    why = "已经有别的程序在用（也许是另一个预览）" if taken else f"打不开（{error.strerror}）"
    return f"端口 {port} {why}：请换一个，例如 gongkai serve --port {port + 1 if port < 65535 else 8000}"


def _show(address: str, open_browser: bool, say: Say) -> None:
    say(f"预览地址：{address} （按 Ctrl+C 结束）")
    if open_browser:
        webbrowser.open(address)
