"""Chinese fonts on this computer: which family each part of a document is set in.

Nothing is fetched. A folder of the site's own comes first, then what the system has, by the names that
Windows, macOS, WPS and Debian give them. A pdf holds the outlines of its letters, so its bytes are the same
only on computers with the same fonts; the text, its order and all positions of blocks come from the document.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import typst

SONG = (
    "FangSong_GB2312", "仿宋_GB2312", "FangSong", "仿宋", "STFangsong", "华文仿宋", "FZFangSong-Z02S", "方正仿宋_GBK",
    "Noto Serif CJK SC", "Noto Serif SC", "Source Han Serif SC", "思源宋体", "SimSun", "宋体", "NSimSun", "Songti SC",
    "STSong", "华文宋体", "AR PL UMing CN", "AR PL SungtiL GB",
)  # fmt: skip
"""For the text: 仿宋 as GB/T 9704 asks, else another serif face."""
HEI = (
    "SimHei", "黑体", "Heiti SC", "STHeiti", "华文黑体", "方正黑体_GBK", "Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC",
    "思源黑体", "Microsoft YaHei", "微软雅黑", "PingFang SC", "Hiragino Sans GB", "WenQuanYi Zen Hei", "WenQuanYi Micro Hei",
    "Droid Sans Fallback",
)  # fmt: skip
"""For headings."""
TITLE = ("FZXiaoBiaoSong-B05S", "方正小标宋简体", "方正小标宋_GBK", "STZhongsong", "华文中宋")
"""For the title: 小标宋 where there is one, else as the text, bold."""


class NoFont(Exception):
    """There is no Chinese font on this computer; the text says what to do."""

    def __init__(self, folder: Path | None) -> None:
        place = f"文件夹 {folder}" if folder else "项目文件夹下的 fonts 文件夹"
        super().__init__(
            "这台电脑上没有找到中文字体，PDF 没有生成（Markdown 和 Word 不受影响）。\n"
            f"把一种中文字体（如 仿宋、宋体、思源宋体 的 .ttf、.otf 或 .ttc 文件）放进{place}再运行一次；\n"
            "Debian、Ubuntu 也可以安装：apt install fonts-noto-cjk。"
        )


class NoTypesetter(Exception):
    """The package that makes pdf files is not installed."""

    def __init__(self) -> None:
        super().__init__(
            "没有安装排版程序 typst，PDF 没有生成（Markdown 和 Word 不受影响）。请安装：pip install typst"
        )


@dataclass(frozen=True, slots=True)
class Fonts:
    """The families chosen, and the loaded fonts that hold them."""

    body: tuple[str, ...]
    heading: tuple[str, ...]
    title: tuple[str, ...]
    loaded: typst.Fonts


def find_fonts(folder: Path | None = None) -> Fonts:
    """Choose families from the folder (it may be absent) and the system. Raises `NoFont` or `NoTypesetter`."""
    try:
        import typst
    except ImportError as error:
        raise NoTypesetter from error
    own = folder is not None and folder.is_dir()
    of_folder: Sequence[str] = ()
    paths = [str(folder)] if own else []
    if own:
        of_folder = typst.Fonts(
            include_system_fonts=False, include_embedded_fonts=False, font_paths=list(paths)
        ).families()
    loaded = typst.Fonts(include_system_fonts=True, include_embedded_fonts=True, font_paths=list(paths))
    families = loaded.families()
    body = choose(SONG, of_folder, families) or choose(HEI, of_folder, families) or tuple(of_folder[:1])
    heading = choose(HEI, of_folder, families) or body
    if not body:
        raise NoFont(folder)
    return Fonts(body, heading, choose(TITLE, of_folder, families), loaded)


def choose(wanted: Sequence[str], own: Collection[str], all_families: Collection[str]) -> tuple[str, ...]:
    """The first wanted family of one's own folder, else of the system; empty when there is none."""
    for place in (own, all_families):
        known = {name.casefold(): name for name in place}
        for name in wanted:
            if name.casefold() in known:
                return (known[name.casefold()],)
    return ()
