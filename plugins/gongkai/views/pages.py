"""One frozen view per page template; a template sees `view`, `site` and `base_url`, nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from gongkai.model.quick import quick
from gongkai.views.field_views import FieldView
from gongkai.views.figures_view import FiguresView, FigureTable
from gongkai.views.paper_views import IssuePlace, PaperView
from gongkai.views.parts import (
    Banner,
    Block,
    ConsultationRow,
    CountLink,
    Fact,
    FileLink,
    Head,
    LifecycleStep,
    LifecycleStrip,
    Link,
    Pager,
    Period,
    PolicyRow,
    RelationBlock,
    Row,
    YearBar,
)
from gongkai.views.search_view import SearchView
from gongkai.views.table_views import TableCard, TableChangesView, TableRowView, TableView


@quick
@dataclass(frozen=True, slots=True)
class BodyView:
    """What the renderer needs to make an item's body: where the Markdown lies and where its links lead.

    `source` is the item's index number; `sha256` that of its source file. `links` and `pictures` map
    what is written in the body to site-rooted paths; a relative link that is in neither is shown as text.
    """

    source: str
    sha256: str
    links: Mapping[str, str]
    pictures: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class HomeView:
    """Template `home.html`."""

    head: Head
    five: tuple[Block, ...]
    latest: tuple[Row, ...]
    notices: Block | None
    policies: tuple[PolicyRow, ...]
    policies_all: Link
    consultations: tuple[ConsultationRow, ...]
    consultations_all: Link
    topics: tuple[Link, ...]
    fixed: tuple[Link, ...]
    indices: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class GroupView:
    """Template `group.html`: a column with sub-columns, each with its newest rows."""

    head: Head
    heading: str
    description: str
    blocks: tuple[Block, ...]
    statements: tuple[Fact, ...] = ()
    years: tuple[YearBar, ...] = ()
    """Items per year, oldest first."""


@quick
@dataclass(frozen=True, slots=True)
class ItemView:
    """Template `item.html`, and the item shown inside a 单页 column."""

    head: Head
    index_number: str
    title: str
    facts: tuple[Fact, ...]
    """The metadata box."""
    details: tuple[Fact, ...]
    """The fields of the item's kind, as a table of their own."""
    published: str
    source: str
    validity: str
    banners: tuple[Banner, ...]
    body: BodyView
    attachments: tuple[FileLink, ...]
    relations: tuple[RelationBlock, ...]
    changes: tuple[Fact, ...]
    """Change notes: label is the day, value the text."""
    signature: tuple[str, ...]
    """Issuers and written date, shown at the right under a document; empty for other kinds."""
    period: Period | None = None
    """Notice period or consultation period."""
    json: str = ""
    lifecycle: tuple[LifecycleStrip, ...] = ()
    """Where the item stands in the life of its policy files."""
    url: str = ""
    """Absolute address, for the QR code and for quoting; empty when the site's is not set."""
    citation: str = ""
    """How to quote it: title, number, issuer, day."""
    issue: IssuePlace | None = None
    """Template `reading.html`: where it stands in an issue of the gazette."""


@quick
@dataclass(frozen=True, slots=True)
class ListView:
    """Template `list.html`: a leaf column or a facet value, front page or archive page."""

    head: Head
    heading: str
    description: str
    rows: tuple[Row, ...]
    pager: Pager
    categories: tuple[str, ...] = ()
    single: ItemView | None = None
    """The newest item, whole, in a 单页 column."""
    empty_text: str = ""
    note: str = ""
    tables: tuple[TableCard, ...] = ()
    """The column's tables (清单), above its items."""
    banners: tuple[Banner, ...] = ()


@dataclass(frozen=True, slots=True)
class TombstoneView:
    """Template `tombstone.html`: what is left of a withdrawn item; no title, no body, no attachment."""

    head: Head
    index_number: str
    facts: tuple[Fact, ...]
    reason: str
    over: str = ""
    """What is said instead where the days of a notice are over."""


@dataclass(frozen=True, slots=True)
class IndexSection:
    """One way of looking things up on `/index/`."""

    title: Link
    description: str
    entries: tuple[CountLink, ...]


@dataclass(frozen=True, slots=True)
class IndexView:
    """Template `index.html`: the index hub (all sections) or one facet (one section)."""

    head: Head
    heading: str
    sections: tuple[IndexSection, ...]


@dataclass(frozen=True, slots=True)
class InterpretationsView:
    """Template `interpretations.html`: the newest policy files, or a whole year, with their interpretations.

    `needed` policy files need an interpretation (own level), `covered` of them have one.
    """

    head: Head
    heading: str
    needed: int
    covered: int
    rows: tuple[PolicyRow, ...]
    years: tuple[Link, ...]
    year: str = ""
    loose: tuple[Row, ...] = ()
    """Interpretations without a policy file on this site (relayed ones)."""


@dataclass(frozen=True, slots=True)
class FiveClass:
    """One of the five disclosures with its columns and their counts."""

    title: Link
    columns: tuple[CountLink, ...]
    count: int


@dataclass(frozen=True, slots=True)
class FiveView:
    """Template `five.html`: 五公开 as a view over the leaves."""

    head: Head
    classes: tuple[FiveClass, ...]


@dataclass(frozen=True, slots=True)
class StatutoryRow:
    """A matter of 条例 art. 20 or 21: its columns with counts, or why it does not concern this unit.

    `not_concerned` is the reason to stand behind 不涉及; `note` a sentence on its own (暂无此类信息).
    """

    number: str
    short: str
    text: str
    columns: tuple[CountLink, ...]
    count: int
    not_concerned: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class StatutoryTable:
    """The rows of one article."""

    title: str
    rows: tuple[StatutoryRow, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class StatutoryView:
    """Template `statutory.html`: 法定主动公开内容."""

    head: Head
    heading: str
    description: str
    tables: tuple[StatutoryTable, ...]
    statements: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class FieldRow:
    """One of the 26 fields: its columns with counts, or who answers for it."""

    name: str
    columns: tuple[CountLink, ...]
    count: int
    elsewhere: str = ""
    path: str = ""
    standard: int = 0
    """Rows of the standard list; `met` of them have an item."""
    met: int = 0


@dataclass(frozen=True, slots=True)
class FieldsView:
    """Template `fields.html`: the 26 fields of 国办发〔2019〕54号."""

    head: Head
    rows: tuple[FieldRow, ...]
    with_standard: bool = False


@dataclass(frozen=True, slots=True)
class AreaView:
    """A sub-area of a topic: how many items, which columns, the newest rows."""

    name: str
    count: int
    columns: tuple[CountLink, ...]
    rows: tuple[Row, ...]
    rule: str = ""
    """By what else than columns it gathers, in words."""


@dataclass(frozen=True, slots=True)
class TopicView:
    """Template `topic.html`: one special topic with counts per sub-area."""

    head: Head
    heading: str
    description: str
    document: str
    areas: tuple[AreaView, ...]
    count: int


@dataclass(frozen=True, slots=True)
class TopicsView:
    """Template `topics.html`: all special topics."""

    head: Head
    topics: tuple[CountLink, ...]


@dataclass(frozen=True, slots=True)
class ConsultationsView:
    """Template `consultations.html`: 征集与反馈."""

    head: Head
    heading: str
    description: str
    rows: tuple[ConsultationRow, ...]
    complete: Link | None = None
    """The column that has all of them."""


@dataclass(frozen=True, slots=True)
class SitemapNode:
    """A column on the site map."""

    link: Link
    children: tuple[SitemapNode, ...] = ()


@dataclass(frozen=True, slots=True)
class SitemapView:
    """Template `sitemap.html`: the column tree and the other pages."""

    head: Head
    columns: tuple[SitemapNode, ...]
    others: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class MessageView:
    """Template `message.html`: the page for addresses that do not exist."""

    head: Head
    heading: str
    lines: tuple[str, ...]
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class FindingView:
    """A finding as a clerk reads it: `place` is file and line, `hint` what to type, line by line."""

    place: str
    level: str
    code: str
    field: str
    message: str
    hint: tuple[str, ...] = ()
    basis: str = ""


@dataclass(frozen=True, slots=True)
class FindingGroup:
    """The findings of one file; `title` leads to its page in the preview, if there is one."""

    title: Link
    findings: tuple[FindingView, ...]


@dataclass(frozen=True, slots=True)
class ProblemsView:
    """Template `problems.html`, in preview only: what is wrong with one file, or with all of them."""

    head: Head
    heading: str
    lines: tuple[str, ...]
    groups: tuple[FindingGroup, ...]
    held: tuple[Fact, ...] = ()
    """Items left out for now: label is the path, value the reason."""


@dataclass(frozen=True, slots=True)
class LifecycleView:
    """Template `lifecycle.html`: everything before and after one policy file, or a consultation (`anchor`)."""

    head: Head
    heading: str
    anchor: Row
    steps: tuple[LifecycleStep, ...]
    back: str = "返回政策文件"
    consultations: tuple[ConsultationRow, ...] = ()
    opinions: FigureTable | None = None


@dataclass(frozen=True, slots=True)
class LeaveView:
    """Template `leave.html`: the notice before a reader leaves for a site that is not the government's."""

    head: Head
    heading: str
    host: str
    target: str


PageView = (
    HomeView | GroupView | ItemView | ListView | TombstoneView | IndexView | InterpretationsView | FiveView | StatutoryView
    | FieldsView | FieldView | TopicView | TopicsView | ConsultationsView | SitemapView | MessageView | LifecycleView | LeaveView
    | ProblemsView | SearchView | PaperView | TableView | TableRowView | TableChangesView | FiguresView
)  # fmt: skip
