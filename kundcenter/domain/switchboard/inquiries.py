"""Somebody asks about a named person: what was answered, on which ground, and by whom.

Nobody is ever told that a named person is a patient, or where (OSL 25:1; DOMAIN §1.4, §14),
unless the person wants it; of protected persons nothing at all is disclosed by the switchboard.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from kundcenter.domain.text import checked, line
from kundcenter.errors import Refused

REASON_LIMIT = 1_000
MOST_SHOWN = 50


class InquiryInvalid(Refused):
    """A field cannot be kept.  Facts: field ("ground", "reason", "called_back")."""

    code = "inquiry.invalid"


class InquiryProtected(Refused):
    """The person has protected identity: nothing is disclosed, whoever asks.  Facts: id."""

    code = "inquiry.protected"


class Asker(StrEnum):
    SELF = "SJALV"
    RELATIVE = "NARSTAENDE"
    CARE = "VARDPERSONAL"
    AUTHORITY = "MYNDIGHET"
    POLICE = "POLIS"
    PRESS = "PRESS"
    OTHER = "ANNAN"


class Asked(StrEnum):
    IS_HERE = "FINNS_HAR"  # whether somebody is a patient
    WHERE = "VAR"  # in which ward
    CONDITION = "TILLSTAND"
    DETAILS = "UPPGIFTER"  # address, number, booked visits
    CONNECT = "KOPPLAS"  # wants to be connected to the person


class Answer(StrEnum):
    REFUSED = "EJ_LAMNAT"  # neither confirmed nor denied
    REFERRED = "HANVISAD"  # to a supervisor, or to the unit
    CALLED_BACK = "MOTRINGD"  # nothing was said before a number from the register was rung
    DISCLOSED = "LAMNAT"


class DisclosureGround(StrEnum):
    NONE = "INGEN"
    CONSENT = "SAMTYCKE"  # the patient has said so
    HARMLESS = "SKADEPROVAD"  # it is clear that it harms nobody (OSL 25:1)
    DUTY = "UPPGIFTSSKYLDIGHET"  # a law orders it (OSL 10:28)


@dataclass(frozen=True, slots=True)
class InquiryDraft:
    """`called_back` is the id of the contact or the unit whose number was rung."""

    asker: Asker
    asked: Asked
    answer: Answer
    ground: DisclosureGround = DisclosureGround.NONE
    reason: str = field(default="", repr=False)
    who: str = field(default="", repr=False)  # who asked, as they said
    person_id: UUID | None = None
    call_id: UUID | None = None
    called_back: UUID | None = None

    def checked(self) -> InquiryDraft:
        """The draft as it is stored.  Raises InquiryInvalid, TextInvalid.

        What is disclosed has a ground and a reason, and nothing else has a ground; whoever was
        rung back was rung at a number of the register.
        """
        told = replace(
            self,
            reason=checked(self.reason, "reason", limit=REASON_LIMIT).strip(),
            who=line(self.who, "who"),
        )
        disclosed = told.answer is Answer.DISCLOSED
        if disclosed is (told.ground is DisclosureGround.NONE):
            raise InquiryInvalid(field="ground")
        if disclosed and not told.reason:
            raise InquiryInvalid(field="reason")
        if told.answer is Answer.CALLED_BACK and told.called_back is None:
            raise InquiryInvalid(field="called_back")
        return told


@dataclass(frozen=True, slots=True)
class Inquiry:
    """Never changed.  `protected` whether the person had protected identity then."""

    id: UUID
    draft: InquiryDraft
    at: datetime
    by: UUID
    protected: bool = False
