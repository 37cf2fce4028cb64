"""Pictures: where and by whom they were taken (EXIF)."""

from __future__ import annotations

import io
from collections.abc import Iterator

from PIL import Image, UnidentifiedImageError

from gongkai.checks.material import Extract
from gongkai.loading.bounded import Unreadable

_GPS, _ARTIST = 0x8825, 0x013B


def read_image(data: bytes) -> Extract:
    """Nothing but metadata is read: the picture itself is not unpacked."""
    try:
        with Image.open(io.BytesIO(data)) as image:
            exif = image.getexif()
            return Extract(metadata=tuple(_metadata(exif)))
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise Unreadable("不是完好的图片") from error


def _metadata(exif: Image.Exif) -> Iterator[tuple[str, str]]:
    place = exif.get_ifd(_GPS)
    if any(key in place for key in (2, 4)):
        yield "拍摄地点（GPS）", "有"
    artist = str(exif.get(_ARTIST) or "").strip()
    if artist:
        yield "拍摄者", artist
