"""R009 关联的信息类型不对."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from gongkai.checks.material import Facts, ItemText
from gongkai.checks.rule import Finding, item_rule
from gongkai.model.catalog import Catalog
from gongkai.model.item import Item
from gongkai.model.problem import Level
from gongkai.model.relation import RelationKind

_NO_POLICY = frozenset(
    {"notice", "interpretation", "feedback", "leader", "organ", "response", "motion", "press", "enforcement",
     "roster", "page", "link"}
)  # fmt: skip
_FILES = frozenset({"file", "normative"})
_CONSULTATIONS = frozenset({"consultation"})
_KEYS = {
    RelationKind.INTERPRETS: ("interprets", "政策原文", "政策文件", _FILES),
    RelationKind.FEEDBACK_ON: ("feedback_on", "对应征集", "意见征集", _CONSULTATIONS),
    RelationKind.CONSULTED_IN: ("consulted_in", "征求意见公告", "意见征集", _CONSULTATIONS),
    RelationKind.REPEALS: ("repeals", "废止文件", "政策文件", _FILES),
    RelationKind.AMENDS: ("amends", "修改文件", "政策文件", _FILES),
}
"""What is said → key, field, what the target has to be, kinds of targets that are proposed."""


@item_rule("R009", "关联的信息类型不对", Level.ERROR, "国办发〔2017〕47号（文件与解读相互链接）")
def wrong_kind(text: ItemText, facts: Facts) -> Iterator[Finding]:
    """What: 政策原文, 废止文件 and 修改文件 name a document, 对应征集 and 征求意见公告 a consultation.

    Why: a linkage page that leads from an interpretation to a meeting notice helps nobody, and counts as not linked.
    Bad: `政策原文: 关于停水的公告`, a notice without a doc number
    Good: `政策原文: 青政发〔2026〕9号`
    """
    for relation, (key, field, wanted, kinds) in _KEYS.items():
        for target in facts.catalog.targets(text.item, relation):
            if not _fits(target, kinds):
                near = _nearest(target, text.item, kinds, facts.catalog)
                guess = f"最接近的{wanted}有：{'；'.join(_shown(n) for n in near)}。" if near else ""
                message = f"“{field}”写的《{target.title}》不是{wanted}，是“{_kind(target, facts)}”。{guess}"
                name = (near[0].doc_number or near[0].index_number) if near else "写对的文号或索引号"
                yield Finding(message, f"{field}: {name}", key=key)


def _fits(target: Item, kinds: frozenset[str]) -> bool:
    """A document with a number is one wherever it is filed; plans and reports may be interpreted too."""
    if kinds is _CONSULTATIONS:
        return target.kind in kinds
    return bool(target.doc_number) or target.kind not in _NO_POLICY


def _nearest(target: Item, own: Item, kinds: frozenset[str], catalog: Catalog) -> tuple[Item, ...]:
    """Up to three items of the right kind whose titles are most like that of the wrong one, or else like one's own."""
    titles = {i.title: i for i in catalog.items if i.kind in kinds and i is not own}
    for title in (target.title, own.title):
        if found := get_close_matches(title, titles, n=3, cutoff=0.3):
            return tuple(titles[name] for name in found)
    return ()


def _shown(item: Item) -> str:
    return f"{item.doc_number or item.index_number}《{item.title}》"


def _kind(item: Item, facts: Facts) -> str:
    return facts.catalog.tables.kinds[item.kind].name
