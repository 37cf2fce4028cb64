"""Sites written inside the tests: files in, a loaded catalog out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

from gongkai.loading.former import Former
from gongkai.loading.site import Loaded, LoadOptions, load_site
from gongkai.model.item import Item
from gongkai.model.problem import Problem

TODAY = date(2026, 11, 23)
CODE = "119901210000000000"
UNIT = f"机构名称: 示例县青山镇人民政府\n简称: 青山镇\n统一社会信用代码: '{CODE}'\n村（社区）: [东山村, 西河村]\n"
FILES = "决策公开/政策文件/镇政府文件"
NORMATIVE = "决策公开/政策文件/行政规范性文件"
READINGS = "政策解读/本级政策解读"
NOTICES = "政务动态/通知公告"
SIGNED = "审核: 张某 2026-05-03\n保密审查: 李某 2026-05-03\n"

Content = Mapping[str, str | bytes]


def item(
    number: int = 1, extra: str = "", body: str = "正文。\n", title: str = "关于做好防汛工作的通知"
) -> str:
    """A notice that may be public, with further lines of front matter."""
    head = f"标题: {title}\n发布日期: 2026-05-06\n索引号: {CODE}/202605-{number:05d}\n{SIGNED}{extra}"
    return f"---\n{head if head.endswith(chr(10)) else head + chr(10)}---\n\n{body}"


def policy(
    number: int, serial: int, extra: str = "", title: str = "关于印发办法的通知", written: str = "2026-05-03"
) -> str:
    """A document of the township's own, for the columns of documents."""
    lines = f"发文机关: 示例县青山镇人民政府\n发文字号: 青政发〔2026〕{serial}号\n成文日期: {written}\n"
    return item(number, lines + extra, title=title)


def write(root: Path, files: Content, unit: str | None = UNIT) -> Path:
    """Write a content folder; 单位.yml is there unless `unit` is None."""
    content = root / "content"
    everything: dict[str, str | bytes] = {} if unit is None else {"单位.yml": unit}
    for name, text in {**everything, **files}.items():
        path = content / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode() if isinstance(text, str) else text)
    content.mkdir(exist_ok=True)
    return content


def load(
    root: Path, files: Content, *, former: Former | None = None, unit: str | None = UNIT, **options: object
) -> Loaded:
    """Write a content folder and load it; empty columns that should not be empty are not this test's business."""
    settings = replace(LoadOptions(today=TODAY), **options)  # type: ignore[arg-type]
    loaded = load_site(write(root, files, unit), settings, former)
    return replace(loaded, problems=tuple(p for p in loaded.problems if p.code != "U020"))


def only(loaded: Loaded) -> Problem:
    """The one finding of a load."""
    assert len(loaded.problems) == 1, [(p.code, p.path, p.line, p.message) for p in loaded.problems]
    return loaded.problems[0]


def codes(loaded: Loaded) -> list[str]:
    """The codes of all findings."""
    return [p.code for p in loaded.problems]


def the_item(loaded: Loaded) -> Item:
    """The one public item of a load that found nothing wrong."""
    assert loaded.problems == (), [(p.code, p.line, p.message) for p in loaded.problems]
    assert loaded.held == ()
    assert len(loaded.catalog.items) == 1
    return loaded.catalog.items[0]


def one(root: Path, extra: str = "", column: str = NOTICES, body: str = "正文。\n") -> Loaded:
    """Load a site of one item with further lines of front matter."""
    return load(root, {f"{column}/防汛.md": item(1, extra, body)})
