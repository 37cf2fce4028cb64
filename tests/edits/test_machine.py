"""Random sequences of edits: after every build the site is what a clean build makes."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from tests.edits.oracle import make_oracle
from tests.site.small import FILE_COLUMN, NORMATIVE_COLUMN, NOTICE_COLUMN, UNIT, item, policy

NUMBERS = st.integers(1, 12)
DAYS = st.sampled_from(["2026-05-08", "2026-06-30", "2026-07-01", "2026-11-23", "2026-11-25"])
COLUMNS = st.sampled_from([NOTICE_COLUMN, "政务动态/工作动态"])


class Edits(RuleBasedStateMachine):
    """A clerk's year in fast motion."""

    @initialize()
    def start(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="gongkai-edits-"))
        self.oracle = make_oracle(self.folder, {})
        self.today = "2026-11-23"
        self.built = True

    def teardown(self) -> None:
        if hasattr(self, "folder"):
            shutil.rmtree(self.folder, ignore_errors=True)

    def put(self, number: int, text: str) -> None:
        self.drop(number)
        self.oracle.write(f"页/{number}.md", text)
        self.built = False

    @rule(number=NUMBERS)
    def drop(self, number: int) -> None:
        (self.oracle.site.root / "content" / "页" / f"{number}.md").unlink(missing_ok=True)
        self.built = False

    @rule(number=NUMBERS, day=DAYS, column=COLUMNS, title=st.sampled_from(["甲", "乙", "丙"]))
    def notice(self, number: int, day: str, column: str, title: str) -> None:
        self.put(number, item(f"{title}通知", number, f"{title}正文。", day, 栏目=column))

    @rule(number=NUMBERS, other=NUMBERS, day=DAYS)
    def normative(self, number: int, other: int, day: str) -> None:
        repeals = {"废止文件": f"青政发〔2026〕{other}号"} if other != number else {}
        text = policy(
            "办法", number, f"青政发〔2026〕{number}号", day, 栏目=NORMATIVE_COLUMN, 施行日期=day, **repeals
        )
        self.put(number, text)

    @rule(number=NUMBERS, other=NUMBERS)
    def linking(self, number: int, other: int) -> None:
        self.put(number, item("带链接的通知", number, f"见[那里]({other}.md)。", 栏目=NOTICE_COLUMN))

    @rule(number=NUMBERS, text=st.sampled_from(["一", "二"]))
    def attached(self, number: int, text: str) -> None:
        self.oracle.write("页/附表.txt", text)
        self.put(
            number,
            policy("文件", number, f"青政发〔2026〕{number}号", 栏目=FILE_COLUMN, 附件="[附表.txt]"),
        )

    @rule(number=NUMBERS)
    def withdraw(self, number: int) -> None:
        gone = {"撤下日期": "2026-11-01", "撤下原因": "有误"}
        self.put(number, item("撤下的通知", number, 栏目=NOTICE_COLUMN, **gone))

    @rule(number=NUMBERS, after=st.sampled_from(["撤下", "隐名"]))
    def noticed(self, number: int, after: str) -> None:
        term = {"公示开始": "2026-11-16", "公示截止": "2026-11-23", "到期处理": after}
        self.put(number, item("名单公示", number, 栏目="政务动态/公示", **term))

    @rule(day=st.sampled_from(["2026-11-23", "2026-11-24", "2026-11-26"]))
    def another_day(self, day: str) -> None:
        self.today, self.built = day, False

    @rule(phone=st.sampled_from(["0990-5550001", "0990-5550002"]))
    def another_phone(self, phone: str) -> None:
        self.oracle.write("单位.yml", UNIT.replace("0990-5550001", phone))
        self.built = False

    @rule()
    def lose_a_page(self) -> None:
        pages = sorted(self.oracle.site.out.rglob("index.html"))
        pages[len(pages) // 2].unlink()
        self.built = False

    @invariant()
    def like_a_clean_build(self) -> None:
        if hasattr(self, "oracle") and not self.built:
            self.oracle.build(GONGKAI_TODAY=self.today)
            self.oracle.check()
            self.built = True


TestEdits = pytest.mark.slow(Edits.TestCase)
TestEdits.settings = settings(
    max_examples=8,
    stateful_step_count=27,
    deadline=None,
    derandomize=True,
    suppress_health_check=list(HealthCheck),
)
