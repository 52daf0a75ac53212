"""The region's categories of cases and how long everything may take."""

from __future__ import annotations

from kundcenter.changes import Changes
from kundcenter.domain.access import Function
from kundcenter.domain.case_codes import CaseKind
from kundcenter.domain.case_states import still_promised, timed
from kundcenter.domain.case_terms import (
    TIMES,
    CaseTerms,
    CaseTermsStale,
    CaseTimes,
    Category,
    checked_categories,
    checked_times,
)
from kundcenter.domain.text import line
from kundcenter.ports import Store, Work

_ALL = 1_000_000_000


class CaseTermsBook:
    """What was published is never changed, and never goes away: the next edition counts."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def current(self) -> CaseTerms | None:
        """The edition that counts; None before the first is published."""
        with self._store.read() as reading:
            reading.actor.must(Function.TAKE_CASE)
            return reading.case_terms.latest()

    def all(self) -> tuple[CaseTerms, ...]:
        """Every edition, the latest last."""
        with self._store.read() as reading:
            reading.actor.must(Function.TAKE_CASE)
            return tuple(sorted(reading.case_terms.all(), key=lambda each: each.number))

    def publish(
        self,
        categories: tuple[Category, ...],
        times: CaseTimes,
        *,
        upon: int,
        comment: str = "",
        demonstration: bool = False,
    ) -> Changes:
        """The next edition, upon the one whose number was `upon`; 0 is before the first.

        The clocks of every case that is not over go by it at once, but no day that was told is
        put off.  Two who publish upon one
        edition: the centre takes the first.  Raises CaseTermsStale, CaseTermsInvalid, TextInvalid.
        """
        with self._store.work(
            "case_terms.publish",
            categories=categories,
            times=times,
            upon=upon,
            comment=comment,
            demonstration=demonstration,
        ) as work:
            work.actor.must(Function.EDIT_CASE_TERMS)
            id, latest = work.new_id(), work.case_terms.latest()
            number = latest.number if latest else 0
            if number != upon:
                raise CaseTermsStale(number=number)
            terms = CaseTerms(
                id=id,
                number=number + 1,
                categories=checked_categories(categories),
                times=checked_times(times),
                published_at=work.now,
                published_by=work.actor.operator_id,
                comment=line(comment, "comment"),
                demonstration=demonstration,
            )
            work.case_terms.add(terms)
            _time_all(work, latest.times if latest else TIMES, terms.times)
        return work.changes()


def _time_all(work: Work, before: CaseTimes, times: CaseTimes) -> None:
    """The lists are sorted by the end of the next clock, which may be another now.

    A day that somebody has been told stands.
    """
    for case in work.cases.due(frozenset(CaseKind), limit=_ALL):
        told = timed(still_promised(case, before, times), times)
        if told != case:
            work.cases.put(told)
