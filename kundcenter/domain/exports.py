"""Signed notes that leave as a file for another record system (DOMAIN §9.3, §9.7).

What may leave, and in which words: the same text as on paper.  How the file is written is the
writer's business.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from kundcenter.domain.calendar import local
from kundcenter.domain.composition import Section
from kundcenter.domain.dissents import Dissent
from kundcenter.domain.identity import PersonId
from kundcenter.domain.journal import EntryVersion, Relation
from kundcenter.domain.opened import OpenEntry
from kundcenter.domain.papers import PrintedEntry
from kundcenter.domain.people import Person
from kundcenter.domain.waiting import Waiver
from kundcenter.errors import Refused

MOST_EXPORTED = 1_000  # entries in one file
ID_LENGTH = 12  # characters of a patient's identity in RIV-TA


class ExportEmpty(Refused):
    """Nothing was chosen to export."""

    code = "export.empty"


class ExportTooLarge(Refused):
    """More entries than one file holds.  Facts: limit."""

    code = "export.too_large"


class ExportOfSeveral(Refused):
    """A file is about one patient.  Facts: id (of an entry about another)."""

    code = "export.of_several"


class ExportUnsigned(Refused):
    """The latest version is not signed, and nobody has said that it may stay so.  Facts: id."""

    code = "export.unsigned"


class ExportProtected(Refused):
    """The contract needs the patient's number, and a protected person's goes into no file.

    Facts: id (the person's).
    """

    code = "export.protected"


class ExportNeedsNumber(Refused):
    """The patient has no identity that other record systems know.  Facts: id (the entry's)."""

    code = "export.needs_number"


@dataclass(frozen=True, slots=True)
class Exportable:
    """The entries of a patient that may leave, the oldest first.

    `unsigned` is how many wait for a signature, `hidden` says that blocked ones are left out.
    """

    entry_ids: tuple[UUID, ...]
    unsigned: int = 0
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class ExportedNotes:
    """What goes into the file: the pages of the entries, as they would be printed.

    `system` is the HSA-id of the system that the file comes from, as far as it is known.
    """

    notes: tuple[PrintedEntry, ...]
    exported_at: datetime
    recipient: str = field(repr=False)
    system: str = ""

    @property
    def file_name(self) -> str:
        """A name that tells nothing of the patient (DOMAIN §16, 15)."""
        return f"journalkopia-{local(self.exported_at):%Y%m%d-%H%M%S}.xml"


def patient_id(printed: PrintedEntry) -> PersonId:
    """Under which number the entry leaves: the one it was written under, else the present one.

    Raises ExportNeedsNumber.
    """
    for identity in (printed.entry.written_under, printed.person.person_id):
        if identity.kind.oid is not None and len(identity.value) == ID_LENGTH:
            return identity
    raise ExportNeedsNumber(id=printed.entry.id)


def may_leave(opened: OpenEntry, registrations: Iterable[Person]) -> None:
    """Raise ExportProtected or ExportUnsigned; all the patient's registrations count."""
    for person in registrations:
        if person.protected:
            raise ExportProtected(id=person.id)
    if not settled(opened.latest, opened.waivers):
        raise ExportUnsigned(id=opened.entry.id)


def settled(latest: EntryVersion, waivers: Iterable[Waiver]) -> bool:
    """Whether the latest version of an entry is signed, or need not be."""
    return latest.signed or any(waiver.number == latest.number for waiver in waivers)


def in_period(
    version: EntryVersion,
    created_at: datetime,
    dissents: Iterable[Dissent],
    first: date | None,
    last: date | None,
) -> bool:
    """Whether a day of the entry lies in the period, both ends included.

    Any of: when it was begun, written, signed, or disagreed with (rule of the contract).
    """
    instants = [created_at, version.written_at, *(d.noted_at for d in dissents)]
    if version.signed_at is not None:
        instants.append(version.signed_at)
    days = [local(at).date() for at in instants]
    return any((first is None or first <= d) and (last is None or d <= last) for d in days)


def note_sections(printed: PrintedEntry) -> tuple[Section, ...]:
    """The text that stands, how it stands with its signature, and what others hold of it.

    An opinion that the patient has told themselves is left out: the contract has a place for it,
    which wants the number of whoever holds it.
    """
    latest = printed.texts[-1]
    told = [Section("signature", "Signatur", printed.signature(latest.version))]
    told += [
        Section("dissent", f"Avvikande mening: {printed.dissent(each)}", each.text)
        for each in printed.dissents
        if each.relation is not Relation.SELF
    ]
    return (*latest.sections, *told)


def own_dissents(printed: PrintedEntry) -> tuple[Dissent, ...]:
    """The opinions that the patient has told themselves."""
    return tuple(each for each in printed.dissents if each.relation is Relation.SELF)


def approved_for_patient(version: EntryVersion) -> bool:
    """Whether the entry may be shown to the patient at once.

    Not what a third person has told: that is for the care unit to weigh (DOMAIN §3.3, "Tredje
    person").  The patient, and who has the right to speak for them, have heard it.
    """
    return version.note.informant in _OWN_VOICES


_OWN_VOICES = frozenset(
    {
        Relation.SELF,
        Relation.GUARDIAN,
        Relation.TRUSTEE,
        Relation.LEGAL_GUARDIAN,
        Relation.ADMINISTRATOR,
    }
)


def chosen(entry_ids: Collection[UUID]) -> tuple[UUID, ...]:
    """The entries, each once.  Raises ExportEmpty, ExportTooLarge."""
    ids = tuple(dict.fromkeys(entry_ids))
    if not ids:
        raise ExportEmpty
    if len(ids) > MOST_EXPORTED:
        raise ExportTooLarge(limit=MOST_EXPORTED)
    return ids
