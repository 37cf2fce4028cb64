"""JSON for other programs (design: the agreed keys, and those added here)."""

from __future__ import annotations

import json

from gongkai.checks.result import Result
from gongkai.model.problem import Held, Problem


def json_report(result: Result) -> str:
    """The object that `gongkai check --format json` prints."""
    data: dict[str, object] = {
        "today": result.today.isoformat(),
        "counts": result.counts(),
        "held": [_held(h) for h in result.held],
        "kept": [_held(h) for h in result.kept],
        "problems": [_problem(p) for p in result.problems],
        "waived": [{**_problem(p), "reason": reason} for p, reason in result.waived],
        "score": [
            {"indicator": r.indicator, "threshold": r.threshold, "found": r.found, "verdict": r.verdict,
             "names": list(r.names)} for r in result.rows
        ],
        "forecast": [
            {"day": d.day.isoformat(), "days_left": d.left(result.today), "subject": d.subject, "what": d.what,
             "where": d.where, "code": d.code} for d in result.deadlines
        ],
        "notes": list(result.notes),
    }  # fmt: skip
    return json.dumps(data, ensure_ascii=False, indent=1)


def _held(held: Held) -> dict[str, str]:
    return {"path": held.path, "index_number": held.index_number, "reason": held.reason}


def _problem(problem: Problem) -> dict[str, object]:
    return {
        "code": problem.code,
        "level": problem.level.value,
        "path": problem.path,
        "line": problem.line,
        "field": problem.field,
        "message": problem.message,
        "hint": problem.hint,
        "basis": problem.basis,
    }
