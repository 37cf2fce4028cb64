"""How much of one text is another's: shares of overlapping pieces (shingles)."""

from __future__ import annotations

from gongkai.checks.markdown import plain

_SIZE = 8


def shingles(text: str) -> frozenset[str]:
    """All runs of eight characters of a body without marks."""
    bare = plain(text)
    return frozenset(bare[n : n + _SIZE] for n in range(max(0, len(bare) - _SIZE + 1)))


def contained(part: str, whole: str) -> float:
    """The share of `part` that stands in `whole` word for word (0–1); short texts count as 0."""
    pieces = shingles(part)
    return len(pieces & shingles(whole)) / len(pieces) if len(pieces) >= 60 else 0.0


def alike(one: str, other: str) -> float:
    """How alike two texts are (Jaccard, 0–1); short texts count as 0."""
    first, second = shingles(one), shingles(other)
    if min(len(first), len(second)) < 60:
        return 0.0
    return len(first & second) / len(first | second)
