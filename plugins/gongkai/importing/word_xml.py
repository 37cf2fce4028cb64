"""The XML of a Word file: read within bounds, without entities; the names of its elements."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from typing import Any

from lxml import etree

from gongkai.importing.draft import Refused
from gongkai.loading.bounded import LIMITS, Limits, Package, TooMuch, Unreadable

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = "http://purl.oclc.org/ooxml/"
_MAIN = "word/document.xml"
_DEEP = 100
_FEEDING = re.compile(
    r"(?:word/(?!embeddings/|fonts/|vbaProject).*|_rels/.*|\[Content_Types\]\.xml|docProps/.*)"
)
_SAVE_AS = "请用 WPS 或 Word 打开，另存为 .docx 再导入。"
Node = Any
"""An element of lxml, which carries no annotations."""


def members(data: bytes, limits: Limits = LIMITS) -> Mapping[str, bytes]:
    """What the import needs of a Word file, by name. Raises `Refused` for a broken, locked or oversized one."""
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise Refused(f"这是旧版 Word 文件，或者加了密码，读不了。{_SAVE_AS}")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            package = Package(archive, limits)
            found = {name: package.data(name) for name in package.names if _FEEDING.fullmatch(name)}
    except (Unreadable, TooMuch) as error:
        raise Refused(f"这个文件{error}，没有导入。{_SAVE_AS}") from error
    except (
        zipfile.BadZipFile,
        zlib.error,
        KeyError,
        EOFError,
        NotImplementedError,
        RuntimeError,
        OSError,
    ) as error:
        raise Refused(f"这个文件已损坏，读不了。{_SAVE_AS}") from error
    if _MAIN not in found:
        raise Refused(f"这个文件里没有 Word 正文。{_SAVE_AS}")
    return found


def tree(data: bytes) -> Node:
    """The root of a part. Raises `Refused` for one that is not well-formed, or that is nested without end."""
    if b"<!DOCTYPE" in data[:4096] or b"<!ENTITY" in data:
        raise Refused(f"这个文件里有不该有的内容（DOCTYPE），没有导入。{_SAVE_AS}")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, remove_comments=True)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise Refused(f"这个文件已损坏，读不了。{_SAVE_AS}") from error
    if _STRICT in str(root.tag):
        raise Refused("这个文件存成了“Strict Open XML”格式。请另存为普通的“Word 文档 (*.docx)”再导入。")
    if sum(1 for _ in _deep(root)):
        raise Refused(f"这个文件里表格套表格的层数太多，没有导入。{_SAVE_AS}")
    return root


def _deep(root: Node) -> Iterator[Node]:
    """An element that lies too deep, if there is one."""
    depth = 0
    for event, node in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > _DEEP:
            yield node
            return


def packed(parts: Mapping[str, bytes]) -> bytes:
    """The members as one package again."""
    found = io.BytesIO()
    with zipfile.ZipFile(found, "w", zipfile.ZIP_STORED) as archive:
        for name, data in parts.items():
            archive.writestr(zipfile.ZipInfo(name), data)
    return found.getvalue()


def value(node: Node | None, name: str = "val") -> str:
    """An attribute of the main name space; empty where there is none."""
    return str(node.get(f"{W}{name}", "")) if node is not None else ""


def on(node: Node | None) -> bool:
    """Whether a switch (`<w:b/>`) is there and not off."""
    return node is not None and value(node) not in ("0", "false", "off", "none")


def text_of(node: Node) -> str:
    """The visible text below an element: breaks as line ends, tabs as blanks, text boxes left out."""
    found: list[str] = []
    for part in node.iter(f"{W}t", f"{W}br", f"{W}cr", f"{W}tab", f"{W}noBreakHyphen", f"{W}p"):
        if part.tag == f"{W}t":
            found.append(part.text or "")
        elif part.tag == f"{W}tab":
            # Tab stops of a paragraph's properties have the same name.
            found.append(" " if part.getparent().tag == f"{W}r" else "")
        elif part.tag == f"{W}noBreakHyphen":
            found.append("-")
        elif part.tag != f"{W}p":
            found.append("\n" if value(part, "type") in ("", "textWrapping") else "")
        elif found:
            found.append("\n")
    return "".join(found).strip("\n")
