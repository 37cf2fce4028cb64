"""Flow charts from a plain list of steps: one step a line, the same picture on every machine.

How a clerk writes it (in a fenced block ```流程图, or in a cell of a table)::

    申请人提出申请
    受理｜便民服务中心
    材料：申请表、身份证复印件
    材料是否齐全？
      否：一次性告知补正，转第2步
    审查｜民政办 〔审查意见表〕
    办结发证

A line that ends with a question mark is a branching; the lines below it (`是：`, `否：`) say where each answer
leads: `转第2步` or `转“受理”` back or forth to a step, `结束` to an end, nothing (or `下一步`) to the next step.
`｜` is followed by who acts; `材料：` or `〔…〕` names papers. `甲 → 乙 → 丙` is three steps in one line.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from html import escape
from textwrap import dedent

NEXT, END = 0, -1
"""Where a branch leads, if not to the step of a number: to the next one, or to an end."""
MOST_STEPS = 40

_NUMBERED = re.compile(
    r"^(?:[-*•]\s+|第?\s*\d{1,2}\s*(?:[.、．)）]|步[:：.、]?)\s*|[（(]\s*\d{1,2}\s*[)）]\s*)"
)
_KIND = re.compile(r"^(?:开始|结束|判断|步骤)\s*[:：]\s*")
_PAPERS = re.compile(r"^(?:材料|文书|提交|出具|提交材料|申请材料|所需材料)\s*[:：]\s*(.+)$")
_BRACKETED = re.compile(r"\s*[〔\[]([^〔〕\[\]]+)[〕\]]\s*$")
_BRANCH = re.compile(r"^([^：:→？?]{1,10}?)\s*(?:[：:]|→|->)\s*(.*)$")
_JUMP = re.compile(
    r"(?:^|[，,；;。\s]+)(?:转到?|回到|返回|跳到|→|->)\s*(?:第?\s*(\d{1,2})\s*步?|[“\"「]?([^”\"」\d，,；;。]+?)[”\"」]?)\s*$"
)
_ENDS = re.compile(r"[，,；;。\s]*(?:流程)?(?:结束|终止)\s*$")
_ONWARD = frozenset({"", "继续", "下一步", "进入下一步", "继续下一步", "往下"})
_ARROW = re.compile(r"\s*(?:→|->|=>|⇒|➡)\s*")
_ANSWER = re.compile(
    r"^(是|否|有|无|不是|(?:不|未)?(?:通过|同意|符合|齐全|合格|属实)|[有无]异议)(?:[\s，,；;]+|(?=转|结束|$))"
)
"""An answer at the beginning of a line whose colon was forgotten."""
_YES = frozenset({"是", "通过", "同意", "符合", "齐全", "合格", "有"})


class ChartError(ValueError):
    """A list of steps that is no flow chart: why, in Chinese, and the line to write where one line is wrong."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint


@dataclass(frozen=True, slots=True)
class Branch:
    """An answer at a branching: its words, what happens (may be empty), and where it leads."""

    label: str
    text: str
    target: int


@dataclass(frozen=True, slots=True)
class Step:
    """A step: what is done, by whom, with which papers; `branches` make it a branching."""

    text: str
    who: str = ""
    papers: tuple[str, ...] = ()
    branches: tuple[Branch, ...] = ()
    label: str = ""
    """The answer of the branching above that leads here, where it is not the plain next step."""

    @property
    def asks(self) -> bool:
        """Whether it is a branching."""
        return bool(self.branches)


@dataclass(frozen=True, slots=True)
class Chart:
    """The steps in order; they are numbered from 1."""

    steps: tuple[Step, ...]


@dataclass(slots=True)
class _Written:
    """A step as it is read: branches still name their targets by words."""

    text: str
    who: str
    papers: list[str]
    branches: list[tuple[str, str]]
    asks: bool


def read_chart(source: str) -> Chart:
    """A flow chart from its lines. Raises `ChartError`."""
    written: list[_Written] = []
    for line in _lines(source):
        text = line.strip()
        if text:
            _take(text, written, line[:1] in " \t")
    if not written:
        raise ChartError("一步也没有写。一行写一步。")
    if len(written) > MOST_STEPS:
        raise ChartError(f"有 {len(written)} 步，超过 {MOST_STEPS} 步，看不清。拆成几个流程图。")
    return _resolved(written)


def _lines(source: str) -> list[str]:
    """The lines without the blanks that all of them begin with."""
    return dedent(source.replace("\u3000", " ").replace("\t", "    ")).split("\n")


def _take(text: str, written: list[_Written], indented: bool) -> None:
    papers = _PAPERS.match(text)
    if papers and written:
        written[-1].papers.extend(_cut(papers[1]))
        return
    branch = _BRANCH.match(text)
    if branch and written and written[-1].asks and (indented or len(branch[1]) <= 4):
        written[-1].branches.append((branch[1].strip(), branch[2].strip()))
        return
    if indented and branch and written and not written[-1].asks:
        raise ChartError(f"“{branch[1]}”前面的一步不是判断。判断要以问号结尾，例如：材料是否齐全？")
    if written and written[-1].asks:
        _forgotten_colon(text, written[-1].text, indented)
    written.extend(_step(part) for part in _ARROW.split(text) if part)


def _forgotten_colon(text: str, question: str, indented: bool) -> None:
    """A line below a branching that is meant as one of its answers: without a colon it would become a step."""
    answer = _ANSWER.match(text)
    if not answer and not indented:
        return
    label, rest = (answer[1], text[answer.end() :]) if answer else ("是", text)
    line = f"  {label}：{rest or '下一步'}"
    message = f"“{text}”写在“{question}”下面，像是它的一种结果，但没有冒号。写成：{line}（是下一步的，前面不要空格）"
    raise ChartError(message, line)


def _step(text: str) -> _Written:
    text = _KIND.sub("", _NUMBERED.sub("", text)).strip()
    papers: list[str] = []
    found = _BRACKETED.search(text)
    if found:
        papers, text = list(_cut(found[1])), text[: found.start()]
    text, _, who = text.replace("|", "｜").partition("｜")
    return _Written(text.strip(), who.strip(), papers, [], text.strip().endswith(("？", "?")))


def _cut(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in re.split(r"[、，,；;]", text) if part.strip())


def _resolved(written: list[_Written]) -> Chart:
    """Targets by number; an answer 是 that says what happens next becomes the next step."""
    steps: list[Step] = []
    places: list[int] = []
    for each in written:
        places.append(len(steps) + 1)
        step = Step(each.text, each.who, tuple(each.papers))
        if not each.asks:
            steps.append(step)
            continue
        steps.append(replace(step, branches=tuple(Branch(a, b, NEXT) for a, b in each.branches)))
        own = next((b for b in each.branches if _goes_on(b)), None)
        if own:
            steps[-1] = replace(steps[-1], branches=tuple(b for b in steps[-1].branches if b.label != own[0]))
            made = _step(own[1])
            steps.append(Step(made.text, made.who, tuple(made.papers), label=own[0]))
    found = [replace(s, branches=tuple(_aimed(b, written, places) for b in s.branches)) for s in steps]
    return Chart(tuple(_complete(step, found, n) for n, step in enumerate(found)))


def _goes_on(branch: tuple[str, str]) -> bool:
    """Whether an answer 是 says what is done next, with no word of where it leads."""
    label, text = branch
    return label in _YES and text not in _ONWARD and not _JUMP.search(text) and not _ENDS.search(text)


def _aimed(branch: Branch, written: list[_Written], places: list[int]) -> Branch:
    if branch.text in _ONWARD:
        return Branch(branch.label, "", NEXT)
    jump = _JUMP.search(branch.text)
    if jump:
        return Branch(
            branch.label, branch.text[: jump.start()].strip("，,；;。 "), _target(jump, written, places)
        )
    ends = _ENDS.search(branch.text)
    said = branch.text[: ends.start()] if ends else branch.text
    return Branch(branch.label, said.strip("，,；;。 ") or "结束", END)


def _target(jump: re.Match[str], written: list[_Written], places: list[int]) -> int:
    if jump[1]:
        number = int(jump[1])
        if not 1 <= number <= len(written):
            raise ChartError(f"没有第 {number} 步，一共只有 {len(written)} 步。")
        return places[number - 1]
    name = jump[2].strip("第步 ")
    found = [n for n, each in enumerate(written) if name and name in each.text]
    exact = [n for n in found if written[n].text == name]
    if len(exact or found) != 1:
        raise ChartError(f"“转{name}”对不上一步。写步骤的序号，例如：转第2步。")
    return places[(exact or found)[0]]


def _complete(step: Step, steps: Sequence[Step], place: int) -> Step:
    """A branching needs two ways out; the one that is not written leads to the next step."""
    text = step.text
    if not step.branches:
        if text.endswith(("？", "?")) and not (place + 1 < len(steps) and steps[place + 1].label):
            raise ChartError(f"“{text}”下面没有写怎么走。加一行，例如：  否：一次性告知补正，转第1步")
        return step
    last = place + 1 == len(steps)
    onward = any(branch.target == NEXT for branch in step.branches)
    if last and onward:
        raise ChartError(f"“{text}”是最后一步，后面没有下一步。写“结束”，或再加一步。")
    if onward or last or steps[place + 1].label:
        return step
    labels = {branch.label for branch in step.branches}
    other = "是" if "否" in labels else "否" if "是" in labels else "其他"
    return replace(step, branches=(Branch(other, "", NEXT), *step.branches))


def outcome(branch: Branch) -> str:
    """A branch in words: `一次性告知补正，转到第2步`."""
    where = {NEXT: "进入下一步", END: "结束"}.get(branch.target, f"转到第{branch.target}步")
    if branch.target == END and branch.text == "结束":
        return "结束"
    return f"{branch.text}，{where}" if branch.text else where


def typed_html(source: str) -> str:
    """The steps as they are typed, for a chart that cannot be drawn: nothing of them is lost to readers."""
    items: list[str] = []
    ways: list[str] = []

    def close() -> None:
        if ways and items:
            items[-1] += f"<ul>{''.join(ways)}</ul>"
            ways.clear()

    for line in filter(str.strip, _lines(source)):
        text = escape(_NUMBERED.sub("", line.strip()))
        if line[:1] == " " and items:
            ways.append(f"<li>{text}</li>")
        else:
            close()
            items.append(f"<li>{text}")
    close()
    return f"<ol>{''.join(f'{item}</li>' for item in items)}</ol>" if items else ""


def steps_html(chart: Chart) -> str:
    """The steps as an ordered list: all that the picture tells."""
    items = []
    for step in chart.steps:
        said = f"{step.label}：{step.text}" if step.label else step.text
        who = f"（{step.who}）" if step.who else ""
        papers = f"；材料：{'、'.join(step.papers)}" if step.papers else ""
        ways = "".join(f"<li>{escape(f'{b.label}：{outcome(b)}')}</li>" for b in step.branches)
        items.append(f"<li>{escape(said + who + papers)}{f'<ul>{ways}</ul>' if ways else ''}</li>")
    return f"<ol>{''.join(items)}</ol>"
