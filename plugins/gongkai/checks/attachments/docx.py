"""Word: paragraphs, tables, text boxes, headers and footers, notes; comments and tracked changes as what is hidden.

The XML is read by pattern, not parsed: it is quick, bounded, and no entity can unfold.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from gongkai.checks.attachments.office import attribute, plain, properties
from gongkai.checks.material import Extract, Part
from gongkai.loading.bounded import Package
from gongkai.loading.xlsx_xml import P

_PARAGRAPH = re.compile(rf"</{P}p>|</{P}tr>|<{P}(?:br|cr)\s*/>|<{P}br ")
_TEXT = re.compile(
    rf"<{P}(?:t|delText|instrText)(?: [^>]*)?>([^<]*)</{P}(?:t|delText|instrText)>|<{P}(tab|noBreakHyphen)\b"
)
_DELETED = re.compile(rf"<{P}(del|moveFrom)\b[^>]*(?<!/)>.*?</{P}\1>", re.DOTALL)
_INSERTED = re.compile(rf"<{P}ins\b[^>]*>")
_VANISH = re.compile(rf"<{P}r\b[^>]*>(?:(?!</{P}r>).)*<{P}vanish\s*/>(?:(?!</{P}r>).)*<{P}t\b", re.DOTALL)
_MAIN = re.compile(r"<Relationship\b[^>]*/officeDocument\"[^>]*>")
_OTHERS = (
    (r"word/header\d*\.xml", "页眉"),
    (r"word/footer\d*\.xml", "页脚"),
    (r"word/footnotes\d*\.xml", "脚注"),
    (r"word/endnotes\d*\.xml", "尾注"),
    (r"word/comments\d*\.xml", "批注"),
    (r"word/diagrams/data\d*\.xml", "图示"),
    (r"word/charts/chart\d*\.xml", "图表"),
    (r"word/glossary/document\.xml", "自动图文集"),
)


def read_docx(package: Package) -> Extract:
    """The text of a Word file by part, and what is hidden in it."""
    members = [(_main(package), "")]
    members += [(member, name) for pattern, name in _OTHERS for member in package.matching(pattern)]
    texts = [(package.text(member), name) for member, name in members]
    return Extract(
        parts=tuple(p for xml, name in texts for p in _parts(xml, name) if p.text.strip()),
        hidden=_hidden(package, texts),
        metadata=tuple(properties(package)),
    )


def _main(package: Package) -> str:
    """The member with the text; hardly any program calls it otherwise than Word does."""
    relations = package.text("_rels/.rels") if package.has("_rels/.rels") else ""
    found = _MAIN.search(relations)
    target = attribute(found[0], "Target").lstrip("/") if found else ""
    return target if package.has(target) else "word/document.xml"


def _parts(xml: str, name: str) -> Iterator[Part]:
    yield Part(name, _text(_DELETED.sub("", xml)))
    deleted = "\n".join(_text(match[0]) for match in _DELETED.finditer(xml))
    yield Part(f"{name}修订中删去的文字", deleted)


def _text(xml: str) -> str:
    lines = (
        "".join(_piece(match) for match in _TEXT.finditer(paragraph)) for paragraph in _PARAGRAPH.split(xml)
    )
    return "\n".join(line for line in lines if line.strip())


def _piece(match: re.Match[str]) -> str:
    if match[2]:
        return "\t" if match[2] == "tab" else "-"
    return plain(match[1])


def _hidden(package: Package, texts: list[tuple[str, str]]) -> tuple[str, ...]:
    changes = sum(len(_DELETED.findall(xml)) + len(_INSERTED.findall(xml)) for xml, _ in texts)
    comments = sum(len(re.findall(rf"<{P}comment\b", xml)) for xml, name in texts if name == "批注")
    vanished = sum(len(_VANISH.findall(xml)) for xml, _ in texts if "vanish" in xml)
    objects = len(package.matching(r"word/embeddings/.*"))
    found = (
        (changes, "修订痕迹 {} 处"),
        (comments, "批注 {} 条"),
        (vanished, "隐藏文字 {} 处"),
        (objects, "嵌入的文件 {} 个"),
    )
    return tuple(text.format(count) for count, text in found if count)
