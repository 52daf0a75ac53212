"""What is known of a cancellation, and what the region's rules make of it (DOMAIN §6).

The operator records facts.  Whether anybody pays is the unit's to decide, and never promised here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from kundcenter.domain.bookings import Booking, CareType
from kundcenter.domain.text import TextInvalid, checked, line
from kundcenter.errors import Conflict, NotFound, Refused


class CancelledBy(StrEnum):
    PATIENT = "PATIENT"
    RELATIVE = "NARSTAENDE"
    UNIT = "ENHET"


class CancelReason(StrEnum):
    DOES_NOT_SUIT = "TID_PASSAR_EJ"
    NO_NEED = "INGET_BEHOV"
    OTHER_UNIT = "ANNAN_MOTTAGNING"
    ILL = "SJUK"
    CHILD_ILL = "VAB"
    NO_INVITATION = "EJ_KALLELSE"
    TRAVEL = "RESA"
    DECEASED = "AVLIDEN"
    OTHER = "ANNAT"


class ExceptionClaim(StrEnum):
    """What the caller says for an exception.  The unit decides; here it is only recorded."""

    ACUTELY_ILL = "AKUT_SJUK"
    CHILD_ILL = "VAB"
    REDUCED_AUTONOMY = "NEDSATT_AUTONOMI"
    INVITATION_NOT_RECEIVED = "KALLELSE_EJ_FRAMME"
    CANCELLED_BY_CARE = "VARDEN_AVBOKADE"
    VACCINATION = "VACCINATION"
    PROTECTED = "SKYDDAD_ID"


class Wish(StrEnum):
    """What the patient wants afterwards."""

    REBOOKED = "NY_TID_BOKAD"
    QUEUED = "TELEQ_PLACERAD"
    WILL_CALL = "PATIENTEN_HOR_AV_SIG"
    NONE = "INGEN_NY_TID"


class FeeCode(StrEnum):
    """The result of the fee table of DOMAIN §6.2, by its rows."""

    NONE_BY_UNIT = "INGEN_AVGIFT_VARDEN"
    NONE = "INGEN_AVGIFT"
    NONE_EXCEPTION = "INGEN_AVGIFT_UNDANTAG"
    FEE = "AVGIFT"
    UNKNOWN = "OKAND"  # no line of the rules is for the case: nothing is said of a fee


REASON_OF_DEATH = CancelReason.DECEASED  # handled with care: nobody is asked, nothing is sent
LONGEST_LIMIT = 30 * 24  # hours
HIGHEST_AMOUNT = 100_000  # kronor
OLDEST = 150  # years
MOST_ATTEMPTS = 10
MOST_RULES = 500
_REGION = re.compile("[0-9]{2}")


class CancellationInvalid(Refused):
    """What was said does not go together.  Facts: field."""

    code = "cancellation.invalid"


class CancelRulesNotFound(NotFound):
    """No edition of the rules has the id.  Facts: id."""

    code = "cancel_rules.not_found"


class CancelRulesStale(Conflict):
    """Somebody has published another edition since.  Facts: number (the latest's)."""

    code = "cancel_rules.stale"


class CancelRulesInvalid(Refused):
    """A rule that cannot be.  Facts: field, at (which rule, from 1)."""

    code = "cancel_rules.invalid"


@dataclass(frozen=True, slots=True)
class CancelRule:
    """One line of a region's rules: whom and when it is for, the time limit and the fee.

    Ages are whole years on the day of the visit, both included.  `valid_from` and `valid_to` are
    days of visits, both included.  `hours` is a multiple of 24: whole weekdays.  `amount` is in
    kronor.  `exceptions` may be claimed.
    """

    region: str  # a code of the region, as in resources/consult
    care_type: CareType
    hours: int
    amount: int
    age_from: int = 0
    age_to: int = 150
    valid_from: date = date(2000, 1, 1)
    valid_to: date | None = None
    exceptions: tuple[ExceptionClaim, ...] = ()
    travel_paid: bool = False  # the unit that cancels late pays travel too
    next_free: bool = True  # and the next visit is free; so in editions older than the field
    attempts: int = 3  # unanswered calls before a visit by telephone counts as missed
    source: str = ""  # where the rule is published

    def checked(self) -> CancelRule:
        """As it is stored.  Raises CancelRulesInvalid, TextInvalid."""
        fits = {
            "region": bool(_REGION.fullmatch(self.region)),
            "hours": 0 <= self.hours <= LONGEST_LIMIT and self.hours % 24 == 0,
            "amount": 0 <= self.amount <= HIGHEST_AMOUNT,
            "age_from": 0 <= self.age_from <= OLDEST,
            "age_to": self.age_from <= self.age_to <= OLDEST,
            "valid_to": self.valid_to is None or self.valid_from <= self.valid_to,
            "exceptions": len(set(self.exceptions)) == len(self.exceptions),
            "attempts": 1 <= self.attempts <= MOST_ATTEMPTS,
        }
        for name, good in fits.items():
            if not good:
                raise CancelRulesInvalid(field=name)
        return replace(
            self, exceptions=in_order(self.exceptions), source=line(self.source, "source")
        )

    def takes(self, region: str, care_type: CareType, day: date) -> bool:
        """Whether the line is for visits there on the day, whatever the patient's age."""
        if (self.region, self.care_type) != (region, care_type):
            return False
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)

    def meets(self, other: CancelRule) -> bool:
        """Whether some visit has both lines."""
        if (self.region, self.care_type) != (other.region, other.care_type):
            return False
        ages = self.age_from <= other.age_to and other.age_from <= self.age_to
        mine, theirs = self.valid_to or date.max, other.valid_to or date.max
        return ages and self.valid_from <= theirs and other.valid_from <= mine


def checked_rules(rules: Sequence[CancelRule]) -> tuple[CancelRule, ...]:
    """The lines as they are stored: each by itself, and no two for one case.

    Raises CancelRulesInvalid and TextInvalid, both with at (from 1).
    """
    if not 0 < len(rules) <= MOST_RULES:
        raise CancelRulesInvalid(field="rules", at=0)
    good: list[CancelRule] = []
    for at, rule in enumerate(rules, start=1):
        try:
            good.append(rule.checked())
        except (CancelRulesInvalid, TextInvalid) as wrong:
            raise type(wrong)(**wrong.facts, at=at) from None
        if any(good[-1].meets(other) for other in good[:-1]):
            raise CancelRulesInvalid(field="same", at=at)
    return tuple(good)


@dataclass(frozen=True, slots=True)
class CancelRules:
    """One edition of the rules; what was published stays.  `number` counts from 1.

    `own` is the region that this centre's bookings belong to; the other regions' lines are for
    callers from there, and to compare with.
    """

    id: UUID
    number: int
    rules: tuple[CancelRule, ...]
    published_at: datetime
    published_by: UUID
    comment: str = ""
    demonstration: bool = False
    own: str = ""

    def line_for(
        self, region: str, care_type: CareType, day: date, age: int | None
    ) -> CancelRule | None:
        """The line for a visit on the day.  Of an unknown age it is the line for the most ages."""
        found = [rule for rule in self.rules if rule.takes(region, care_type, day)]
        if age is None:
            return max(
                found, key=lambda rule: (rule.age_to - rule.age_from, rule.age_to), default=None
            )
        return next((rule for rule in found if rule.age_from <= age <= rule.age_to), None)


def checked_own(own: str, rules: Sequence[CancelRule]) -> str:
    """The region that is one's own: the only one of the rules when none is said.

    Raises CancelRulesInvalid.
    """
    there = {rule.region for rule in rules}
    if not own and len(there) == 1:
        (own,) = there
    if own not in there:
        raise CancelRulesInvalid(field="own", at=0)
    return own


def edition_at(editions: Iterable[CancelRules], at: datetime) -> CancelRules | None:
    """The edition that counted then; what is published later changes nothing of what was said."""
    published = [each for each in editions if each.published_at <= at]
    return max(published, key=lambda each: each.number, default=None)


@dataclass(frozen=True, slots=True)
class CancelFacts:
    """What the operator records.

    `claims` are what the caller says, not what somebody has decided.
    """

    by: CancelledBy
    reason: CancelReason
    claims: tuple[ExceptionClaim, ...] = ()
    wish: Wish = Wish.NONE
    caller_name: str = field(default="", repr=False)  # of a relative
    message: str = field(default="", repr=False)  # to the unit, where its flag allows one
    notify_patient: bool | None = None  # asked before anybody is notified; None: not asked

    def checked(self, booking: Booking) -> CancelFacts:
        """As it is stored.  Raises CancellationInvalid, TextInvalid.

        A relative is named.  A unit claims no exception from itself.  Of a patient who has died
        somebody else tells; nothing is wished, nothing is claimed and nobody is notified.
        """
        said = self.worded()
        died = self.reason is REASON_OF_DEATH
        fits = {
            "caller_name": bool(said.caller_name) or self.by is not CancelledBy.RELATIVE,
            "reason": not (died and self.by is CancelledBy.PATIENT),
            "claims": not self.claims or not (died or self.by is CancelledBy.UNIT),
            "wish": not died or self.wish is Wish.NONE,
            "notify_patient": not died or not self.notify_patient,
            "message": not said.message or booking.message_allowed,
        }
        for name, good in fits.items():
            if not good:
                raise CancellationInvalid(field=name)
        return said if self.by is CancelledBy.RELATIVE else replace(said, caller_name="")

    def worded(self) -> CancelFacts:
        """With its texts as they are kept, whether it goes together or not.  Raises TextInvalid."""
        return replace(
            self,
            claims=in_order(self.claims),
            caller_name=line(self.caller_name, "caller_name"),
            message=checked(self.message, "message").strip(),
        )


@dataclass(frozen=True, slots=True)
class Assessment:
    """What the rules say before anything is saved.

    `row` is that of the table in DOMAIN §6.2, 1–7.  When no line is for the case `rule` and
    `deadline` are None and nothing is said of a fee: the code is UNKNOWN and `row` 0, unless the
    unit has cancelled or there never was a time.  `claimable` may be claimed still.  `edition` is
    the number of the rules.
    """

    code: FeeCode
    row: int
    late: bool
    deadline: datetime | None
    amount: int
    rule: CancelRule | None
    claimable: tuple[ExceptionClaim, ...] = ()
    free_next: bool = False
    travel_paid: bool = False
    edition: int = 0


@dataclass(frozen=True, slots=True)
class Cancellation:
    """That a booking was cancelled: facts, and what the rules said then.  Never changed."""

    id: UUID
    booking_id: UUID
    at: datetime
    by_operator: UUID
    call_id: UUID | None
    facts: CancelFacts
    code: FeeCode
    row: int
    late: bool
    deadline: datetime | None
    amount: int
    edition: int
    rebooked: bool = False  # the time was moved, not dropped
    again: bool = False  # it was no longer standing (told twice, or by two)
    missed: bool = False  # nobody came: `facts` say no more than a line about it


def in_order(claims: Iterable[ExceptionClaim]) -> tuple[ExceptionClaim, ...]:
    """Each once, in the order of the codes."""
    given = frozenset(claims)
    return tuple(each for each in ExceptionClaim if each in given)
