"""Writing a report: the document in the wanted forms, beside the site and never below it."""

from __future__ import annotations

import itertools
import os
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeVar

import click

from gongkai.mkdocs_plugins.context import BuildContext
from gongkai.typesetting.document import Document
from gongkai.typesetting.fonts import Fonts

FOLDER = "reports"
FORMS = ("md", "docx", "pdf")
Function = TypeVar("Function", bound=Callable[..., Any])


def output_options(function: Function) -> Function:
    """`--output` and `--format`, which every report has."""
    function = click.option(
        "--format",
        "forms",
        type=click.Choice(FORMS),
        multiple=True,
        help="只要哪几种格式，可以写几次；缺省全部",
    )(function)
    return click.option(
        "--output", "-o", metavar="文件夹", help="放在哪个文件夹，缺省为 reports；不能放进网站或 content"
    )(function)


def report_folder(context: BuildContext, output: str | None) -> Path:
    """Where reports go. A place that would make them public is refused."""
    settings = context.settings
    folder = Path(output) if output else settings.root / FOLDER
    refuse_public(context, folder)
    return folder


def refuse_public(context: BuildContext, target: Path) -> None:
    """Raise click.UsageError when a file or folder would stand in the site or among the items."""
    settings = context.settings
    for place, why in ((settings.site_folder, "网站文件夹"), (settings.content, "信息文件夹")):
        if target.resolve().is_relative_to(place.resolve()):
            raise click.UsageError(f"报告是内部材料，不能写进{why} {place}。可以写到 {FOLDER}/ 里。")


def font_folder(context: BuildContext) -> Path:
    """The site's own fonts: what GONGKAI_FONTS says, else `fonts/` beside mkdocs.yml."""
    return Path(os.environ.get("GONGKAI_FONTS") or context.settings.root / "fonts")


def fonts_of(context: BuildContext) -> Fonts:
    """The fonts for pdf files. Raises click.ClickException with what to do when there are none."""
    from gongkai.typesetting.fonts import NoFont, NoTypesetter, find_fonts

    try:
        return find_fonts(font_folder(context))
    except (NoFont, NoTypesetter) as error:
        raise click.ClickException(str(error)) from error


def pdf_bytes(document: Document, context: BuildContext) -> bytes:
    """The document as pdf. Raises click.ClickException with what to do when there is no font."""
    from gongkai.typesetting.pdf import to_pdf

    return to_pdf(document, fonts_of(context))


def one_page(make: Callable[[int], Document], most: int, context: BuildContext) -> Document:
    """The document of as many things, at most `most`, as one page holds."""
    from gongkai.typesetting.pdf import page_count

    fonts = fonts_of(context)
    return next((d for n in range(most, 1, -1) if page_count(d := make(n), fonts) == 1), make(1))


def write_paper(
    document: Document, markdown: str, name: str, folder: Path, context: BuildContext, forms: Sequence[str]
) -> None:
    """Write the document; without being asked for it alone, a pdf that cannot be made is only told."""
    wanted = forms or FORMS
    made: dict[str, bytes] = {}
    if "md" in wanted:
        made["md"] = markdown.encode()
    if "docx" in wanted:
        from gongkai.typesetting.docx import to_docx

        made["docx"] = to_docx(document)
    if "pdf" in wanted:
        try:
            made["pdf"] = pdf_bytes(document, context)
        except click.ClickException as error:
            if forms:
                raise
            click.echo(error.message, err=True)
    files = {f"{name}.{ending}": data for ending, data in made.items()}
    for file, data in files.items():
        if not file.endswith(".pdf"):
            keep_former(folder / file, data)
    write_files(files, folder)


def keep_former(path: Path, data: bytes) -> None:
    """Rename a file that says something else than `data`: somebody may have gone on writing in the draft."""
    try:
        if not path.is_file() or path.read_bytes() == data:
            return
        numbered = (path.with_stem(f"{path.stem}（旧{number}）") for number in itertools.count(1))
        former = next(place for place in numbered if not place.exists())
        path.rename(former)
    except OSError as error:
        raise click.ClickException(f"动不了（{error.strerror}）：{path}。文件正开着的，先关上。") from error
    click.echo(f"原来的那份与这次的不同，改名为 {former}")


def write_files(files: Mapping[str, bytes], folder: Path) -> None:
    """Write files and say where."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, data in files.items():
            (folder / name).write_bytes(data)
            click.echo(f"已写到 {folder / name}")
    except OSError as error:
        raise click.ClickException(f"写不成（{error.strerror}）：{folder}。文件正开着的，先关上。") from error
