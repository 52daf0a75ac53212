"""The text fields of bookings and of the rules of them, for the tests of naughty text."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import timedelta
from functools import cached_property
from itertools import count, islice
from typing import Any
from uuid import UUID

from kundcenter.domain.access_log import Level
from kundcenter.domain.booking_checks import CODE_LIMIT, SOURCE_LIMIT
from kundcenter.domain.bookings import BookingKind, CareType, Control
from kundcenter.domain.cancellations import (
    CancelFacts,
    CancelledBy,
    CancelReason,
    CancelRule,
)
from kundcenter.domain.grounds import Ground, GroundCategory
from kundcenter.domain.identity import IdKind, PersonId, PersonIdInvalid
from kundcenter.domain.imported_bookings import ImportedBooking, source_key
from kundcenter.domain.text import LINE_LIMIT, NOTE_LIMIT
from kundcenter.domain.unit_cards import Details
from kundcenter.domain.unit_wordings import UnitWording
from kundcenter.domain.units import UnitKind
from kundcenter.domain.visit_times import NewTime
from tests.ground import Ground as Desk
from tests.ground import rows
from tests.naughty import MEGABYTE, NO_TEXT, Sort, free, names, one_line, squeezed

Rows = Callable[[], list[dict[str, Any]]]
Opened = tuple[
    Callable[[dict[str, str]], object],
    dict[str, Sort],
    Callable[[], Iterable[Mapping[str, Any]]] | None,
]
HSA = "SE0000000001-DEMODORR"
NAME = "Mottagningen Dörren"
WHY = GroundCategory.QUALITY
RULE = CancelRule("06", CareType.OTHER, 24, 250)


@dataclass
class Visits:
    """One who has a booking at the unit whenever one is asked for."""

    ground: Desk
    person: UUID
    unit: UUID
    held: list[UUID] = field(default_factory=list)

    @cached_property
    def slots(self) -> list[UUID]:
        """Two times with room for all that follow."""
        starts = self.ground.clock.at + timedelta(days=9)
        add = self.ground.desk.timeslots.add
        return [
            add((NewTime(self.unit, "X", at, at + timedelta(hours=1), capacity=500),)).the(
                "timeslot"
            )
            for at in (starts, starts + timedelta(days=1))
        ]

    def one(self) -> UUID:
        """A booking that stands; the same until it has been let go."""
        if not self.held:
            self.held += self.ground.desk.bookings.book(self.slots[0], self.person).of("booking")
        return self.held[-1]

    def cancel(self, facts: CancelFacts) -> None:
        self.ground.desk.bookings.cancel(self.one(), facts)
        self.held.clear()

    def rebook(self, facts: CancelFacts) -> None:
        old = self.one()
        made = self.ground.desk.bookings.rebook(old, self.slots[1], facts)
        self.held[:] = [id for id in made.of("booking") if id != old][:1]
        self.slots.reverse()


def booking_doors(
    ground: Desk, person: UUID, texts: list[str], newly: Callable[[str], Rows]
) -> dict[str, Opened]:
    """By noun and verb, for an operator who leads and takes part in the care.

    `newly` gives what will have come into a table since it was asked.
    """
    bookings, wording = ground.desk.bookings, UnitWording(HSA, NAME, UnitKind.PRIMARY_CARE)
    unit = ground.desk.units.save(None, wording, Details()).the("unit")
    visits = Visits(ground, person, unit)
    line, note = free(texts, LINE_LIMIT), free(texts, NOTE_LIMIT)
    said = {
        "facts.caller_name": one_line(line),
        "facts.message": Sort(note.kept, note.refused, str.strip),
    }
    looked_at = {**said, "facts.caller_name": Sort(line.kept, line.refused)}
    cancelled, missed = newly("cancellations"), newly("cancellations")
    known: list[int] = []

    def facts(texts: dict[str, str]) -> CancelFacts:
        words: dict[str, Any] = {p.removeprefix("facts."): text for p, text in texts.items()}
        return CancelFacts(CancelledBy.RELATIVE, CancelReason.TRAVEL, **words)

    def kept(*, rebooked: bool) -> Rows:
        return lambda: [
            {f"facts.{name}": row[name] for name in ("caller_name", "message")}
            for row in cancelled()
            if row["rebooked"] is rebooked and not row["missed"]
        ]

    def nobody_came(texts: dict[str, str]) -> None:
        visit = _brought_in(ground, next(_NUMBERS))
        bookings.missed(visit, texts["text"])

    def answered(texts: dict[str, str]) -> None:
        visits.one()
        call = ground.desk.calls.register().the("call")
        try:
            bookings.verify(person, Control.UNIT, texts["answer"], call_id=call)
        finally:
            ground.desk.calls.close(call, "INFO")

    def looked(texts: dict[str, str]) -> None:
        known.append(len(ground.accesses()))
        bookings.of_person(person, Ground(category=WHY, text=texts["ground.text"]))

    def reasons() -> list[dict[str, str]]:
        return [
            {"ground.text": r.reason}
            for r in ground.accesses(known[0])
            if r.level == Level.STATED and r.reason.startswith(WHY)
        ]

    long_enough = tuple(text for text in line.kept if len(squeezed(text)) >= 10)
    why = Sort(long_enough, (*line.refused, "kort", " " * 30), lambda t: f"{WHY}: {squeezed(t)}")
    wrong = (*NO_TEXT, MEGABYTE, "", *(text for text in texts[::20] if squeezed(text)))
    return {
        "bookings.verify": (answered, {"answer": Sort((NAME, HSA, "DÖRREN"), wrong)}, None),
        "bookings.of_person": (looked, {"ground.text": why}, reasons),
        "bookings.preview": (
            lambda t: bookings.preview(visits.one(), facts(t)),
            looked_at,
            None,
        ),
        "bookings.cancel": (lambda t: visits.cancel(facts(t)), said, kept(rebooked=False)),
        "bookings.rebook": (lambda t: visits.rebook(facts(t)), said, kept(rebooked=True)),
        "bookings.missed": (
            nobody_came,
            {"text": Sort(line.kept, line.refused, squeezed)},
            lambda: [{"text": row["message"]} for row in missed() if row["missed"]],
        ),
        **_import_doors(ground, texts),
        "cancel_rules.publish": _publishing(ground, texts, newly("cancel_rules")),
    }


_NUMBERS = count(1)


def _row(ground: Desk, **told: Any) -> ImportedBooking:
    """A visit that has been."""
    at = ground.clock.at - timedelta(days=1)
    plain = {"row": 1, "hsa_id": HSA, "kind": BookingKind.BOOKED, "starts_at": at}
    return ImportedBooking(**{**plain, "ends_at": at + timedelta(minutes=1), **told})


def _brought_in(ground: Desk, number: int) -> UUID:
    who = PersonId(IdKind.LMA, "Dorr 1")
    row = _row(ground, source=f"G{number}", identity=who, given_name="Test", family_name="Dörr")
    return ground.desk.bookings.import_((row,)).the("booking")


def _import_doors(ground: Desk, texts: list[str]) -> dict[str, Opened]:
    """What comes from a file: each row is of a booking and of a person of its own."""
    bookings = ground.desk.bookings
    line, name = free(texts, LINE_LIMIT), names(texts)
    code = free(texts, CODE_LIMIT)
    who, sources = _identities(texts), _sources(texts)
    one = Sort(line.kept, line.refused, squeezed)
    words = {
        "hsa_id": Sort((HSA, HSA.lower(), f" {HSA} "), (*NO_TEXT, MEGABYTE, " "), lambda _: HSA),
        "source": sources,
        "identity.value": Sort(tuple(who)),
        "time_type": Sort(code.kept, code.refused, squeezed),
        **dict.fromkeys(("purpose", "performer", "resource"), one),
        "given_name": name,
        "family_name": replace(name, kept=name.kept[1:] + name.kept[:1]),
    }
    planned = {
        **words,
        **{
            key: replace(name, refused=tuple(t for t in name.refused if t.strip()))
            for key in ("given_name", "family_name")
        },
    }
    found: list[dict[str, str]] = []

    def row(texts: dict[str, str], days: int) -> ImportedBooking:
        told: dict[str, Any] = {path.removeprefix("rows."): text for path, text in texts.items()}
        told["identity"] = who[told.pop("identity.value")]
        at = ground.clock.at + timedelta(days=days)
        return _row(ground, **told, starts_at=at, ends_at=at + timedelta(minutes=1))

    def bring(texts: dict[str, str]) -> None:
        made = row(texts, 30)
        bookings.import_((made,))
        stored = rows(ground.engine, "bookings", "people", "timeslots")
        key = source_key(HSA, squeezed(made.source))
        (booking,) = [each for each in stored["bookings"] if each["source"] == key]
        (person,) = [each for each in stored["people"] if each["id"] == booking["person_id"]]
        (slot,) = [each for each in stored["timeslots"] if each["id"] == booking["timeslot_id"]]
        told = {
            **booking,
            **person,
            "resource": slot["resource"],
            "identity.value": person["id_value"],
        }
        told |= {"hsa_id": HSA, "source": squeezed(made.source)}
        found.append({f"rows.{name}": told[name] for name in words})

    def under_rows(sorts: dict[str, Sort]) -> dict[str, Sort]:
        return {f"rows.{name}": sort for name, sort in sorts.items()}

    return {
        "bookings.plan": (lambda t: bookings.plan((row(t, 30),)), under_rows(planned), None),
        "bookings.import_": (bring, under_rows(words), lambda: found),
    }


def _identities(texts: list[str]) -> dict[str, PersonId]:
    """As many identities as there are sources, among them every naughty one that may be one."""
    found: dict[str, PersonId] = {}
    for number, text in enumerate((*texts, *("-" for _ in range(_many(texts))))):
        value = f"{number} {text}"
        with suppress(PersonIdInvalid):
            found[value] = PersonId(IdKind.LMA, value)
    return dict(islice(found.items(), _many(texts)))


def _sources(texts: list[str]) -> Sort:
    """Each is there once: what is one when it is squeezed is one."""
    line = free(texts, SOURCE_LIMIT)
    numbered = (f"{number} {text}" for number, text in enumerate(texts))
    short = [text for text in numbered if len(squeezed(text)) <= SOURCE_LIMIT]
    fillers = (f"B-{number}" for number in range(_many(texts) - len(short)))
    return Sort((*short, *fillers), (*line.refused, "", " \n"), squeezed)


def _many(texts: list[str]) -> int:
    """Rows: as many as any other field of them has texts to keep."""
    return len(texts) + 50


def _publishing(ground: Desk, texts: list[str], editions: Rows) -> Opened:
    line, published = free(texts, LINE_LIMIT), [0]
    one = Sort(line.kept, line.refused, squeezed)
    region = Sort(("06",), (*NO_TEXT, MEGABYTE, "", "6", "006", "٠٦", *texts[::20]))

    def publish(texts: dict[str, str]) -> None:
        rule = replace(RULE, region=texts["rules.region"], source=texts["rules.source"])
        ground.desk.cancel_rules.publish(
            (rule,), upon=published[0], comment=texts["comment"], own=texts["own"]
        )
        published[0] += 1

    def found() -> list[dict[str, str]]:
        told = []
        for row in sorted(editions(), key=lambda row: row["number"]):
            (rule,) = json.loads(row["rules"])
            words = {"rules.region": rule["region"], "rules.source": rule["source"]}
            told.append({"comment": row["comment"], "own": row["own"], **words})
        return told

    fields = {
        "comment": one,
        "own": replace(region, refused=tuple(t for t in region.refused if t)),
        "rules.region": region,
        "rules.source": one,
    }
    return publish, fields, found
