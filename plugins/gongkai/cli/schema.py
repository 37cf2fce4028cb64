"""`gongkai schema`."""

from __future__ import annotations

import json
from pathlib import Path

import click

from gongkai.cli.chinese import ChineseCommand
from gongkai.loading.field_model import json_schema
from gongkai.loading.presets import read_tables
from gongkai.loading.schema import make_schema

HELP = """输出信息头的 JSON Schema：全部字段的中英文名称、写法和可选的值，给编辑器和录入表单用。

\b
例：gongkai schema
    gongkai schema -o 信息头.schema.json
"""


@click.command(cls=ChineseCommand, help=HELP, short_help="输出信息头的 JSON Schema")
@click.option(
    "-o", "--output", metavar="文件", type=click.Path(path_type=Path), help="写到文件，缺省写到屏幕"
)
def schema(output: Path | None) -> int:
    """Print or write the schema that is made from the one definition of the fields."""
    text = json.dumps(json_schema(make_schema(read_tables())), ensure_ascii=False, indent=1) + "\n"
    if output is None:
        click.echo(text, nl=False)
        return 0
    try:
        output.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise click.ClickException(f"文件写不成（{error.strerror}）：{output}") from error
    click.echo(f"已写入 {output}。")
    return 0
