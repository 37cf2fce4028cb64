"""Every rule on bad and good fixtures that state what must be found; a rule without both fails."""

import importlib
import pkgutil
import re
from pathlib import Path

import pytest

from gongkai.checks.registry import all_rules, module_names
from tests.rules.world import Case, findings

FOLDER = Path(__file__).parent
FAMILIES = sorted(m.name for m in pkgutil.iter_modules([str(FOLDER)]) if m.name.startswith("cases_"))
CASES: tuple[Case, ...] = tuple(
    case for name in FAMILIES for case in importlib.import_module(f"tests.rules.{name}").CASES
)


def name_of(case: Case) -> str:
    return f"{case.code}-{'bad' if case.expected else 'good'}"


@pytest.mark.parametrize("case", CASES, ids=name_of)
def test_a_rule_finds_what_is_announced_and_nothing_else(case: Case) -> None:
    found = findings(case.code, case.on)
    messages = [p.message for p in found]
    assert len(messages) == len(case.expected), messages
    for piece in case.expected:
        assert any(piece in message for message in messages), (piece, messages)
    for problem in found:
        assert problem.path
        assert problem.hint, "a clerk must know what to type"


@pytest.mark.parametrize("code", sorted(all_rules()))
def test_a_rule_has_bad_and_good_fixtures(code: str) -> None:
    own = [case for case in CASES if case.code == code]
    assert any(case.expected for case in own), "no bad fixture"
    assert any(not case.expected for case in own), "no good fixture"


@pytest.mark.parametrize("code", sorted(all_rules()))
def test_a_rule_says_what_why_bad_good_and_its_basis(code: str) -> None:
    rule = all_rules()[code]
    assert rule.basis
    assert re.search(r"[\u4e00-\u9fff]", rule.name)
    for part in ("What:", "Why:", "Bad:", "Good:"):
        assert part in rule.doc, part


def test_each_file_has_one_rule_and_the_table_is_covered() -> None:
    assert len(module_names()) == len(all_rules())
    assert len(all_rules()) >= 110
