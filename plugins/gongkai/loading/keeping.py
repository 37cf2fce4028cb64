"""Whether a broken item may stay public as its last good self (design §4, `--skip-broken`)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from gongkai.loading.assign import Site
from gongkai.loading.candidate import Candidate, Rules, examine
from gongkai.loading.detectors import detect
from gongkai.loading.files import FormerFiles
from gongkai.loading.folder import Found, source_of
from gongkai.loading.former import Former
from gongkai.model.problem import Concern, Level, Problem

_WORDS = (
    "草稿",
    "撤下",
    "依申请公开",
    "不予公开",
    "公开方式",
    "公开属性",
    "公开范围",
    "draft",
    "withdrawn",
    "disclosure",
    "scope",
)
"""A text that mentions one of these may be meant to be taken off; then nothing is kept."""


def may_stay(problems: Iterable[Problem], data: bytes | None) -> bool:
    """Whether the break is one of syntax or typing, and the raw text gives no other reason to take the item off."""
    concerns = {p.concern for p in problems if p.level is Level.BLOCK}
    if data is None or concerns != {Concern.FORM}:
        return False
    texts = [data.decode(encoding, errors="replace") for encoding in ("utf-8", "gb18030", "utf-16")]
    return not any(word in text for text in texts for word in _WORDS) and not any(
        hit for text in texts[:2] for hit in detect(text)
    )


def raw_bytes(found: Found, max_bytes: int) -> bytes | None:
    """The bytes of a broken file, None when they cannot or should not be read: then nothing is kept."""
    if found.size > max_bytes:
        return None
    try:
        return Path(found.real).read_bytes()
    except OSError:
        return None


@dataclass(frozen=True, slots=True)
class Kept:
    """An item as it was last public: judged anew for today, with its former files and the bytes of its source."""

    candidate: Candidate
    files: FormerFiles
    data: bytes


def last_good(
    relative: str, former: Former, site: Site, rules: Rules, former_site: Path | None
) -> Kept | None:
    """The item as it was last public, judged anew for today; None when it would not be public any more."""
    good = former.get(relative)
    if good is None:
        return None
    source, _ = source_of(good.data, relative, site.shown)
    if source is None:
        return None
    candidate = examine(source, site, rules)
    if not candidate.public or candidate.item is None or candidate.item.index_number != good.index_number:
        return None
    return Kept(candidate, FormerFiles(former_site, {file.source: file for file in good.files}), good.data)
