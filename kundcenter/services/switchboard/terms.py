"""The region's greetings, hours of day, templates and secrecy card."""

from __future__ import annotations

from kundcenter.changes import Changes
from kundcenter.domain.access import Function
from kundcenter.domain.switchboard.terms import (
    SwitchboardContent,
    SwitchboardTerms,
    SwitchboardTermsStale,
    checked_content,
)
from kundcenter.domain.text import line
from kundcenter.ports import Store


class SwitchboardTermsBook:
    """What was published is never changed, and never goes away: the next edition counts."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def current(self) -> SwitchboardTerms | None:
        """The edition that counts; None before the first is published."""
        with self._store.read() as reading:
            reading.actor.must(Function.READ_DIRECTORY)
            return reading.switchboard_terms.latest()

    def all(self) -> tuple[SwitchboardTerms, ...]:
        """Every edition, the latest last."""
        with self._store.read() as reading:
            reading.actor.must(Function.READ_DIRECTORY)
            return tuple(sorted(reading.switchboard_terms.all(), key=lambda each: each.number))

    def publish(
        self,
        content: SwitchboardContent,
        *,
        upon: int,
        comment: str = "",
        demonstration: bool = False,
    ) -> Changes:
        """The next edition, upon the one whose number was `upon`; 0 is before the first.

        Two who publish upon one edition: the centre takes the first.  Raises
        SwitchboardTermsStale, SwitchboardTermsInvalid, HoursInvalid, TextInvalid.
        """
        with self._store.work(
            "switchboard_terms.publish",
            content=content,
            upon=upon,
            comment=comment,
            demonstration=demonstration,
        ) as work:
            work.actor.must(Function.EDIT_SWITCHBOARD)
            id, latest = work.new_id(), work.switchboard_terms.latest()
            number = latest.number if latest else 0
            if number != upon:
                raise SwitchboardTermsStale(number=number)
            work.switchboard_terms.add(
                SwitchboardTerms(
                    id=id,
                    number=number + 1,
                    content=checked_content(content),
                    published_at=work.now,
                    published_by=work.actor.operator_id,
                    comment=line(comment, "comment"),
                    demonstration=demonstration,
                )
            )
        return work.changes()
