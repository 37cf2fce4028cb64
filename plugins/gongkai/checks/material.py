"""What rules look at: frozen values that the runner makes once, each file and page read a single time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from gongkai.checks.settings import CheckSettings
from gongkai.checks.words import WordLists
from gongkai.checks.workdays import WorkCalendar
from gongkai.model.catalog import Catalog
from gongkai.model.column import Column
from gongkai.model.item import Item
from gongkai.model.validity import Validity


@dataclass(frozen=True, slots=True)
class ItemText:
    """A public item with its home column and its body as Markdown."""

    item: Item
    column: Column
    body: str
    validity: Validity | None = None

    def line(self, at: int) -> int:
        """The line of the file on which an offset of the body lies."""
        return self.item.body_line + self.body.count("\n", 0, at)

    def detail(self, key: str) -> str:
        """One of the kind's own fields as text; several values joined."""
        value = self.item.details.get(key, "")
        return "、".join(value) if isinstance(value, tuple) else str(value)


@dataclass(frozen=True, slots=True)
class TextPart:
    """A readable text. `place` says where in an attachment it stands (`工作表“名单”`), empty for a body or field."""

    item: Item
    path: str
    text: str
    key: str = ""
    first_line: int = 0
    place: str = ""

    def line(self, at: int) -> int:
        """The line on which an offset lies; 0 where the file has no lines (an attachment)."""
        return self.first_line + self.text.count("\n", 0, at) if self.first_line else 0

    @property
    def where(self) -> str:
        """`（工作表“名单”）`, or nothing."""
        return f"（{self.place}）" if self.place else ""


@dataclass(frozen=True, slots=True)
class Part:
    """A text inside an attachment and the place it stands at."""

    place: str
    text: str


@dataclass(frozen=True, slots=True)
class Extract:
    """What is inside an attachment. `trouble` says in Chinese why it could not be read (whole).

    `hidden` names what a reader does not see but a finder does (hidden sheets, comments, tracked changes);
    `metadata` are (name, value) pairs that tell about persons or places; `pages` counts the pages of a pdf.
    """

    parts: tuple[Part, ...] = ()
    hidden: tuple[str, ...] = ()
    metadata: tuple[tuple[str, str], ...] = ()
    trouble: str = ""
    pages: int = 0


@dataclass(frozen=True, slots=True)
class AttachmentText:
    """An attachment (or picture of the body) of a public item, read."""

    item: Item
    source: str
    name: str
    size: int
    extract: Extract

    @property
    def text(self) -> str:
        """Everything readable in it."""
        return "\n".join(part.text for part in self.extract.parts)


@dataclass(frozen=True, slots=True)
class Link:
    """A link of a page: address as written, text, whether it warns of leaving the site, and whether it
    stands in the header or footer.
    """

    href: str
    text: str
    marked: bool = False
    framed: bool = False


@dataclass(frozen=True, slots=True)
class Marks:
    """What a region of a page has of pictures, fields without a label, headings, and `faults` of its markup."""

    images: tuple[tuple[str, str | None], ...] = ()
    unlabelled: tuple[str, ...] = ()
    headings: tuple[int, ...] = ()
    faults: frozenset[str] = frozenset()

    @property
    def tops(self) -> int:
        """How many first-level headings there are."""
        return self.headings.count(1)


@dataclass(frozen=True, slots=True)
class Page:
    """A built page, parsed once. `path` is site-rooted; `kind` is its `data-page`; `metas` keep their order.

    `own` is what the page has between header and footer, `frame` what stands in these, on every page alike.
    `frame_sources` are those of `sources` in head, header and footer. On any page but the front page `links`
    are without those that the front page's frame has too, and `shared` are the addresses left out (`frame.py`).
    """

    path: str
    kind: str
    size: int
    lang: str = ""
    title: str = ""
    number: str = ""
    metas: tuple[tuple[str, str], ...] = ()
    links: tuple[Link, ...] = ()
    sources: tuple[str, ...] = ()
    frame_sources: tuple[str, ...] = ()
    shared: frozenset[str] = frozenset()
    header: str = ""
    footer: str = ""
    portal: str = ""
    text: str = ""
    times: tuple[str, ...] = ()
    own: Marks = Marks()
    frame: Marks = Marks()
    badges: tuple[str, ...] = ()

    @property
    def addresses(self) -> tuple[str, ...]:
        """What it links to and loads, less what the front page answers for."""
        return (*(link.href for link in self.links), *(s for s in self.sources if s not in self.shared))

    def meta(self, name: str) -> str:
        """The first value of a meta tag; `null` counts as missing."""
        value = next((v for n, v in self.metas if n == name), "")
        return "" if value == "null" else value.strip()


@dataclass(frozen=True, slots=True)
class BuiltSite:
    """The built site: its pages by path and every file with its size."""

    pages: Mapping[str, Page]
    files: Mapping[str, int]
    host: str = ""
    base: str = "/"

    def of_kind(self, kind: str) -> Iterator[Page]:
        """Pages with this `data-page`, by path."""
        return (page for _, page in sorted(self.pages.items()) if page.kind == kind)


@dataclass(frozen=True, slots=True)
class Facts:
    """What every rule may ask for besides its input; `limits` are those of the rule that is running."""

    catalog: Catalog
    settings: CheckSettings
    calendar: WorkCalendar
    words: WordLists
    bodies: Mapping[str, str] = field(default_factory=dict)
    attachments: Mapping[str, tuple[AttachmentText, ...]] = field(default_factory=dict)
    history: Mapping[str, date] = field(default_factory=dict)
    limits: Mapping[str, int | float | str] = field(default_factory=dict)
    mode: str = "channel"

    @property
    def today(self) -> date:
        """The day of the check."""
        return self.catalog.today

    def number(self, name: str) -> float:
        """A threshold of the running rule."""
        return float(self.limits[name])

    def days(self, name: str) -> int:
        """A threshold in whole days, items or bytes."""
        return int(self.limits[name])

    def body(self, item: Item) -> str:
        """An item's Markdown."""
        return self.bodies.get(item.index_number, "")

    def column(self, item: Item) -> Column:
        """An item's home column."""
        return self.catalog.tree.columns[item.column]

    def full_text(self, item: Item) -> str:
        """An item's body with the text of its attachments."""
        return "\n".join([self.body(item), *(a.text for a in self.attachments.get(item.index_number, ()))])
