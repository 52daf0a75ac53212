"""A record entry as it is read: every version of it, and what stands beside them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from uuid import UUID

from kundcenter.domain.composition import compose
from kundcenter.domain.disclosures import Disclosure
from kundcenter.domain.dissents import Dissent
from kundcenter.domain.identity import PersonId
from kundcenter.domain.journal import Entry, EntryVersion
from kundcenter.domain.papers import PrintedEntry, VersionText
from kundcenter.domain.people import Person
from kundcenter.domain.triage import CodeSet
from kundcenter.domain.units import Unit
from kundcenter.domain.waiting import Waiver


@dataclass(frozen=True, slots=True)
class OpenEntry:
    """An entry with all its versions, the first one first, and what stands beside them.

    `names` are those of the operators who wrote, signed and handed out, by their ids.  `mine`
    says that whoever looks is the author: nobody else changes or signs it.
    """

    entry: Entry
    versions: tuple[EntryVersion, ...]
    dissents: tuple[Dissent, ...] = ()
    disclosures: tuple[Disclosure, ...] = ()
    waivers: tuple[Waiver, ...] = ()
    names: Mapping[UUID, str] = field(default_factory=dict)
    mine: bool = False

    @property
    def latest(self) -> EntryVersion:
        return self.versions[-1]

    def texts(self, codes: Mapping[str, CodeSet], units: Iterable[Unit]) -> tuple[VersionText, ...]:
        """The text of each version, in the words of the codes that it was written under."""
        known = {unit.id: unit for unit in units}
        return tuple(
            VersionText(version, compose(version.note, codes[version.note.codes], unit))
            for version in self.versions
            for unit in (known.get(version.note.unit_id) if version.note.unit_id else None,)
        )

    def under(self, person: Person, former: Collection[PersonId]) -> OpenEntry:
        """The entry as copies tell whom it is about: under a number that is the patient's.

        A number that was taken back is somebody else's, and stands on no copy.
        """
        if self.entry.written_under in {person.person_id, *former}:
            return self
        return replace(self, entry=replace(self.entry, written_under=person.person_id))

    def page(
        self,
        person: Person,
        *,
        units: Iterable[Unit],
        codes: Mapping[str, CodeSet],
        at: datetime,
        by: str,
        recipient: str,
    ) -> PrintedEntry:
        """What the printed page of it holds; `by` is the name of who prints it.

        Who told about a protected person is not named on it (DOMAIN 1.4: no relatives).
        """
        known = tuple(units)
        told = replace(self, versions=tuple(map(_nameless, self.versions)))
        made_at = (unit.name for unit in known if unit.hsa_id == self.entry.care_unit)
        return PrintedEntry(
            person=person,
            entry=self.entry,
            texts=(told if person.protected else self).texts(codes, known),
            printed_at=at,
            printed_by=by,
            recipient=recipient,
            dissents=self.dissents,
            disclosures=self.disclosures,
            waivers=self.waivers,
            names=self.names,
            care_unit=next(made_at, ""),
        )


def _nameless(version: EntryVersion) -> EntryVersion:
    return replace(version, note=replace(version.note, informant_name=""))
