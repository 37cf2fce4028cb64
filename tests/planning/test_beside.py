"""Work beside: the same answer from a forked process and from this one."""

import os

import pytest

from gongkai.planning import beside as room
from gongkai.planning.beside import beside


@pytest.fixture
def alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """The runner of the tests has threads of its own."""
    monkeypatch.setattr(room.threading, "active_count", lambda: 1)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="there is no fork here")
@pytest.mark.usefixtures("alone")
def test_another_process_works() -> None:
    answer = beside(lambda: f"{os.getpid()} 公开", worth_it=True)
    number, text = answer().split()
    assert text == "公开"
    assert int(number) != os.getpid()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="there is no fork here")
@pytest.mark.usefixtures("alone")
@pytest.mark.filterwarnings("ignore")
def test_a_work_that_fails_there_answers_with_nothing(capfd: pytest.CaptureFixture[str]) -> None:
    assert beside(lambda: str(1 // 0), worth_it=True)() == ""
    assert "Traceback" not in capfd.readouterr().err


def test_with_other_threads_this_process_works(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room.threading, "active_count", lambda: 2)
    assert beside(lambda: str(os.getpid()), worth_it=True)() == str(os.getpid())


@pytest.mark.usefixtures("alone")
def test_what_is_not_worth_it_is_done_here() -> None:
    assert beside(lambda: str(os.getpid()), worth_it=False)() == str(os.getpid())


@pytest.mark.usefixtures("alone")
def test_where_no_further_process_is_to_be_had_this_one_works(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse() -> int:
        raise BlockingIOError(11, "Resource temporarily unavailable")

    monkeypatch.setattr(room.os, "fork", refuse, raising=False)
    assert beside(lambda: str(os.getpid()), worth_it=True)() == str(os.getpid())
