"""Bodies made without Python-Markdown and the sanitiser where both would provably do nothing.

A body is cut at its blank lines. A block whose every character is inert (a paragraph of plain text, a plain
table, a plain heading) is written out at once; the bytes are those that Python-Markdown would write, and the
sanitiser has nothing to change in them (both shown by tests on generated markup). When a body holds other
blocks too, each run of plain blocks is replaced by a mark of a few characters, the rest goes the long way, and
the marks are replaced by their HTML at the end. A body in which a mark did not come out as a paragraph of its
own goes the long way whole.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from itertools import groupby

from gongkai.mkdocs_plugins.inert import BEGIN, INERT
from gongkai.mkdocs_plugins.rich_body import PLACE, Link, rich_parts

Step = Callable[[str], str]

_LINE = rf"{BEGIN}{INERT}*(?<!\s)"
_PLAIN = re.compile(rf"\u3000*(?:{_LINE})(?:\n\u3000*(?:{_LINE}))*")
_HEADING = re.compile(rf"(#{{1,6}}) +((?!\s){INERT}*(?<![\s#]))")
_RULE = re.compile(r"\|(?: *:?-+:? *\|){2,}")
_ROW = re.compile(rf"\|(?: *(?:(?!\s){INERT}*(?<!\s))? *\|){{2,}}")
# A block may hold a definition or a fence that reaches beyond it, and to code the number of blank lines matters:
# then no block is judged by itself.
_FAR = re.compile(
    r"[<`~\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ue000\ue001\t]|^ +$|\n\n\n|^ *\[[^\]^]*\]:|///",
    re.MULTILINE,
)
_MARK = re.compile("<p>\ue000([0-9]+)\ue001</p>")


def no_link(_written: str) -> str | None:
    """Any link is a matter for the sanitiser."""
    return None


def body_html(source: str, convert: Step, clean: Step, link: Link = no_link) -> str:
    """The sanitised HTML of a body: `clean(convert(source))`, by the shortest way that gives the same bytes.

    `link` gives the opening tag of a link to an address as written, where it is sure.
    """
    blocks = _blocks(source)
    short = _short_way(blocks, link)
    if short is not None:
        return short
    if _FAR.search(source):
        return clean(convert(source))
    masked, runs = _masked(blocks)
    html = clean(convert(masked)) if runs else ""
    if len(_MARK.findall(html)) != len(runs) or html.count("\ue000") != len(runs) or not runs:
        return clean(convert(source))
    return _MARK.sub(lambda mark: runs[int(mark[1])], html)


def _short_way(blocks: Sequence[_Block], link: Link) -> str | None:
    """The body without the converter; None where a block has markup of another kind than `rich_body` knows."""
    levels = sorted({level for level, _ in blocks if level > 0})
    parts = [_tagged(level, text, levels) if level >= 0 else "" for level, text in blocks]
    if all(parts):
        return "\n".join(parts)
    rich = rich_parts([text if level < 0 else "" for level, text in blocks], link)
    if rich is None:
        return None
    notes = rich[len(parts) :]
    if notes and any(PLACE in text for _, text in blocks):
        return None
    return "\n".join(part for part in (*map(str.__add__, parts, rich), *notes) if part)


_Block = tuple[int, str]
"""Level and HTML of a plain heading, 0 and HTML of another plain block, -1 and the Markdown of any other."""


def _blocks(source: str) -> list[_Block]:
    return [_block(part) for part in re.split(r"\n\n+", source.strip("\n")) if part]


def _block(text: str) -> _Block:
    if _PLAIN.fullmatch(text):
        return (0, "<p>" + text.lstrip().replace("\n", "<br>\n") + "</p>")
    if text[0] == "#" and (heading := _HEADING.fullmatch(text)):
        return (len(heading[1]), heading[0])
    table = table_html(text) if text[0] == "|" else ""
    return (0, table) if table else (-1, text)


def _tagged(level: int, html: str, levels: Sequence[int]) -> str:
    """Headings get their tag when all are known: they begin at h2 and leave no level out, as the dialect does it."""
    if level == 0:
        return html
    tag = f"h{min(6, levels.index(level) + 2)}"
    return f"<{tag}>{html.lstrip('#').strip(' ')}</{tag}>"


def _masked(blocks: Iterable[_Block]) -> tuple[str, list[str]]:
    """The body with a mark in the place of each run of plain blocks, and the HTML of the runs."""
    parts: list[str] = []
    runs: list[str] = []
    for plain, group in groupby(blocks, key=lambda block: block[0] == 0):
        texts = [text for _, text in group]
        if plain:
            parts.append(f"\ue000{len(runs)}\ue001")
            runs.append("\n".join(texts))
        else:
            parts += texts
    return "\n\n".join(parts), runs


def table_html(text: str) -> str:
    """The HTML of a table with plain cells, each line framed by `|` and of equal length; else an empty text."""
    lines = text.split("\n")
    if len(lines) < 3 or not _RULE.fullmatch(lines[1]):
        return ""
    if not all(_ROW.fullmatch(line) for line in (lines[0], *lines[2:])):
        return ""
    width = lines[0].count("|")
    if any(line.count("|") != width for line in lines):
        return ""
    classes = [_align(rule.strip(" ")) for rule in lines[1].split("|")[1:-1]]
    body = "\n".join(_row(line, "td", classes) for line in lines[2:])
    head = _row(lines[0], "th", classes)
    return f"<table>\n<thead>\n{head}\n</thead>\n<tbody>\n{body}\n</tbody>\n</table>"


def _align(rule: str) -> str:
    side = {(True, True): "center", (True, False): "left", (False, True): "right"}
    found = side.get((rule[0] == ":", rule[-1] == ":"))
    return f' class="gk-{found}"' if found else ""


def _row(line: str, tag: str, classes: Sequence[str]) -> str:
    cells = zip(line.split("|")[1:-1], classes, strict=True)
    return "<tr>\n" + "".join(f"<{tag}{kind}>{cell.strip(' ')}</{tag}>\n" for cell, kind in cells) + "</tr>"
