"""What a word of a query also stands for: the site's synonyms, and the pinyin of synonyms and columns."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from gongkai.exports.search_text import normalise
from gongkai.loading import spelling

INITIALS = 3
"""Initials of fewer letters would hit too many other words."""


def query_words(groups: Iterable[Sequence[str]], names: Iterable[str]) -> Mapping[str, Sequence[str]]:
    """Word → what is looked for as well, all normalised, sorted. `names` are the columns' names."""
    found: defaultdict[str, dict[str, None]] = defaultdict(dict)
    spoken: set[str] = set()
    for group in groups:
        words = [normalise(word) for word in group]
        spoken.update(words)
        for word in words:
            found[word].update(dict.fromkeys(other for other in words if other != word))
    for word in sorted(spoken | {normalise(name) for name in names}):
        for reading in _readings(word):
            found[reading].update(dict.fromkeys((word, *found.get(word, ()))))
    return {word: tuple(found[word]) for word in sorted(found) if word and found[word]}


def _readings(word: str) -> tuple[str, ...]:
    """Pinyin in full and its initials, for words of Chinese characters alone."""
    if len(word) < 2 or not all("\u4e00" <= character <= "\u9fff" for character in word):
        return ()
    whole = "".join(spelling.spelled(word))
    letters = "".join(spelling.initials(word))
    return (whole, letters) if len(letters) >= INITIALS else (whole,)
