"""`content/search.yml`: words that mean the same in a query."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from gongkai.loading.codes import finding
from gongkai.loading.unit_file import SettingsFile, settings_entries, settings_text
from gongkai.model.problem import Problem

SEARCH_FILE = "search.yml"
CODE = "U021"
_HINT = "同义词:\n  - 低保 = 最低生活保障"
_BETWEEN = re.compile(r"\s*[=＝]\s*")


@dataclass(frozen=True, slots=True)
class SearchWords:
    """Groups of words of which one stands for the other, and what is wrong with the file."""

    groups: tuple[tuple[str, ...], ...] = ()
    problems: tuple[Problem, ...] = ()


def read_search_words(content: Path, shown: str = "") -> SearchWords:
    """The site's synonyms; an absent file has none. Lines that cannot be read are findings, the others count."""
    file = SettingsFile(content, SEARCH_FILE, shown)
    text = settings_text(file, CODE)
    if text is None:
        return SearchWords()
    entries = text if isinstance(text, Problem) else settings_entries(file, text, CODE)
    if isinstance(entries, Problem):
        return SearchWords(problems=(entries,))
    groups: list[tuple[str, ...]] = []
    problems: list[Problem] = []
    for entry in entries:
        if entry.name.strip() not in ("同义词", "synonyms"):
            message = f"没有“{entry.name}”这一项，可以写的是“同义词”。"
            problems.append(finding(CODE, file.path, message, line=entry.line, field=entry.name, hint=_HINT))
            continue
        for written, line in _lines(entry.value, entry.line, entry.item_lines):
            words = tuple(dict.fromkeys(word for word in _BETWEEN.split(written.strip()) if word))
            if len(words) > 1:
                groups.append(words)
            else:
                message = f"“{written}”里没有等号：同义的词之间写“=”。"
                problems.append(finding(CODE, file.path, message, line=line, field="同义词", hint=_HINT))
    return SearchWords(tuple(groups), tuple(problems))


def _lines(value: object, line: int, item_lines: tuple[int, ...]) -> Iterator[tuple[str, int]]:
    """The written lines of a list, or of one text, each with its line in the file."""
    if isinstance(value, str):
        yield from ((part, line) for part in value.split("\n") if part.strip())
    elif isinstance(value, list | tuple):
        places = (*item_lines, *([line] * len(value)))
        yield from ((str(part), place) for part, place in zip(value, places, strict=False))
    else:
        yield str(value), line
