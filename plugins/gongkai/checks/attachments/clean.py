"""Copies of attachments without the metadata that names persons or places; the content stays as it is."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Mapping

from PIL import Image
from pypdf import PdfReader, PdfWriter

_NAMES = re.compile(
    rb"(<(?:\w+:)?(?:creator|lastModifiedBy|Manager)\b[^>]*>)[^<]*(</(?:\w+:)?(?:creator|lastModifiedBy|Manager)>)"
)
_PROPERTIES = ("docProps/core.xml", "docProps/app.xml")


def cleaned(data: bytes, name: str) -> bytes | None:
    """The bytes of a cleaned copy; None for a type that can't be cleaned here."""
    make = _MAKERS.get(name.rpartition(".")[2].lower())
    return make(data) if make else None


def _office(data: bytes) -> bytes:
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as source,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for info in source.infolist():
            content = source.read(info)
            if info.filename in _PROPERTIES:
                content = _NAMES.sub(rb"\1\2", content)
            target.writestr(info, content)
    return out.getvalue()


def _pdf(data: bytes) -> bytes:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(data)))
    writer.metadata = None
    writer.xmp_metadata = None
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def _image(data: bytes) -> bytes:
    out = io.BytesIO()
    with Image.open(io.BytesIO(data)) as image:
        kept = Image.Exif()
        if _ORIENTATION in (former := image.getexif()):
            kept[_ORIENTATION] = former[_ORIENTATION]  # or a photo taken upright would lie on its side
        kind = image.format or "PNG"
        options: dict[str, object] = {"quality": "keep"} if kind == "JPEG" else {}
        colours = {"icc_profile": image.info["icc_profile"]} if "icc_profile" in image.info else {}
        image.save(out, kind, exif=kept.tobytes() if kept else b"", **options, **colours)
    return out.getvalue()


_ORIENTATION = 0x0112


_MAKERS: Mapping[str, Callable[[bytes], bytes]] = {
    "docx": _office, "xlsx": _office, "pptx": _office, "pdf": _pdf, "jpg": _image, "jpeg": _image, "png": _image,
}  # fmt: skip
