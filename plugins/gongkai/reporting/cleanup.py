"""The clean-up list of normative documents (规范性文件清理目录) as the draft of an item."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from gongkai.model.catalog import Catalog
from gongkai.model.item import Item
from gongkai.model.validity import Validity, last_day
from gongkai.statistics.normative import CleanUp, clean_up, ended, state_of

HEADS = ("序号", "文件名称", "发文字号", "登记号", "施行日期", "有效期至", "备注")
NO_LIMIT = "未规定"


def cleanup_draft(catalog: Catalog) -> tuple[CleanUp, str]:
    """The list, and its text in Markdown, to be filled in by a person and published."""
    found = clean_up(catalog)
    return found, "\n".join([*_front(found, catalog), *_body(found, catalog)]) + "\n"


def _front(found: CleanUp, catalog: Catalog) -> Iterator[str]:
    name = catalog.unit.short_name or catalog.unit.name
    yield from ("---", f"标题: {name}行政规范性文件清理结果（{found.day.year}年）", "草稿: 是", "---", "")
    yield (
        f"截至{found.day.isoformat()}，共清理本单位制发的行政规范性文件{found.total}件："
        f"继续有效{len(found.valid)}件，已修改{len(found.amended)}件，尚未施行{len(found.pending)}件，"
        f"废止{len(found.repealed)}件，失效{len(found.expired)}件。"
    )
    yield ""


def _body(found: CleanUp, catalog: Catalog) -> Iterator[str]:
    parts = (
        ("继续有效的文件", (*found.valid, *found.amended, *found.pending)),
        ("废止的文件", found.repealed),
        ("失效的文件", found.expired),
        ("一年内到期、需要评估的文件", found.lapsing),
        ("没有规定有效期、需要补定的文件", found.unlimited),
    )
    for number, (title, items) in zip("一二三四五", parts, strict=True):
        yield from (f"## {number}、{title}（{len(items)}件）", "")
        yield from _table(items, lambda item: _remark(item, catalog)) if items else ("无。",)
        yield ""


def _table(items: Iterable[Item], remark: Callable[[Item], str]) -> Iterator[str]:
    yield f"| {' | '.join(HEADS)} |"
    yield "|" + "---|" * len(HEADS)
    for number, item in enumerate(items, 1):
        end = last_day(item)
        cells = (
            str(number),
            item.title,
            item.doc_number,
            item.registration,
            item.effective.isoformat() if item.effective else "",
            end.isoformat() if end else NO_LIMIT,
            remark(item),
        )
        yield "| " + " | ".join(cell.replace("|", "\\|").replace("\n", " ") for cell in cells) + " |"


def _remark(item: Item, catalog: Catalog) -> str:
    state = state_of(item, catalog)
    day, repealers = ended(item, catalog)
    if not state.is_dead:
        return state.value
    if state is Validity.EXPIRED:
        return f"{day.isoformat()}到期失效" if day else state.value
    by = "、".join(r.doc_number or r.title for r in repealers)
    since = f"{day.isoformat()}起废止" if day else state.value
    return f"{since}，被{by}废止" if by else since
