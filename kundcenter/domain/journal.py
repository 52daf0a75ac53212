"""Record entries.  A signed version never changes; a correction is a new version.

Patientdatalagen (2008:355): the fields 3 kap. 6 §, signing 3 kap. 10 §, corrections with when
and who 3 kap. 14 §.  A saved entry belongs to the record at once, signed or not
(HFD 2013 ref. 33), so every version that was saved is kept.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields, replace
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from kundcenter.domain.holes import marked
from kundcenter.domain.identity import PersonId
from kundcenter.domain.text import LINE_LIMIT, NOTE_LIMIT, checked
from kundcenter.domain.triage import CodeSet
from kundcenter.errors import Conflict, NotFound, Refused


class EntryNotFound(NotFound):
    """No entry has the id.  Facts: id."""

    code = "entry.not_found"


class EntryIncomplete(Refused):
    """Fields that must be filled in before signing are empty.  Facts: missing (field names)."""

    code = "entry.incomplete"


class EntryHasHoles(EntryIncomplete):
    """Texts have holes that are not filled in.  Facts: id, missing (field names)."""

    code = "entry.has_holes"


class EntryAlreadySigned(Refused):
    """The version is signed; what is wrong in it is corrected by a new version.  Facts: id."""

    code = "entry.already_signed"


class EntryNotSigned(Refused):
    """Only a signed entry is corrected; an unsigned one is saved again.  Facts: id."""

    code = "entry.not_signed"


class EntryOfAnother(Refused):
    """Only the author may change or sign an entry (PDL 3 kap. 4 §).  Facts: id."""

    code = "entry.of_another"


class FollowsAnother(Refused):
    """The entry that the note follows is about another person.  Facts: id (that entry's)."""

    code = "entry.follows_another"


class EntryStale(Conflict):
    """Somebody has written a later version.  Facts: id, number (the latest version's)."""

    code = "entry.stale"


class CorrectionNeedsReason(Refused):
    """A correction says why."""

    code = "entry.correction_needs_reason"


class TickedTwice(Refused):
    """The same box is ticked twice, perhaps with two answers.  Facts: field."""

    code = "entry.ticked_twice"


class WaiverReason(StrEnum):
    """Why an entry need not be signed (PDL 3 kap. 10 §)."""

    UNNECESSARY = "OBEHOVLIGT"
    HINDERED = "SYNNERLIGT_HINDER"


class Relation(StrEnum):
    """Who tells, DOMAIN §3.3."""

    SELF = "SJALV"
    GUARDIAN = "VARDNADSHAVARE"
    TRUSTEE = "GOD_MAN"
    LEGAL_GUARDIAN = "FORMYNDARE"
    ADMINISTRATOR = "FORVALTARE"
    RELATIVE = "ANHORIG"
    CLOSE_PERSON = "NARSTAENDE"
    MUNICIPAL_STAFF = "KOMMUN_PERSONAL"
    CARE_STAFF = "VARDPERSONAL"
    EMERGENCY_CENTRE = "SOS"
    UNKNOWN = "OKAND"


class Answer(StrEnum):
    """What the caller answered about a finding."""

    PRESENT = "PRESENT"
    ABSENT = "ABSENT"


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding that was asked about; what was not asked about is not in the note."""

    code: str
    answer: Answer


@dataclass(frozen=True, slots=True)
class Note:
    """What the nurse writes, in the order of DOMAIN §3.3.

    Codes are those of the code set named by `codes`; which findings and advice belong to which
    reason is the screen's business, so that changing the reason loses no tick.  The text stays
    out of repr(), so that it reaches no log and no traceback.
    """

    codes: str = ""
    informant: Relation = Relation.SELF
    informant_name: str = field(default="", repr=False)
    reason: str = ""
    course: str = ""  # worse, the same, better or new since the entry that is followed
    follows: UUID | None = None  # the earlier entry about the same
    findings: tuple[Finding, ...] = ()
    history: str = field(default="", repr=False)
    background: str = field(default="", repr=False)
    assessment: str = field(default="", repr=False)
    urgency: str = ""
    outcome: str = ""
    unit_id: UUID | None = None
    advice_ticks: tuple[str, ...] = ()
    advice: str = field(default="", repr=False)
    call_back_ticks: tuple[str, ...] = ()
    call_back_if: str = field(default="", repr=False)
    understood: bool = False
    support_topic: str = field(default="", repr=False)
    support_version: str = ""
    deviation: str = ""
    deviation_reason: str = field(default="", repr=False)
    patient_view: str = ""
    patient_view_text: str = field(default="", repr=False)
    interpreter_kind: str = ""
    interpreter_language: str = ""

    def checked(self, codes: CodeSet) -> Note:
        """The note bound to its code set.  Raises TextInvalid, CodeUnknown or TickedTwice."""
        for name in LONG_FIELDS:
            checked(getattr(self, name), name, limit=NOTE_LIMIT)
        for name in ("codes", *LINE_FIELDS):
            checked(getattr(self, name), name, limit=LINE_LIMIT)
        for name, known in (
            ("reason", codes.reason),
            ("course", codes.course),
            ("urgency", codes.urgency),
            ("outcome", codes.outcome),
            ("deviation", codes.deviation),
            ("patient_view", codes.patient_view),
            ("interpreter_kind", codes.interpreter),
            ("interpreter_language", codes.language),
        ):
            if chosen := getattr(self, name):
                known(chosen)
        ticked = tuple(found.code for found in self.findings)
        for name, all_ticked, tick in (
            ("findings", ticked, codes.finding),
            ("advice_ticks", self.advice_ticks, codes.advice_tick),
            ("call_back_ticks", self.call_back_ticks, codes.call_back_tick),
        ):
            for code in all_ticked:
                tick(code)
            if len(set(all_ticked)) < len(all_ticked):
                raise TickedTwice(field=name)
        return replace(self, codes=codes.version)

    def missing(self, codes: CodeSet) -> tuple[str, ...]:
        """The fields that must be filled in before signing and are not, in order.

        A ticked sentence counts as text: it stands in the record as if it had been typed.
        """
        wanted = {"reason", "assessment", "urgency", "outcome", "advice"}
        if not (self.reason and codes.reason(self.reason).administrative):
            wanted.add("history")
        if self.informant not in {Relation.SELF, Relation.UNKNOWN}:
            wanted.add("informant_name")
        if self._guides_home(codes):
            wanted.add("call_back_if")
        if self.deviation:
            wanted.add("deviation_reason")
        if self.patient_view and codes.patient_view(self.patient_view).text_required:
            wanted.add("patient_view_text")
        if self.interpreter_kind:
            wanted.add("interpreter_language")
        ticked = {
            "history": self.findings,
            "advice": self.advice_ticks,
            "call_back_if": self.call_back_ticks,
        }
        empty = {
            name for name in wanted if not getattr(self, name).strip() and not ticked.get(name)
        }
        if self.outcome and codes.outcome(self.outcome).unit_required and not self.unit_id:
            empty.add("unit_id")
        return tuple(each.name for each in fields(self) if each.name in empty)

    @property
    def unfinished(self) -> tuple[str, ...]:
        """The fields in whose text a hole of a snippet is open, in order."""
        texts = {*LONG_FIELDS, *LINE_FIELDS}
        return tuple(
            each.name
            for each in fields(self)
            if each.name in texts and marked(getattr(self, each.name))
        )

    def _guides_home(self, codes: CodeSet) -> bool:
        """Whether the caller is to be told when to ring again (FEATURES row 40)."""
        if self.outcome and codes.outcome(self.outcome).call_back:
            return True
        return bool(self.urgency) and codes.urgency(self.urgency).call_back

    @property
    def blank(self) -> bool:
        """Whether nothing at all has been written or chosen."""
        return replace(self, codes="") == Note()


LONG_FIELDS = (
    "history",
    "background",
    "assessment",
    "advice",
    "call_back_if",
    "deviation_reason",
    "patient_view_text",
)
LINE_FIELDS = ("informant_name", "support_topic", "support_version")


@dataclass(frozen=True, slots=True)
class Entry:
    """What stays the same through all versions of one entry.

    `written_under` is the identity that the patient had when the entry was made; later
    identities of the same person do not change it (DOMAIN §1.3).
    """

    id: UUID
    person_id: UUID
    written_under: PersonId
    call_id: UUID | None
    author_id: UUID
    author_name: str
    author_position: str
    care_unit: str
    contact_at: datetime
    created_at: datetime


@dataclass(frozen=True, slots=True)
class EntryVersion:
    """One saved version.  `number` counts from 1; `correction` is why a signed one was changed.

    `upon` is the version that its author had before them, when another one had come in between
    from another desk; else 0.
    """

    id: UUID
    entry_id: UUID
    number: int
    note: Note
    written_at: datetime
    written_by: UUID
    correction: str = field(default="", repr=False)
    signed_at: datetime | None = None
    signed_by: UUID | None = None
    upon: int = 0

    @property
    def signed(self) -> bool:
        return self.signed_at is not None

    def signed_by_author(self, at: datetime, by: UUID, codes: CodeSet) -> EntryVersion:
        """The version, locked.

        Raises EntryAlreadySigned, EntryOfAnother, EntryIncomplete, EntryHasHoles.
        """
        if self.signed:
            raise EntryAlreadySigned(id=self.entry_id)
        if by != self.written_by:
            raise EntryOfAnother(id=self.entry_id)
        missing = self.note.missing(codes)
        if missing:
            raise EntryIncomplete(id=self.entry_id, missing=missing)
        if unfinished := self.note.unfinished:
            raise EntryHasHoles(id=self.entry_id, missing=unfinished)
        return replace(self, signed_at=at, signed_by=by)

    def succeeded(
        self,
        id: UUID,
        *,
        note: Note,
        at: datetime,
        by: UUID,
        correction: str = "",
        upon: int = 0,
    ) -> EntryVersion:
        """The version that follows this one; `upon` is the one that its author had seen.

        An unsigned version is followed by another text of its author; a signed one only by a
        correction with a reason, which stays with it until it is signed.  Raises
        EntryOfAnother, CorrectionNeedsReason, TextInvalid.
        """
        if not self.signed and by != self.written_by:
            raise EntryOfAnother(id=self.entry_id)
        if self.signed and not correction.strip():
            raise CorrectionNeedsReason(id=self.entry_id)
        late = upon not in {0, self.number}  # another one has come in between
        return EntryVersion(
            id=id,
            entry_id=self.entry_id,
            number=self.number + 1,
            note=note,
            written_at=at,
            written_by=by,
            correction=checked(
                correction if self.signed or late else self.correction,
                "correction",
                limit=LINE_LIMIT,
            ),
            upon=upon if late else 0,
        )
