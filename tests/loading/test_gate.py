"""The gate: what is held back, what is refused, what stays as it was."""

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pytest

from gongkai.loading.detectors import id_ok, luhn_ok, uscc_ok
from gongkai.loading.former import Former, FormerSource, Good
from gongkai.loading.site import Loaded
from gongkai.model.problem import Concern, Level
from tests.loading.helpers import CODE, NOTICES, SIGNED, codes, item, load, one, only, the_item

A, B = f"{NOTICES}/甲.md", f"{NOTICES}/乙.md"
ID = "11010519491231002X"
CARD = "6222020200000000006"


def held(loaded: Loaded) -> str:
    assert loaded.problems == ()
    assert loaded.catalog.items == ()
    (each,) = loaded.held
    return each.reason


@pytest.mark.parametrize(
    ("extra", "reason"),
    [
        ("草稿: 是\n", "草稿"),
        ("公开方式: 依申请公开\n", "公开方式是“依申请公开”"),
        ("公开属性: 不予公开\n", "公开方式是“不予公开”"),
        ("公开范围: 本村（社区）\n", "公开范围是“本村（社区）”"),
        ("公开范围: 特定群体\n", "公开范围是“特定群体”"),
    ],
)
def test_held_back(tmp_path: Path, extra: str, reason: str) -> None:
    assert reason in held(one(tmp_path, extra))


@pytest.mark.parametrize("left", ["正文写在这里。", "发展情况如下。〔请补充：机构、人员、培训〕"])
def test_a_body_with_places_left_to_fill_in_is_held_back(tmp_path: Path, left: str) -> None:
    text = item() + left + "\n"
    assert "正文" in held(load(tmp_path, {A: text}))
    assert len(load(tmp_path, {A: item() + "正文写好了。\n"}).catalog.items) == 1


def test_a_columns_scope_holds_its_items_back(tmp_path: Path) -> None:
    extra = "公开依据: 某办法\n公示截止: 2026-06-01\n"
    assert "公开范围是“本村（社区）”" in held(one(tmp_path, extra, "村（居）务公开/东山村/惠民政策公示"))


@pytest.mark.parametrize(
    ("today", "public"), [(date(2026, 5, 5), False), (date(2026, 5, 6), True), (date(2026, 5, 7), True)]
)
def test_not_yet_due(tmp_path: Path, today: date, public: bool) -> None:
    text = item().replace("发布日期: 2026-05-06", "发布日期: 2026-05-06 17:00")
    loaded = load(tmp_path, {A: text}, today=today)
    assert bool(loaded.catalog.items) is public
    if not public:
        assert "2026-05-06 17:00 还没到" in held(loaded)


@pytest.mark.parametrize(
    ("signed", "reason"),
    [
        ("", "缺审核人、审核日期、保密审查人、保密审查日期"),
        ("审核: 张某 2026-05-03\n", "缺保密审查人、保密审查日期"),
        ("审核: 张某\n保密审查: 李某 2026-05-03\n", "缺审核日期"),
        ("审核人: 张某\n审核日期: 2026-05-03\n保密审查人: 李某\n", "缺保密审查日期"),
        ("审核: 张某 2026-12-03\n保密审查: 李某 2026-05-03\n", "审核日期在今天之后"),
    ],
)
def test_not_signed_off(tmp_path: Path, signed: str, reason: str) -> None:
    text = item().replace(SIGNED, signed)
    assert reason in held(load(tmp_path, {A: text}))
    if not signed:
        assert the_item(load(tmp_path, {A: text}, require_sign_off=False))


def test_signed_in_four_fields_or_two(tmp_path: Path) -> None:
    four = "审核人: 张某\n审核日期: 2026-05-03\nsecrecy_reviewer: 张某\nsecrecy_date: 2026/5/3\n"
    assert the_item(load(tmp_path, {A: item().replace(SIGNED, four)}))


def test_a_missing_number_is_offered(tmp_path: Path) -> None:
    bare = item().replace(f"索引号: {CODE}/202605-00001\n", "")
    assert f"索引号: {CODE}/202605-00001" in held(load(tmp_path / "1", {A: bare}))
    record = f"'{CODE}': {{202605: 7, 202604: 90}}\n"
    assert f"{CODE}/202605-00008" in held(load(tmp_path / "2", {A: bare, "索引号.yml": record}))
    loaded = load(tmp_path / "3", {A: bare, B: item(11), "索引号.yml": record})
    assert f"{CODE}/202605-00012" in loaded.held[0].reason


def test_two_items_are_not_offered_the_same_number(tmp_path: Path) -> None:
    bare = item().replace(f"索引号: {CODE}/202605-00001\n", "")
    loaded = load(tmp_path, {A: bare, B: bare})
    assert sorted(h.reason[-5:] for h in loaded.held) == ["00001", "00002"]


def test_a_draft_need_not_be_complete_but_readable(tmp_path: Path) -> None:
    draft = "---\n标题: 草稿\n草稿: 是\n---\n正文 ![图](没有.png)\n"
    assert "草稿" in held(load(tmp_path, {A: draft}))
    assert codes(load(tmp_path, {A: draft.replace("草稿: 是", "草稿: 是\n文种: 通知")})) == ["L020"]


def test_a_draft_is_shown_in_preview(tmp_path: Path) -> None:
    text = item(1, "草稿: 是\n")
    assert held(load(tmp_path, {A: text}))
    assert the_item(load(tmp_path, {A: text}, preview=True))


@pytest.mark.parametrize(
    ("today", "gone"), [(date(2026, 8, 31), False), (date(2026, 9, 1), True), (date(2026, 9, 2), True)]
)
def test_withdrawn(tmp_path: Path, today: date, gone: bool) -> None:
    text = item(1, "撤下日期: 2026-09-01\n撤下原因: 内容有误\n附件: 表.docx\n", body="![图](没有.png)")
    files = {A: text if gone else text.replace("附件: 表.docx\n", "").replace("![图](没有.png)", "正文")}
    catalog = load(tmp_path, files, today=today).catalog
    assert (len(catalog.items), len(catalog.tombstones)) == ((0, 1) if gone else (1, 0))
    if gone:
        assert catalog.tombstones[0].attachments == ()


def test_what_an_item_was_withdrawn_for_may_stay_in_its_file(tmp_path: Path) -> None:
    loaded = one(tmp_path, "撤下日期: 2026-09-01\n撤下原因: 含个人信息\n", body=f"张某 {ID}")
    assert loaded.problems == ()
    assert len(loaded.catalog.tombstones) == 1
    shown = one(tmp_path, f"撤下日期: 2026-09-01\n撤下原因: 含 {ID}\n")
    assert (only(shown).code, only(shown).field) == ("L061", "撤下原因")


def test_withdrawn_without_a_reason(tmp_path: Path) -> None:
    problem = only(one(tmp_path, "撤下日期: 2026-09-01\n"))
    assert (problem.code, problem.field) == ("L023", "撤下原因")


# --- what must never become public


def test_check_digits() -> None:
    assert id_ok("11010519491231002X")
    assert id_ok("440524188001010014")
    assert not id_ok("110105194912310021")
    assert luhn_ok(CARD)
    assert uscc_ok("113417230032537673")


@pytest.mark.parametrize(
    ("body", "code", "concern"),
    [
        ("秘密★5年\n\n通知", "L060", Concern.SECRECY),
        ("**机密**\n\n通知", "L060", Concern.SECRECY),
        ("密级：绝密★长期\n", "L060", Concern.SECRECY),
        ("文件（秘密★1年）转发\n", "L060", Concern.SECRECY),
        (f"张某，{ID}，已审核", "L061", Concern.PRIVACY),
        ("身份证号：110105 19491231 002x。", "L061", Concern.PRIVACY),
        ("号码１１０１０５１９４９１２３１００２Ｘ。", "L061", Concern.PRIVACY),
        (f"| 张某 | {ID} |", "L061", Concern.PRIVACY),
        (f"开户行：示例农商行，账号：{CARD}", "L062", Concern.PRIVACY),
        ("一卡通 6222 0202 0000 0000 006", "L062", Concern.PRIVACY),
    ],
)
def test_secrets(tmp_path: Path, body: str, code: str, concern: Concern) -> None:
    problem = only(one(tmp_path, body=f"第一段。\n\n{body}\n"))
    assert (problem.code, problem.level, problem.concern) == (code, Level.BLOCK, concern)
    text = (tmp_path / "content" / NOTICES / "防汛.md").read_text(encoding="utf-8").split("\n")
    assert body.split("\n", maxsplit=1)[0] == text[problem.line - 1]
    assert ID not in problem.message
    assert CARD not in problem.message


@pytest.mark.parametrize(
    "body",
    [
        "严守国家秘密，做好保密工作。", "110105194912310021", "35*************123", CARD, "电话 0990-5550001",
        f"索引号 {CODE}/202605-00001", "统一社会信用代码：113417230032537673，开户银行：示例农商行", "编号 12345678901234567890123",
    ],
)  # fmt: skip
def test_what_is_no_secret(tmp_path: Path, body: str) -> None:
    assert the_item(one(tmp_path, body=body))


def test_a_secret_in_a_field(tmp_path: Path) -> None:
    problem = only(one(tmp_path, f"内容概述: 张某 {ID}\n"))
    assert (problem.code, problem.field) == ("L061", "内容概述")


def test_a_secret_of_an_item_that_is_held_back_does_not_stop_the_build(tmp_path: Path) -> None:
    assert held(one(tmp_path, "公开范围: 本村（社区）\n", body=f"张某 {ID}"))


# --- numbers and addresses


def test_one_number_twice_refuses_both(tmp_path: Path) -> None:
    loaded = load(tmp_path, {A: item(1), B: item(1)})
    assert codes(loaded) == ["L050", "L050"]
    assert all(p.concern is Concern.IDENTITY and "202605-00002" in p.hint for p in loaded.problems)
    assert loaded.catalog.items == ()


def test_a_drafts_number_counts(tmp_path: Path) -> None:
    assert codes(load(tmp_path, {A: item(1), B: item(1, "草稿: 是\n")})) == ["L050", "L050"]


def test_two_numbers_with_one_address(tmp_path: Path) -> None:
    other = item(2).replace(f"{CODE}/202605-00002", f"{CODE}-202605/00001")
    loaded = load(tmp_path, {A: item(1), B: other})
    assert codes(loaded) == ["L051", "L051"]


# --- what was public before


@dataclass(frozen=True)
class Memory(Former):
    goods: dict[str, Good] = field(default_factory=dict)

    def get(self, path: str) -> FormerSource | None:
        return self.goods.get(path)


def remember(loaded: Loaded) -> Memory:
    return Memory({good.path: good for good in loaded.good_sources()})


def test_the_one_that_was_public_keeps_its_number(tmp_path: Path) -> None:
    memory = remember(load(tmp_path, {B: item(1)}))
    loaded = load(tmp_path, {A: item(1)}, former=memory, skip_broken=True)
    assert [(p.code, p.path) for p in loaded.problems] == [("L050", f"content/{A}")]
    assert [i.path for i in loaded.catalog.items] == [B]


@pytest.mark.parametrize(
    ("broken", "stays"),
    [
        (item(1).replace("2026-05-06", "2026-15-06"), True),
        (item(1).replace("标题: ", "标题："), True),
        (item(1, "附件: 没有.docx\n"), True),
        ("", True),
        (item(1).encode("gb18030"), True),
        (item(1, "草稿： 是\n"), False),
        (item(1, "公开方式：依申请公开\n"), False),
        (item(1, "disclosure：x\n"), False),
        (item(1, body="本件拟撤下。").replace("2026-05-06", "2026-15-06"), False),
        (item(1, body=f"张某 {ID}").replace("标题: ", "标题："), False),
        (item(1, body="秘密★5年").replace("2026-05-06", "2026-15-06"), False),
        (item(1, body="秘密★5年").encode("gb18030"), False),
    ],
)
def test_a_broken_item_that_was_public(tmp_path: Path, broken: str | bytes, stays: bool) -> None:
    memory = remember(load(tmp_path, {A: item(1, body="好的正文"), B: item(2)}))
    assert load(tmp_path, {A: broken}, former=memory).kept == ()
    loaded = load(tmp_path, {A: broken}, former=memory, skip_broken=True)
    assert [i.path for i in loaded.catalog.items if i.path == A] == ([A] if stays else [])
    assert [k.path for k in loaded.kept] == ([f"content/{A}"] if stays else [])
    assert [b.path for b in loaded.broken] == [f"content/{A}"]
    if stays:
        kept = loaded.catalog.by_number[f"{CODE}/202605-00001"]
        assert kept.kept
        assert "好的正文" in loaded.bodies.body(kept)


def test_what_was_never_public_does_not_appear(tmp_path: Path) -> None:
    loaded = load(
        tmp_path, {A: item(1).replace("2026-05-06", "2026-15-06")}, former=Memory(), skip_broken=True
    )
    assert loaded.kept == loaded.catalog.items == ()


def test_attachments_stay_with_the_item(tmp_path: Path) -> None:
    first = load(tmp_path, {A: item(1, "附件: 表.docx\n"), f"{NOTICES}/表.docx": b"PK old"})
    memory = remember(first)
    site = tmp_path / "site"
    (site / "info/119901210000000000-202605-00001").mkdir(parents=True)
    (site / "info/119901210000000000-202605-00001/1.docx").write_bytes(b"PK old")
    broken = {A: item(1, "附件: 表.docx\n草搞: x\n"), f"{NOTICES}/表.docx": b"PK new"}
    loaded = load(tmp_path, broken, former=memory, skip_broken=True, former_site=site)
    (kept,) = loaded.catalog.items
    assert loaded.bodies.file(kept, f"{NOTICES}/表.docx").read_bytes() == b"PK old"
    assert load(tmp_path, broken, former=memory, skip_broken=True).catalog.items == ()
