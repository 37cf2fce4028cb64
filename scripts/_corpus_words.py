"""The words of a measurement corpus: clauses of real texts, joined anew into titles, paragraphs and tables."""

import random
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from scripts._setup import ROOT, Trouble

BODY_BYTES = 2600
SUBJECTS = (
    "高标准农田建设 农村人居环境整治 防汛抗旱 森林防火 秸秆综合利用 农村公路养护 饮水安全保障 "
    "义务教育阶段招生 困难群众临时救助 老年助餐服务 公益性岗位管理 春季动物防疫 河道巡查保洁 农村宅基地管理 "
    "集体资产清查 安全生产检查 道路交通安全 食品安全监管 文化惠民活动 城乡居民医保缴费 农业保险 "
    "衔接资金项目 便民服务提升 法律援助 全民健身 残疾人服务 粮食生产 茶园提质 水库移民后期扶持 网格化管理"
).split()
PURPOSES = ("实施方案", "管理办法", "工作要点", "责任分工", "若干措施", "应急预案")
FILE_TITLES = ("关于印发{0}{1}的通知", "关于进一步做好{0}工作的通知", "关于加强{0}工作的意见")
PLAIN_TITLES = ("{0}工作进展情况", "青山镇开展{0}专项行动", "{0}工作情况通报", "关于{0}有关事项的通告")
UNWANTED = re.compile(r"密|身份证|银行卡|\d{9}|[A-Za-z@#*_\[\]<>|`\\]")
GLOSS = re.compile(r"\([^()\u4e00-\u9fff]{1,8}\)")


def read_clauses(seeds: Path) -> tuple[str, ...]:
    """The clauses of all texts of a folder; of the demonstration's items if there is no such folder.

    Raises `Trouble` if there are too few to write varied bodies with.
    """
    texts = sorted(seeds.glob("*.txt")) or sorted((ROOT / "content").rglob("*.md"))
    found = tuple(dict.fromkeys(clause for path in texts for clause in clauses_of(path)))
    if len(found) < 100:
        raise Trouble(f"可用的词句太少（{len(found)} 条）：{seeds} 和 {ROOT / 'content'} 里没有足够的文本。")
    return found


def clauses_of(path: Path) -> Iterator[str]:
    """The plain Chinese clauses of one text, without glosses, marks and anything that looks like a code."""
    text = GLOSS.sub("", path.read_text(encoding="utf-8", errors="replace"))
    for clause in re.split(r"[。；;，,！？!?：:\s]+", text):
        plain = clause.strip("（）()、.．-—*#|“”《》 ")
        if 6 <= len(plain) <= 40 and not UNWANTED.search(plain):
            yield plain


def sentence(clauses: Sequence[str], rng: random.Random) -> str:
    """A sentence of two to five clauses."""
    return "，".join(rng.choices(clauses, k=rng.randint(2, 5))) + "。"


def paragraph(clauses: Sequence[str], rng: random.Random) -> str:
    """A paragraph of two to four sentences."""
    return "".join(sentence(clauses, rng) for _ in range(rng.randint(2, 4)))


def file_title(rng: random.Random) -> str:
    """A title in the manner of an official document."""
    return rng.choice(FILE_TITLES).format(rng.choice(SUBJECTS), rng.choice(PURPOSES))


def plain_title(rng: random.Random) -> str:
    """A title in the manner of news and reports."""
    return rng.choice(PLAIN_TITLES).format(rng.choice(SUBJECTS))


def paragraphs(clauses: Sequence[str], rng: random.Random) -> Iterator[str]:
    """Paragraphs until the body is long enough."""
    size = 0
    while size < BODY_BYTES:
        text = paragraph(clauses, rng)
        size += len(text.encode())
        yield text


def table(rng: random.Random) -> str:
    """A table of four columns and four to twelve rows."""
    rows = "".join(
        f"| {number} | {rng.choice(SUBJECTS)} | {rng.randint(1, 900)} | {rng.randint(10, 9000) / 10} |\n"
        for number in range(1, rng.randint(5, 13))
    )
    return f"| 序号 | 事项 | 数量（件） | 金额（万元） |\n| --- | --- | ---: | ---: |\n{rows}".rstrip("\n")
