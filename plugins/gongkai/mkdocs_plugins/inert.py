"""Text in which the dialect's Markdown, its serialiser and the sanitiser find nothing to do."""

from __future__ import annotations

# What no inline pattern of the dialect looks for and no serialiser escapes: no markup characters, no control
# characters, no characters that HTML writes as an entity or replaces, none that we use as marks.
INERT = r"[^\x00-\x1f\\`\[\]<>&*_|\x7f-\xa0\u2028\u2029\ud800-\uf8ff\ufeff\ufff0-\uffff\U000e0000-\U0010ffff]"
"""One such character."""

# Beginnings that a block pattern could look for: lists, headings, rules, quotes, definitions, fences, notes.
BEGIN = r"(?![\s#=+:>!~^{-]|\d+\.(?!\S))"
"""What a line may begin with."""
