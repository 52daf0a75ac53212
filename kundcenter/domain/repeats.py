"""The repeat radar: who has been in touch before, how lately, and what they were told then.

A caller who comes back with the same trouble is a patient at risk, and a measure of quality.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID


class Span(StrEnum):
    """How far back one looks, the nearest first."""

    DAY = "24h"
    THREE_DAYS = "72h"
    WEEK = "7d"


LENGTHS = {
    Span.DAY: timedelta(hours=24),
    Span.THREE_DAYS: timedelta(hours=72),
    Span.WEEK: timedelta(days=7),
}
FURTHEST = LENGTHS[Span.WEEK]


class Course(StrEnum):
    """How it has gone since the contact before; codes of the code set's `course`."""

    WORSE = "SAMRE"
    UNCHANGED = "OFORANDRAD"
    BETTER = "BATTRE"
    NEW = "NYTT"


@dataclass(frozen=True, slots=True)
class Contact:
    """One earlier contact: an entry with what was advised, or a call that gave none.

    `reason` and `outcome` are codes of the code set `codes`.  The texts stay out of repr().
    """

    at: datetime
    call_id: UUID | None = None
    entry_id: UUID | None = None
    codes: str = ""
    reason: str = ""
    outcome: str = ""
    urgency: str = ""
    advice: str = field(default="", repr=False)
    call_back_if: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Radar:
    """Contacts of the last seven days, the latest first, as of one instant."""

    at: datetime
    contacts: tuple[Contact, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.contacts)

    def within(self, span: Span) -> int:
        """How many contacts there were in the span."""
        return sum(self.at - contact.at <= LENGTHS[span] for contact in self.contacts)

    def nearest(self) -> Span | None:
        """The shortest span that has a contact."""
        return next((span for span in Span if self.within(span)), None)

    def of_reason(self, reason: str, span: Span = Span.THREE_DAYS) -> int:
        """How many of the span's contacts were about the reason."""
        return sum(
            contact.reason == reason and self.at - contact.at <= LENGTHS[span]
            for contact in self.contacts
        )

    @property
    def recurring(self) -> tuple[str, ...]:
        """Reasons of more than one contact, the latest first."""
        reasons = [contact.reason for contact in self.contacts if contact.reason]
        return tuple(dict.fromkeys(each for each in reasons if reasons.count(each) > 1))

    @property
    def advised(self) -> Contact | None:
        """The latest contact that was noted: what was advised then is compared with now."""
        return next((each for each in self.contacts if each.entry_id is not None), None)


def radar(at: datetime, contacts: Iterable[Contact], *, except_call: UUID | None = None) -> Radar:
    """The contacts of the seven days before `at`; of one call only what was noted in it.

    `except_call` is the call that goes on now.
    """
    near = [
        each
        for each in contacts
        if timedelta() <= at - each.at <= FURTHEST
        and (each.call_id is None or each.call_id != except_call)
    ]
    noted = {each.call_id for each in near if each.entry_id is not None}
    kept = [each for each in near if each.entry_id is not None or each.call_id not in noted]
    return Radar(at, tuple(sorted(kept, key=lambda each: each.at, reverse=True)))
