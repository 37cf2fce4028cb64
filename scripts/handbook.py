"""Write the handbook's generated chapters: the table of fields, the list of columns, the messages by code.

    python scripts/handbook.py            # write docs/编辑手册/字段一览.md, 栏目一览.md, 常见问题.md
    python scripts/handbook.py --check    # write nothing; exit code 1 if one of them is stale

They are made from the definitions that the program itself reads, so that they cannot say anything else.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import yaml

from gongkai.loading import columns_terms as terms
from gongkai.loading.codes import CODES, Code
from gongkai.loading.presets import PRESETS, preset_label, read_preset, read_tables
from gongkai.loading.schema import TYPE_NAMES, FieldFacts, Schema, make_schema
from gongkai.model.column import Column, ColumnTree
from gongkai.model.problem import Level
from gongkai.model.vocabulary import Kind, Tables, Term

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "docs" / "编辑手册"
ADVICE = Path(__file__).resolve().parent / "handbook_advice.yml"
_MADE = "<!-- 由 scripts/handbook.py 生成，请不要手改 -->\n"
_FIELDS_INTRO = (
    "字段写在文件开头两个 `---` 之间，一行一个，写成“名称: 值”（英文冒号，后面一个空格）。\n"
    "每条信息必须写 **标题** 和 **发布日期**；栏目按所在文件夹认定，不用写。中文名称和英文键都可以用，同一个字段只能写一次。\n"
    "值写“无”“/”“-”等于没有写。日期可以写成 2026-05-03、2026/5/3、2026.5.3、2026年5月3日，后面可以带时间，如 09:30。\n"
)
_SHORT_LIST = 12
_LISTED = (("主题分类", "themes"), ("体裁分类", "genres"), ("服务对象", "audiences"), ("解读形式", "forms"),
           ("发布渠道", "channels"))  # fmt: skip
_LEVELS = {
    Level.BLOCK: "阻断",
    Level.VETO: "否决",
    Level.ERROR: "错误",
    Level.WARNING: "警告",
    Level.INFO: "提示",
}
_FAMILIES = (
    ("文件", "L00"), ("信息头的写法", "L01"), ("字段", "L02"), ("栏目", "L03"), ("附件和图片", "L04"), ("索引号", "L05"),
    ("保密和隐私", "L06"), ("依申请公开", "L07"), ("政府公报", "L08"),
    ("关联和链接", "R0"), ("解读", "R3"), ("清单", "T0"), ("单位.yml 和其他设置", "U0"), ("columns.yml", "U1"),
    ("工作数据、发布计划和专题", "S0"), ("豁免和检查的设置", "U2"),
    ("网站配置", "L9"),
)  # fmt: skip


def cell(text: str) -> str:
    """Text that stays inside one cell of a table."""
    return text.replace("|", "\\|").replace("\n", " ")


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A Markdown table."""
    lines = ["| " + " | ".join(heads) + " |", "|" + "---|" * len(heads)]
    return "\n".join([*lines, *("| " + " | ".join(cell(each) for each in row) + " |" for row in rows)]) + "\n"


# ---------------------------------------------------------------------------------------------- fields


def field_row(facts: FieldFacts) -> tuple[str, str, str, str]:
    """Names, what kind of value, the explanation with its example, the English key."""
    others = f"（也可写：{'、'.join(facts.names[1:])}）" if facts.names[1:] else ""
    few = facts.choices and len(facts.choices) <= _SHORT_LIST
    value = "：".join((TYPE_NAMES[facts.type], "、".join(facts.choices))) if few else TYPE_NAMES[facts.type]
    return f"**{facts.label}**{others}", value, facts.help, f"`{facts.key}`"


def kind_part(kind: Kind, schema: Schema) -> str:
    """One kind: what must be written, what may be."""
    rows = [("必须", *field_row(schema.fields[key])) for key in kind.required]
    rows += [("可以", *field_row(schema.fields[key])) for key in kind.optional if key not in kind.required]
    if not rows:
        return f"### {kind.name}\n\n没有自己的字段。\n"
    return f"### {kind.name}\n\n" + table(("", "字段", "写什么", "说明", "英文键"), rows)


def term_part(title: str, listed: Sequence[Term]) -> str:
    """One classification with the other names that are understood."""
    names = (f"{term.name}（也可写：{'、'.join(term.aka)}）" if term.aka else term.name for term in listed)
    return f"### {title}\n\n{'；'.join(names)}。\n"


def fields_page(tables: Tables) -> str:
    """The chapter 字段一览."""
    schema = make_schema(tables)
    common = table(
        ("字段", "写什么", "说明", "英文键"), map(field_row, (f for f in schema.fields.values() if f.common))
    )
    kinds = "\n".join(kind_part(kind, schema) for kind in tables.kinds.values() if kind.key != "view")
    lists = "\n".join(term_part(title, getattr(tables, name)) for title, name in _LISTED)
    own = "## 各类信息自己的字段\n\n信息是哪一类由栏目决定（见[栏目一览](栏目一览.md)），不用自己写。\n"
    parts = (
        "# 字段一览\n",
        _MADE,
        _FIELDS_INTRO,
        f"## 共用字段\n\n{common}",
        own,
        kinds,
        f"## 可以选的值\n\n{lists}",
    )
    return "\n".join(parts)


# --------------------------------------------------------------------------------------------- columns


def update_name(update: str) -> str:
    """`183d` → 半年, `year@03-31` → 每年3月31日前."""
    if update.startswith("year@"):
        month, day = update.removeprefix("year@").split("-")
        return f"每年{int(month)}月{int(day)}日前"
    return terms.UPDATES.get(update, f"{update.removesuffix('d')}天")


def column_row(column: Column, tables: Tables) -> tuple[str, ...]:
    """Names, slugs, what is put in, how often, what an empty one does."""
    empty = terms.EMPTIES[column.empty]
    kind = "（自动汇集，不放信息）" if column.view else tables.kinds[column.kind].name
    return column.names, f"`{column.path}`", kind, update_name(column.update), empty


def tree_part(tree: ColumnTree, title: str, tables: Tables) -> str:
    """One preset."""
    rows = [column_row(leaf, tables) for leaf in tree.leaves()]
    heads = ("栏目（就是文件夹）", "代号", "信息类型", "更新要求", "没有内容时")
    return f"## {title}（{len(rows)} 个末级栏目）\n\n" + table(heads, rows)


def columns_page(tables: Tables) -> str:
    """The chapter 栏目一览."""
    parts = (tree_part(read_preset(preset, tables), preset_label(preset), tables) for preset in PRESETS)
    intro = (
        "信息放进 `content/` 下和栏目同名的文件夹，例如 `content/政务动态/通知公告/`。只有末级栏目能放信息。\n"
        "“没有内容时”一列：**必设**的一直显示，空着会警告；**自动**的有了第一条信息才出现；**不涉及**的写明理由，不设页面。\n"
        "要改名、隐藏、增加栏目，见[栏目](栏目.md)。\n"
    )
    return "\n".join(("# 栏目一览\n", _MADE, intro, *parts))


# -------------------------------------------------------------------------------------------- messages


def read_advice() -> Mapping[str, Mapping[str, str]]:
    """Code → `改` (what to do); for codes that other rooms make also `名` and `级`."""
    found: Mapping[str, Mapping[str, str]] = yaml.safe_load(ADVICE.read_text(encoding="utf-8"))
    return found


def all_codes(advice: Mapping[str, Mapping[str, str]]) -> dict[str, tuple[str, str]]:
    """Code → name and level, of loading and of the columns file as they stand there, others as written here."""
    known: dict[str, Code] = {**CODES, **terms.COLUMN_CODES}
    found = {code: (each.name, _LEVELS[each.level]) for code, each in known.items()}
    return found | {code: (each["名"], each["级"]) for code, each in advice.items() if code not in known}


def message_rows(prefix: str, advice: Mapping[str, Mapping[str, str]]) -> Iterator[tuple[str, ...]]:
    """The codes of one family."""
    for code, (name, level) in sorted(all_codes(advice).items()):
        if code.startswith(prefix):
            yield code, name, level, advice.get(code, {}).get("改", "")


def problems_page(_: Tables) -> str:
    """The chapter 常见问题."""
    advice = read_advice()
    heads = ("编号", "问题", "级别", "怎么改")
    parts = (f"## {title}\n\n" + table(heads, message_rows(prefix, advice)) for title, prefix in _FAMILIES)
    intro = (
        "`check` 和 `build` 报的每个问题都有编号，例如“[阻断 L022]”。按编号在这里查。\n"
        "检查网站是否合乎要求的规则（编号不以 L、R、S、T、U 开头）见[检查](检查.md)。\n"
        "**阻断**：不改就不生成网站；**错误**：网站照常生成，但这一处没有起作用，请尽快改；**警告**、**提示**：请看一看。\n"
    )
    return "\n".join(("# 常见问题\n", _MADE, intro, *parts))


# -----------------------------------------------------------------------------------------------------

PAGES: Mapping[str, Callable[[Tables], str]] = {
    "字段一览.md": fields_page,
    "栏目一览.md": columns_page,
    "常见问题.md": problems_page,
}


def stale(folder: Path, tables: Tables) -> Iterator[tuple[Path, str]]:
    """The chapters that are not what they should be, with what they should be."""
    for name, make in PAGES.items():
        path, text = folder / name, make(tables).rstrip("\n") + "\n"
        if not path.is_file() or path.read_text(encoding="utf-8") != text:
            yield path, text


def main(arguments: Sequence[str] | None = None) -> int:
    """Command line; returns the exit code."""
    parser = argparse.ArgumentParser(description="生成编辑手册里的字段一览、栏目一览和常见问题")
    parser.add_argument("--check", action="store_true", help="只核对，不写；有过时的退出码为 1")
    options = parser.parse_args(arguments)
    found = list(stale(FOLDER, read_tables()))
    for path, text in found:
        print(f"{'过时' if options.check else '写好'}：{path.relative_to(ROOT)}")
        if not options.check:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
    return 1 if found and options.check else 0


if __name__ == "__main__":
    sys.exit(main())
