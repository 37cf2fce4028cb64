"""Word lists, found with one pass over a text (Aho–Corasick)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from importlib import resources
from pathlib import Path

import yaml
from ahocorasick_rs import AhoCorasick, MatchKind

SENSITIVE_FILE = "敏感词.txt"


@dataclass(frozen=True, slots=True)
class Word:
    """A wrong word and the right one; `since` (ISO day) makes it wrong only in what was written from then on."""

    wrong: str
    right: str
    note: str = ""
    since: str = ""
    unless: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Match:
    """A word of a list in a text."""

    word: Word
    at: int


@dataclass(frozen=True)
class WordList:
    """A list of words that can be looked for."""

    words: tuple[Word, ...] = ()

    @cached_property
    def _machine(self) -> AhoCorasick:
        return AhoCorasick([w.wrong for w in self.words], matchkind=MatchKind.LeftmostLongest)

    def find(self, text: str) -> Iterator[Match]:
        """Every occurrence that no longer harmless word (`unless`) covers."""
        if not self.words:
            return
        for index, start, end in self._machine.find_matches_as_indexes(text):
            word = self.words[index]
            if not any(whole in text[max(0, start - 12) : end + 12] for whole in word.unless):
                yield Match(word, start)


@dataclass(frozen=True, slots=True)
class WordLists:
    """Severe slips, common slips and former names, and the unit's own secret list."""

    severe: WordList = field(default_factory=WordList)
    common: WordList = field(default_factory=WordList)
    own: WordList = field(default_factory=WordList)


def read_words(content: Path) -> WordLists:
    """The packaged lists, and the unit's own `敏感词.txt` (one word a line, `#` begins a remark)."""
    severe, common = packaged_words()
    return WordLists(severe, common, WordList(tuple(_own_words(content / SENSITIVE_FILE))))


def _own_words(path: Path) -> Iterator[Word]:
    if path.is_file():
        for line in path.read_text(encoding="utf-8-sig", errors="replace").splitlines():
            text = line.partition("#")[0].strip()
            if text:
                yield Word(text, "")


@lru_cache(maxsize=1)
def packaged_words() -> tuple[WordList, WordList]:
    """`presets/words.yml`: data only."""
    text = (resources.files("gongkai.presets") / "words.yml").read_text(encoding="utf-8")
    data = yaml.load(text, Loader=yaml.CSafeLoader)
    return _list(data["severe"]), _list(data["common"])


def _list(entries: Sequence[Mapping[str, object]]) -> WordList:
    return WordList(tuple(_word(entry) for entry in entries))


def _word(entry: Mapping[str, object]) -> Word:
    unless = entry.get("unless")
    return Word(
        wrong=str(entry["wrong"]),
        right=str(entry["right"]),
        note=str(entry.get("note", "")),
        since=str(entry.get("since", "")),
        unless=tuple(str(u) for u in unless) if isinstance(unless, list) else (),
    )
