"""`scripts/site.py` hands everything on unchanged and says where the site is."""

import subprocess
import sys
from pathlib import Path

import pytest

from scripts import site
from tests.arch.source import ROOT


@pytest.mark.parametrize(
    ("argv", "expected"),
    [
        (["build"], "site"),
        (["build", "--site-dir", "out"], "out"),
        (["build", "--site-dir=out"], "out"),
        (["build", "--site-dir", "a", "--site-dir=b"], "b"),
    ],
)
def test_the_closing_word_names_the_folder(argv: list[str], expected: str) -> None:
    assert site.where_to_look(argv, Path("root")).startswith(f"站点在：{Path('root', expected)}\n")


def test_the_closing_word_names_a_command_to_look_at_it() -> None:
    assert "-m http.server -d " in site.where_to_look(["build"], Path("root"))
    assert '-d "my root' in site.where_to_look(["build"], Path("my root"))


@pytest.mark.parametrize(
    ("argv", "wanted"),
    [
        (["build"], True),
        (["build", "--format", "text"], True),
        (["build", "--format", "json"], False),
        (["build", "--format=json"], False),
        (["build", "--help"], False),
        (["check"], False),
    ],
)
def test_only_a_build_for_people_has_a_closing_word(argv: list[str], wanted: bool) -> None:
    assert site.says_where(argv) is wanted


def test_commands_run_on_the_demonstration_unless_here_is_a_site(tmp_path: Path) -> None:
    assert site.working_folder(["build"], tmp_path) == ROOT
    assert site.working_folder(["init", "x"], tmp_path) == tmp_path
    assert site.working_folder(["--help"], tmp_path) == tmp_path
    assert site.working_folder(["build", "--config-file=a.yml"], tmp_path) == tmp_path
    (tmp_path / "mkdocs.yml").touch()
    assert site.working_folder(["build"], tmp_path) == tmp_path


def test_without_a_command_it_says_how_to_use_it() -> None:
    done = subprocess.run(
        [sys.executable, "-X", "utf8", str(ROOT / "scripts" / "site.py")],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 2
    assert done.stdout.startswith("用法：")


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("site_name: x\n", "site"),
        ("site_name: x\nsite_dir: public  # where\n", "public"),
        ("site_dir: 'my site'\n", "my site"),
        ("# site_dir: no\nsite_dir: ../out\n", "../out"),
    ],
)
def test_the_site_of_another_configuration_lies_beside_it(
    tmp_path: Path, written: str, expected: str
) -> None:
    config = tmp_path / "county" / "mkdocs.yml"
    config.parent.mkdir()
    config.write_text(written, encoding="utf-8")
    for argv in (["build", "--config-file", "county/mkdocs.yml"], ["build", "-f", str(config)]):
        assert site.where_to_look(argv, tmp_path).startswith(f"站点在：{config.parent / expected}\n")
