"""The private ledger of applications (依申请公开台账): one entry for each application; never part of a site."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Review:
    """A reconsideration or lawsuit: which of the three groups of the annual report, its day, its result."""

    group: str
    day: date
    result: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One application. `row` is its row in the file, counted as the clerk sees it.

    `corrected` is the day on which the completed application came in; from then on the twenty working days
    run. `asked_from`, `asked_until` are the days of asking third parties or other organs, which do not count
    (《政府信息公开条例》第三十三条). `extended` is the day on which the applicant was told of the extension.
    """

    row: int
    number: str
    received: date
    intake: str
    applicant_kind: str
    applicant: str = ""
    wanted: str = ""
    correction_asked: date | None = None
    corrected: date | None = None
    asked_from: date | None = None
    asked_until: date | None = None
    extended: date | None = None
    answered: date | None = None
    outcome: str = ""
    reviews: tuple[Review, ...] = ()
    fee_due: Decimal = Decimal(0)
    fee_paid: Decimal = Decimal(0)

    @property
    def is_open(self) -> bool:
        """Whether it still waits for its answer."""
        return self.answered is None
