"""What is read to whoever takes a patient over: Situation, Bakgrund, Aktuellt, Rekommendation.

It is assembled from the note, in the words of its sections (composition), and adds only what the
referral and the person's card tell.  It is read from the screen and printed for the receiver, so
it is in Swedish like the record.  No telephone number and no address is ever in it; of who has
protected identity neither name, number nor relative (DOMAIN §1.4).
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime

from kundcenter.domain.calendar import local
from kundcenter.domain.composition import compose, findings
from kundcenter.domain.identity import PersonId, Sex
from kundcenter.domain.journal import Note
from kundcenter.domain.papers import HIDDEN, number, when
from kundcenter.domain.people import Person
from kundcenter.domain.triage import CodeSet
from kundcenter.domain.units import Unit

KEYS = ("S", "B", "A", "R")
HEADINGS = ("Situation", "Bakgrund", "Aktuellt tillstånd", "Rekommendation")
NOTHING = "Inget antecknat."
_SEXES = {Sex.WOMAN: "Kvinna", Sex.MAN: "Man"}


@dataclass(frozen=True, slots=True)
class SbarPart:
    """One of the four parts, which are always all there.  `key` is S, B, A or R."""

    key: str
    heading: str
    text: str = field(repr=False)


def sbar(
    note: Note,
    codes: CodeSet,
    person: Person,
    unit: Unit | None = None,
    *,
    at: datetime,
    booked_at: datetime | None = None,
    identity: PersonId | None = None,
) -> tuple[SbarPart, ...]:
    """The four parts of a note, as they are read at the instant `at`.

    `codes` is the set that the note is bound to, `unit` the one it guides to.  `identity` is the
    number that the entry was written under, when it is still the person's own.
    """
    if person.protected:
        note = replace(note, informant_name="")
    told = {section.key: section for section in compose(note, codes, unit)}

    def of(*keys: str) -> list[str]:
        return [f"{told[key].heading}: {told[key].text}" for key in keys if key in told]

    texts = (
        [
            _who(person, identity or person.person_id, at),
            *of("contact_reason", "urgency", "informant"),
        ],
        _headed(("Anamnes", note.history), ("Bakgrund", note.background)),
        _headed(("Fynd", findings(note, codes)), ("Bedömning", note.assessment)),
        [
            *of("referral"),
            *_headed(("Bokad tid", when(booked_at) if booked_at else "")),
            *(of("interpreter") or _headed(("Tolk behövs", person.language))),
            *of("advice", "call_back", "patient_view"),
        ],
    )
    return tuple(
        SbarPart(key, heading, "\n".join(text) or NOTHING)
        for key, heading, text in zip(KEYS, HEADINGS, texts, strict=True)
    )


def _who(person: Person, identity: PersonId, at: datetime) -> str:
    """Sex and age, which no protection hides, and who it is, which it does."""
    today = local(at).date()
    sex = person.sex or person.person_id.sex  # what a number tells is only a default
    kind = ", ".join(filter(None, (_SEXES[sex] if sex else "", _age(person, at))))
    who = HIDDEN if person.protected else f"{person.name}, {number(identity, today)}"
    return "\n".join(filter(None, (kind, f"Patient: {who}")))


def _age(person: Person, at: datetime) -> str:
    """In years; of who has not turned two, in months, which is what is asked for."""
    today, born = local(at).date(), person.birth_date()
    age = person.age(today)
    if age is None or born is None or age < 0:
        return ""
    if age >= 2:
        return f"{age} år"
    months = 12 * (today.year - born.year) + today.month - born.month - (today.day < born.day)
    return f"{months} mån"


def _headed(*pairs: tuple[str, str]) -> list[str]:
    return [f"{heading}: {text}" for heading, text in pairs if text.strip()]
