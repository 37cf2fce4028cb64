"""Edits of what chains and the library of normative documents are made from."""

from __future__ import annotations

from pathlib import Path

from tests.edits.oracle import Oracle, make_oracle
from tests.site.small import FILE_COLUMN, NORMATIVE_COLUMN, PLUGINS, item, policy

CALL, ANSWER = "决策公开/重大决策预公开/意见征集/集市.md", "决策公开/重大决策预公开/意见反馈/集市.md"
NUMBER = "119901210000000000/202608-00201"
LIFE = "/lifecycle/119901210000000000-202608-00201/"


def make(folder: Path) -> Oracle:
    oracle = make_oracle(folder)
    oracle.site.configure((*PLUGINS, "gongkai/lifecycle"))
    days = {"征集开始": "2026-08-01", "征集截止": "2026-08-31"}
    ways = {"提交方式": "信函寄镇党政办公室", "联系电话": "0990-5551234", "起草说明": "无。"}
    oracle.write(CALL, item("集市办法征求意见", 201, published="2026-08-01", **days, **ways))
    oracle.build_and_check(exact=False)
    return oracle


def test_a_consultation_its_feedback_and_its_policy_file(tmp_path: Path) -> None:
    oracle = make(tmp_path)
    assert "已结束，待反馈" in oracle.site.page(LIFE)
    answer = {
        "对应征集": NUMBER,
        "收到意见数": "12",
        "采纳数": "5",
        "部分采纳数": "3",
        "未采纳理由": "标准由县定",
    }
    oracle.write(ANSWER, item("集市办法意见反馈", 202, published="2026-09-05", **answer))
    oracle.build_and_check(exact=False)  # its column opens: navigation is the same for all pages
    assert "<td>12</td><td>5</td><td>3</td><td>4</td><td>标准由县定</td>" in oracle.site.page(LIFE)
    oracle.replace(ANSWER, "采纳数: 5", "采纳数: 6")
    oracle.build_and_check()
    assert "<td>12</td><td>6</td><td>3</td><td>3</td>" in oracle.site.page(LIFE)
    decided = policy("集市办法", 203, "青政发〔2026〕9号", published="2026-10-08", 征求意见公告=NUMBER)
    oracle.write(f"{FILE_COLUMN}/集市.md", decided)
    oracle.build_and_check()
    assert not (oracle.site.out / LIFE.strip("/")).exists()
    assert "标准由县定" in oracle.site.page("/lifecycle/119901210000000000-202610-00203/")
    oracle.remove(f"{FILE_COLUMN}/集市.md")
    oracle.build_and_check()
    assert "标准由县定" in oracle.site.page(LIFE)


def test_the_state_follows_the_day(tmp_path: Path) -> None:
    oracle = make(tmp_path)
    oracle.build_and_check(exact=False, GONGKAI_TODAY="2026-08-31")
    assert "进行中" in oracle.site.page(LIFE)


def test_a_document_of_the_library_is_changed_repealed_and_lapses(tmp_path: Path) -> None:
    oracle = make_oracle(tmp_path)
    library, old = "/index/normative/", f"{NORMATIVE_COLUMN}/乙.md"
    assert "2026-11-24" in oracle.site.page(library)
    oracle.replace(old, "失效日期: 2026-11-24", "失效日期: 2027-01-31\n登记号: QS-2026-0002")
    oracle.build_and_check()
    assert "QS-2026-0002" in oracle.site.page(library)
    oracle.build_and_check(exact=False, GONGKAI_TODAY="2027-02-01")
    assert "QS-2026-0002" in oracle.site.page(f"{library}expired/")
    assert "一年内到期" not in oracle.site.page(library)
    oracle.build_and_check(exact=False)
    repeal = policy("丁办法", 120, "青政发〔2026〕8号", 施行日期="2026-09-01", 废止文件="青政发〔2026〕2号")
    oracle.write(f"{NORMATIVE_COLUMN}/丁.md", repeal)
    oracle.build_and_check()
    assert "已废止（2026-09-01起）" in oracle.site.page(f"{library}repealed/")
    oracle.remove(f"{NORMATIVE_COLUMN}/丁.md")
    oracle.build_and_check()
    assert not (oracle.site.out / "index/normative/repealed").exists()
