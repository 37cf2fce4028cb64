"""`gongkai import`."""

from __future__ import annotations

import warnings
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from gongkai.cli.chinese import ChineseCommand, common_options
from gongkai.cli.failures import told
from gongkai.cli.import_files import Beside, Input, inputs, read
from gongkai.cli.import_session import Session, make_session
from gongkai.importing.placing import Placed
from gongkai.importing.sources import Outcome, outcomes
from gongkai.importing.values import label_of
from gongkai.loading.numbers_file import NUMBERS_FILE, numbers_text
from gongkai.mkdocs_plugins.engine import run_check

HELP = """把写好的 Word、网页、文本、表格导入成信息草稿：认出标题、文号、日期，编好索引号，放进栏目的文件夹。

可以导入 .docx、.html（旧网站存下来的网页）、.md、.txt，一行一条信息的 .csv、.xlsx，或者装着这些文件的文件夹。
.doc、.wps 请先另存为 .docx。导入的都是草稿，不会上网；审核、删去“草稿”一行以后才公开。原文件不动，已有的文件不覆盖。

\b
例：gongkai import 关于停水检修的通知.docx --column 通知公告
    gongkai import 旧网站 --column 通知公告 --keep-index-numbers --dry-run
    gongkai import 信息清单.xlsx             栏目写在“栏目”一列
    gongkai import 决算表.pdf --as-attachment --column 财政预决算
"""
_SHOWN = ("发文字号", "发文机关", "成文日期", "发布日期", "索引号")


@click.command("import", cls=ChineseCommand, help=HELP, short_help="把 Word、网页、文本、表格导入成草稿")
@click.argument("files", nargs=-1, required=True, metavar="文件或文件夹…", type=click.Path(path_type=Path))
@click.option("--column", metavar="栏目", help="放进哪个栏目：名称或全路径；清单里写了栏目的按清单")
@click.option("--dry-run", is_flag=True, help="只看会怎样，不写文件")
@click.option("--keep-index-numbers", is_flag=True, help="原来有索引号的沿用原号，不另编")
@click.option("--as-attachment", is_flag=True, help="不转换，把文件作为附件（PDF、OFD、表格等）")
@common_options
def importing(
    files: Sequence[Path], column: str | None, dry_run: bool, keep_index_numbers: bool, as_attachment: bool,
    today: str | None, config_file: str | None,
) -> int:  # fmt: skip
    """Write a draft for each document; 1 when some were not imported."""
    for path in files:
        if not path.exists():
            raise click.UsageError(f"找不到“{path}”。文件名里有空格时，用英文双引号把整个文件名括起来。")
    with told():
        context, plan = run_check(config_file, {"GONGKAI_TODAY": today})
    session = make_session(context.settings, plan.loaded, column, keep_index_numbers)
    with warnings.catch_warnings():
        # A picture of too many points is to be told in Chinese, not to be warned of in English.
        warnings.simplefilter("error", RuntimeWarning)
        written, refused = _import(_outcomes(files, session, as_attachment), session, dry_run)
    _summary(written, refused, dry_run)
    return 1 if refused or not written else 0


def _import(found: Iterator[Outcome], session: Session, dry_run: bool) -> tuple[int, int]:
    """Write one draft after the other and say so; how many were written, how many refused."""
    written = refused = 0
    try:
        for each in found:
            placed = session.place(each)
            if isinstance(placed, str):
                refused += 1
                click.echo(f"{each.name}：没有导入。{placed}")
                continue
            if not dry_run:
                _write(session.content, placed)
            written += 1
            _tell(each.name, placed, session)
    finally:
        if written and not dry_run and session.numbers.highest:
            file = session.content / NUMBERS_FILE
            file.write_text(numbers_text(session.numbers.highest), encoding="utf-8", newline="\n")
    return written, refused


def _outcomes(paths: Sequence[Path], session: Session, as_attachment: bool) -> Iterator[Outcome]:
    used: set[Path] = set()
    for each in inputs(paths, as_attachment):
        if each.path.resolve() not in used:
            yield from _of(each, used, session, as_attachment)


def _of(each: Input, used: set[Path], session: Session, as_attachment: bool) -> Iterator[Outcome]:
    data = read(each.path)
    if isinstance(data, str):
        yield Outcome(each.shown, refused=data)
        return
    beside = Beside(each.path.absolute().parent, each.top, session.max_bytes)
    for found in outcomes(
        each.shown, data, beside, lambda name: label_of(name, session.words.schema), as_attachment
    ):
        used |= beside.used
        yield found


def _write(content: Path, placed: Placed) -> None:
    """The files of an item, itself last; nothing that is there is written over."""
    for name, data in placed.files:
        target = content / name
        target.parent.mkdir(parents=True, exist_ok=True)
        try:
            with target.open("xb") as file:
                file.write(data)
        except OSError as error:
            raise click.ClickException(
                f"写不了 {target}：{error.strerror or error}。已经写好的没有动。"
            ) from error


def _tell(name: str, placed: Placed, session: Session) -> None:
    """What was recognised, what is still to be written, what was dropped."""
    click.echo(f"{name} → {session.content.name}/{placed.path}")
    known = [f"{label} {placed.fields[label]}" for label in _SHOWN if label in placed.fields]
    others = [label for label in placed.fields if label not in (*_SHOWN, "标题")]
    click.echo(f"  认出：{'，'.join([f'标题“{placed.title}”', *known, *others, *placed.found])}")
    if len(placed.files) > 1:
        click.echo(f"  一起放好：{'、'.join(path.rpartition('/')[2] for path, _ in placed.files[:-1])}")
    click.echo(f"  要填：{'、'.join(placed.to_fill)}")
    for remark in placed.remarks:
        click.echo(f"  注意：{remark}。")


def _summary(written: int, refused: int, dry_run: bool) -> None:
    left = f"，{refused} 个没有导入" if refused else ""
    if not written and not refused:
        click.echo("没有可以导入的文件。可以导入 .docx、.html、.md、.txt、.csv、.xlsx。")
    elif not written:
        click.echo(f"没有导入任何信息：{refused} 个文件各有原因，见上面。")
    elif dry_run:
        click.echo(f"试运行：可以导入 {written} 条{left}，没有写任何文件。")
    else:
        click.echo(f"导入 {written} 条草稿{left}。用 gongkai serve 预览，审完后填上审核，删去“草稿”一行。")
