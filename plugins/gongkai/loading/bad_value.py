"""A value that cannot be read as what its field is."""

from __future__ import annotations


class BadValue(ValueError):
    """`context` says what is wrong (`problem`, may be empty), what is `expected`, and a `hint`: a good value.

    pydantic takes any ValueError of a reader for a bad value, so the one definition of the fields knows it too.
    """

    def __init__(self, problem: str, expected: str, hint: str) -> None:
        super().__init__(problem or f"这里应写{expected}")
        self.context = {"problem": problem, "expected": expected, "hint": hint}
