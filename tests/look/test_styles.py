"""The style sheet: small, asks nothing of other hosts, and its colours can be read in every theme."""

from __future__ import annotations

import re

import pytest

from tests.look.sample import OVERRIDES

CSS = (OVERRIDES / "assets/gongkai.css").read_text(encoding="utf-8")
LIMIT = 48 * 1024
WHITE = "#ffffff"

# Text on ground; an empty name is white.
PAIRS = [
    ("main", ""), ("deep", ""), ("ink", ""), ("soft", ""), ("alert", ""),
    ("main", "tint"), ("deep", "tint"), ("ink", "tint"), ("soft", "tint"), ("main", "ground"), ("soft", "ground"), ("ink", "alert-tint"),
    ("", "main"), ("", "deep"), ("", "alert"),
]  # fmt: skip


def colours(theme: str) -> dict[str, str]:
    """The colour variables of a theme: the default ones with the theme's own over them."""
    blocks = [
        re.search(re.escape(selector) + r" \{(.*?)\}", CSS, re.DOTALL)
        for selector in (":root", f".gk-{theme}")
    ]
    return {
        name: value
        for found in blocks
        if found
        for name, value in re.findall(r"--gk-([a-z-]+): (#[0-9a-f]{6});", found[1])
    }


def luminance(colour: str) -> float:
    """Relative luminance (WCAG 2.1)."""
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio (WCAG 2.1)."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", ["blue", "red", "green"])
def test_text_can_be_read(theme: str) -> None:
    values = colours(theme) | {"": WHITE}
    found = {pair: round(contrast(values[pair[0]], values[pair[1]]), 1) for pair in PAIRS}
    assert {pair: ratio for pair, ratio in found.items() if ratio < 4.5} == {}


def test_is_small_and_asks_nothing_of_other_hosts() -> None:
    assert len(CSS.encode()) <= LIMIT
    assert not re.search(r"url\(|@import|@font-face", CSS)


def test_every_class_of_ours_in_a_template_is_ours_by_its_prefix() -> None:
    foreign = set()
    for path in sorted(OVERRIDES.rglob("*.html")):
        for names in re.findall(r'class="([^"{]*)"', path.read_text(encoding="utf-8")):
            foreign |= {name for name in names.split() if not name.startswith("gk")}
    assert foreign == {"md-typeset"}
