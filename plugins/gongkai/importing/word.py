"""A Word document (.docx) → a draft: mammoth reads the text, what it does not know of comes before and after it."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping, Sequence

import mammoth
from mammoth.documents import Image

from gongkai.importing.draft import Attached, Draft, Files, Refused
from gongkai.importing.pictures import Unusable, cleaned
from gongkai.importing.secrets import refuse_secret
from gongkai.importing.structure import Recognised, recognise
from gongkai.importing.to_markdown import parse, to_markdown
from gongkai.importing.word_blocks import Block, blocks_of, headings, mark_headings
from gongkai.importing.word_numbers import Numbers
from gongkai.importing.word_styles import Styles
from gongkai.importing.word_tree import put_text, tidy
from gongkai.importing.word_xml import W, members, packed, text_of, tree

_MAIN = "word/document.xml"
_NOTES = ("word/footnotes.xml", "word/endnotes.xml")
_MARGIN = re.compile(r"word/(?:header|footer)\d*\.xml")
_PAGE = re.compile(r"[\s\d—\-–/·.|]*|第?\s*\d*\s*页.*")
_STYLES = "\n".join(f"p.GkHeading{n} => h{n}:fresh" for n in range(1, 7))


def read_word(data: bytes) -> Draft:
    """The draft of a Word document. Raises `Refused`."""
    parts = dict(members(data))
    margins = tuple(_margins(parts))
    root = tree(parts[_MAIN])
    body = root.find(f"{W}body")
    if body is None:
        raise Refused("这个文件里没有 Word 正文。请用 WPS 或 Word 打开，另存为 .docx 再导入。")
    styles = Styles(parts.get("word/styles.xml"))
    counted = tidy(body, Numbers(parts.get("word/numbering.xml"), styles))
    blocks = blocks_of(body, styles)
    refuse_secret("\n".join([*margins, *(block.line.text for block in blocks)]))
    recognised = recognise([block.line for block in blocks])
    _apply(blocks, recognised)
    parts[_MAIN] = _written(root)
    for name in _NOTES:
        if name in parts:
            notes = tree(parts[name])
            tidy(notes, Numbers(None, styles))
            parts[name] = _written(notes)
    files = Files()
    remarks: list[str] = []
    markdown = to_markdown(parse(_html(parts, files, remarks)))
    told = (*counted.remarks(), *remarks, *recognised.dropped, *_of_margins(margins))
    return Draft(recognised.fields, markdown, tuple(files.files), told, found=recognised.found)


def _written(root: object) -> bytes:
    from lxml import etree

    return etree.tostring(root, encoding="UTF-8", xml_declaration=True)  # type: ignore[no-any-return]


def _apply(blocks: Sequence[Block], recognised: Recognised) -> None:
    """Take out what went into the front matter, write what is written anew, mark headings."""
    levels = headings([block.line for block in blocks], recognised)
    for place, block in enumerate(blocks):
        if block.line.table:
            continue
        if place in recognised.consumed:
            _empty(block)
        elif place in recognised.rewritten:
            _empty(block)
            put_text(block.node, recognised.rewritten[place])
        if place in levels or block.line.heading or block.line.title:
            mark_headings(block.node, levels.get(place, 0))


def _empty(block: Block) -> None:
    """A paragraph without its text; pictures in it stay."""
    for run in list(block.node.iter(f"{W}r")):
        if run.find(f"{W}drawing") is None and run.find(f"{W}pict") is None and run.getparent() is not None:
            run.getparent().remove(run)


def _html(parts: Mapping[str, bytes], files: Files, remarks: list[str]) -> str:
    """The document as HTML; pictures are put among the files."""
    seen: list[int] = []

    def picture(image: Image) -> dict[str, str]:
        seen.append(1)
        try:
            with image.open() as stream:
                made = cleaned(stream.read())
        except Unusable as error:
            remarks.append(f"第{len(seen)}个图片无法读取（{error}）")
            return {}
        except (OSError, KeyError, ValueError):
            remarks.append(f"第{len(seen)}个图片无法读取（不在文件里）")
            return {}
        name = f"图{len(seen)}.{made.ending}"
        return {
            "src": files.add(Attached(name, made.data, picture=True)),
            "alt": _alt(image.alt_text, len(seen)),
        }

    try:
        result = mammoth.convert_to_html(
            io.BytesIO(packed(parts)),
            style_map=_STYLES,
            include_embedded_style_map=False,
            convert_image=mammoth.images.img_element(picture),
        )
    except RecursionError as error:
        raise Refused("这个文件的内容层层嵌套，太深了，没有导入。请复制到新建的文档里再导入。") from error
    except (KeyError, ValueError, TypeError, AttributeError, IndexError, OSError) as error:
        raise Refused("这个文件已损坏，读不了。请用 WPS 或 Word 打开，另存为 .docx 再导入。") from error
    return str(result.value)


def _alt(written: str | None, number: int) -> str:
    """What a picture shows, if its author said so; programs write file names and guesses there."""
    text = " ".join((written or "").split())
    told = re.search(r"[\u4e00-\u9fff]{2}", text) and not re.search(
        r"\.\w{3,4}$|^图片\s*\d*$|描述已自动生成", text
    )
    return text if told else f"图{number}"


def _margins(parts: Mapping[str, bytes]) -> Iterator[str]:
    """The texts of headers and footers that say more than the page."""
    for name in sorted(parts):
        if _MARGIN.fullmatch(name):
            text = " ".join(text_of(tree(parts[name])).split())
            if not _PAGE.fullmatch(text):
                yield text


def _of_margins(texts: Sequence[str]) -> Iterator[str]:
    return (f"页眉页脚“{text[:30]}”没有放进正文" for text in dict.fromkeys(texts))
