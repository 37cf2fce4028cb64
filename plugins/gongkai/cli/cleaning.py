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
from gongkai.checks.rules.privacy.hidden_metadata import personal
from gongkai.loading.site import Loaded


def clean_files(loaded: Loaded, content: Path, wanted: frozenset[str]) -> int:
    """Ask for each attachment that tells about persons, and write the cleaned one in its place. 1 if some are left."""
    left, every = 0, False
    for file, told in _telling(loaded, content, wanted):
        listed = "、".join(f"{name} {value}" for name, value in told)
        target = content / file.source
        answer = ALL if every else _asked(f"{file.source}：{listed}。清除？")
        every = answer == ALL
        if answer == NO:
            left += 1
        elif not _write(target):
            click.echo(f"  清除不了 {file.source}，请在 WPS 里手工清除。")
            left += 1
        elif every:
            click.echo(f"  已清除 {file.source}：{listed}")
    click.echo(f"附件属性检查完毕，还有 {left} 个没有清除。" if left else "附件属性里没有个人信息了。")
    return 1 if left else 0


YES, NO, ALL = "是", "否", "全部"
_ANSWERS = {"y": YES, "yes": YES, YES: YES, "n": NO, "no": NO, NO: NO, "": NO, "a": ALL, "all": ALL, ALL: ALL}


def _asked(question: str) -> str:
    """One of the three answers; anything else is asked for again."""
    while True:
        said = click.prompt(f"{question}（是 y，否 n，全部 a）", default="", show_default=False)
        if (answer := _ANSWERS.get(said.strip().lower())) is not None:
            return answer


def _telling(
    loaded: Loaded, content: Path, wanted: frozenset[str]
) -> Iterator[tuple[AttachmentText, tuple[tuple[str, str], ...]]]:
    texts, _ = read_attachments(loaded.catalog.items, loaded.bodies, {})
    seen: set[str] = set()
    for _, files in sorted(texts.items()):
        for file in files:
            path = f"{content.name}/{file.source}"
            inside = not wanted or any(path == w or path.startswith(w + "/") for w in wanted)
            told = personal(file, loaded.catalog.unit)
            if told and inside and file.source not in seen:
                seen.add(file.source)
                yield file, told


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
