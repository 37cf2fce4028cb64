"""A saved page of a former site → a draft: the article, its metadata, and what lies beside the page."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Iterator
from urllib.parse import unquote

from bs4 import BeautifulSoup, Tag

from gongkai.importing.article import find_article
from gongkai.importing.draft import Attached, Draft, Files, FindFile, Refused
from gongkai.importing.page_metadata import metadata, page_title
from gongkai.importing.pictures import Unusable, cleaned
from gongkai.importing.secrets import refuse_secret
from gongkai.importing.structure import recognise
from gongkai.importing.texts import decoded
from gongkai.importing.to_markdown import parse, to_markdown
from gongkai.importing.written_lines import Line, squeezed
from gongkai.loading.files import DOCUMENTS, extension

_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([A-Za-z0-9_-]+)", re.IGNORECASE)
_ALIGN = re.compile(r"text-align\s*:\s*(center|right|end)", re.IGNORECASE)
_SIZE = re.compile(r"font-size\s*:\s*([\d.]+)\s*(pt|px)", re.IGNORECASE)
_RED = re.compile(r"color\s*:\s*(?:red|#f00\b|#ff0000|rgb\(\s*25[0-5],\s*0,\s*0)", re.IGNORECASE)
_DATA = re.compile(r"data:image/[a-z+.-]+;base64,", re.IGNORECASE)
_DEEPEST = 150
_LINES = ("p", "h1", "h2", "h3", "h4", "h5", "h6", "div", "table", "li", "center")


def read_page(data: bytes, find: FindFile) -> Draft:
    """The draft of a saved page. Raises `Refused` when no article can be made out."""
    soup = parse(_decoded(data))
    _refuse_deep(soup)
    try:
        return _draft(soup, find)
    except RecursionError as error:
        raise Refused(
            "这个网页的内容层层嵌套，太深了，没有导入。请复制成文字，另存为 .docx 再导入。"
        ) from error


def _refuse_deep(soup: BeautifulSoup) -> None:
    depth = {id(soup): 0}
    for tag in soup.find_all(True):
        depth[id(tag)] = depth.get(id(tag.parent), 0) + 1
        if depth[id(tag)] > _DEEPEST:
            raise Refused("这个网页的内容层层嵌套，太深了，没有导入。请复制成文字，另存为 .docx 再导入。")


def _decoded(data: bytes) -> str:
    """The page's text: as it says, unless that is wrong."""
    said = _CHARSET.search(data[:4096])
    name = said[1].decode("ascii").lower() if said else ""
    name = "gb18030" if name in ("gb2312", "gbk", "gb_2312-80", "x-gbk", "cp936") else name
    if name in ("gb18030", "big5"):
        try:
            return data.decode(name)
        except UnicodeDecodeError:
            pass
    return decoded(data)


def _draft(soup: BeautifulSoup, find: FindFile) -> Draft:
    fields, columns, boxes = metadata(soup)
    article = find_article(soup)
    if article is None:
        raise Refused("这个网页里找不到正文。请打开网页，复制正文到 Word，另存为 .docx 再导入。")
    title = fields.get("标题") or page_title(soup, article)
    seen = squeezed((soup.body or soup).get_text(""))
    # What the browser's tab says is not always what the page is called.
    surely = "标题" in fields or (len(title) >= 4 and squeezed(title) in seen)
    for box in boxes:
        if box is not article and article not in list(box.descendants):
            box.decompose()
    refuse_secret(article.get_text("\n"))
    files = Files()
    remarks: list[str] = []
    _pictures(article, find, files, remarks)
    _attachments(article, find, files, remarks)
    nodes = list(_line_nodes(article))
    lines = [_line(node) for node in nodes]
    recognised = recognise(lines, title if surely else "")
    for place, node in enumerate(nodes):
        if place in recognised.consumed and node.name != "table":
            _empty(node)
        elif place in recognised.rewritten:
            _rewrite(node, recognised.rewritten[place])
    if article.name == "td":
        article.name = "div"  # a cell's text would be written in one line
    body = to_markdown(article)
    if not body.strip():
        raise Refused("这个网页里找不到正文。请打开网页，复制正文到 Word，另存为 .docx 再导入。")
    told = (*remarks, *recognised.dropped)
    titled = {"标题": title} if title else {}
    return Draft(
        {**titled, **recognised.fields, **fields}, body, tuple(files.files), told, columns, recognised.found
    )


def _line_nodes(article: Tag) -> Iterator[Tag]:
    """The blocks of an article that hold no further ones, tables as one."""
    for node in article.find_all(_LINES):
        inside = node.find_parent("table")
        if inside is not None and inside is not node and article in inside.parents:
            continue
        if node.name == "table" or node.find(_LINES) is None:
            yield node


def _line(node: Tag) -> Line:
    text = re.sub(r"[ \t\r\n]+", " ", node.get_text(" " if node.name == "table" else "")).strip()
    styles = [str(node.get("style") or ""), *(str(each.get("style") or "") for each in node.find_all(True))]
    found = next(
        (m[1].lower() for style in styles[:1] if (m := _ALIGN.search(style))), str(node.get("align") or "")
    )
    above = next(
        (
            m[1].lower()
            for up in (node.parent,)
            if up is not None and (m := _ALIGN.search(str(up.get("style") or "")))
        ),
        "",
    )
    align = {"end": "right"}.get(found or above, found or above)
    align = (
        "center"
        if node.name == "center" or (node.parent is not None and node.parent.name == "center")
        else align
    )
    sizes = [
        float(m[1]) * (0.75 if m[2].lower() == "px" else 1) for style in styles if (m := _SIZE.search(style))
    ]
    bold = node.find(["b", "strong"]) is not None
    red = any(_RED.search(style) for style in styles)
    level = int(node.name[1]) if re.fullmatch(r"h[1-6]", node.name) else 0
    return Line(text, align if align in ("center", "right") else "", max(sizes, default=0), bold, red, False, level,
                node.name == "table")  # fmt: skip


def _empty(node: Tag) -> None:
    """A block without its text; pictures and links to files stay."""
    kept = [each.extract() for each in node.find_all(["img"])]
    node.clear()
    for each in kept:
        node.append(each)


def _rewrite(node: Tag, text: str) -> None:
    node.clear()
    for number, line in enumerate(text.split("\n")):
        if number:
            node.append(Tag(name="br"))
        node.append(line)


def _pictures(article: Tag, find: FindFile, files: Files, remarks: list[str]) -> None:
    for number, image in enumerate(article.find_all("img"), 1):
        source = str(image.get("src") or "")
        data, why = _bytes_of(source, find)
        try:
            made = cleaned(data) if data is not None else None
        except Unusable as error:
            made, why = None, str(error)
        if made is None:
            remarks.append(f"第{number}个图片无法读取（{why}）")
            image.decompose()
            continue
        image["src"] = files.add(Attached(f"图{number}.{made.ending}", made.data, picture=True))
        alt = " ".join(str(image.get("alt") or image.get("title") or "").split())
        told = re.search(r"[\u4e00-\u9fff]{2}", alt) and not re.search(r"\.\w{3,4}$", alt)
        image["alt"] = alt if told else f"图{number}"


def _bytes_of(source: str, find: FindFile) -> tuple[bytes | None, str]:
    """A picture's bytes, or why there are none."""
    if _DATA.match(source):
        try:
            return base64.b64decode(source.partition(",")[2], validate=False), ""
        except (binascii.Error, ValueError):
            return None, "不是完好的图片"
    if re.match(r"(?:https?:)?//", source, re.IGNORECASE):
        return None, f"在网上，没有随网页保存：{source[:80]}"
    data = find(_file_of(source))
    return data, f"“{_file_of(source)[-40:]}”不在网页旁边"


def _file_of(address: str) -> str:
    return unquote(address.partition("#")[0].partition("?")[0])


def _attachments(article: Tag, find: FindFile, files: Files, remarks: list[str]) -> None:
    """Files that the article links to: those that were saved beside the page come along."""
    for link in article.find_all("a", href=True):
        address = _file_of(str(link["href"]))
        if extension(address) not in DOCUMENTS:
            if not re.match(r"https?://|mailto:", str(link["href"]), re.IGNORECASE):
                link.unwrap()
            continue
        last = address.replace("\\", "/").rpartition("/")[2]
        shown = " ".join(link.get_text(" ").split())
        named = (
            shown if extension(shown) == extension(last) else f"{shown}.{extension(last)}" if shown else last
        )
        data = next((found for name in (address, last, named) if (found := find(name)) is not None), None)
        if data is None:
            remarks.append(
                f"附件“{shown or last}”没有随网页保存，请下载后放到条目旁边，写进“附件”（原地址 {str(link['href'])[:120]}）"
            )
            link.unwrap()
            continue
        link["href"] = files.add(Attached(named if len(named) <= 80 else last, data))
