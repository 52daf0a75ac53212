"""What stands on the page for the clinic that receives a patient."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from kundcenter.domain.journal import Entry
from kundcenter.domain.papers import when
from kundcenter.domain.people import Person
from kundcenter.domain.referrals import Referral, ReferralState, Step, StepKind, ToldReferral
from kundcenter.domain.sbar import SbarPart
from kundcenter.domain.unit_cards import UnitCard


@dataclass(frozen=True, slots=True)
class PrintedReferral:
    """Everything on the page of one referral.

    `patient` is name and number as they may leave the screen; `parts` are the four of the SBAR
    text; `outcome` and `urgency` are labels.  `card` is the receiving unit's, None when the outcome
    names none.  `signed` tells in a sentence how it stands with the note's signature.  `receiver`
    is who gets the page (patientdatalagen 3 kap. 11 §); `names` are those of operators by id.
    """

    person: Person
    patient: tuple[str, str]
    entry: Entry
    referral: Referral
    parts: tuple[SbarPart, ...]
    outcome: str
    urgency: str
    signed: str
    printed_at: datetime
    printed_by: str
    receiver: str = field(repr=False)
    steps: tuple[Step, ...] = ()
    card: UnitCard | None = None
    names: Mapping[UUID, str] = field(default_factory=dict)
    care_unit: str = ""
    demonstration: bool = False

    @property
    def issuer(self) -> str:
        """The unit that refers, by name and HSA-id as far as they are known."""
        return ", ".join(filter(None, (self.care_unit, self.referral.care_unit)))

    @property
    def destination(self) -> str:
        """The unit by name, and where it lies; the outcome alone when there is no unit."""
        if self.card is None:
            return self.outcome
        details = self.card.details
        return ", ".join(
            filter(None, (self.card.unit.name, details.street, details.postal, details.way))
        )

    @property
    def cancelled(self) -> bool:
        return self.referral.state is ReferralState.CANCELLED

    @property
    def booked(self) -> str:
        """The booked time by a Swedish clock; nothing when none is booked."""
        return when(self.referral.booked_at) if self.referral.booked_at else ""

    def told(self) -> Iterable[str]:
        """What concerns the receiver, each as a sentence, the oldest first."""
        for step in self.steps:
            words = _WORDS.get(step.kind)
            if words is None:
                continue
            yield words.format(
                at=when(step.at),
                by=self.names.get(step.by, ""),
                receiver=step.receiver,
                parts=", ".join(step.parts),
            )


@dataclass(frozen=True, slots=True)
class SbarSheet:
    """What is read to a receiver out of one entry as it stands at the instant `at`.

    `told` are the entry's referrals, the oldest first; `current` is the one to where the entry
    guides now, None as long as nobody has made it.  `outcome` is the code, `destination` its label
    and `card` the unit's.
    """

    entry: Entry
    parts: tuple[SbarPart, ...]
    told: tuple[ToldReferral, ...]
    current: ToldReferral | None
    outcome: str
    destination: str
    card: UnitCard | None
    at: datetime


# The record is in Swedish (patientdatalagen 3 kap. 13 §).
_WORDS = {
    StepKind.MADE: "{at}: hänvisad av {by}.",
    StepKind.HANDED_OVER: "{at}: överlämnad muntligt av {by} till {receiver} ({parts}).",
    StepKind.CANCELLED: "{at}: avbokad av {by}.",
}
