"""Secrecy marks, ID and bank card numbers inside attachments stop a build, as those in an item's own text do.

An attachment is read once for its content: what was found in it is remembered by its checksum. A site without
attachments pays nothing.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from gongkai.loading.bodies import BodyReader
from gongkai.loading.detectors import detect
from gongkai.model.item import Attachment, Item
from gongkai.model.problem import Concern, Level, Problem

CODES = frozenset({"L060", "L061", "L062"})
_FILE = "attachment-secrets.json"
_VERSION = 1
"""Raised whenever a reader or a detector gives other results."""
_NAMES = {"L060": "密级标志", "L061": "身份证号", "L062": "银行账号"}
_HINT = "改好附件，重新保存；一时改不了的，先在这条信息里写“草稿: 是”，或从“附件”里删去它。"

Found = list[list[str]]
"""Code, place and how it may be shown, of each hit."""


def attachment_secrets(
    items: tuple[Item, ...], bodies: BodyReader, state: Path, shown: str
) -> tuple[Problem, ...]:
    """What must not become public in the attachments of these items; `shown` is the prefix of their paths."""
    wanted = [(item, attachment) for item in items for attachment in item.attachments]
    if not wanted:
        return ()
    known = _load(state / _FILE)
    found: dict[str, Found] = {}
    for item, attachment in wanted:
        key = f"{attachment.sha256}.{attachment.name.rpartition('.')[2].lower()}"
        if key not in found:
            found[key] = known[key] if key in known else _look(bodies, item, attachment)
    if found != known:
        _save(state / _FILE, found)
    listed = {
        attachment.source: found[f"{attachment.sha256}.{attachment.name.rpartition('.')[2].lower()}"]
        for _, attachment in wanted
    }
    return tuple(p for source, hits in sorted(listed.items()) for p in _problems(shown + source, hits))


def items_with(
    secrets: Iterable[Problem], items: Iterable[Item], shown: str
) -> dict[str, tuple[Problem, ...]]:
    """The items whose attachments these findings are about, by path, each with its own."""
    found: dict[str, list[Problem]] = {}
    for problem in secrets:
        found.setdefault(problem.path, []).append(problem)
    about = {i.path: tuple(p for a in i.attachments for p in found.get(shown + a.source, ())) for i in items}
    return {path: problems for path, problems in about.items() if problems}


def _look(bodies: BodyReader, item: Item, attachment: Attachment) -> Found:
    from gongkai.checks.attachments.read import read_file  # pypdf and Pillow are slow to load

    try:
        extract = read_file(Path(bodies.file(item, attachment.source)), attachment.name)
    except KeyError:
        return []
    return [[hit.code, part.place, hit.shown] for part in extract.parts for hit in detect(part.text)]


def _problems(path: str, hits: Found) -> Iterator[Problem]:
    for code, place, what in hits:
        where = f"（{place}）" if place else ""
        name = path.rpartition("/")[2]
        message = f"附件“{name}”{where}里有{_NAMES[code]}“{what}”，不能公开。"
        concern = Concern.SECRECY if code == "L060" else Concern.PRIVACY
        yield Problem(code, Level.BLOCK, path, 0, "", message, _HINT, concern=concern)


def _load(path: Path) -> Mapping[str, Found]:
    """What is remembered; nothing when it cannot be read."""
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        if data["version"] != _VERSION:
            return {}
        return {
            key: [[str(t) for t in hit] for hit in hits if hit[0] in CODES]
            for key, hits in data["files"].items()
        }
    except (OSError, ValueError, KeyError, TypeError, AttributeError, IndexError):
        return {}


def _save(path: Path, found: Mapping[str, Found]) -> None:
    """Remember; a folder that cannot be written to costs a reading next time, nothing else."""
    text = json.dumps({"version": _VERSION, "files": dict(sorted(found.items()))}, ensure_ascii=False)
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        beside = path.with_name(path.name + ".new")
        beside.write_text(text, encoding="utf-8", newline="\n")
        beside.replace(path)
