"""How many were referred where, how often one deviated, and what came of it.  Names nobody.

Changing where to after signing makes another referral; statistics use the last one of an entry
and keep the first (DOMAIN §3.6, R9).  The figures say both.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from kundcenter.domain.calendar import is_instant, local
from kundcenter.domain.referrals import Referral, ReferralState
from kundcenter.errors import Refused

LONGEST_PERIOD = timedelta(days=400)


class ReferralPeriodWrong(Refused):
    """A period begins before it ends, and is at most 400 days."""

    code = "referral.period_wrong"


@dataclass(frozen=True, slots=True)
class OutcomeCount:
    """One row of the statistics.  `group` is empty for an outcome that no code set knows."""

    group: str
    outcome: str
    count: int


@dataclass(frozen=True, slots=True)
class DeviationCount:
    """How often the nurse had that reason to choose that outcome against the support."""

    deviation: str
    outcome: str
    count: int


@dataclass(frozen=True, slots=True)
class Chosen:
    """Which place of the ranking was chosen.  `unranked`: no rule set had ranked it."""

    first: int = 0
    later: int = 0
    outside: int = 0
    unranked: int = 0


@dataclass(frozen=True, slots=True)
class Tally:
    """Of the entries that were referred: counts by the first and by the last referral of each.

    `deviations`, `chosen`, `booked` and `told` are of the last ones.  Of `told` those that are
    LAGD are the ones of which nobody has told anything.
    """

    entries: int = 0
    first: tuple[OutcomeCount, ...] = ()
    last: tuple[OutcomeCount, ...] = ()
    changed: int = 0  # entries whose last referral is to another place than the first
    deviations: tuple[DeviationCount, ...] = ()
    chosen: Chosen = Chosen()
    booked: int = 0
    interpreted: int = 0
    told: tuple[tuple[ReferralState, int], ...] = ()


@dataclass(frozen=True, slots=True)
class MonthTally:
    """The entries that were first referred in one month, by a Swedish clock."""

    year: int
    month: int
    tally: Tally


@dataclass(frozen=True, slots=True)
class ReferralFigures:
    """The figures of a period, in all and by month; `end` is not in it."""

    start: datetime
    end: datetime
    total: Tally
    months: tuple[MonthTally, ...]


def checked_referral_period(start: datetime, end: datetime) -> None:
    """Raise ReferralPeriodWrong unless both are instants, in order and not too far apart."""
    if not (is_instant(start) and is_instant(end)):
        raise ReferralPeriodWrong
    if not start < end or end - start > LONGEST_PERIOD:
        raise ReferralPeriodWrong


def figures(
    referrals: Iterable[Referral], group: Callable[[str], str], start: datetime, end: datetime
) -> ReferralFigures:
    """The figures of the entries whose first referral was made in the period.

    `referrals` are all of these entries, and may be of others; `group` gives the statistics'
    group of an outcome.
    """
    by_entry: dict[object, list[Referral]] = {}
    for each in sorted(referrals, key=lambda r: (r.made_at, r.id)):
        by_entry.setdefault(each.entry_id, []).append(each)
    counted = [of for of in by_entry.values() if start <= of[0].made_at < end]
    months: dict[tuple[int, int], list[list[Referral]]] = {}
    for of in counted:
        at = local(of[0].made_at)
        months.setdefault((at.year, at.month), []).append(of)
    return ReferralFigures(
        start,
        end,
        _tally(counted, group),
        tuple(MonthTally(*month, _tally(months[month], group)) for month in sorted(months)),
    )


def _tally(entries: Sequence[Sequence[Referral]], group: Callable[[str], str]) -> Tally:
    firsts, lasts = [of[0] for of in entries], [of[-1] for of in entries]
    told = Counter(last.state for last in lasts)
    deviated = Counter((each.deviation, each.outcome) for each in lasts if each.deviation)
    return Tally(
        entries=len(entries),
        first=_outcomes(firsts, group),
        last=_outcomes(lasts, group),
        changed=sum(not a.same_place(b) for a, b in zip(firsts, lasts, strict=True)),
        deviations=tuple(DeviationCount(*key, deviated[key]) for key in sorted(deviated)),
        chosen=Chosen(
            first=sum(each.rank == 1 for each in lasts),
            later=sum(each.rank > 1 for each in lasts),
            outside=sum(not each.rank and each.rules > 0 for each in lasts),
            unranked=sum(not each.rules for each in lasts),
        ),
        booked=sum(each.booked_at is not None for each in lasts),
        interpreted=sum(bool(each.interpreter_kind) for each in lasts),
        told=tuple((state, told[state]) for state in ReferralState),
    )


def _outcomes(
    referrals: Iterable[Referral], group: Callable[[str], str]
) -> tuple[OutcomeCount, ...]:
    counts = Counter((group(each.outcome), each.outcome) for each in referrals)
    return tuple(OutcomeCount(*key, counts[key]) for key in sorted(counts))
