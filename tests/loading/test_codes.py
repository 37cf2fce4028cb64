"""One table for all findings of loading: every code is used, and none is used that is not in it."""

import re
from pathlib import Path

import gongkai.loading
from gongkai.loading.codes import CODES
from gongkai.model.problem import Concern, Level

SOURCES = sorted(Path(gongkai.loading.__file__).parent.glob("*.py"))
CODE = re.compile(r"\"([LRSTU]\d{3})\"")
VIEWS = frozenset({"T017"})
"""Said of tables by the views: whether a document is in force is known when the catalog stands."""


def used() -> set[str]:
    texts = (p.read_text(encoding="utf-8") for p in SOURCES if p.name not in ("codes.py", "columns_terms.py"))
    return {code for text in texts for code in CODE.findall(text)}


def test_every_code_is_used_and_known() -> None:
    own = {code for code in CODES if not code.startswith("U1")} - VIEWS
    assert {code for code in used() if not code.startswith("U1")} <= own
    package = Path(gongkai.loading.__file__).parents[1]
    texts = [p.read_text(encoding="utf-8") for p in package.rglob("*.py") if p.name != "codes.py"]
    # Findings about tables that need the checks' or the dialect's knowledge are made there, with the same table.
    assert own <= {code for text in texts for code in CODE.findall(text)}


def test_names_are_chinese_and_different() -> None:
    names = [code.name for code in CODES.values()]
    assert len(set(names)) == len(names)
    assert all(re.search("[\u4e00-\u9fff]", name) for name in names)


def test_what_a_last_good_version_may_never_follow() -> None:
    heavy = {c.code for c in CODES.values() if c.concern is not Concern.FORM}
    assert heavy == {"L050", "L051", "L060", "L061", "L062", "T012", "T029"}
    assert all(CODES[code].level is Level.BLOCK for code in heavy)
