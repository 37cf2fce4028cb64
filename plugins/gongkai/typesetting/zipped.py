"""Office files are zip archives that note times: the same archive with fixed ones."""

from __future__ import annotations

import io
import zipfile

TIME = (2000, 1, 1, 0, 0, 0)


def steady(data: bytes) -> bytes:
    """The archive anew, its members in their order, without the time of writing and the system it was written on."""
    found = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(found, "w", zipfile.ZIP_DEFLATED) as new:
        for member in old.infolist():
            info = zipfile.ZipInfo(member.filename, TIME)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 0
            info.external_attr = 0
            new.writestr(info, old.read(member))
    return found.getvalue()
