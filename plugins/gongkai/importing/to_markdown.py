"""HTML → Markdown in the dialect that items are written in. Tables with merged cells stay HTML tables."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

from bs4 import BeautifulSoup
from bs4.element import Comment, NavigableString, Tag
from markdownify import ATX, MarkdownConverter

from gongkai.importing.draft import Refused
from gongkai.importing.html_tables import frame, simple_table, whole_table
from gongkai.importing.loose import BLOCKS, wrap_loose

_BLANK = " \t\u3000\u00a0\ufeff\u200b"
_BEGINS = (
    (re.compile(r"^([#>]|[-+](?=\s|$))", re.MULTILINE), r"\\\1"),
    (re.compile(r"^(\d{1,9})([.)])(?=\s)", re.MULTILINE), r"\1\\\2"),
    (re.compile(r"^(-[- ]*)$", re.MULTILINE), r"\\\1"),
    (re.compile(r"^=(?==*$)", re.MULTILINE), "&#61;"),
    (re.compile(r"^(!{3})(?=\s)", re.MULTILINE), r"\\\1"),
    (re.compile(r"^~~~", re.MULTILINE), "&#126;~~"),
    (re.compile(r"^\|(?=[|: -]*$)", re.MULTILINE), "&#124;"),
    (re.compile(r"^:(?=\s)", re.MULTILINE), "&#58;"),
)
_NOTE = re.compile(r"#?(?:footnote|endnote)-(\d+)$")
_HTML_INLINE = frozenset({"sup", "sub", "u", "s", "del", "mark", "small"})
_TARGET = re.compile(r"(?:https?://|mailto:|tel:|gongkai-file:)", re.IGNORECASE)
_MANY = re.compile(r"\n{3,}")


def _guarded(text: str) -> str:
    """A text none of whose lines begins as a block of another kind would."""
    for pattern, safe in _BEGINS:
        text = pattern.sub(safe, text)
    return text


class _Converter(MarkdownConverter):
    """markdownify with our dialect's rules for what must be escaped and for tables."""

    def escape(self, text: str, parent_tags: set[str]) -> str:
        """Signs that would mean something to Python-Markdown."""
        del parent_tags
        text = re.sub(r"([\\`*])", r"\\\1", text)
        text = re.sub(r"(?<![0-9A-Za-z])_|_(?![0-9A-Za-z])|__", lambda m: m[0].replace("_", r"\_"), text)
        text = re.sub(r"\[(?=\^|[^\]\n]*\]:)|\](?=[\[(])", r"\\\g<0>", text)
        text = re.sub(r"&(?=#\w|\w+;)", "&amp;", text)
        return re.sub(r"<(?=[^\s\d=])", "&lt;", text)

    def process_text(self, el: NavigableString, parent_tags: set[str] | None = None) -> str:
        """A text in one line; blanks that indent are not part of it."""
        if isinstance(el, _Raw):
            return str(el)
        text = re.sub(r"[ \t\r\n\u00a0\u200b\ufeff]+", " ", str(el))
        return self.escape(text, parent_tags or set()) if "_noformat" not in (parent_tags or ()) else text

    def convert_p(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        """A paragraph without the blanks that clerks indent with."""
        lines = [line.strip(_BLANK) for line in text.split("\n")]
        joined = "\n".join(lines).strip("\n")
        if "_inline" in parent_tags:
            return f"\n{joined}\n" if parent_tags & {"td", "th"} else f" {joined} "
        return f"\n\n{_guarded(joined)}\n\n" if joined else ""

    def convert_div(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        """A block of blocks is what they are; one that holds but text is a paragraph."""
        if el.find(BLOCKS) is None:
            return self.convert_p(el, text, parent_tags)
        return text if "_inline" in parent_tags else f"\n\n{text}\n\n"

    convert_section = convert_article = convert_center = convert_div

    def convert_hN(self, n: int, el: Tag, text: str, parent_tags: set[str]) -> str:  # noqa: N802 - markdownify's name
        """A heading on one line; signs at its end are part of it."""
        line = re.sub(r"[ \t\n]+", " ", text).strip(_BLANK)
        if "_inline" in parent_tags or not line:
            return text
        safe = re.sub(r"#(?=#*$)", r"\\#", line)
        return f"\n\n{'#' * n} {safe}\n\n"

    def convert_br(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        """Lines stay lines in our dialect."""
        return (
            " " if "_inline" in parent_tags and "td" not in parent_tags and "th" not in parent_tags else "\n"
        )

    def convert_img(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        """A picture in its place, also in a table or a heading."""
        source = str(el.get("src") or "")
        return (
            f"![{re.sub(r'[^ -~一-鿿，。、：（）《》〔〕]', '', str(el.get('alt') or '')).strip()}]({source})"
            if source
            else ""
        )

    def convert_table(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        """A table of pipes where that says all; else HTML."""
        rows = simple_table(el, self._cell)
        return f"\n\n{rows or whole_table(el)}\n\n"

    def convert_a(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        """A link that leads somewhere; any other is its text."""
        target = re.sub(r"[\s()<>\"']", lambda m: quote(m[0]), str(el.get("href") or "").strip())
        if not text.strip() or not _TARGET.match(target):
            return text
        before, after = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
        return f"{before}[{text.strip()}]({target}){after}"

    def convert_li(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        """An entry; what lies in it is set in by four blanks, as Python-Markdown reads lists."""
        mark = "- "
        if el.parent is not None and el.parent.name == "ol":
            start = str(el.parent.get("start") or "1")
            before = sum(1 for each in el.find_previous_siblings("li"))
            mark = f"{(int(start) if start.isdigit() else 1) + before}. "
        if not text.strip():
            return ""
        first, *rest = text.strip().split("\n")
        inner = next((each for each in el.children if str(each).strip()), None)
        if getattr(inner, "name", None) not in ("ul", "ol", "h2", "h3", "table"):
            first = _guarded(first)
        return mark + "\n".join([first, *(f"    {line}" if line.strip() else "" for line in rest)]) + "\n"

    def _inside(self, cell: Tag) -> str:
        # The stub leaves this method out.
        return str(self.process_tag(cell, parent_tags={"td", "_inline"}))  # type: ignore[attr-defined]

    def _cell(self, cell: Tag) -> str:
        text = re.sub(r"\s*\n\s*", "<br>", self._inside(cell).strip(f"\n{_BLANK}"))
        return re.sub(r"(?<!\\)\|", r"\\|", text.replace("\\|", "\\&#124;"))

    def _as_html(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        return f"<{el.name}>{text}</{el.name}>" if text.strip() else text

    convert_sup = convert_sub = convert_u = convert_s = convert_del = convert_mark = convert_small = _as_html

    def convert_td(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        """Cells are put together by `convert_table`."""
        return text

    convert_th = convert_td
    convert_tr = convert_td


def _converter() -> _Converter:
    return _Converter(heading_style=ATX, bullets="-", autolinks=False)


def to_markdown(soup: BeautifulSoup | Tag) -> str:
    """The body in Markdown, blank lines between blocks, one line end at the end. Raises `Refused` when it is too deep."""
    try:
        _unframe(soup)
        _below_title(soup)
        wrap_loose(soup)
        notes = _footnotes(soup)
        text = _converter().convert_soup(soup)
    except RecursionError as error:
        raise Refused(
            "这个文件的内容层层嵌套，太深了，没有导入。请复制成文字，另存为 .docx 或 .txt。"
        ) from error
    body = "\n".join(line.rstrip(_BLANK) for line in text.split("\n"))
    body = _MANY.sub("\n\n", body).strip("\n")
    return "\n\n".join(part for part in (body, *notes) if part) + "\n" if body or notes else ""


def parse(html: str) -> BeautifulSoup:
    """HTML as a tree, without what is no text."""
    # Beautiful Soup wonders about XML, and about texts without any tag.
    plain = re.sub(r"^\s*<\?xml[^>]*\?>", "", html)
    soup = BeautifulSoup(plain if "<" in plain else f"<p>{plain}</p>", "lxml")
    for comment in soup.find_all(string=lambda part: isinstance(part, Comment)):
        comment.extract()
    return soup


def _unframe(soup: Any) -> None:
    """A table that is but a frame around a text gives the text."""
    for table in soup.find_all("table"):
        if frame(table):
            for row in table.find_all(["tr", "td", "th", "tbody", "thead"]):
                row.name = "div"
            table.name = "div"


def _below_title(soup: Any) -> None:
    """Headings begin at the second level, below the item's title, and skip none."""
    found = soup.find_all(re.compile(r"^h[1-6]$"))
    for each in [each for each in found if not each.get_text().strip() and each.find("img") is None]:
        each.decompose()
    found = [each for each in found if not each.decomposed]
    levels = sorted({each.name for each in found})
    for each in found:
        each.name = f"h{min(6, levels.index(each.name) + 2)}"


def _footnotes(soup: Any) -> list[str]:
    """Notes as our dialect writes them: `[^1]` in the text, `[^1]: …` at the end."""
    found: list[str] = []
    for number, (item, name) in enumerate(_notes(soup), 1):
        for back in item.find_all("a", href=re.compile(r"^#(?:foot|end)note-ref")):
            back.decompose()
        item.name = "div"
        found.append(f"[^{number}]: {' '.join(_converter().convert_soup(item).split())}")
        for link in soup.find_all("a", href=f"#{name}"):
            mark = NavigableString(f"[^{number}]")
            outer = link.find_parent("sup")
            (outer or link).replace_with(_Raw(mark))
        item.decompose()
    for empty in soup.find_all("ol"):
        if not empty.find("li"):
            empty.decompose()
    return found


class _Raw(NavigableString):
    """A text that is Markdown already."""


def _notes(soup: Any) -> Iterator[tuple[Tag, str]]:
    for item in soup.find_all("li", id=_NOTE):
        yield item, str(item["id"])
