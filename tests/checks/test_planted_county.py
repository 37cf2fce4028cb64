"""A whole site with faults of every family, run as a clerk runs it: all are found at their places, and nothing else."""

import json
import subprocess
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

import pytest
from selectolax.lexbor import LexborHTMLParser

from gongkai.checks.registry import all_rules
from tests.checks.neglected_county import COLUMNS, MKDOCS, OTHERS, UNIT, plants
from tests.checks.planting import Place, sow
from tests.checks.spoiled_pages import spoil

TODAY = "2026-11-23"
OF_THE_SITE: tuple[tuple[str, str], ...] = (
    (
        "content/columns.yml",
        "B01 B03 B03 B03 B03 B04 C06 G01 G02 G03 G03 G04 G05 G06 G07 K01 K02 N05 P03 P07 P08 S03",
    ),
    ("content/columns.yml", "Y01 Y12 Y13 Z03"),
    ("mkdocs.yml", "G14 G21"),
    ("content/单位.yml", "M02"),
    ("content/gazette/2026-02.yml", "L081"),
)
"""Findings about the site as a whole: nothing of what they ask for was ever published."""
IN_FILES: tuple[Place, ...] = (
    ("K06", "content/新闻发布计划.yml", 2, ""),
    ("K07", "content/新闻发布计划.yml", 3, ""),
    ("L080", "content/gazette/2026-02.yml", 4, "条目"),
    ("S002", "content/工作数据/2026.yml", 1, "依申请公开"),
    ("U035", "content/单位.yml", 0, "ICP备案号"),
    ("U202", "content/waivers.yml", 1, ""),
    ("U204", "content/holidays.yml", 2, "2027"),
    ("U205", "mkdocs.yml", 0, "gongkai/checks"),
)
TOLD_BEFORE = {"M05", "N01", "P02", "X03"}
"""Rules that a folder cannot break on its own: loading stops such an item or a column's change (L022, L020, U115, L062)."""


@dataclass(frozen=True)
class Neglected:
    """The built and spoiled site, and the findings that are announced for it."""

    root: Path
    announced: Counter[Place]

    def run(self, *arguments: str) -> "subprocess.CompletedProcess[str]":
        command = [sys.executable, "-X", "utf8", "-c", "from gongkai.cli import main; main()", *arguments]
        return subprocess.run(
            command, cwd=self.root, capture_output=True, text=True, encoding="utf-8", check=False
        )

    def check(self, form: str) -> str:
        done = self.run("check", "--format", form, "--today", TODAY)
        assert done.returncode == 1, done.stderr
        assert not done.stderr
        return done.stdout


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Neglected:
    root = tmp_path_factory.mktemp("neglected")
    files = {"mkdocs.yml": MKDOCS, "content/单位.yml": UNIT, "content/columns.yml": COLUMNS} | OTHERS
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8", newline="\n")
    announced = Counter((code, path, 0, "") for path, codes in OF_THE_SITE for code in codes.split())
    announced.update(IN_FILES)
    sources: dict[str, tuple[str, int]] = {}
    for number, plant in enumerate(plants(), 1):
        announced.update(sow(root / "content", number, plant))
        path = f"content/{plant.column}/{plant.name or f'植入{number}'}.md"
        sources[plant.title] = (path, 2)
    made = Neglected(root, announced)
    done = made.run("build", "--skip-broken", "--today", TODAY)
    assert done.returncode == 0, done.stdout + done.stderr
    announced.update(spoil(root / "site", sources))
    return made


def test_all_planted_faults_are_found_and_nothing_else(site: Neglected) -> None:
    data = json.loads(site.check("json"))
    found = Counter((p["code"], p["path"], p["line"], p["field"]) for p in data["problems"])
    assert (found - site.announced, site.announced - found) == (Counter(), Counter())
    assert data["notes"] == []
    assert len(data["held"]) == 0
    assert sum(data["counts"].values()) == sum(site.announced.values())


def test_the_plants_are_of_all_rules(site: Neglected) -> None:
    codes = {code for code, *_ in site.announced}
    assert sum(site.announced.values()) >= 150
    assert {code[0] for code in codes} >= set("ABCFGJKLMNPRSTUWXYZ")
    assert {code for code, rule in all_rules().items() if rule.on} - codes == TOLD_BEFORE


def test_the_text_names_every_code_and_file(site: Neglected) -> None:
    text = site.check("text")
    for code, path, *_ in site.announced:
        assert f" {code}] " in text, code
        shown = path in text or path.startswith("site/") or path.rpartition("/")[0] in text
        assert shown, path
    assert text.count("[不合格]") == 7
    assert "13912345678" not in text
    for number in ("11010519491231002X", "E12345678"):
        assert number not in text


def test_sarif_keeps_its_schema_and_has_every_finding(site: Neglected) -> None:
    data = json.loads(site.check("sarif"))
    assert data["version"] == "2.1.0"
    assert data["$schema"].endswith("sarif-2.1.0.json")
    (run,) = data["runs"]
    driver = run["tool"]["driver"]
    ids = [rule["id"] for rule in driver["rules"]]
    assert driver["name"] == "gongkai"
    assert len(set(ids)) == len(ids)
    assert all(rule["shortDescription"]["text"] != rule["id"] for rule in driver["rules"])
    found: Counter[tuple[str, str]] = Counter()
    for result in run["results"]:
        assert set(result) == {"ruleId", "ruleIndex", "level", "message", "locations"}
        assert ids[result["ruleIndex"]] == result["ruleId"]
        assert result["level"] in ("error", "warning", "note")
        assert result["message"]["text"]
        (place,) = (each["physicalLocation"] for each in result["locations"])
        uri = place["artifactLocation"]["uri"]
        assert uri.isascii()
        assert not uri.startswith("/")
        assert place["region"]["startLine"] >= 1
        found[result["ruleId"], unquote(uri)] += 1
    announced: Counter[tuple[str, str]] = Counter()
    for (code, path, *_), count in site.announced.items():
        announced[code, path] += count
    assert found == announced


def test_the_page_for_the_head_of_the_office_has_all_and_loads_nothing(site: Neglected) -> None:
    page = LexborHTMLParser(site.check("html"))
    text = page.body.text() if page.body else ""
    for code in {code for code, *_ in site.announced}:
        assert code in text, code
    assert not page.css("script, link, img[src^=http], iframe")
    assert [node.text() for node in page.css("h1")] == [f"示例县人民政府 政务公开自查报告（{TODAY}）"]
    assert "13912345678" not in text


def test_the_calendar_has_an_event_for_each_deadline(site: Neglected) -> None:
    text = site.run("check", "--format", "ics", "--today", TODAY).stdout
    forecast = json.loads(site.check("json"))["forecast"]
    days = sorted(line.partition(":")[2] for line in text.splitlines() if line.startswith("DTSTART"))
    assert days == sorted(d["day"].replace("-", "") for d in forecast)
    assert text.count("BEGIN:VEVENT") == text.count("END:VEVENT") == len(forecast) > 5
    codes = {d["code"] for d in forecast}
    assert codes >= {"G02", "G03", "G06", "N04", "C02"}
