"""Make a corpus for measurements: a township's site of N items of about 3 KB, the same for the same seed.

`python3 scripts/corpus.py DIR --items 5000` writes a whole site: settings, unit, items over 22 columns,
12 years and 9 issuers, with interpretations that name their policy files. The words come from the texts
given with `--seeds`, else from the demonstration's own items.
"""

import argparse
import datetime
import random
import sys
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

if __name__ == "__main__":
    sys.path[0] = str(Path(__file__).resolve().parent.parent)

from scripts._corpus_words import file_title, paragraphs, plain_title, read_clauses, sentence, table
from scripts._setup import ROOT, run_main

SEEDS = ROOT.parent / "shared" / "seeds"
UNIT_CODE = "119901210000000000"
FIRST_DAY = datetime.date(2014, 1, 1)
LAST_DAY = datetime.date(2025, 12, 31)
POLICY_KINDS = frozenset({"normative", "file"})

# The 22 columns of the township preset that the corpus fills: path, kind, share of the items.
COLUMNS = (
    ("决策公开/政策文件/行政规范性文件", "normative", 6),
    ("决策公开/政策文件/镇政府文件", "file", 14),
    ("决策公开/政策文件/上级政策文件", "relayed", 6),
    ("政策解读/本级政策解读", "interpretation", 12),
    ("决策公开/规划计划", "article", 2),
    ("决策公开/政府工作报告", "article", 1),
    ("执行公开/决策部署落实情况", "article", 4),
    ("执行公开/重点工作和民生实事", "article", 5),
    ("执行公开/审计和督查整改", "article", 2),
    ("管理公开/应急管理", "notice", 4),
    ("结果公开/统计信息", "article", 3),
    ("结果公开/年度工作总结", "article", 2),
    ("三农和乡镇重点事项/农业农村政策落实", "article", 5),
    ("三农和乡镇重点事项/农村土地承包经营权流转", "article", 2),
    ("基层政务公开/乡村振兴", "article", 5),
    ("基层政务公开/义务教育", "article", 2),
    ("基层政务公开/卫生健康", "article", 3),
    ("基层政务公开/就业创业", "article", 3),
    ("基层政务公开/安全生产", "article", 4),
    ("基层政务公开/生态环境", "article", 3),
    ("政务动态/通知公告", "notice", 6),
    ("政务动态/工作动态", "article", 6),
)
OWN_ISSUERS = (
    ("示例县青山镇人民政府", "青政发"),
    ("示例县青山镇人民政府办公室", "青政办发"),
    ("示例县青山镇应急管理办公室", "青应急发"),
    ("示例县青山镇农业农村办公室", "青农发"),
)
UPPER_ISSUERS = (
    ("示例县人民政府", "示政发"),
    ("示例县人民政府办公室", "示政办发"),
    ("示例县农业农村局", "示农发"),
    ("示例县民政局", "示民发"),
    ("示例县教育局", "示教发"),
)
FORMS = ("文字", "图解", "问答", "负责人解读", "部门解读")
CONFIG = """\
site_name: 示例县青山镇
site_url: https://bench.example/
docs_dir: content
theme:
  name: material
  language: zh
plugins: [gongkai/catalog, gongkai/columns, gongkai/indices, gongkai/linkage, gongkai/lifecycle, gongkai/feeds]
"""
UNIT = f"""\
机构名称: 示例县青山镇人民政府
简称: 青山镇
发文代字: [青政发, 青政办发, 青应急发, 青农发]
统一社会信用代码: '{UNIT_CODE}'
行政区划代码: '990121'
地址: 示例县青山镇青溪路1号
办公时间: 工作日 上午8:30—12:00，下午14:30—17:30
电话: 0990-5550001
传真: 无
邮箱: gk@bench.example
公开工作机构: 青山镇党政综合办公室
监督电话: 0990-5550009
上级门户: {{名称: 示例县人民政府, 网址: 'https://www.shili.example/', 标识码: '9901210001'}}
村（社区）: [青山社区, 松岭村, 石桥村, 云溪村]
演示: 是
"""


@dataclass(frozen=True, slots=True)
class Entry:
    """One item of the corpus before it is written."""

    column: str
    kind: str
    published: datetime.date
    title: str
    index_number: str
    issuer: str = ""
    doc_number: str = ""
    interprets: str = ""

    @property
    def path(self) -> Path:
        """The file's path below `content`."""
        name = self.index_number.rpartition("/")[2]
        return Path(*self.column.split("/"), str(self.published.year), f"{name}.md")


def main(argv: Sequence[str]) -> int:
    """Write a corpus; returns 0."""
    parser = argparse.ArgumentParser(description="生成测量用的站点")
    parser.add_argument("folder", type=Path, help="写到哪个文件夹")
    parser.add_argument("--items", type=int, default=1000, help="信息条数，缺省 1000")
    parser.add_argument("--seed", type=int, default=20260101, help="随机数种子，相同则内容相同")
    parser.add_argument(
        "--seeds", type=Path, default=SEEDS, help="取词句的文本文件夹，没有时取演示站点的内容"
    )
    options = parser.parse_args(argv)
    write_corpus(options.folder, options.items, options.seed, read_clauses(options.seeds))
    return 0


def write_corpus(folder: Path, items: int, seed: int, clauses: Sequence[str]) -> None:
    """Write the whole site of `items` items below `folder`, the same bytes for the same arguments."""
    entries = plan(items, random.Random(seed))
    write(folder / "mkdocs.yml", CONFIG)
    write(folder / "content" / "单位.yml", UNIT)
    write(folder / "content" / "columns.yml", "extends: township\n")
    write(folder / "content" / "索引号.yml", allotted(entries))
    for position, entry in enumerate(entries):
        text = item_text(
            entry, entries[max(0, position - 40) : position], clauses, random.Random(f"{seed}/{position}")
        )
        write(folder / "content" / entry.path, text)


def write(path: Path, text: str) -> None:
    """Write a text file with Unix line ends, making its folder."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")


# --- the plan: what there is, in the order of publication ---


def plan(items: int, rng: random.Random) -> tuple[Entry, ...]:
    """All items with their numbers, oldest first."""
    days = (LAST_DAY - FIRST_DAY).days
    dates = sorted(FIRST_DAY + datetime.timedelta(days=rng.randint(0, days)) for _ in range(items))
    columns = rng.choices(COLUMNS, weights=[share for _, _, share in COLUMNS], k=items)
    per_month: Counter[str] = Counter()
    per_word: Counter[tuple[str, int]] = Counter()
    policies: list[Entry] = []
    entries: list[Entry] = []
    for published, (column, kind, _) in zip(dates, columns, strict=True):
        month = f"{published:%Y%m}"
        per_month[month] += 1
        index_number = f"{UNIT_CODE}/{month}-{per_month[month]:05d}"
        entry = make_entry(column, kind, published, index_number, policies, per_word, rng)
        if entry.kind in POLICY_KINDS:
            policies.append(entry)
        entries.append(entry)
    return tuple(entries)


def make_entry(
    column: str,
    kind: str,
    published: datetime.date,
    index_number: str,
    policies: Sequence[Entry],
    per_word: Counter[tuple[str, int]],
    rng: random.Random,
) -> Entry:
    """One item; an interpretation belongs to one of the last ten policy files, and is news if there is none."""
    if kind == "interpretation":
        if not policies:
            return Entry("政务动态/工作动态", "article", published, plain_title(rng), index_number)
        policy = rng.choice(policies[-10:])
        return Entry(
            column, kind, published, f"《{policy.title}》解读", index_number, interprets=policy.doc_number
        )
    if kind in POLICY_KINDS or kind == "relayed":
        issuer, word = rng.choice(UPPER_ISSUERS if kind == "relayed" else OWN_ISSUERS)
        per_word[word, published.year] += 1
        doc_number = f"{word}〔{published.year}〕{per_word[word, published.year]}号"
        return Entry(column, kind, published, file_title(rng), index_number, issuer, doc_number)
    return Entry(column, kind, published, plain_title(rng), index_number)


def allotted(entries: Iterable[Entry]) -> str:
    """The text of `索引号.yml`: the highest number given out in each month."""
    highest = Counter(entry.index_number.rpartition("/")[2].partition("-")[0] for entry in entries)
    lines = "".join(f"  {month}: {count}\n" for month, count in sorted(highest.items()))
    return f"'{UNIT_CODE}':\n{lines}" if lines else ""


# --- one item ---


def item_text(entry: Entry, before: Sequence[Entry], clauses: Sequence[str], rng: random.Random) -> str:
    """The Markdown file of an item: a fifth have a table, a third what Markdown knows besides paragraphs."""
    lines = "".join(f"{key}: {value}\n" for key, value in front_matter(entry, rng).items())
    blocks = list(paragraphs(clauses, rng))
    if rng.random() < 1 / 3:
        blocks = enrich(blocks, entry, before, clauses, rng)
    if rng.random() < 1 / 5:
        blocks.insert(rng.randint(1, len(blocks)), table(rng))
    return f"---\n{lines}---\n\n" + "\n\n".join(blocks) + "\n"


def front_matter(entry: Entry, rng: random.Random) -> Mapping[str, str]:
    """The fields of an item as a clerk would write them, both sign-offs included."""
    day = entry.published.isoformat()
    clock = f" {rng.randint(8, 17):02d}:{rng.randint(0, 59):02d}" if rng.random() < 0.5 else ""
    common = {"标题": entry.title, "索引号": entry.index_number, "发布日期": day + clock}
    signed = {"审核": f"张某 {day}", "保密审查": f"李某 {day}"}
    return common | document_fields(entry, rng) | signed


def document_fields(entry: Entry, rng: random.Random) -> dict[str, str]:
    """What the kind of an item asks for beyond the common fields."""
    if entry.kind == "interpretation":
        return {"政策原文": entry.interprets, "解读形式": rng.choice(FORMS)}
    if not entry.doc_number:
        return {}
    fields = {"发文机关": entry.issuer, "发文字号": entry.doc_number, "成文日期": entry.published.isoformat()}
    if entry.kind == "relayed":
        return fields | {
            "层级": "上级",
            "信息来源": entry.issuer,
            "原文链接": "https://www.shili.example/zcwj/",
        }
    if entry.kind == "normative":
        effective = entry.published + datetime.timedelta(days=30)
        return fields | {"施行日期": effective.isoformat(), "有效期": f"{rng.choice((2, 3, 5))}年"}
    return fields


def enrich(
    blocks: Sequence[str], entry: Entry, before: Sequence[Entry], clauses: Sequence[str], rng: random.Random
) -> list[str]:
    """Headings 一、 and （一）, bold, a list, a link to an earlier item and a footnote among the paragraphs."""
    middle = len(blocks) // 2
    points = [f"{number}. **{rng.choice(clauses)}。**{sentence(clauses, rng)}" for number in (1, 2, 3)]
    link = ""
    if before:
        target = rng.choice(before)
        up = "../" * (len(entry.path.parts) - 1)
        link = f"（见[{target.title}]({up}{target.path.as_posix()})）"
    return [
        "## 一、总体要求",
        *blocks[:middle],
        "## 二、主要任务",
        f"### （一）{rng.choice(clauses)}",
        *blocks[middle:-1],
        "\n".join(points),
        f"{blocks[-1]}{link}[^1]",
        f"[^1]: {sentence(clauses, rng)}",
    ]


if __name__ == "__main__":
    run_main(main)
