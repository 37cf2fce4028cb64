"""Where the time of a build went: seconds by stage, and the slowest pages."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field


@dataclass(slots=True)
class Times:
    """Seconds by the wall clock, in the order of the stages; a stage within another is told apart by its name."""

    stages: dict[str, float] = field(default_factory=dict)
    slowest: Sequence[tuple[float, str]] = ()

    def add(self, spent: Iterable[tuple[str, float]]) -> None:
        """Count seconds that were measured elsewhere towards their stages."""
        for name, seconds in spent:
            self.stages[name] = self.stages.get(name, 0.0) + seconds

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Count the time spent in a `with` block towards a stage."""
        start = time.perf_counter()
        try:
            yield
        finally:
            self.stages[name] = self.stages.get(name, 0.0) + time.perf_counter() - start


def profile_lines(times: Times, total: float) -> list[str]:
    """The profile for the person who builds, in Chinese: stages, then the slowest pages."""
    lines = ["各阶段用时（秒）："]
    lines += [f"  {seconds:8.2f}  {name}" for name, seconds in times.stages.items()]
    named = sum(seconds for name, seconds in times.stages.items() if not name.startswith("　"))
    lines += [f"  {max(0.0, total - named):8.2f}  其他", f"  {total:8.2f}  合计"]
    if times.slowest:
        lines.append("最慢的页面（毫秒）：")
        lines += [f"  {seconds * 1000:8.1f}  {path}" for seconds, path in times.slowest]
    return lines
