"""The year's numbers from the private ledger: counted, so that they balance by themselves; nobody is named."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date

from gongkai.model.applications import (
    APPLICANTS,
    INTAKES,
    OUTCOMES,
    REVIEW_RESULTS,
    REVIEWS,
    Applications,
    Counts,
    Fees,
)
from gongkai.model.ledger import Entry


def count_year(entries: Iterable[Entry], year: int) -> Applications:
    """The numbers of a year: received in it, carried into it, answered in it, still open at its end.

    Fees count in the year of the answer, reviews in the year of their day.
    """
    first, last = date(year, 1, 1), date(year, 12, 31)
    known = [e for e in entries if e.received <= last]
    answered = [e for e in known if e.answered and first <= e.answered <= last]
    new = [e for e in known if e.received >= first]
    paying = [e for e in answered if e.fee_due]
    outcomes = {key: _kinds(e for e in answered if e.outcome == key) for key in OUTCOMES}
    return Applications(
        year=year,
        received=_kinds(new),
        carried_in=_kinds(e for e in known if e.received < first and not (e.answered and e.answered < first)),
        outcomes={key: counts for key, counts in outcomes.items() if any(counts)},
        carried_on=_kinds(e for e in known if e.answered is None or e.answered > last),
        reviews=_reviews(known, year),
        intakes={name: n for name in INTAKES if (n := sum(e.intake == name for e in new))},
        fees=Fees(
            len(paying),
            sum((e.fee_due for e in paying), Fees().due),
            sum((e.fee_paid for e in paying), Fees().paid),
        ),
    )


def _kinds(entries: Iterable[Entry]) -> Counts:
    found = Counter(entry.applicant_kind for entry in entries)
    return tuple(found[kind] for kind in APPLICANTS)


def _reviews(entries: Iterable[Entry], year: int) -> Mapping[str, Counts]:
    found = Counter((r.group, r.result) for e in entries for r in e.reviews if r.day.year == year)
    rows = {group: tuple(found[group, result] for result in REVIEW_RESULTS) for group in REVIEWS}
    return {group: row for group, row in rows.items() if any(row)}


def differences(stated: Applications, counted: Applications) -> tuple[str, ...]:
    """Where `content/applications.yml` says other numbers than the ledger, in words."""
    pairs: list[tuple[str, Counts, Counts]] = [
        ("本年新收", stated.received, counted.received),
        ("结转下年度", stated.carried_on, counted.carried_on),
        *((key, stated.outcomes.get(key, ()), counted.outcomes.get(key, ())) for key in OUTCOMES),
        *((key, stated.reviews.get(key, ()), counted.reviews.get(key, ())) for key in REVIEWS),
    ]
    if stated.carried_in is not None:
        pairs.append(("上年结转", stated.carried_in, counted.carried_in or ()))
    return tuple(
        f"{name}：applications.yml {sum(one)} 件，台账 {sum(other)} 件"
        for name, one, other in pairs
        if (one or (0,)) != (other or (0,)) and (any(one) or any(other))
    )


def applications_text(year: Applications) -> str:
    """The year as it is written in `content/applications.yml`."""
    lines = [f"{year.year}:", f"  本年新收: {_flow(year.received, APPLICANTS)}"]
    lines.append(f"  上年结转: {_flow(year.carried_in or (), APPLICANTS)}")
    lines.append("  办理结果:" if year.outcomes else "  办理结果: {}")
    lines += [f"    {key}: {_flow(counts, APPLICANTS)}" for key, counts in year.outcomes.items()]
    lines.append(f"  结转下年度: {_flow(year.carried_on, APPLICANTS)}")
    lines += [f"  {group}: {_flow(row, REVIEW_RESULTS)}" for group, row in year.reviews.items()]
    intakes = "，".join(f"{name}: {n}" for name, n in year.intakes.items()).replace("，", ", ")
    lines.append(f"  接收渠道: {{{intakes}}}")
    lines.append(
        f"  信息处理费: {{收费通知: {year.fees.notices}, 应收: {year.fees.due}, 实收: {year.fees.paid}}}"
    )
    return "\n".join(lines) + "\n"


def _flow(counts: Counts, names: tuple[str, ...]) -> str:
    return "{" + ", ".join(f"{name}: {n}" for name, n in zip(names, counts, strict=False) if n) + "}"
