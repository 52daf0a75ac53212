"""The rules of cancelled visits: until when, what it costs otherwise, and who may be let off."""

from __future__ import annotations

from kundcenter.changes import Changes
from kundcenter.domain.access import Function
from kundcenter.domain.cancellations import (
    CancelRule,
    CancelRules,
    CancelRulesStale,
    checked_own,
    checked_rules,
)
from kundcenter.domain.text import line
from kundcenter.ports import Store


class CancelRuleSets:
    """What was published is never changed, and never goes away: the next edition counts."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def current(self) -> CancelRules | None:
        """The edition that counts; None before the first is published."""
        with self._store.read() as reading:
            reading.actor.must(Function.SEE_GUIDANCE)
            return reading.cancel_rules.latest()

    def all(self) -> tuple[CancelRules, ...]:
        """Every edition, the latest last."""
        with self._store.read() as reading:
            reading.actor.must(Function.SEE_GUIDANCE)
            return tuple(sorted(reading.cancel_rules.all(), key=lambda each: each.number))

    def publish(
        self,
        rules: tuple[CancelRule, ...],
        *,
        upon: int,
        comment: str = "",
        own: str = "",
        demonstration: bool = False,
    ) -> Changes:
        """The next edition, upon the one whose number was `upon`; 0 is before the first.

        `own` is the region that this centre's bookings belong to; empty, it stays what it was.
        Two who publish upon one edition: the centre takes the first.  Raises CancelRulesStale,
        CancelRulesInvalid, TextInvalid.
        """
        with self._store.work(
            "cancel_rules.publish",
            rules=rules,
            upon=upon,
            comment=comment,
            own=own,
            demonstration=demonstration,
        ) as work:
            work.actor.must(Function.EDIT_CANCEL_RULES)
            id, latest = work.new_id(), work.cancel_rules.latest()
            number = latest.number if latest else 0
            if number != upon:
                raise CancelRulesStale(number=number)
            good = checked_rules(rules)
            work.cancel_rules.add(
                CancelRules(
                    id=id,
                    number=number + 1,
                    rules=good,
                    published_at=work.now,
                    published_by=work.actor.operator_id,
                    comment=line(comment, "comment"),
                    demonstration=demonstration,
                    own=checked_own(own or (latest.own if latest else ""), good),
                )
            )
        return work.changes()
