"""What is entered by hand beside the items: work data by year, and press plans."""

from __future__ import annotations

from pathlib import Path

from gongkai.loading.press_file import read_press
from gongkai.loading.work_file import read_work
from gongkai.model.entered import Entered
from gongkai.model.problem import Problem


def read_entered(content: Path, shown: str) -> tuple[Entered, tuple[Problem, ...]]:
    """Read both; what is wrong in one file costs nothing in the other, and never stops a build."""
    work, work_problems = read_work(content, shown)
    press, press_problems = read_press(content, shown)
    return Entered(work, press), (*work_problems, *press_problems)
