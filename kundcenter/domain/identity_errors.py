"""Why a text is not a person's number.  The text itself is never carried along."""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar

from kundcenter.errors import Refused


class Reason(StrEnum):
    """Short codes of the same, for lists and for `kundcenter check ids`."""

    FORMAT = "FORMAT"
    ORGANISATION = "ORGANISATION"
    DATE = "DATE"
    BIRTHNO = "BIRTHNO"
    CHECK = "CHECK"
    FUTURE = "FUTURE"


class PersonIdInvalid(Refused):
    """The text is not a person's number.  Raised as one of the kinds below."""

    code = "person_id.invalid"
    reason: ClassVar[Reason] = Reason.FORMAT


class PersonIdMalformed(PersonIdInvalid):
    """The signs are not those of any known kind of number."""

    code = "person_id.format"


class OrganisationNumber(PersonIdInvalid):
    """A sound organisation number, its month part 20 or more: a company, not a person."""

    code = "person_id.organisation"
    reason = Reason.ORGANISATION


class BirthDayImpossible(PersonIdInvalid):
    """There is no such day: 30 February."""

    code = "person_id.date"
    reason = Reason.DATE


class BirthNumberZero(PersonIdInvalid):
    """The three digits after the date are 000, which nobody is given."""

    code = "person_id.birth_number"
    reason = Reason.BIRTHNO


class CheckDigitWrong(PersonIdInvalid):
    """The last digit does not fit the others: somewhere one is mistyped."""

    code = "person_id.check"
    reason = Reason.CHECK


class BornInTheFuture(PersonIdInvalid):
    """Sound, but the day of birth is after today."""

    code = "person_id.future"
    reason = Reason.FUTURE
