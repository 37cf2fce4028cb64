"""Slides (pptx) and the national layout format (OFD): their text; notes and comments as what is hidden."""

from __future__ import annotations

import re

from gongkai.checks.attachments.office import plain, properties
from gongkai.checks.material import Extract, Part
from gongkai.loading.bounded import Package
from gongkai.loading.xlsx_xml import P

_PARAGRAPH = re.compile(rf"</{P}p>")
_TEXT = re.compile(rf"<{P}(?:t|text)(?: [^>]*)?>([^<]*)</{P}(?:t|text)>")
_OFD = re.compile(rf"<{P}TextCode\b[^>]*>([^<]*)</{P}TextCode>")
_SLIDES = (
    (r"ppt/slides/slide\d+\.xml", "幻灯片"),
    (r"ppt/notesSlides/notesSlide\d+\.xml", "备注"),
    (r"ppt/comments/.*\.xml", "批注"),
    (r"ppt/diagrams/data\d*\.xml", "图示"),
    (r"ppt/charts/chart\d*\.xml", "图表"),
)


def read_pptx(package: Package) -> Extract:
    """The text of slides, notes and comments."""
    parts: list[Part] = []
    hidden: list[str] = []
    for pattern, name in _SLIDES:
        members = package.matching(pattern)
        parts += [Part(f"{name} {n}", _slide(package.text(m))) for n, m in enumerate(members, 1)]
        hidden += [f"批注 {len(members)} 处"] if members and name == "批注" else []
    kept = tuple(p for p in parts if p.text.strip())
    hidden += [f"有文字的备注 {n} 页"] if (n := sum(p.place.startswith("备注") for p in kept)) else []
    return Extract(kept, tuple(hidden), tuple(properties(package)))


def _slide(xml: str) -> str:
    lines = ("".join(plain(t) for t in _TEXT.findall(block)) for block in _PARAGRAPH.split(xml))
    return "\n".join(line for line in lines if line.strip())


def read_ofd(package: Package) -> Extract:
    """The text of an OFD file by page, each text object a line of its own."""
    pages = package.matching(r"(?:.*/)?Pages/.*Content\.xml")
    texts = ("\n".join(plain(t) for t in _OFD.findall(package.text(member))) for member in pages)
    parts = tuple(Part(f"第 {n} 页", text) for n, text in enumerate(texts, 1) if text.strip())
    return Extract(parts, pages=len(pages))
