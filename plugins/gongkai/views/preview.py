"""Pages of the preview alone: what is wrong with a file, at the address where it would be, and a list of all findings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import groupby

from gongkai.model.catalog import Catalog
from gongkai.model.problem import LEVEL_NAMES, Held, Level, Problem, in_order
from gongkai.views.addresses import Addresses
from gongkai.views.heads import HOME
from gongkai.views.pages import FindingGroup, FindingView, ProblemsView
from gongkai.views.parts import Banner, Fact, Head, Link
from gongkai.views.spec import Feature, ItemParts, PageSpec

NAME = "preview"
LIST = "/preview/"
TITLE = "预览中发现的问题"
DRAFT = Banner("warning", "草稿，不会发布：删去“草稿”这一行，审核完以后才公开。")


@dataclass(frozen=True, slots=True)
class BrokenFile:
    """A file that cannot be published: its path from the site's root, the address it asks for (may be empty)."""

    path: str
    title: str
    address: str
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Findings:
    """What the preview tells: every finding, what is held back, and the broken files by the address of their page."""

    problems: tuple[Problem, ...]
    held: tuple[Held, ...]
    broken: Mapping[str, BrokenFile]
    pages: Mapping[str, str]
    """Path from the site's root → address of the page on which the file can be seen."""
    drafts: frozenset[str] = frozenset()
    """Index numbers of the items that are drafts."""


def find_places(
    problems: Iterable[Problem],
    held: Iterable[Held],
    broken: Iterable[BrokenFile],
    public: Mapping[str, str],
) -> Findings:
    """Give each broken file a page: its own address if nobody else has it, else `/preview/<n>/`.

    `public` maps the paths of public items to their addresses.
    """
    taken = set(public.values())
    placed: dict[str, BrokenFile] = {}
    for number, file in enumerate(sorted(broken, key=lambda b: b.path), 1):
        free = file.address and file.address not in taken
        placed[file.address if free else f"{LIST}{number}/"] = file
        taken.add(file.address)
    pages = dict(public) | {file.path: address for address, file in placed.items()}
    return Findings(in_order(tuple(problems)), tuple(held), placed, pages)


def preview_feature(findings: Findings) -> Feature:
    """The feature that shows findings; registered in preview only."""
    return Feature(NAME, partial(_pages, findings), partial(_view, findings), partial(_parts, findings))


def _parts(findings: Findings, number: str, _catalog: Catalog, _addresses: Addresses) -> ItemParts:
    """The mark on a draft."""
    return ItemParts((DRAFT,)) if number in findings.drafts else ItemParts()


def preview_link(problems: tuple[Problem, ...]) -> Link:
    """The bar on top of every page of a preview."""
    return Link(f"发现 {len(problems)} 处问题，点这里看" if problems else "没有发现问题", LIST)


def _pages(findings: Findings, _catalog: Catalog, _addresses: Addresses) -> Iterator[PageSpec]:
    yield PageSpec(LIST, "problems", NAME, ())
    for address in findings.broken:
        yield PageSpec(address, "problems", NAME, (address,))


def _view(findings: Findings, key: tuple[str, ...], _catalog: Catalog, _addresses: Addresses) -> ProblemsView:
    return _one(key[0], findings.broken[key[0]]) if key else _all(findings)


def _one(address: str, file: BrokenFile) -> ProblemsView:
    heading = f"这条信息有误，还不能公开：{file.title}"
    lines = (
        f"文件 {file.path} 有 {len(file.problems)} 处必须先改。改好并保存以后，这里会显示信息本身。",
        "这一页只在预览里有，不会发布。",
    )
    group = FindingGroup(Link(file.path), tuple(map(finding_view, file.problems)))
    return ProblemsView(_head(heading, address), heading, lines, (group,))


def _all(findings: Findings) -> ProblemsView:
    count = len(findings.problems)
    line = f"共 {count} 处，按文件排列，必须先改的文件在前。" if count else "没有发现问题。"
    blocking = {problem.path for problem in findings.problems if problem.level is Level.BLOCK}
    ordered = sorted(findings.problems, key=lambda problem: problem.path not in blocking)
    groups = tuple(
        FindingGroup(Link(path, findings.pages.get(path, "")), tuple(map(finding_view, group)))
        for path, group in groupby(ordered, key=lambda problem: problem.path)
    )
    held = tuple(Fact("held", each.path, each.reason) for each in findings.held)
    return ProblemsView(_head(TITLE, LIST), TITLE, (line, "这一页只在预览里有，不会发布。"), groups, held)


def _head(title: str, path: str) -> Head:
    return Head(page="message", title=title, path=path, breadcrumbs=(HOME, Link(title)))


def finding_view(problem: Problem) -> FindingView:
    """A finding in words."""
    return FindingView(
        place=f"第 {problem.line} 行" if problem.line else "整个文件",
        level=LEVEL_NAMES[problem.level],
        code=problem.code,
        field=problem.field,
        message=problem.message,
        hint=tuple(problem.hint.split("\n")) if problem.hint else (),
        basis=problem.basis,
    )
