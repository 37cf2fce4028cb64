"""The files of a table: csv, xlsx and json, the same bytes for the same rows."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Callable, Iterator
from html import escape

from gongkai.exports.catalog_csv import defuse
from gongkai.exports.files import GENERATOR, json_text, legal
from gongkai.exports.records import Absolute
from gongkai.model.catalog import Catalog
from gongkai.model.table import NUMERIC, DataTable, TableField, TableRow

_NUMBER = re.compile(r"-?\d{1,15}(?:\.\d{1,10})?")
_TIME = (2000, 1, 1, 0, 0, 0)
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"


def table_exports(
    catalog: Catalog, address: Callable[[DataTable], str], absolute: Absolute
) -> Iterator[tuple[str, bytes]]:
    """Yield (path below the site, bytes) for every table that has a page; `address` gives the page."""
    for table in catalog.by_table.values():
        base = address(table)
        if base:
            stem = f"{base.lstrip('/')}{table.slug}"
            yield f"{stem}.csv", table_csv(table)
            yield f"{stem}.xlsx", table_xlsx(table)
            yield f"{stem}.json", table_json(table, catalog, base, absolute)


def _is_number(field: TableField, text: str) -> bool:
    return field.type in NUMERIC and _NUMBER.fullmatch(text) is not None


def table_csv(table: DataTable) -> bytes:
    """UTF-8 with BOM and CRLF; what a spreadsheet would take for a formula is defused, true numbers stay."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow([defuse(field.heading) for field in table.fields])
    for row in table.rows:
        writer.writerow(
            [
                text if not text or _is_number(field, text) else defuse(text)
                for field, text in zip(table.fields, row.values, strict=True)
            ]
        )
    return ("\ufeff" + stream.getvalue()).encode()


def table_json(table: DataTable, catalog: Catalog, path: str, absolute: Absolute) -> bytes:
    """An object with one row a line; a cell that names items has their index numbers beside its text."""
    head = {
        "generator": GENERATOR,
        "title": table.title,
        "url": absolute(path),
        "publisher": catalog.unit.name,
        "column": catalog.tree.columns[table.column].names,
        "column_path": table.column,
        "published": table.published.day.isoformat(),
        "updated": table.updated.isoformat() if table.updated else "",
        "count": table.count,
        "fields": [{"key": f.key, "name": f.name, "type": f.type, "unit": f.unit} for f in table.fields],
    }
    members = [f" {json_text(key)}: {json_text(value)}" for key, value in head.items()]
    lines = ",\n".join(f"  {json_text(_record(table, row, absolute, path))}" for row in table.rows)
    members.append(f' "rows": [\n{lines}\n ]' if lines else ' "rows": []')
    return ("{\n" + ",\n".join(members) + "\n}\n").encode()


def _record(table: DataTable, row: TableRow, absolute: Absolute, path: str) -> dict[str, object]:
    found: dict[str, object] = {
        field.key: text for field, text in zip(table.fields, row.values, strict=True) if text
    }
    for place, links in row.links.items():
        found[f"{table.fields[place].key}_items"] = [number for _, number in links]
    if table.row_pages:
        found["url"] = absolute(f"{path}row/{row.slug}/")
    return found


def table_xlsx(table: DataTable) -> bytes:
    """One sheet with a frozen heading. Texts are stored as texts, so none is taken for a formula."""
    widths = "".join(
        f'<col min="{n}" max="{n}" width="{_width(field)}" customWidth="1"/>'
        for n, field in enumerate(table.fields, 1)
    )
    heading = "".join(f'<c t="inlineStr" s="1"><is><t>{_xml(f.heading)}</t></is></c>' for f in table.fields)
    rows = "".join(_xlsx_row(table.fields, row) for row in table.rows)
    sheet = (
        f'{_HEAD}<worksheet xmlns="{_MAIN}"><sheetViews><sheetView workbookViewId="0">'
        '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'
        f"<cols>{widths}</cols><sheetData><row>{heading}</row>{rows}</sheetData></worksheet>"
    )
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for name, text in (*_frame(table.title), ("xl/worksheets/sheet1.xml", sheet)):
            info = zipfile.ZipInfo(name, _TIME)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 0
            info.external_attr = 0
            archive.writestr(info, text.encode())
    return stream.getvalue()


def _width(field: TableField) -> int:
    wide = {"text": 30, "link": 36, "flow": 30, "list": 24, "url": 30, "code": 20}
    return max(wide.get(field.type, 14), min(2 * len(field.heading) + 2, 40))


def _xml(text: str) -> str:
    return escape(text if text.isprintable() else legal(text), quote=False)


def _xlsx_row(fields: tuple[TableField, ...], row: TableRow) -> str:
    cells = []
    for field, text in zip(fields, row.values, strict=True):
        if not text:
            cells.append("<c/>")
        elif _is_number(field, text):
            cells.append(f"<c><v>{text}</v></c>")
        else:
            cells.append(f'<c t="inlineStr"><is><t xml:space="preserve">{_xml(text)}</t></is></c>')
    return f"<row>{''.join(cells)}</row>"


def _frame(title: str) -> Iterator[tuple[str, str]]:
    """Everything around the sheet that a workbook must have."""
    yield from _parts_list()
    yield from _book(title)
    yield (
        "xl/styles.xml",
        (
            f'{_HEAD}<styleSheet xmlns="{_MAIN}"><fonts count="2"><font><sz val="11"/></font>'
            '<font><b/><sz val="11"/></font></fonts>'
            '<fills count="1"><fill><patternFill patternType="none"/></fill></fills>'
            '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>'
            '<cellXfs count="2"><xf xfId="0"/><xf fontId="1" applyFont="1" xfId="0"/></cellXfs></styleSheet>'
        ),
    )


def _parts_list() -> Iterator[tuple[str, str]]:
    yield (
        "[Content_Types].xml",
        (
            f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/>'
            f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPE}.sheet.main+xml"/>'
            f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_TYPE}.worksheet+xml"/>'
            f'<Override PartName="/xl/styles.xml" ContentType="{_TYPE}.styles+xml"/></Types>'
        ),
    )
    yield (
        "_rels/.rels",
        (
            f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" '
            f'Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
        ),
    )


def _book(title: str) -> Iterator[tuple[str, str]]:
    name = _xml(re.sub(r"[\\/?*\[\]:：]", " ", title)[:31].strip() or "清单")
    yield (
        "xl/workbook.xml",
        (
            f'{_HEAD}<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>'
            f'<sheet name="{name.replace(chr(34), "&quot;")}" sheetId="1" r:id="rId1"/></sheets></workbook>'
        ),
    )
    yield (
        "xl/_rels/workbook.xml.rels",
        (
            f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">'
            f'<Relationship Id="rId1" Type="{_OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>'
            f'<Relationship Id="rId2" Type="{_OFFICE}/styles" Target="styles.xml"/></Relationships>'
        ),
    )
