"""Pictures of a document without what they tell about the person, the camera and the place."""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import dataclass

from PIL import Image, ImageOps, UnidentifiedImageError

from gongkai.loading.files import PICTURES, extension

_KEPT = {"PNG": "png", "JPEG": "jpg", "GIF": "gif", "WEBP": "webp"}
_MOST_PIXELS = 60_000_000
_MOST_BYTES = 20 * 1024 * 1024
_ORIENTATION = 0x0112
_VECTOR = {
    b"\xd7\xcd\xc6\x9a": "WMF", b"\x01\x00\x00\x00": "EMF", b"\x01\x00\x09\x00": "WMF", b"<svg": "SVG", b"<?xml": "SVG",
}  # fmt: skip


class Unusable(Exception):
    """A picture that cannot be shown on the web; the text says why, in Chinese, to be put in brackets."""


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A picture as it may be published: its bytes and the ending of its name."""

    data: bytes
    ending: str


def cleaned(data: bytes) -> Cleaned:
    """The picture anew, upright, without metadata. Raises `Unusable`."""
    for sign, name in _VECTOR.items():
        if data.lstrip()[: len(sign)] == sign:
            raise Unusable(f"{name} 矢量图，请在 Word 里另存为 PNG")
    if len(data) > _MOST_BYTES:
        raise Unusable(f"有 {len(data) / 1048576:.0f} MB，太大")
    try:
        return _anew(data)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise Unusable("太大") from error
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, EOFError, MemoryError) as error:
        raise Unusable("不是完好的图片") from error


def without_metadata(name: str, data: bytes) -> bytes:
    """An attachment's bytes; a picture's without what it tells, where that leaves it of its kind."""
    kind = extension(name)
    if kind not in PICTURES:
        return data
    try:
        made = cleaned(data)
    except Unusable:
        return data
    return made.data if made.ending == {"jpeg": "jpg"}.get(kind, kind) else data


def _anew(data: bytes) -> Cleaned:
    with Image.open(io.BytesIO(data)) as image:
        if image.width * image.height > _MOST_PIXELS:
            raise Unusable(f"{image.width}×{image.height}，太大")
        kind = image.format or ""
        if kind not in _KEPT:
            return Cleaned(
                _saved(image.convert("RGBA" if "A" in image.getbands() else "RGB"), "PNG", {}), "png"
            )
        if getattr(image, "n_frames", 1) > 1:
            return Cleaned(_moving(image, kind), _KEPT[kind])
        turned = image.getexif().get(_ORIENTATION, 1) not in (0, 1)
        if kind == "JPEG" and not turned:
            return Cleaned(_saved(image, kind, {"quality": "keep"}), "jpg")
        upright = ImageOps.exif_transpose(image) if turned else image
        return Cleaned(_saved(upright, kind, _OPTIONS.get(kind, {})), _KEPT[kind])


_OPTIONS: Mapping[str, Mapping[str, object]] = {"JPEG": {"quality": 90}, "WEBP": {"quality": 90}}


def _bare(image: Image.Image) -> None:
    """Forget everything that would be written besides the picture; colours keep their profile."""
    image.load()
    for key in [key for key in image.info if key not in ("icc_profile", "transparency", "gamma")]:
        del image.info[key]
    image.getexif().clear()


def _saved(image: Image.Image, kind: str, options: Mapping[str, object]) -> bytes:
    _bare(image)
    out = io.BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def _moving(image: Image.Image, kind: str) -> bytes:
    """All frames with their times, without the comment."""
    out = io.BytesIO()
    image.info.pop("comment", None)
    image.info.pop("xmp", None)
    image.save(out, kind, save_all=True)
    return out.getvalue()
