"""The one page of a preview whose settings are broken: nothing of the look may be needed to show it."""

from __future__ import annotations

from html import escape

_PAGE = """\
<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<title>{title}</title>
<style>
body {{ margin: 2rem auto; max-width: 60rem; padding: 0 1rem; line-height: 1.7;
  font-family: "Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", sans-serif; }}
h1 {{ font-size: 1.5rem; color: #a40000; }}
pre {{ white-space: pre-wrap; background: #f5f5f5; border: 1px solid #ccc; padding: 1rem; font: inherit; }}
</style>
</head>
<body data-page="trouble">
<h1>{title}</h1>
<p>{advice}</p>
<pre>{text}</pre>
</body>
</html>
"""


def trouble_page(title: str, advice: str, text: str) -> bytes:
    """A page that says what is wrong, in words that were made for the clerk."""
    return _PAGE.format(title=escape(title), advice=escape(advice), text=escape(text)).encode()
