"""Rules, veto sums, score and forecast read the same clocks, by the thresholds that the site sets."""

from dataclasses import replace
from datetime import date

from gongkai.checks.forecast import forecast
from gongkai.checks.score import overdue_news, score
from tests.rules.world import FILES, NEWS, NORMATIVE, TODAY, Entry, entry, findings, tree, world

STRICT = {"G02": {"days": 10}, "G04": {"count": 1}, "G01": {"days": 5}}


def news_of(day: str) -> list[Entry]:
    return [entry(NEWS, day=day)]


def test_a_threshold_of_the_site_counts_everywhere() -> None:
    made = world(*news_of("2026-11-12"), limits=STRICT)
    assert [p.code for code in ("G01", "G02", "G04") for p in findings(code, made)] == ["G01", "G02", "G04"]
    assert overdue_news(made.facts) == ("政务动态/工作动态",)
    home, together, *_ = score(made.facts, ())
    assert (home.threshold, home.verdict) == ("5 天内有更新", "不合格")
    assert (together.threshold, together.verdict) == ("不满 1 个", "不合格")
    (deadline,) = [d for d in forecast(made.facts) if d.code == "G02"]
    assert deadline.text(TODAY) == "工作动态：10 天内更新，已过 1 天（2026-11-22）"


def test_by_default_the_same_folder_is_in_time() -> None:
    made = world(*news_of("2026-11-12"))
    assert not [p for code in ("G01", "G02", "G04") for p in findings(code, made)]
    assert overdue_news(made.facts) == ()
    (deadline,) = [d for d in forecast(made.facts) if d.code == "G02"]
    assert deadline.day == date(2026, 11, 26)


def test_a_column_that_follows_events_is_never_overdue() -> None:
    own = tree()
    events = replace(
        own, columns={p: replace(c, update="event") if p == NEWS else c for p, c in own.columns.items()}
    )
    made = world(*news_of("2025-01-06"), own_tree=events)
    assert not findings("G02", made)
    assert overdue_news(made.facts) == ()


def test_a_group_with_columns_of_events_keeps_the_clock_of_the_others() -> None:
    own = tree()
    mixed = replace(
        own, columns={p: replace(c, update="event") if p == NORMATIVE else c for p, c in own.columns.items()}
    )
    made = world(entry(FILES, day="2026-05-20"), own_tree=mixed)
    assert [p.message for p in findings("G03", made)]
    assert overdue_news(made.facts) == ("决策公开/政策文件",)
