"""SARIF 2.1.0, so that code hosts show findings beside the changed lines."""

from __future__ import annotations

import json
from urllib.parse import quote

from gongkai.checks.result import Result
from gongkai.model.problem import Level, Problem

_LEVELS = {
    Level.BLOCK: "error",
    Level.VETO: "error",
    Level.ERROR: "error",
    Level.WARNING: "warning",
    Level.INFO: "note",
}
_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def sarif_report(result: Result) -> str:
    """One run with all findings."""
    first = {p.code: p.message for p in reversed(result.problems)}
    names = first | dict(result.names)
    codes = sorted(first)
    rules = [{"id": code, "shortDescription": {"text": names[code]}} for code in codes]
    run = {
        "tool": {"driver": {"name": "gongkai", "rules": rules}},
        "columnKind": "utf16CodeUnits",
        "results": [_result(p, codes.index(p.code)) for p in result.problems],
    }
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=1)


def _result(problem: Problem, index: int) -> dict[str, object]:
    text = problem.message + (f" 请改：{problem.hint}" if problem.hint else "")
    location = {
        "artifactLocation": {"uri": quote(problem.path)},
        "region": {"startLine": max(1, problem.line)},
    }
    return {
        "ruleId": problem.code,
        "ruleIndex": index,
        "level": _LEVELS[problem.level],
        "message": {"text": text},
        "locations": [{"physicalLocation": location}],
    }
