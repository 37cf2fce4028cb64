"""A form as pdf to be filled in on screen (AcroForm), written object by object.

Its Chinese font is the one that every reader of pdf files knows by name (STSong-Light of Adobe-GB1) and shows by a
Chinese font of the computer's. Nothing is embedded: a subset could not hold what will be typed, a whole font is ten
megabytes and more, and the file would not be the same on every computer. The font's table of characters
(`/ToUnicode`) lets programs that fill in forms write the letters too, and readers without the character collection
copy and search them; `/NeedAppearances` has every reader draw what was typed with a font that it has.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from gongkai.typesetting.form import Field, Form, Section

_WIDTH, _HEIGHT = 595.28, 841.89  # A4 in points
_LEFT, _RIGHT, _TOP = 54.0, 541.28, 796.0
_ROW, _LONG, _SIZE, _LABEL = 27.0, 150.0, 10.5, 100.0
_HALF = (_RIGHT - _LEFT) / 2
_MULTILINE, _PRINTED = 4096, 4


@dataclass(slots=True)
class _Page:
    """What is drawn, and the fields with their places, from top to bottom."""

    drawn: list[str] = field(default_factory=list)
    fields: list[tuple[str, str, str, tuple[float, float, float, float]]] = field(default_factory=list)
    """Kind (`text`, `long`, `box`), name, label, rectangle."""
    y: float = _TOP

    def text(self, x: float, y: float, text: str, size: float = _SIZE) -> None:
        hexed = text.encode("utf-16-be").hex().upper()
        self.drawn.append(f"BT /F1 {_n(size)} Tf {_n(x)} {_n(y)} Td <{hexed}> Tj ET")

    def center(self, text: str, size: float) -> None:
        self.text((_WIDTH - _wide(text, size)) / 2, self.y, text, size)

    def box(self, x: float, y: float, width: float, height: float) -> None:
        self.drawn.append(f"{_n(x)} {_n(y)} {_n(width)} {_n(height)} re S")


def _n(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")


def _wide(text: str, size: float) -> float:
    return sum(size if ord(c) > 255 else size / 2 for c in text)


def _lines(text: str, size: float, width: float) -> list[str]:
    """A text cut into lines that fit."""
    lines, line = [], ""
    for char in text:
        if line and _wide(line + char, size) > width:
            lines.append(line)
            line = ""
        line += char
    return [*lines, line] if line else lines


def to_fillable(form: Form) -> bytes:
    """The form on one page; the same bytes for the same form."""
    page = _Page()
    page.center(form.title, 20)
    page.y -= 26
    page.center(form.addressee, 12)
    page.y -= 14
    page.drawn.append("0.6 w")
    for section in form.sections:
        _section(page, section)
    page.y -= 16
    for note in form.notes:
        for line in _lines(note, 9, _RIGHT - _LEFT):
            page.text(_LEFT, page.y, line, 9)
            page.y -= 13
    return _written(form, page)


def _section(page: _Page, section: Section) -> None:
    page.y -= _ROW
    page.drawn.append(f"0.92 g {_n(_LEFT)} {_n(page.y)} {_n(_RIGHT - _LEFT)} {_n(_ROW)} re f 0 g")
    page.box(_LEFT, page.y, _RIGHT - _LEFT, _ROW)
    page.text(_LEFT + 6, page.y + 9, section.title, 11)
    waiting: Field | None = None
    for each in section.fields:
        if each.wide:
            _row(page, (each,), _RIGHT - _LEFT, _LONG if each.kind == "long" else _ROW)
        elif waiting is None:
            waiting = each
        else:
            _row(page, (waiting, each), _HALF, _ROW)
            waiting = None
    if waiting is not None:
        _row(page, (waiting,), _RIGHT - _LEFT, _ROW)


def _row(page: _Page, fields: Sequence[Field], width: float, height: float) -> None:
    page.y -= height
    for number, each in enumerate(fields):
        x = _LEFT + number * width
        page.box(x, page.y, _LABEL, height)
        page.box(x + _LABEL, page.y, width - _LABEL, height)
        size = _SIZE if _wide(each.label, _SIZE) <= _LABEL - 8 else 9.5
        lines = _lines(each.label, size, _LABEL - 8)
        at = page.y + height / 2 + (len(lines) - 1) * 6.5 - 4
        for line in lines:
            page.text(x + 4, at, line, size if len(lines) < 3 or height > 40 else 8)
            at -= 13
        _places(page, each, x + _LABEL, width - _LABEL, height)


def _places(page: _Page, each: Field, x: float, width: float, height: float) -> None:
    if each.kind != "choice":
        label = f"{each.label}（{each.hint}）" if each.hint else each.label
        rectangle = (x + 2, page.y + 2, x + width - 2, page.y + height - 2)
        page.fields.append((each.kind, each.key, label, rectangle))
        return
    at = x + 8
    for number, choice in enumerate(each.choices, 1):
        square = (at, page.y + 7, at + 10, page.y + 17)
        page.box(at, page.y + 7, 10, 10)
        page.fields.append(("box", f"{each.key}_{number}", f"{each.label}：{choice}", square))
        page.text(at + 15, page.y + 8, choice)
        at += 15 + _wide(choice, _SIZE) + 16


def _utf16(text: str) -> str:
    return f"<FEFF{text.encode('utf-16-be').hex().upper()}>"


_FONTS = (
    (
        "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light-UniGB-UCS2-H /Encoding /UniGB-UCS2-H /DescendantFonts [4 0 R] "
        "/ToUnicode 10 0 R >>"
    ),
    (
        "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) "
        "/Supplement 4 >> /DW 1000 /W [1 95 500] /FontDescriptor 5 0 R >>"
    ),
    (
        "<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 "
        "/Descent -120 /CapHeight 880 /StemV 93 >>"
    ),
    "<< /Type /Font /Subtype /Type1 /BaseFont /ZapfDingbats >>",
)


def _characters() -> Iterator[str]:
    """The table of characters: codes of UCS-2 stand for themselves. A range keeps within one first byte, and a hundred
    ranges within a block (ISO 32000-1, 9.10.3); halves of surrogate pairs are no characters.
    """
    yield "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Adobe-Identity-UCS def /CMapType 2 def"
    yield "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def"
    yield "1 begincodespacerange <0000> <FFFF> endcodespacerange"
    known = [row for row in range(256) if not 0xD8 <= row <= 0xDF]
    for start in range(0, len(known), 100):
        rows = known[start : start + 100]
        yield f"{len(rows)} beginbfrange"
        yield from (f"<{row:02X}00> <{row:02X}FF> <{row:02X}00>" for row in rows)
        yield "endbfrange"
    yield "endcmap CMapName currentdict /CMap defineresource pop end end"


def _stream(content: str) -> str:
    return f"<< /Length {len(content)} >>\nstream\n{content}\nendstream"


def _written(form: Form, page: _Page) -> bytes:
    first = 11
    numbers = range(first, first + len(page.fields))
    listed = " ".join(f"{n} 0 R" for n in numbers)
    content = "\n".join(page.drawn)
    objects = [
        (
            "<< /Type /Catalog /Pages 2 0 R /Lang (zh-CN) /ViewerPreferences << /DisplayDocTitle true >> /AcroForm << /Fields "
            f"[{listed}] /NeedAppearances true /DA (/F1 {_n(_SIZE)} Tf 0 g) /DR << /Font << /F1 3 0 R /ZaDb 6 0 R >> >> >> >>"
        ),
        "<< /Type /Pages /Kids [7 0 R] /Count 1 >>",
        *_FONTS,
        (
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {_n(_WIDTH)} {_n(_HEIGHT)}] /Tabs /R /Contents 8 0 R "
            f"/Resources << /Font << /F1 3 0 R >> >> /Annots [{listed}] >>"
        ),
        _stream(content),
        f"<< /Title {_utf16(form.title)} /Author {_utf16(form.addressee.partition('：')[2])} /Producer (gongkai) >>",
        _stream("\n".join(_characters())),
        *_widgets(page, first + len(page.fields)),
    ]
    return _file(objects)


def _widgets(page: _Page, free: int) -> Iterator[str]:
    """The fields, then the appearances that tick boxes share (`free` is the number of the first of them)."""
    for kind, name, label, (left, low, right, high) in page.fields:
        rectangle = f"[{_n(left)} {_n(low)} {_n(right)} {_n(high)}]"
        common = f"/Type /Annot /Subtype /Widget /P 7 0 R /F {_PRINTED} /Rect {rectangle} /T ({name}) /TU {_utf16(label)}"
        if kind == "box":
            yield f"<< {common} /FT /Btn /V /Off /AS /Off /DA (/ZaDb 0 Tf 0 g) /MK << /CA (4) >> /AP << /N << /Yes {free} 0 R /Off {free + 1} 0 R >> >> >>"
        else:
            flags = f"/Ff {_MULTILINE} " if kind == "long" else ""
            yield f"<< {common} /FT /Tx {flags}/V () /DA (/F1 {_n(_SIZE)} Tf 0 g) >>"
    tick = "q BT /ZaDb 9 Tf 1.2 1.8 Td (4) Tj ET Q"
    form = "<< /Type /XObject /Subtype /Form /BBox [0 0 10 10] /Resources << /Font << /ZaDb 6 0 R >> >>"
    yield f"{form} /Length {len(tick)} >>\nstream\n{tick}\nendstream"
    yield f"{form} /Length 0 >>\nstream\n\nendstream"


def _file(objects: Sequence[str]) -> bytes:
    """The objects as a file with its table of places; its two IDs come from its content."""
    out = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n".encode("ascii")
    table = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += "".join(f"{place:010d} 00000 n \n" for place in places).encode()
    mark = hashlib.sha256(bytes(out)).hexdigest()[:32]
    out += (
        f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R /Info 9 0 R /ID [<{mark}> <{mark}>] >>\n"
        f"startxref\n{table}\n%%EOF\n"
    ).encode()
    return bytes(out)
