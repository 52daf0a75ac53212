"""What stands on printed pages, as values; how it is set on paper is the printer's business."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from kundcenter.domain.calendar import local
from kundcenter.domain.composition import RELATIONS, Section, plain_text
from kundcenter.domain.disclosures import Disclosure, DisclosureForm
from kundcenter.domain.dissents import Dissent
from kundcenter.domain.identity import IdKind, PersonId
from kundcenter.domain.journal import Entry, EntryVersion, WaiverReason
from kundcenter.domain.people import Person
from kundcenter.domain.waiting import Waiver

HIDDEN = "Skyddad uppgift"
FORMS = {
    DisclosureForm.PRINT: "utskrift",
    DisclosureForm.COPY: "kopia av texten",
    DisclosureForm.OTHER: "på annat sätt",
}
WAIVED = {
    WaiverReason.UNNECESSARY: "Signering behövs inte: obehövlig (patientdatalagen 3 kap. 10 §)",
    WaiverReason.HINDERED: "Signering möter synnerligt hinder (patientdatalagen 3 kap. 10 §)",
}


@dataclass(frozen=True, slots=True)
class VersionText:
    """A version and its composed text, in the words of the codes it was written under."""

    version: EntryVersion
    sections: tuple[Section, ...]


@dataclass(frozen=True, slots=True)
class PrintedEntry:
    """Everything on the page of one record entry.

    `texts` are of all versions, the first one first; the last one stands.  `names` are those of
    the operators, by their ids.  `care_unit` is the name of the unit where the entry was made,
    empty when only its HSA-id is known.  `recipient` is who gets the copy (patientdatalagen
    3 kap. 11 §).
    """

    person: Person
    entry: Entry
    texts: tuple[VersionText, ...]
    printed_at: datetime
    printed_by: str
    recipient: str = field(repr=False)
    dissents: tuple[Dissent, ...] = ()
    disclosures: tuple[Disclosure, ...] = ()
    waivers: tuple[Waiver, ...] = ()
    names: Mapping[UUID, str] = field(default_factory=dict)
    care_unit: str = ""
    demonstration: bool = False

    @property
    def issuer(self) -> str:
        """The unit where the entry was made, by name and HSA-id as far as they are known."""
        return ", ".join(filter(None, (self.care_unit, self.entry.care_unit)))

    @property
    def patient(self) -> tuple[str, str]:
        """Name and number; neither of a protected person leaves the screen."""
        if self.person.protected:
            return HIDDEN, HIDDEN
        return self.person.name, number(self.entry.written_under, local(self.printed_at).date())

    def waiver(self, version: EntryVersion) -> Waiver | None:
        """Why the version need not be signed, if that was said."""
        return next((each for each in self.waivers if each.number == version.number), None)

    def signature(self, version: EntryVersion) -> str:
        """How it stands with the signature of a version, as one sentence."""
        told = "Inte signerad."
        waiver = self.waiver(version)
        if version.signed_at:
            by = self.names.get(version.signed_by, "") if version.signed_by else ""
            told = f"Signerad {when(version.signed_at)} av {by}."
        elif waiver:
            told = f"{WAIVED[waiver.reason]}, {when(waiver.noted_at)}."
        if version.correction:
            why = version.correction.rstrip(" .")
            told = f"Rättad {when(version.written_at)}: {why}. {told}"
        if version.upon:
            told = f"Två ändringar av samma anteckning: utifrån version {version.upon}. {told}"
        return told

    def dissent(self, dissent: Dissent) -> str:
        """Whose opinion it is, and when it was noted."""
        relation = RELATIONS[dissent.relation]
        name = HIDDEN if self.person.protected else dissent.by_name
        return f"{name} ({relation[0].lower()}{relation[1:]}), {when(dissent.noted_at)}"

    def disclosure(self, made: Disclosure) -> str:
        """Who was given what, and when, as one sentence."""
        by = self.names.get(made.made_by, "")
        return (
            f"{when(made.made_at)}: version {made.number} till {made.recipient}, "
            f"{FORMS[made.form]}, av {by}."
        )


def number(identity: PersonId, today: date) -> str:
    return "Okänd identitet" if identity.kind is IdKind.OKAND else identity.shown(today)


def when(at: datetime) -> str:
    return f"{local(at):%Y-%m-%d %H:%M}"


def export_text(printed: PrintedEntry) -> str:
    """The version that stands as text for another record system, with what stands beside it."""
    entry, latest = printed.entry, printed.texts[-1]
    name, identity = printed.patient
    written_by = ", ".join(filter(None, (entry.author_name, entry.author_position)))
    parts = [
        f"Patient: {name}, {identity}",
        f"Kontakt: {when(entry.contact_at)}, telefon",
        f"Antecknad av: {written_by}, {when(entry.created_at)}",
        f"Enhet: {printed.issuer}",
        "",
        plain_text(latest.sections),
        "",
        printed.signature(latest.version),
        *(
            f"Avvikande mening, {printed.dissent(dissent)}: {dissent.text}"
            for dissent in printed.dissents
        ),
    ]
    return "\n".join(parts)
