"""Make the search of a site alone, index and page, and write down what it took as JSON.

Run by `bench.py search` in a process of its own: `_search_index.py MKDOCS_YML OUT TODAY FIGURES`.
"""

import json
import sys
import time
from pathlib import Path

if __name__ == "__main__":
    sys.path[0] = str(Path(__file__).resolve().parent.parent)

from gongkai.mkdocs_plugins.assets import read_asset
from gongkai.mkdocs_plugins.engine import run_check
from gongkai.mkdocs_plugins.making_stage import render_kit


def main(config: str, out: Path, today: str, figures: Path) -> None:
    """Write `out`/search/ and what its page needs; `figures` gets seconds of loading and indexing, files and bytes."""
    start = time.perf_counter()
    context, plan = run_check(config, {"GONGKAI_TODAY": today})
    context.plan = plan
    loaded = time.perf_counter()
    size = files = 0
    for path, data in context.features["search"].exports(plan.loaded.catalog, plan.addresses):
        write(out / path, data)
        files, size = files + 1, size + len(data)
    indexed = time.perf_counter()
    for asset in context.assets.all:
        write(out / asset.path.lstrip("/"), read_asset(asset))
    spec = next(s for s in plan.specs if s.feature == "search")
    write(out / spec.file, render_kit(context).renderer().html(spec).encode())
    took = {"load": loaded - start, "index": indexed - loaded, "files": files, "size": size}
    figures.write_text(json.dumps(took), encoding="utf-8", newline="\n")


def write(target: Path, data: bytes) -> None:
    """Write a file, making its folder."""
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(data)


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), sys.argv[3], Path(sys.argv[4]))
