"""The sheet for the notice board: the newest items with QR codes that lead to them."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable
from typing import Literal

from gongkai.model.catalog import Catalog
from gongkai.model.item import Item
from gongkai.statistics.counting_rules import is_disclosure
from gongkai.typesetting.document import Cards, Document, Picture, paragraph

FITTING = {"a4": 12, "a3": 24}
_COLUMNS = {"a4": 2, "a3": 3}
_QR = {"a4": 22.0, "a3": 27.0}
_SIZE = {"a4": 12.0, "a3": 14.0}
_LONGEST = 44


def qr_svg(text: str) -> bytes:
    """A QR code as svg, with the quiet zone that scanners want."""
    import segno

    found = io.BytesIO()
    segno.make(text, error="m", micro=False).save(found, kind="svg", border=2, xmldecl=False, nl=False)
    return found.getvalue()


def newest(catalog: Catalog, count: int, columns: Iterable[str] = ()) -> tuple[Item, ...]:
    """The newest items of the unit's own that are government information, or those of some columns."""
    wanted = tuple(columns)
    found = []
    for item in catalog.items:
        inside = any(item.column == path or item.column.startswith(path + "/") for path in wanted)
        if inside if wanted else (is_disclosure(item, catalog.tree) and item.level == "本级"):
            found.append(item)
        if len(found) == count:
            break
    return tuple(found)


def board_document(
    items: Iterable[Item],
    catalog: Catalog,
    absolute: Callable[[str], str],
    paper: Literal["a4", "a3"] = "a4",
) -> Document:
    """The sheet; a page of A4 holds about twelve items, one of A3 twenty-four."""
    width = _QR[paper]
    cards = tuple((_code(absolute(i.address), width), _lines(i, catalog)) for i in items)
    day = catalog.today
    unit = catalog.unit
    foot = f"{unit.name}　{day.year}年{day.month}月{day.day}日　扫二维码看全文"
    phones = "　".join(
        text
        for text in (
            f"咨询：{unit.phone}" if unit.phone else "",
            f"监督：{unit.complaint_phone}" if unit.complaint_phone else "",
        )
        if text
    )
    return Document(
        title="政务公开栏",
        subtitle="　".join(text for text in (foot, phones) if text),
        blocks=(Cards(cards, _COLUMNS[paper]),) if cards else (paragraph("暂无信息。", "center"),),
        author=unit.name,
        paper=paper,
        size=_SIZE[paper],
        numbered=False,
    )


def _code(address: str, width: float) -> Picture:
    return Picture(qr_svg(address), "svg", f"二维码：{address}", width)


def _lines(item: Item, catalog: Catalog) -> tuple[str, ...]:
    title = item.title if len(item.title) <= _LONGEST else item.title[: _LONGEST - 1] + "…"
    facts = [item.doc_number, catalog.tree.columns[item.column].name]
    if item.notice_end and item.notice_end >= catalog.today:
        facts.append(f"公示至{item.notice_end}")
    return title, "　".join(text for text in facts if text), item.published.day.isoformat()
