"""Write `plugins/gongkai/presets/common_fields.json`: the common fields as plain data, from their one definition.

    python scripts/field_table.py            # write the table
    python scripts/field_table.py --check    # write nothing; exit code 1 if the table is stale

A build reads the table: the definition is a model of pydantic's, which takes a seventh of the time of a start to load.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from gongkai.loading.common_table import FILE_NAME
from gongkai.loading.field_model import defined_fields

ROOT = Path(__file__).resolve().parent.parent
TABLE = ROOT / "plugins" / "gongkai" / "presets" / FILE_NAME


def table_text() -> str:
    """The table, one field a line."""
    return "[\n" + ",\n".join(json.dumps(field, ensure_ascii=False) for field in defined_fields()) + "\n]\n"


def main() -> int:
    """Write the table, or with `--check` compare it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true")
    text = table_text()
    if parser.parse_args().check:
        return int(not TABLE.is_file() or TABLE.read_text(encoding="utf-8") != text)
    TABLE.write_text(text, encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
