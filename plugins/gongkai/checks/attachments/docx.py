"""Word: paragraphs, tables, headers and footers, notes; comments and tracked changes as what is hidden.

The XML is read by pattern, not parsed: it is quick, bounded, and no entity can unfold.
"""

from __future__ import annotations

import re

from gongkai.checks.attachments.limits import Package
from gongkai.checks.attachments.office import plain, properties
from gongkai.checks.material import Extract, Part

_PARAGRAPH = re.compile(r"</w:p>|</w:tr>|<w:br/>")
_TEXT = re.compile(
    r"<w:(?:t|delText|instrText)(?: [^>]*)?>([^<]*)</w:(?:t|delText|instrText)>|<w:tab/>|<w:tab "
)
_DELETED = re.compile(r"<w:del\b[^>]*>.*?</w:del>", re.DOTALL)
_INSERTED = re.compile(r"<w:ins\b[^>]*>")
_VANISH = re.compile(r"<w:r\b[^>]*>(?:(?!</w:r>).)*<w:vanish/>(?:(?!</w:r>).)*<w:t", re.DOTALL)
_OTHERS = (
    (r"word/header\d*\.xml", "页眉"),
    (r"word/footer\d*\.xml", "页脚"),
    (r"word/footnotes\.xml", "脚注"),
    (r"word/endnotes\.xml", "尾注"),
    (r"word/comments\.xml", "批注"),
)


def read_docx(package: Package) -> Extract:
    """The text of a Word file by part, and what is hidden in it."""
    main = package.text("word/document.xml")
    deleted = "\n".join(_text(xml) for xml in _DELETED.findall(main))
    parts = [Part("", _text(_DELETED.sub("", main))), Part("修订中删去的文字", deleted)]
    for pattern, name in _OTHERS:
        parts += [Part(name, _text(package.text(member))) for member in package.matching(pattern)]
    return Extract(
        parts=tuple(p for p in parts if p.text.strip()),
        hidden=_hidden(package, main),
        metadata=tuple(properties(package)),
    )


def _text(xml: str) -> str:
    lines = (
        "".join(plain(m[1]) if m[1] is not None else "\t" for m in _TEXT.finditer(paragraph))
        for paragraph in _PARAGRAPH.split(xml)
    )
    return "\n".join(line for line in lines if line.strip())


def _hidden(package: Package, main: str) -> tuple[str, ...]:
    changes = len(_DELETED.findall(main)) + len(_INSERTED.findall(main))
    comments = sum(package.text(m).count("<w:comment ") for m in package.matching(r"word/comments\.xml"))
    vanished = len(_VANISH.findall(main)) if "<w:vanish/>" in main else 0
    found = ((changes, "修订痕迹 {} 处"), (comments, "批注 {} 条"), (vanished, "隐藏文字 {} 处"))
    return tuple(text.format(count) for count, text in found if count)
