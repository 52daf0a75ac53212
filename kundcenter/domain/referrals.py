"""Where a caller was sent, what was said at the hand-over, and what came of it.

The closed loop (FEATURES row 44, leap 6): lagd → nådd, ej nådd or avbokad.  What happened is
written down step by step and never changed; the referral itself tells how it stands now.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID

from kundcenter.domain.blocks import hsa
from kundcenter.domain.calendar import is_instant, local
from kundcenter.domain.journal import Entry, Note
from kundcenter.domain.opening import Hours, OpenState, opening_at
from kundcenter.domain.sbar import KEYS
from kundcenter.domain.text import line
from kundcenter.domain.triage import CodeSet
from kundcenter.errors import NotFound, Refused

LONGEST_AHEAD = timedelta(days=366)  # a booked time further away is a mistyped one
MOST_RULES = 1_000_000  # numbers of rule sets, and places in a ranking, that can be real
BOOKABLE = frozenset({"NARAKUT", "AKUT", "BARNAKUT"})
PRIMARY_CARE = frozenset({"VC", "VC_BOKAD"})  # behind the region's own switch (DOMAIN rule 18)


class ReferralNotFound(NotFound):
    """No referral has the id.  Facts: id."""

    code = "referral.not_found"


class ReferralStands(Refused):
    """The entry has an open referral to the same place already.  Facts: id (the referral's)."""

    code = "referral.stands"


class ReferralDone(Refused):
    """It is cancelled, or that has been told already.  Facts: id."""

    code = "referral.done"


class ReferralOfAnotherUnit(Refused):
    """Only the care unit that made it carries it on.  Facts: id (the referral's or the entry's)."""

    code = "referral.of_another_unit"


class ReferralNeedsOutcome(Refused):
    """The note does not say where the patient is guided.  Facts: id (the entry's)."""

    code = "referral.needs_outcome"


class ReferralNeedsUnit(Refused):
    """The outcome asks for a unit, and the note names none.  Facts: id (the entry's)."""

    code = "referral.needs_unit"


class ReferralNeedsReceiver(Refused):
    """Whoever takes the hand-over, or the page, is named.  Facts: id."""

    code = "referral.needs_receiver"


class ReferralPartsInvalid(Refused):
    """What was read is at least one part of an SBAR text, each once.  Facts: id."""

    code = "referral.parts_invalid"


class ReferralUntold(Refused):
    """What came of it is: reached, not reached or cancelled.  Facts: id."""

    code = "referral.untold"


class RankingInvalid(Refused):
    """A rule set's number and a place in its ranking are no such numbers."""

    code = "referral.ranking_invalid"


class BookingNotAllowed(Refused):
    """No times are booked there: by the outcome, or by the region's switch.  Facts: outcome."""

    code = "referral.booking_not_allowed"


class BookedInPast(Refused):
    """A booked time lies in the future, at most a year away."""

    code = "referral.booked_in_past"


class BookedWhenClosed(Refused):
    """The unit is closed at the booked time.  Facts: id (the unit's)."""

    code = "referral.booked_when_closed"


class ReferralState(StrEnum):
    MADE = "LAGD"
    REACHED = "NADD"
    NOT_REACHED = "EJ_NADD"
    CANCELLED = "AVBOKAD"


class StepKind(StrEnum):
    """What has happened with a referral, in the order in which it is written down."""

    MADE = "LAGD"
    BOOKED = "BOKAD"  # its text is the time, as `booked_text` writes it
    HANDED_OVER = "OVERLAMNAD"  # read to a receiver, with their name
    PRINTED = "UTSKRIVEN"  # for the receiving clinic
    REACHED = "NADD"
    NOT_REACHED = "EJ_NADD"
    CANCELLED = "AVBOKAD"


@dataclass(frozen=True, slots=True)
class Referral:
    """One patient sent to one place, out of one entry.

    `rules` is the number of the rule set that ranked it, 0 for none; `rank` its place, 1 the
    first, 0 when it was chosen outside the list.  `deviation` is a code of the set, or nothing.
    """

    id: UUID
    entry_id: UUID
    person_id: UUID
    call_id: UUID | None
    author_id: UUID
    care_unit: str
    made_at: datetime
    outcome: str
    unit_id: UUID | None
    urgency: str
    rules: int = 0
    rank: int = 0
    deviation: str = ""
    booked_at: datetime | None = None
    interpreter_kind: str = ""
    interpreter_language: str = ""
    state: ReferralState = ReferralState.MADE
    state_at: datetime | None = None
    state_by: UUID | None = None

    @property
    def open(self) -> bool:
        """Whether nobody has told what came of it."""
        return self.state is ReferralState.MADE

    def same_place(self, other: Referral) -> bool:
        """Whether both send to one place in one way."""
        return (self.outcome, self.unit_id) == (other.outcome, other.unit_id)

    def booked(self, at: datetime, now: datetime, *, allow_primary: bool) -> Referral:
        """The referral with a time.  Raises BookingNotAllowed, BookedInPast."""
        bookable = BOOKABLE | PRIMARY_CARE if allow_primary else BOOKABLE
        if self.outcome not in bookable or self.unit_id is None:
            raise BookingNotAllowed(outcome=self.outcome)
        if not is_instant(at) or not now < at <= now + LONGEST_AHEAD:
            raise BookedInPast
        return replace(self, booked_at=at)

    def told(self, state: ReferralState, at: datetime, by: UUID, *, late: bool = False) -> Referral:
        """What came of it.  A slip is told anew; what is cancelled stays so.

        What was told elsewhere meanwhile is no reason to lose what comes `late`: the last word
        stands, and the steps keep all of them.  Raises ReferralDone, ReferralUntold.
        """
        if state is ReferralState.MADE:
            raise ReferralUntold(id=self.id)
        if self.state in {ReferralState.CANCELLED, state} and not late:
            raise ReferralDone(id=self.id)
        return replace(self, state=state, state_at=at, state_by=by)

    def must_go_on(self) -> None:
        """Raise ReferralDone when it is cancelled: nobody is sent there any more."""
        if self.state is ReferralState.CANCELLED:
            raise ReferralDone(id=self.id)

    def must_be_of(self, care_unit: str) -> None:
        """Raise ReferralOfAnotherUnit unless the unit, by its HSA-id, has made it."""
        if hsa(self.care_unit) != hsa(care_unit):
            raise ReferralOfAnotherUnit(id=self.id)


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that happened, never changed.  `receiver` is who took the hand-over.

    `parts` are the parts of the SBAR text that were ticked off as read.
    """

    id: UUID
    referral_id: UUID
    kind: StepKind
    at: datetime
    by: UUID
    receiver: str = field(default="", repr=False)
    parts: tuple[str, ...] = ()
    text: str = field(default="", repr=False)

    def wordless(self) -> Step:
        """The step without what was written about it, for lists that are of no one patient.

        A booked time stays: it is no free text.
        """
        return self if self.kind is StepKind.BOOKED else replace(self, text="")


@dataclass(frozen=True, slots=True)
class ToldReferral:
    """A referral and what has happened with it, the oldest first."""

    referral: Referral
    steps: tuple[Step, ...] = ()

    @property
    def handed_over(self) -> Step | None:
        """The latest time that it was read to somebody."""
        return next((s for s in reversed(self.steps) if s.kind is StepKind.HANDED_OVER), None)


def sends(note: Note, codes: CodeSet) -> bool:
    """Whether the note says where to, and names the unit that its outcome asks for."""
    if not note.outcome:
        return False
    return note.unit_id is not None or not codes.outcome(note.outcome).unit_required


def referred(
    id: UUID,
    entry: Entry,
    note: Note,
    codes: CodeSet,
    *,
    at: datetime,
    by: UUID,
    care_unit: str,
    rules: int = 0,
    rank: int = 0,
) -> Referral:
    """The referral that a note tells of.  `codes` is the set that the note is bound to.

    Raises ReferralNeedsOutcome, ReferralNeedsUnit, ReferralOfAnotherUnit, CodeUnknown.
    """
    if hsa(entry.care_unit) != hsa(care_unit):
        raise ReferralOfAnotherUnit(id=entry.id)
    if not note.outcome:
        raise ReferralNeedsOutcome(id=entry.id)
    if codes.outcome(note.outcome).unit_required and note.unit_id is None:
        raise ReferralNeedsUnit(id=entry.id)
    return Referral(
        id=id,
        entry_id=entry.id,
        person_id=entry.person_id,
        call_id=entry.call_id,
        author_id=by,
        care_unit=care_unit,
        made_at=at,
        outcome=note.outcome,
        unit_id=note.unit_id,
        urgency=note.urgency,
        rules=rules,
        rank=rank,
        deviation=note.deviation,
        interpreter_kind=note.interpreter_kind,
        interpreter_language=note.interpreter_language,
    )


def booked_text(at: datetime) -> str:
    """A booked time as its step keeps it: by a Swedish clock, `2026-11-21T20:15+01:00`."""
    return local(at).isoformat(timespec="minutes")


def checked_ranking(rules: int, rank: int) -> None:
    """Raise RankingInvalid unless both are numbers of a ranking; without rules there is none."""
    if not (0 <= rules <= MOST_RULES and 0 <= rank <= MOST_RULES) or (rank and not rules):
        raise RankingInvalid


def must_be_open(hours: Hours, at: datetime, unit_id: UUID) -> None:
    """Raise BookedWhenClosed; a unit whose hours nobody knows may be open."""
    if opening_at(hours, at).state is OpenState.CLOSED:
        raise BookedWhenClosed(id=unit_id)


def receiver_line(text: str, id: UUID) -> str:
    """Who takes it, as it is kept.  Raises ReferralNeedsReceiver, TextInvalid."""
    receiver = line(text, "receiver")
    if not receiver:
        raise ReferralNeedsReceiver(id=id)
    return receiver


def read_parts(parts: Collection[str], id: UUID) -> tuple[str, ...]:
    """The parts that were read, in the order of the text.  Raises ReferralPartsInvalid."""
    if not parts or len(set(parts)) < len(parts) or not set(parts) <= set(KEYS):
        raise ReferralPartsInvalid(id=id)
    return tuple(key for key in KEYS if key in parts)
