"""Views of the pages that are papers too: the application for information, the gazette."""

from __future__ import annotations

from dataclasses import dataclass

from gongkai.typesetting.form import Form
from gongkai.views.parts import Fact, Head, Link


@dataclass(frozen=True, slots=True)
class ApplicationView:
    """Template `application.html`: who may apply, how, the clock, what it costs, the form to fill in and print."""

    head: Head
    heading: str
    office: tuple[Fact, ...]
    channels: tuple[Fact, ...]
    clock: tuple[Fact, ...]
    fees: tuple[Fact, ...]
    remedies: str
    form: Form
    files: tuple[Link, ...]
    example: str = ""


@dataclass(frozen=True, slots=True)
class GazetteRow:
    """One issue in the list of issues."""

    issue: Link
    day: str
    count: int
    pdf: str = ""


@dataclass(frozen=True, slots=True)
class GazetteView:
    """Template `gazette.html`: all issues, by year, newest first."""

    head: Head
    heading: str
    years: tuple[tuple[str, tuple[GazetteRow, ...]], ...]


@dataclass(frozen=True, slots=True)
class IssueEntry:
    """One line of an issue's catalogue."""

    number: int
    title: str
    path: str
    doc_number: str


@dataclass(frozen=True, slots=True)
class IssueView:
    """Template `issue.html`: the catalogue of one issue."""

    head: Head
    heading: str
    day: str
    sections: tuple[tuple[str, tuple[IssueEntry, ...]], ...]
    newer: Link
    older: Link
    pdf: str = ""
    pdf_size: str = ""
    gap_note: str = ""


@dataclass(frozen=True, slots=True)
class IssuePlace:
    """Where an item stands in an issue: `place` in words, its neighbours there, its own page."""

    issue: Link
    place: str
    before: Link
    after: Link
    original: Link


PaperView = ApplicationView | GazetteView | IssueView
