"""Every rule on bad and good fixtures that state what must be found; a rule without both fails."""

import importlib
import pkgutil
import re
from pathlib import Path

import pytest

from gongkai.checks.registry import all_rules, module_names
from gongkai.checks.result import LEVEL_NAMES
from gongkai.model.problem import Level
from tests.rules.world import FEEDBACK, Case, entry, findings, world

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


@pytest.mark.parametrize(
    ("counts", "level"),
    [({"received": 5, "adopted": 6}, Level.ERROR), ({"received": 12, "adopted": 5}, Level.WARNING)],
)
def test_more_opinions_adopted_than_received_is_an_error(counts: dict[str, int], level: Level) -> None:
    (found,) = findings("C04", world(entry(FEEDBACK, details=counts)))
    assert found.level is level


def test_each_file_has_one_rule_and_the_table_is_covered() -> None:
    assert len(module_names()) == len(all_rules())
    assert len(all_rules()) >= 110


HANDBOOK = FOLDER.parents[1] / "docs" / "编辑手册" / "检查.md"
ADDED = {"R009", "X08", "X09", "K06", "K07"}
"""Rules of our own, beside those of the check list."""


def rows(heading: str) -> list[list[str]]:
    """The cells of the table below a heading of the handbook's chapter."""
    part = HANDBOOK.read_text(encoding="utf-8").partition(f"{heading}\n")[2].partition("\n#")[0]
    lines = [line for line in part.splitlines() if line.startswith("| ")]
    return [[cell.strip() for cell in line.strip("|").split(" | ")] for line in lines[2:]]


@pytest.mark.parametrize("code", ["C03", "G21", "J06", "J07", "T05"])
def test_what_rests_on_uncertain_ground_is_off_or_a_hint(code: str) -> None:
    rule = all_rules()[code]
    assert not rule.on or rule.level is Level.INFO


def test_the_handbook_lists_every_rule_as_it_is() -> None:
    stated = {code: (name, level, basis) for code, name, level, _, _, basis in rows("## 规则一览")}
    made = {
        rule.code: (rule.name, LEVEL_NAMES[rule.level] + ("" if rule.on else "（缺省关）"), rule.basis)
        for rule in all_rules().values()
    }
    assert stated == made


def test_each_rule_of_the_check_list_is_decided_or_left_out_with_a_reason() -> None:
    left_out = {code: reason for code, _, reason in rows("### 没有做的规则")}
    assert all(left_out.values())
    assert len(all_rules().keys() - ADDED) + len(left_out) == 122
    assert f"共 122 条，做了 {len(all_rules().keys() - ADDED)} 条" in HANDBOOK.read_text(encoding="utf-8")
