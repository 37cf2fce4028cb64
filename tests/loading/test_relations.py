"""Relations: each from both sides, by every kind of name; what leads nowhere, what contradicts."""

from datetime import date
from pathlib import Path

import pytest

from gongkai.model.catalog import Catalog
from gongkai.model.item import Item
from gongkai.model.relation import RelationKind
from tests.loading.helpers import CODE, FILES, NORMATIVE, READINGS, codes, item, load, only, policy

NEW, OLD = f"{FILES}/新办法.md", f"{FILES}/旧办法.md"


def number(n: int) -> str:
    return f"{CODE}/202605-{n:05d}"


def two(root: Path, new: str = "", old: str = "", **options: object):  # type: ignore[no-untyped-def]
    """A newer document, 青政发〔2026〕12号, and an older one, 青政发〔2026〕6号."""
    files = {
        NEW: policy(12, 12, new, title="关于印发新办法的通知", written="2026-05-03"),
        OLD: policy(6, 6, old, title="关于印发旧办法的通知", written="2026-02-01"),
    }
    return load(root, files, **options)


def pairs(catalog: Catalog) -> list[tuple[RelationKind, str, str]]:
    return sorted(
        (kind, source, i.index_number) for (source, kind), items in catalog.outgoing.items() for i in items
    )


@pytest.mark.parametrize(
    ("field", "kind"),
    [
        ("政策原文", RelationKind.INTERPRETS),
        ("对应征集", RelationKind.FEEDBACK_ON),
        ("征求意见公告", RelationKind.CONSULTED_IN),
        ("落实文件", RelationKind.IMPLEMENTS),
        ("对应任务", RelationKind.REPORTS_ON),
        ("废止文件", RelationKind.REPEALS),
        ("修改文件", RelationKind.AMENDS),
        ("interprets", RelationKind.INTERPRETS),
        ("repeals", RelationKind.REPEALS),
    ],
)
def test_from_the_side_that_says_it(tmp_path: Path, field: str, kind: RelationKind) -> None:
    loaded = two(tmp_path, f"{field}: 青政发〔2026〕6号\n")
    assert loaded.problems == ()
    assert pairs(loaded.catalog) == [(kind, number(12), number(6))]
    old = loaded.catalog.by_number[number(6)]
    assert [i.index_number for i in loaded.catalog.sources(old, kind)] == [number(12)]


@pytest.mark.parametrize(
    ("field", "kind"),
    [
        ("相关解读", RelationKind.INTERPRETS),
        ("废止依据", RelationKind.REPEALS),
        ("repealed_by", RelationKind.REPEALS),
    ],
)
def test_from_the_other_side(tmp_path: Path, field: str, kind: RelationKind) -> None:
    loaded = two(tmp_path, old=f"{field}: 青政发〔2026〕12号\n")
    assert loaded.problems == ()
    assert pairs(loaded.catalog) == [(kind, number(12), number(6))]


def test_both_sides_that_agree_are_one_relation(tmp_path: Path) -> None:
    loaded = two(tmp_path, "废止文件: 青政发〔2026〕6号\n", f"废止依据: {number(12)}\n")
    assert loaded.problems == ()
    assert pairs(loaded.catalog) == [(RelationKind.REPEALS, number(12), number(6))]


def test_related_is_seen_from_both_sides(tmp_path: Path) -> None:
    catalog = two(tmp_path, "相关信息: 旧办法\n").catalog
    assert [kind for kind, _, _ in pairs(catalog)] == [RelationKind.RELATED] * 2


@pytest.mark.parametrize(
    "written",
    [
        "青政发〔2026〕6号", "青政发[2026]6号", "青政发（2026）6号", "青政发【2026】 6 号", "青政发［２０２６］６号", "青政发〔2026〕第06号",
        f"{CODE}/202605-00006", "旧办法.md", "./旧办法.md", "旧办法", f"{FILES}/旧办法.md", f"/{FILES}/旧办法.md",
        f"content/{FILES}/旧办法.md", "../镇政府文件/旧办法.md", "..\\镇政府文件\\旧办法.md", "《关于印发旧办法的通知》",
    ],
)  # fmt: skip
def test_every_way_to_name_a_target(tmp_path: Path, written: str) -> None:
    loaded = two(tmp_path, f"废止文件: {written}\n")
    assert loaded.problems == ()
    assert pairs(loaded.catalog) == [(RelationKind.REPEALS, number(12), number(6))]


def test_several_targets_each_with_its_line(tmp_path: Path) -> None:
    loaded = two(tmp_path, "相关信息:\n  - 青政发〔2026〕6号\n  - 青政发〔2026〕7号\n")
    problem = only(loaded)
    assert (problem.code, problem.field) == ("R001", "相关信息")
    text = (tmp_path / "content" / NEW).read_text(encoding="utf-8").split("\n")
    assert "〔2026〕7号" in text[problem.line - 1]
    assert len(pairs(loaded.catalog)) == 2


def test_a_target_that_does_not_exist_names_the_nearest(tmp_path: Path) -> None:
    problem = only(two(tmp_path, "废止文件: 青政发〔2026〕66号\n"))
    assert (problem.code, problem.level.value) == ("R001", "error")
    assert "最接近的是 青政发〔2026〕6号" in problem.message
    assert problem.hint == "废止文件: 青政发〔2026〕6号"


def test_an_ambiguous_target_names_the_candidates(tmp_path: Path) -> None:
    twin = policy(7, 6, title="转发的旧办法").replace(
        "发文机关: 示例县青山镇人民政府", "发文机关: 示例县人民政府"
    )
    files = {
        NEW: policy(12, 12, "废止文件: 青政发〔2026〕6号\n"),
        OLD: policy(6, 6),
        f"{FILES}/转发.md": twin,
    }
    problem = only(load(tmp_path, files))
    assert problem.code == "R002"
    assert "示例县人民政府" in problem.message
    assert number(6) in problem.hint


@pytest.mark.parametrize("hold", ["草稿: 是\n", "公开方式: 依申请公开\n", "公开范围: 特定群体\n"])
def test_a_target_that_is_not_public(tmp_path: Path, hold: str) -> None:
    loaded = two(tmp_path, "废止文件: 青政发〔2026〕6号\n", hold)
    assert only(loaded).code == "R003"
    assert pairs(loaded.catalog) == []


def test_a_withdrawn_target_becomes_a_note(tmp_path: Path) -> None:
    loaded = two(tmp_path, "落实文件: 青政发〔2026〕6号\n", "撤下日期: 2026-06-01\n撤下原因: 内容有误\n")
    assert loaded.problems == ()
    catalog = loaded.catalog
    assert pairs(catalog) == []
    assert [i.index_number for i in catalog.lost[number(12), RelationKind.IMPLEMENTS]] == [number(6)]


def test_oneself(tmp_path: Path) -> None:
    problem = only(two(tmp_path, "相关信息: 青政发〔2026〕12号\n"))
    assert problem.code == "R005"


def test_repealed_here_amended_there(tmp_path: Path) -> None:
    problem = only(two(tmp_path, "修改文件: 青政发〔2026〕6号\n", "废止依据: 青政发〔2026〕12号\n"))
    assert problem.code == "R004"
    assert problem.path.endswith("旧办法.md")
    assert "新办法.md" in problem.message


def test_repealed_and_amended_by_one_file(tmp_path: Path) -> None:
    loaded = two(tmp_path, "修改文件: 青政发〔2026〕6号\n废止文件: 青政发〔2026〕6号\n")
    assert only(loaded).code == "R004"


def test_a_repealed_file_that_names_another_repealer(tmp_path: Path) -> None:
    files = {
        NEW: policy(12, 12, "废止文件: 青政发〔2026〕6号\n"),
        OLD: policy(6, 6, "废止依据: 青政发〔2026〕13号\n", written="2026-01-01"),
        f"{FILES}/丙.md": policy(13, 13),
    }
    assert codes(load(tmp_path, files)) == ["R004"]


def test_an_interpretation_that_interprets_another_file_only(tmp_path: Path) -> None:
    files = {
        NEW: policy(12, 12, "相关解读: 解读\n"),
        OLD: policy(6, 6),
        f"{READINGS}/解读.md": item(20, "政策原文: 青政发〔2026〕6号\n解读形式: 文字\n"),
    }
    loaded = load(tmp_path, files)
    assert only(loaded).code == "R004"
    assert pairs(loaded.catalog) == [(RelationKind.INTERPRETS, number(20), number(6))]


def test_a_ring_of_repeals(tmp_path: Path) -> None:
    loaded = two(tmp_path, "废止文件: 青政发〔2026〕6号\n", "废止文件: 青政发〔2026〕12号\n")
    assert sorted(codes(loaded)) == ["R006", "R007"]


def test_a_repealing_file_that_is_older(tmp_path: Path) -> None:
    problem = only(two(tmp_path, old="废止文件: 青政发〔2026〕12号\n"))
    assert (problem.code, problem.level.value) == ("R007", "warning")


# --- validity, on the day before, of and after each date


def state(root: Path, today: date, extra: str, others: dict[str, str] | None = None) -> str:
    files = {f"{NORMATIVE}/办法.md": policy(1, 1, extra, written="2026-05-03"), **(others or {})}
    loaded = load(root, files, today=today)
    return loaded.catalog.validity[number(1)].value


@pytest.mark.parametrize(
    ("extra", "day", "states"),
    [
        ("施行日期: 2026-07-01\n", date(2026, 7, 1), ("尚未施行", "有效", "有效")),
        ("施行日期: 2026-05-10\n有效期至: 2026-08-31\n", date(2026, 8, 31), ("有效", "有效", "已失效")),
        ("施行日期: 2026-06-01\n有效期: 5年\n", date(2031, 6, 1), ("有效", "有效", "已失效")),
        ("施行日期: 2026-05-10\n废止日期: 2026-08-01\n", date(2026, 8, 1), ("有效", "已废止", "已废止")),
    ],
)
def test_validity_around_a_date(tmp_path: Path, extra: str, day: date, states: tuple[str, ...]) -> None:
    found = tuple(state(tmp_path, date.fromordinal(day.toordinal() + n), extra) for n in (-1, 0, 1))
    assert found == states


@pytest.mark.parametrize(("field", "dead"), [("废止文件", "已废止"), ("修改文件", "已修改")])
def test_validity_around_the_day_another_file_takes_effect(tmp_path: Path, field: str, dead: str) -> None:
    other = {f"{NORMATIVE}/新.md": policy(2, 2, f"施行日期: 2026-09-01\n{field}: 青政发〔2026〕1号\n")}
    days = (date(2026, 8, 31), date(2026, 9, 1), date(2026, 9, 2))
    assert [state(tmp_path, d, "施行日期: 2026-05-10\n", other) for d in days] == ["有效", dead, dead]


@pytest.mark.parametrize(
    ("extra", "wrong"),
    [
        ("施行日期: 2026-05-10\n有效性: 有效\n有效期至: 2026-08-31\n", True),
        ("施行日期: 2026-05-10\n有效性: 已失效\n有效期至: 2028-08-31\n", True),
        ("施行日期: 2026-05-10\n有效性: 尚未施行\n", True),
        ("施行日期: 2026-05-10\n有效性: 已失效\n", False),
        ("施行日期: 2026-05-10\n有效性: 有效\n", False),
    ],
)
def test_a_stated_validity_that_dates_contradict(tmp_path: Path, extra: str, wrong: bool) -> None:
    loaded = load(tmp_path, {f"{NORMATIVE}/办法.md": policy(1, 1, extra)})
    assert codes(loaded) == (["R008"] if wrong else [])


def test_no_validity_for_what_is_no_policy_file(tmp_path: Path) -> None:
    loaded = load(tmp_path, {"政务动态/工作动态/a.md": item(1, "有效性: 有效\n")})
    assert codes(loaded) == ["L024"]
    found: Item = loaded.catalog.items[0]
    assert found.index_number not in loaded.catalog.validity
