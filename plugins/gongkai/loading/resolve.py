"""References as written → relations between index numbers; what leads nowhere is a finding with the nearest match."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from gongkai.loading.codes import finding, shortened
from gongkai.loading.directory import Directory, Listed, State
from gongkai.model.item import Item
from gongkai.model.problem import Problem
from gongkai.model.relation import FIELDS, Reference, Relation, RelationKind


@dataclass(frozen=True, slots=True, order=True)
class Stated:
    """A relation with its place: which file says it, in which field, and whether from the target's side."""

    relation: Relation
    path: str
    line: int
    field: str
    from_target: bool


def resolve(
    items: Iterable[Item], directory: Directory, shown: str
) -> tuple[tuple[Stated, ...], tuple[Problem, ...]]:
    """The relations of all public items, and the findings about those that cannot be resolved."""
    stated: list[Stated] = []
    problems: list[Problem] = []
    for item in items:
        if item.references and not item.withdrawn:
            for part in _resolved(item, directory, shown):
                if isinstance(part, Stated):
                    stated.append(part)
                else:
                    problems.append(part)
    return tuple(sorted(set(stated))), tuple(problems)


def _resolved(item: Item, directory: Directory, shown: str) -> Iterator[Stated | Problem]:
    folder = item.path.rpartition("/")[0]
    for reference in item.references:
        found = directory.find(reference.text, folder)
        others = tuple(each for each in found if each.path != item.path)
        place = (shown + item.path, reference)
        if len(others) == 1 and others[0].state in (State.PUBLIC, State.WITHDRAWN):
            yield _stated(item, reference, others[0], shown)
        elif others:
            yield _ambiguous(*place, others) if len(others) > 1 else _not_public(*place, others[0])
        elif found:
            yield _problem(
                "R005", *place, f"“{reference.key}”写的是这条信息自己。", "改成另一条信息，或删去。"
            )
        else:
            yield _dangling(*place, directory, item.path)


def _stated(item: Item, reference: Reference, target: Listed, shown: str) -> Stated:
    kind, from_target = FIELDS.get(reference.field, (RelationKind.RELATED, False))
    ends = (
        (target.index_number, item.index_number) if from_target else (item.index_number, target.index_number)
    )
    return Stated(Relation(kind, *ends), shown + item.path, reference.line, reference.key, from_target)


def _problem(code: str, path: str, reference: Reference, message: str, hint: str) -> Problem:
    return finding(code, path, message, line=reference.line, field=reference.key, hint=hint)


def _ambiguous(path: str, reference: Reference, found: tuple[Listed, ...]) -> Problem:
    named = "；".join(each.shown for each in found[:5])
    message = f"“{reference.key}”里的“{shortened(reference.text)}”对得上 {len(found)} 条信息：{named}。"
    numbers = [each.index_number for each in found if each.index_number]
    return _problem(
        "R002",
        path,
        reference,
        message,
        f"改写索引号，例如 {reference.key}: {numbers[0] if numbers else found[0].path}",
    )


def _not_public(path: str, reference: Reference, found: Listed) -> Problem:
    message = f"“{reference.key}”里的“{shortened(reference.text)}”是 {found.shown}，它没有公开（{found.state.value}）。"
    return _problem("R003", path, reference, message, "等它公开后再关联，或删去这一项。")


def _dangling(path: str, reference: Reference, directory: Directory, own: str) -> Problem:
    near = directory.nearest(reference.text, own)
    guess = f"最接近的是 {near.shown}。" if near else "可以写发文字号、索引号或文件路径。"
    message = f"“{reference.key}”里的“{shortened(reference.text)}”找不到。{guess}"
    name = (near.doc_number or near.index_number or near.path) if near else "青政发〔2026〕12号"
    return _problem("R001", path, reference, message, f"{reference.key}: {name}")
