"""`gongkai check --fix-metadata`: cleaned attachments, each asked for."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path

import click
from pypdf.errors import PyPdfError

from gongkai.checks.attachments.clean import cleaned
from gongkai.checks.gather import read_attachments
from gongkai.checks.material import AttachmentText
from gongkai.loading.site import Loaded


def clean_files(loaded: Loaded, content: Path, wanted: frozenset[str]) -> int:
    """Ask for each attachment that tells about persons, and write the cleaned one in its place. 1 if some are left."""
    left = 0
    for file in _telling(loaded, content, wanted):
        listed = "、".join(f"{name} {value}" for name, value in file.extract.metadata)
        target = content / file.source
        if not click.confirm(f"{file.source}：{listed}。清除？", default=False):
            left += 1
        elif not _write(target):
            click.echo(f"  清除不了 {file.source}，请在 WPS 里手工清除。")
            left += 1
    click.echo(f"附件属性检查完毕，还有 {left} 个没有清除。" if left else "附件属性里没有个人信息了。")
    return 1 if left else 0


def _telling(loaded: Loaded, content: Path, wanted: frozenset[str]) -> Iterator[AttachmentText]:
    texts, _ = read_attachments(loaded.catalog.items, loaded.bodies, {})
    seen: set[str] = set()
    for _, files in sorted(texts.items()):
        for file in files:
            path = f"{content.name}/{file.source}"
            inside = not wanted or any(path == w or path.startswith(w + "/") for w in wanted)
            if file.extract.metadata and inside and file.source not in seen:
                seen.add(file.source)
                yield file


def _write(target: Path) -> bool:
    try:
        data = cleaned(target.read_bytes(), target.name)
    except (OSError, ValueError, zipfile.BadZipFile, PyPdfError):
        return False
    if data is None:
        return False
    beside = target.with_name(target.name + ".new")
    beside.write_bytes(data)
    beside.replace(target)
    return True
