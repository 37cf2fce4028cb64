"""The script that reloads an open page when something was saved: in preview only, never in a build."""

from __future__ import annotations

from html import escape

ADDRESS = "preview/live.js"
CHANGES = "preview/changes"
BEGIN = "<!--gongkai-preview-->"
END = "<!--/gongkai-preview-->"

SCRIPT = b"""\
"use strict";
(function () {
  var own = document.currentScript, since = own.dataset.version, from = own.dataset.changes;
  function later() { setTimeout(ask, 1000); }
  function ask() {
    fetch(from + "?since=" + encodeURIComponent(since), { cache: "no-store" })
      .then(function (answer) { return answer.ok ? answer.text() : since; })
      .then(function (version) { if (version !== since) { location.reload(); } else { setTimeout(ask, 20); } })
      .catch(later);
  }
  ask();
})();
"""
"""Asks and waits: the server answers when the version is another one, or with the same after a while."""


def with_script(page: bytes, root: str, version: str) -> bytes:
    """A page with the script before its end; `root` is the path below which the site is shown."""
    tag = (
        f'{BEGIN}<script src="{escape(root)}{ADDRESS}" data-version="{escape(version)}" '
        f'data-changes="{escape(root)}{CHANGES}"></script>{END}'
    ).encode()
    head, found, tail = page.rpartition(b"</body>")
    return head + tag + found + tail if found else page + tag
