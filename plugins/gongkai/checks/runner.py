"""Runs the rules over their inputs and turns what they find into problems, less what is waived."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from gongkai.checks.freshness import leaves
from gongkai.checks.gather import item_text, text_parts
from gongkai.checks.limits import limits_of
from gongkai.checks.material import BuiltSite, Facts, Page
from gongkai.checks.rule import Finding, Rule, Target
from gongkai.model.item import Item
from gongkai.model.problem import Level, Problem, in_order

COLUMNS_FILE = "columns.yml"


@dataclass(frozen=True, slots=True)
class Found:
    """A finding with its rule and the item or column that it is about, for waivers."""

    problem: Problem
    number: str = ""
    column: str = ""


@dataclass(frozen=True, slots=True)
class Names:
    """How paths and keys are shown: the content folder's prefix, and key → the clerk's word for it."""

    prefix: str
    fields: Mapping[str, str]


def run(
    rules: Sequence[Rule],
    facts: Facts,
    site: BuiltSite | None,
    names: Names,
    only: frozenset[str] = frozenset(),
) -> tuple[Found, ...]:
    """All findings of the rules. `only` names the paths of items to look at; empty means all."""
    ready = [(rule, with_limits(rule, facts)) for rule in rules]
    items = [i for i in facts.catalog.items if not only or i.path in only]
    found = [
        *_items([r for r in ready if r[0].looks_at is Target.ITEM], items, facts, names),
        *_texts([r for r in ready if r[0].looks_at is Target.TEXT], items, facts, names),
        *_attachments([r for r in ready if r[0].looks_at is Target.ATTACHMENT], items, facts, names),
        *_columns([r for r in ready if r[0].looks_at is Target.COLUMN], facts, names),
        *_catalog([r for r in ready if r[0].looks_at is Target.CATALOG], facts, names),
    ]
    if site is not None:
        found += _pages([r for r in ready if r[0].looks_at is Target.PAGE], site, facts, names)
        found += _site([r for r in ready if r[0].looks_at is Target.SITE], site, facts, names)
    return tuple(dict.fromkeys(found))


Ready = tuple[Rule, Facts]


def with_limits(rule: Rule, facts: Facts) -> Facts:
    """The facts as this rule sees them: its thresholds, the site's own ones on top."""
    return replace(facts, limits=limits_of(rule, facts.settings))


def _items(rules: Sequence[Ready], items: Iterable[Item], facts: Facts, names: Names) -> Iterator[Found]:
    for item in items:
        wanted = [r for r in rules if _for_item(r[0], item)]
        if wanted:
            text = item_text(item, facts)
            for rule, own in wanted:
                for finding in rule.check(text, own):
                    yield _found(rule, finding, names, item)


def _for_item(rule: Rule, item: Item) -> bool:
    return (not rule.kinds or item.kind in rule.kinds) and not (rule.own and item.level != "本级")


def _texts(rules: Sequence[Ready], items: Iterable[Item], facts: Facts, names: Names) -> Iterator[Found]:
    for item in items:
        wanted = [r for r in rules if _for_item(r[0], item)]
        for part in text_parts(item, facts):
            for rule, own in wanted:
                for finding in rule.check(part, own):
                    placed = finding if finding.path else replace(finding, path=part.path)
                    yield _found(rule, replace(placed, key=placed.key or part.key), names, item)


def _attachments(
    rules: Sequence[Ready], items: Iterable[Item], facts: Facts, names: Names
) -> Iterator[Found]:
    for item in items:
        for attachment in facts.attachments.get(item.index_number, ()):
            for rule, own in rules:
                if _for_item(rule, item):
                    for finding in rule.check(attachment, own):
                        placed = finding if finding.path else replace(finding, path=attachment.source)
                        yield _found(rule, placed, names, item)


def _columns(rules: Sequence[Ready], facts: Facts, names: Names) -> Iterator[Found]:
    for column in leaves(facts.catalog) if rules else ():
        for rule, own in rules:
            for finding in rule.check(column, own):
                yield _found(rule, replace(finding, column=finding.column or column.path), names)


def _catalog(rules: Sequence[Ready], facts: Facts, names: Names) -> Iterator[Found]:
    for rule, own in rules:
        for finding in rule.check(facts.catalog, own):
            item = _at(finding.path, facts)
            yield _found(rule, finding, names, item)


def _at(path: str, facts: Facts) -> Item | None:
    return next((i for i in facts.catalog.items if i.path == path), None) if path else None


def _pages(rules: Sequence[Ready], site: BuiltSite, facts: Facts, names: Names) -> Iterator[Found]:
    shared: dict[tuple[str, Finding], list[Page]] = {}
    for _, page in sorted(site.pages.items()):
        for rule, own in rules:
            for finding in rule.check(page, own):
                if finding.shared:
                    shared.setdefault((rule.code, finding), []).append(page)
                else:
                    yield _on_page(rule, finding, page, facts, names)
    by_code = {rule.code: rule for rule, _ in rules}
    for (code, finding), pages in shared.items():
        if len(pages) == 1:
            yield _on_page(by_code[code], finding, pages[0], facts, names)
        else:
            yield _found(by_code[code], _told_once(finding, pages), names)


def _on_page(rule: Rule, finding: Finding, page: Page, facts: Facts, names: Names) -> Found:
    item = facts.catalog.by_number.get(page.number) if page.number else None
    path = finding.path or ("" if item else "/site" + page.path)
    message = f"页面 {page.path} {finding.message}"
    return _found(rule, replace(finding, path=path, message=message), names, item)


def _told_once(finding: Finding, pages: Sequence[Page]) -> Finding:
    listed = "、".join(page.path for page in pages[:_SHOWN])
    message = f"{len(pages)} 个页面{finding.message}例如：{listed}。"
    return replace(finding, message=message, path="/site" + pages[0].path)


_SHOWN = 3


def _site(rules: Sequence[Ready], site: BuiltSite, facts: Facts, names: Names) -> Iterator[Found]:
    for rule, own in rules:
        for finding in rule.check(site, own):
            yield _found(rule, finding, names, _at(finding.path, facts))


def _found(rule: Rule, finding: Finding, names: Names, item: Item | None = None) -> Found:
    path = finding.path or (item.path if item else COLUMNS_FILE)
    line = finding.line
    if item and not line and path == item.path:  # a field that is absent is to be written below the title
        line = item.lines.get(finding.key) or item.lines.get("title", 1)
    problem = Problem(
        code=rule.code,
        level=finding.level or rule.level,
        path=path[1:] if path.startswith("/") else names.prefix + path,
        line=line,
        field=names.fields.get(finding.key, "") if path.endswith(".md") else "",
        message=finding.message,
        hint=finding.hint,
        basis=rule.basis,
    )
    return Found(problem, item.index_number if item else "", finding.column or (item.column if item else ""))


def problems_of(found: Iterable[Found]) -> tuple[Problem, ...]:
    """The problems in the order of reports."""
    return in_order([f.problem for f in found])


def heaviest(problems: Iterable[Problem]) -> Level | None:
    """The heaviest level of all."""
    return min((p.level for p in problems), key=lambda level: level.rank, default=None)
