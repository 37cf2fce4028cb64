"""What must not become public in the cells of a table, found in all of them at once."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from gongkai.loading.detectors import Hit, detect
from gongkai.loading.tables_header import Header
from gongkai.model.table import TableRow


def secrets_in(rows: tuple[TableRow, ...], header: Header) -> Iterator[tuple[Hit, int, int]]:
    """Each hit with its row and column; fields that are not public are left out.

    A row is one line of text: what stands beside a number (户名, 账号) tells what it is.
    """
    places = [n for n, spec in enumerate(header.specs) if spec.public]
    texts = ["\n".join([" ".join(row.values[n].split("\n")) for n in places]) for row in rows]
    whole = "\n\n".join(texts)
    starts, at = [], 0
    for text in texts:
        starts.append(at)
        at += len(text) + 2
    for hit in detect(whole):
        number = bisect_right(starts, hit.at) - 1
        inside = whole.count("\n", starts[number], hit.at)
        yield hit, rows[number].line, header.columns.get(places[inside], -1)
