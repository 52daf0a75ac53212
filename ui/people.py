"""How persons and their numbers are said on the screen."""

from __future__ import annotations

from datetime import UTC, date, datetime

from PySide6.QtCore import QCoreApplication

from kundcenter.domain.calendar import local
from kundcenter.domain.identity import IdKind, PersonId, Reading
from kundcenter.domain.people import Person
from kundcenter.domain.special_notes import SpecialNote
from ui.labels import label


def today() -> date:
    """The date in Sweden."""
    return local(datetime.now(UTC)).date()


def hidden() -> str:
    return QCoreApplication.translate("people", "Skyddad uppgift")


def name_of(person: Person) -> str:
    """The name as lists and buttons may show it."""
    return hidden() if person.protected else person.name


def listed_number(person: Person) -> str:
    """The number as lists may show it."""
    return hidden() if person.protected else number_of(person.person_id)


def born_of(person: Person) -> str:
    """The day of birth as lists may show it; empty when it is not known."""
    born = person.birth_date()
    return "" if born is None or person.protected else born.isoformat()


def number_of(identity: PersonId) -> str:
    """The number as it is read; one that was made up here says nothing to anybody."""
    if identity.kind is IdKind.OKAND:
        return QCoreApplication.translate("people", "Utan identitetsnummer")
    return identity.shown(today())


def age_of(person: Person) -> str:
    """ "38 år", or nothing when no date of birth is known."""
    years = person.age(today())
    if years is None:
        return ""
    if years < 2 and (born := person.birth_date()):
        months = (today().year - born.year) * 12 + today().month - born.month
        months -= today().day < born.day
        return QCoreApplication.translate("people", "{count} mån").format(count=months)
    return QCoreApplication.translate("people", "{count} år").format(count=years)


def told(reading: Reading) -> str:
    """What a typed number was understood as: kind, birth date, and what to look at once more."""
    identity = reading.person_id
    parts = [label(identity.kind)]
    born = identity.birth_date
    if born is not None:
        years = today().year - born.year - ((today().month, today().day) < (born.month, born.day))
        words = QCoreApplication.translate("people", "född {born}, {count} år")
        parts.append(words.format(born=born.isoformat(), count=years))
    if identity.sex is not None:
        parts.append(label(identity.sex))
    parts_told = ", ".join(parts) + "."
    return " ".join([parts_told, *(label(warning) for warning in reading.warnings)])


def heeding(note: SpecialNote) -> str:
    """A special note in one line: its kind and its words."""
    return f"{label(note.kind)}: {note.text}"
