"""The region's shifts and the limits of active advice."""

from __future__ import annotations

from kundcenter.changes import Changes
from kundcenter.domain.access import Function
from kundcenter.domain.supervision.roster_terms import (
    Pattern,
    RosterLimits,
    RosterTerms,
    RosterTermsStale,
    checked_limits,
    checked_patterns,
    must_stay,
)
from kundcenter.domain.text import line
from kundcenter.ports import Store


class RosterTermsBook:
    """What was published is never changed, and never goes away: the next edition counts."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def current(self) -> RosterTerms | None:
        """The edition that counts; None before the first is published."""
        with self._store.read() as reading:
            reading.actor.must(Function.SEE_ROSTER)
            return reading.roster_terms.latest()

    def all(self) -> tuple[RosterTerms, ...]:
        """Every edition, the latest last."""
        with self._store.read() as reading:
            reading.actor.must(Function.SEE_ROSTER)
            return tuple(sorted(reading.roster_terms.all(), key=lambda each: each.number))

    def publish(
        self,
        patterns: tuple[Pattern, ...],
        limits: RosterLimits,
        *,
        upon: int,
        comment: str = "",
        demonstration: bool = False,
    ) -> Changes:
        """The next edition, upon the one whose number was `upon`; 0 is before the first.

        Turns that are on the roster stay as they are, and a shift that was published stays too:
        `ended` when it is not used any more.  Two who publish upon one edition: the
        centre takes the first.  Raises RosterTermsStale, RosterTermsInvalid, TextInvalid.
        """
        with self._store.work(
            "roster_terms.publish",
            patterns=patterns,
            limits=limits,
            upon=upon,
            comment=comment,
            demonstration=demonstration,
        ) as work:
            work.actor.must(Function.EDIT_ROSTER)
            id, latest = work.new_id(), work.roster_terms.latest()
            number = latest.number if latest else 0
            if number != upon:
                raise RosterTermsStale(number=number)
            checked = checked_patterns(patterns)
            must_stay(latest.patterns if latest else (), checked)
            work.roster_terms.add(
                RosterTerms(
                    id=id,
                    number=number + 1,
                    patterns=checked,
                    limits=checked_limits(limits),
                    published_at=work.now,
                    published_by=work.actor.operator_id,
                    comment=line(comment, "comment"),
                    demonstration=demonstration,
                )
            )
        return work.changes()
