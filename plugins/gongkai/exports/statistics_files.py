"""`/api/statistics/…`: the figures of each year, and of all of them, as csv and json."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from gongkai.exports.catalog_csv import defuse
from gongkai.exports.files import json_file
from gongkai.model.catalog import Catalog
from gongkai.statistics.records import HEADINGS, Cells, year_lines, year_record
from gongkai.statistics.years import yearly

FOLDER = "api/statistics"
_BOM = "\ufeff"


def lines_csv(lines: Iterable[Cells]) -> bytes:
    """Lines of figures as a table: UTF-8 with BOM, CRLF."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(HEADINGS)
    writer.writerows([defuse(cell) for cell in line] for line in lines)
    return (_BOM + stream.getvalue()).encode()


def statistics_exports(catalog: Catalog, years: Sequence[int]) -> Iterator[tuple[str, bytes]]:
    """Two files for each year, and two for the series over the years."""
    if not years:
        return
    series = yearly(catalog)
    yield (
        f"{FOLDER}/all.csv",
        lines_csv(
            (line.key, "总数", "主动公开政府信息", str(line.count), "条", "", str(line.before), line.change)
            for line in series
        ),
    )
    yield f"{FOLDER}/all.json", json_file({"total": series.total, "years": {e.key: e.count for e in series}})
    for year in years:
        yield f"{FOLDER}/{year}.csv", lines_csv(year_lines(catalog, year))
        yield f"{FOLDER}/{year}.json", json_file(year_record(catalog, year))
