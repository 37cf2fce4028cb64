"""`/manifest.json`: every file of the site with its SHA-256 and size, to recognise, verify and clean a site by."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from gongkai.exports.files import GENERATOR, json_string, json_text
from gongkai.model.quick import quick

NAME = "manifest.json"
FORMAT = 1
_CHUNK = 1 << 20


@quick
@dataclass(frozen=True, slots=True)
class FileFact:
    """What is known of a file."""

    sha256: str
    size: int


Manifest = Mapping[str, FileFact]
"""Path below the site (with `/`) → facts, sorted by path; the manifest itself is not in it."""


class ManifestError(ValueError):
    """There is no manifest of ours, or it can't be read; the text is a message in Chinese."""


class Fault(StrEnum):
    """How a file differs from what the manifest says."""

    MISSING = "缺少"
    CHANGED = "被改动"
    EXTRA = "多出"


@dataclass(frozen=True, slots=True)
class Difference:
    """One file that is not as the manifest says."""

    path: str
    fault: Fault


def describe(data: bytes) -> FileFact:
    """The facts of a file from its content."""
    return FileFact(hashlib.sha256(data).hexdigest(), len(data))


def unknown(_path: str, _state: os.stat_result) -> FileFact | None:
    """Nothing is known beforehand: every file is read."""
    return None


def survey(folder: Path, known: Callable[[str, os.stat_result], FileFact | None] = unknown) -> Manifest:
    """The facts of every file below a folder, but for the manifest; links to folders are not followed.

    `known` may answer for a file from its path and state, so that it is not read again.
    """
    base = str(folder)
    return {path: known(path, os.stat(f"{base}/{path}")) or _fact(folder / path) for path in _paths(folder)}  # noqa: PTH116


def manifest_file(manifest: Manifest) -> bytes:
    """The file's bytes: one line for each path, in the order of paths."""
    # As `json_text` would write it: asking it twice for each of thousands of lines takes five times as long.
    lines = b",\n".join(
        [
            f'  {json_string(path)}: {{"sha256":"{fact.sha256}","size":{fact.size}}}'.encode()
            for path, fact in sorted(manifest.items())
        ]
    )
    head = f'{{\n "generator": {json_text(GENERATOR)},\n "format": {FORMAT},\n "files": {{\n'
    return head.encode() + lines + b"\n }\n}\n"


def parse_manifest(data: bytes) -> Manifest:
    """Read a manifest; `ManifestError` when it is none of ours or of a later format."""
    try:
        found = json.loads(data)
    except ValueError as error:
        raise ManifestError(f"{NAME} 不是完整的 JSON 文件，可能已损坏。") from error
    if not isinstance(found, dict) or found.get("generator") != GENERATOR:
        raise ManifestError(f"{NAME} 不是 gongkai 生成的文件清单。")
    if found.get("format") != FORMAT:
        raise ManifestError(
            f"{NAME} 的格式版本是 {found.get('format')}，本版 gongkai 只认识 {FORMAT}；请升级 gongkai。"
        )
    return _facts(found.get("files"))


def read_manifest(site: Path) -> Manifest:
    """The manifest of a site's folder; `ManifestError` when there is none that can be read."""
    try:
        data = (site / NAME).read_bytes()
    except OSError as error:
        raise ManifestError(f"{site} 里没有可读的 {NAME}，不是 gongkai 构建的网站，或者文件不全。") from error
    return parse_manifest(data)


def is_ours(site: Path) -> bool:
    """Whether a folder holds a manifest of a former build."""
    try:
        read_manifest(site)
    except ManifestError:
        return False
    return True


def verify(site: Path) -> list[Difference]:
    """How a folder differs from its manifest, by path; empty if it does not. `ManifestError` without one."""
    return differences(read_manifest(site), survey(site))


def differences(expected: Manifest, found: Manifest) -> list[Difference]:
    """Compare what should be there with what is there."""
    faults = dict.fromkeys(expected.keys() - found.keys(), Fault.MISSING)
    faults |= dict.fromkeys(found.keys() - expected.keys(), Fault.EXTRA)
    common = expected.keys() & found.keys()
    faults |= dict.fromkeys((path for path in common if expected[path] != found[path]), Fault.CHANGED)
    return [Difference(path, fault) for path, fault in sorted(faults.items())]


def _facts(files: Any) -> Manifest:
    if not isinstance(files, dict):
        raise ManifestError(f"{NAME} 里没有文件清单，可能已损坏。")
    try:
        return {str(path): FileFact(str(fact["sha256"]), int(fact["size"])) for path, fact in files.items()}
    except (KeyError, TypeError, ValueError) as error:
        raise ManifestError(f"{NAME} 里的文件清单不完整，可能已损坏。") from error


def _paths(folder: Path) -> Iterator[str]:
    start = len(str(folder)) + 1
    found = (
        f"{base[start:]}/{name}".replace(os.sep, "/").lstrip("/")
        for base, _, names in os.walk(folder)
        for name in names
    )
    return iter(sorted(path for path in found if path != NAME))


def _fact(file: Path) -> FileFact:
    digest, size = hashlib.sha256(), 0
    with file.open("rb") as stream:
        while block := stream.read(_CHUNK):
            digest.update(block)
            size += len(block)
    return FileFact(digest.hexdigest(), size)
