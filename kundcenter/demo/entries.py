"""Record entries of the demo region: saved, signed, now and then corrected or left unsigned."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from uuid import UUID

from kundcenter.demo.accesses import AccessLog
from kundcenter.demo.chance import ID_BITS, id_at, instant
from kundcenter.demo.floor import Agent
from kundcenter.demo.notes import NoteWriter
from kundcenter.demo.people import Resident
from kundcenter.domain.access_log import Activity, Level
from kundcenter.domain.identity import IdKind
from kundcenter.domain.journal import Entry, EntryVersion, Note

_SAVED_EARLY = 0.08  # saved once before the call was over
_CORRECTED = 0.004
_UNSIGNED, _UNSIGNED_LATELY, _LATELY = 0.0004, 0.03, 3 * 86_400.0  # the last in s


@dataclass(frozen=True, slots=True)
class Talk:
    """When one patient was talked about and written about, and in which call.

    POSIX seconds.  `contact` is when the call was answered, `answered` when the talk came to
    this patient.
    """

    call_id: UUID
    contact: float
    answered: float
    ended: float
    closed: float


@dataclass(frozen=True, slots=True)
class Written:
    """The note that stands, and all that is to be stored, parents first."""

    note: Note
    values: list[object]


@dataclass(frozen=True, slots=True)
class Saving:
    """One version of a note: when it was saved and signed, and why it corrects the one before."""

    note: Note
    saved: float
    signed: float | None = None
    correction: str = ""


class Entries:
    """`until` is the end of the demo's time in POSIX seconds; shortly before, some are unsigned."""

    def __init__(self, writer: NoteWriter, log: AccessLog, *, chance: Random, until: float) -> None:
        self._writer = writer
        self._log = log
        self._chance = chance
        self._until = until

    def about(
        self, resident: Resident, agent: Agent, talk: Talk, *, reason: str | None = None
    ) -> Written:
        """One entry about one patient, with its versions and its access records."""
        operator, person, at = agent.operator, resident.person, instant(talk.contact)
        savings = self._savings(
            self._writer.note(self._chance, resident, at=at, reason=reason), talk
        )
        first = savings[0].saved
        entry = Entry(
            id=self._id(first),
            person_id=person.id,
            written_under=person.person_id,
            call_id=talk.call_id,
            author_id=operator.id,
            author_name=operator.name,
            author_position=operator.position,
            care_unit=operator.care_unit,
            contact_at=at,
            created_at=instant(first),
        )
        values: list[object] = [entry, *self._opened(resident, agent, talk)]
        for number, saving in enumerate(savings, start=1):
            values.append(self._version(entry, saving, number))
            values += self._logged(entry, agent, Activity.WRITE, saving.saved)
            if saving.signed is not None:
                values += self._logged(entry, agent, Activity.SIGN, saving.signed)
        return Written(savings[-1].note, values)

    def _savings(self, note: Note, talk: Talk) -> list[Saving]:
        """Mostly one, in the wrap-up; some notes were begun during the talk, a few corrected."""
        chance, ended, wrap = self._chance, talk.ended, talk.closed - talk.ended
        savings: list[Saving] = []
        if chance.random() < _SAVED_EARLY:
            during = ended - 0.3 * (ended - talk.answered)
            savings.append(Saving(self._writer.unfinished(note), during))
        if chance.random() < self._unsigned(talk.closed):
            return [*savings, Saving(note, ended + 0.5 * wrap)]
        savings.append(Saving(note, ended + 0.5 * wrap, ended + 0.7 * wrap))
        if chance.random() < _CORRECTED:
            better, why = self._writer.corrected(chance, note)
            savings.append(Saving(better, ended + 0.85 * wrap, talk.closed, why))
        return savings

    def _opened(self, resident: Resident, agent: Agent, talk: Talk) -> list[object]:
        """The search and the opening, or the registration of somebody without an identity."""
        person, log = resident.person, self._log
        at = talk.answered + 0.1 * (talk.ended - talk.answered)
        if person.person_id.kind is IdKind.OKAND:
            return [
                *log.person(agent, Activity.WRITE, at, person_id=person.id, level=Level.OVERVIEW)
            ]
        return [
            *log.person(agent, Activity.SEARCH, at, person_id=person.id, level=Level.OVERVIEW),
            *log.person(agent, Activity.READ, at, person_id=person.id),
        ]

    def _logged(self, entry: Entry, agent: Agent, activity: Activity, at: float) -> list[object]:
        person_id, entry_id = entry.person_id, entry.id
        return [*self._log.entry(agent, activity, at, person_id=person_id, entry_id=entry_id)]

    def _version(self, entry: Entry, saving: Saving, number: int) -> EntryVersion:
        signed = saving.signed
        return EntryVersion(
            id=self._id(saving.saved),
            entry_id=entry.id,
            number=number,
            note=saving.note,
            written_at=instant(saving.saved),
            written_by=entry.author_id,
            correction=saving.correction,
            signed_at=None if signed is None else instant(signed),
            signed_by=None if signed is None else entry.author_id,
        )

    def _unsigned(self, closed: float) -> float:
        return _UNSIGNED_LATELY if self._until - closed < _LATELY else _UNSIGNED

    def _id(self, at: float) -> UUID:
        return id_at(instant(at), self._chance.getrandbits(ID_BITS))
