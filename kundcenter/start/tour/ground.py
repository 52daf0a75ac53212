"""The profiles that the tour is played on: an empty one, and one of the demo region."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

from kundcenter.adapters.key_sources import KeySource
from kundcenter.adapters.passphrase import PassphraseSource
from kundcenter.adapters.profile import Profile
from kundcenter.demo.month import made
from kundcenter.demo.region import published
from kundcenter.domain.bookings import Booking
from kundcenter.domain.calendar import day_bounds, local
from kundcenter.domain.identity import IdKind
from kundcenter.domain.journal import Entry
from kundcenter.domain.operators import Operator
from kundcenter.domain.people import Person
from kundcenter.domain.switchboard.absences import Absence
from kundcenter.domain.switchboard.contacts import Contact, ContactDraft, ContactKind
from kundcenter.domain.units import Unit
from kundcenter.start.demo_region import COST, PASSPHRASE, Wish, make

CALLS = 300


@dataclass(frozen=True, slots=True)
class EmptyGround:
    """A profile in which nobody has worked yet, locked with a passphrase."""

    folder: Path
    passphrase: str


@dataclass(frozen=True, slots=True)
class DemoGround:
    """A small demo region; `regular` has called before, `protected` has a protected identity.

    `cases` are the particular persons of resources/demo/cases.toml, by their keys; `names` those
    of the operators by their user names; `bookings` the particular persons' times by their ids;
    `units` what the units are called; `contacts` the switchboard's people who are not away, by
    their extensions.
    """

    folder: Path
    source: KeySource
    regular: Person
    protected: Person
    cases: Mapping[str, Person]
    names: Mapping[str, str]
    bookings: Mapping[UUID, Booking]
    units: Mapping[UUID, str]
    contacts: Mapping[str, str]


def empty(folder: Path) -> EmptyGround:
    """As on a machine without a keyring."""
    Profile.create(folder, PassphraseSource(PASSPHRASE, cost=COST)).close()
    return EmptyGround(folder, PASSPHRASE)


def demo(folder: Path) -> DemoGround:
    """Made as `kundcenter demo` makes it, of so few calls that nobody waits."""
    midnight, _ = day_bounds(local(datetime.now(UTC)).date())
    wish = Wish(midnight, calls=CALLS)
    source = PassphraseSource(PASSPHRASE, cost=COST)
    make(folder, source, wish)
    everybody: list[Person] = []
    names: dict[str, str] = {}
    people: dict[UUID, Person] = {}
    entries: Counter[UUID] = Counter()
    bookings: dict[UUID, Booking] = {}
    units: dict[UUID, str] = {}
    contacts: dict[UUID, ContactDraft] = {}
    for value in made(wish.terms()).values():
        if isinstance(value, Person):
            everybody.append(value)
            if value.person_id.kind is IdKind.PNR:
                people[value.id] = value
        elif isinstance(value, Operator):
            names[value.user_name] = value.name
        elif isinstance(value, Entry):
            entries[value.person_id] += 1
        elif isinstance(value, Booking) and value.starts_at is not None:
            bookings[value.person_id] = value
        elif isinstance(value, Unit):
            units[value.id] = value.name
        elif isinstance(value, Contact) and value.told.kind is ContactKind.PERSON:
            contacts[value.id] = value.told
        elif isinstance(value, Absence):
            contacts.pop(value.contact_id, None)
    region = published()
    keys = {each.number: each.key for each in region.cases.persons}
    cases = {keys[p.person_id.value]: p for p in everybody if p.person_id.value in keys}
    particular = {person.id for person in cases.values()}
    noted = [people[id] for id, _ in entries.most_common() if id in people and id not in particular]
    return DemoGround(
        folder,
        source,
        regular=next(person for person in noted if not person.protected),
        protected=cases["skyddad"],
        cases=cases,
        names=names,
        bookings={id: each for id, each in bookings.items() if id in particular},
        units=units,
        contacts={told.extension: told.name for told in contacts.values() if told.extension},
    )
