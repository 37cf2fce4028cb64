"""What `scripts/test.py` runs for which options, and what it does where the system lacks something."""

from pathlib import Path

import pytest

from scripts import _debian
from scripts import test as script
from scripts._setup import Trouble


def command(*argv: str) -> list[str]:
    options, rest = script.parse(argv)
    return script.pytest_command(options, rest)[2:]


@pytest.mark.parametrize(
    ("argv", "expected"),
    [
        ([], ["pytest", "-q", "-n", "2"]),
        (["--quick"], ["pytest", "-q", "-n", "2", "-m", "not slow and not browser"]),
        (["--no-browser"], ["pytest", "-q", "-n", "2", "-m", "not browser"]),
        (["-k", "a or b"], ["pytest", "-q", "-n", "2", "-k", "a or b"]),
        (["-n", "0", "tests/arch", "-x"], ["pytest", "-q", "-n", "0", "tests/arch", "-x"]),
    ],
)
def test_options_become_pytest_arguments(argv: list[str], expected: list[str]) -> None:
    assert command(*argv) == expected


@pytest.mark.parametrize(("argv", "wanted"), [([], True), (["--quick"], False), (["--no-browser"], False)])
def test_a_browser_is_looked_for_only_if_a_test_needs_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, argv: list[str], wanted: bool
) -> None:
    monkeypatch.setattr(script, "ROOT", tmp_path)
    options, _ = script.parse(argv)
    assert script.wants_browser(options) is False
    (tmp_path / "tests" / "look").mkdir(parents=True)
    (tmp_path / "tests" / "look" / "test_x.py").write_text("@pytest.mark.browser", encoding="utf-8")
    assert script.wants_browser(options) is wanted


def test_a_failed_stage_does_not_hide_the_next(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    ran: list[str] = []

    def runner(command: list[str], env: dict[str, str] | None = None) -> object:
        ran.append(Path(command[0]).stem)
        return lambda: int(ran[-1] == "ruff" and len(ran) == 1)

    monkeypatch.setattr(script, "runner", runner)
    monkeypatch.setattr(script, "set_up", lambda: 0)
    assert script.main(["--quick"]) == 1
    assert ran == ["ruff", "ruff", "mypy", "python"]
    assert capsys.readouterr().err == "未通过：ruff check\n"


def test_a_missing_package_is_one_line_at_home_and_loud_in_ci(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(_debian, "can_install", lambda: False)
    monkeypatch.delenv("CI", raising=False)
    assert _debian.provide(["chromium"], "浏览器测试") is False
    assert capsys.readouterr().err.count("\n") == 1
    monkeypatch.setenv("CI", "1")
    with pytest.raises(Trouble, match="sudo apt install chromium"):
        _debian.provide(["chromium"], "浏览器测试")


def test_package_lists_are_refreshed_once(monkeypatch: pytest.MonkeyPatch) -> None:
    ran: list[str] = []

    def apt(command: list[str]) -> str:
        ran.append(command[1])
        return "E: not found" if ran == ["install"] else ""

    monkeypatch.setattr(_debian, "can_install", lambda: True)
    monkeypatch.setattr(_debian, "_apt", apt)
    assert _debian.provide(["chromium"], "浏览器测试") is True
    assert ran == ["install", "update", "install"]
