"""The demo region's call-back queues and times, who has them, who waits, and what was let go.

All of it lies about the region's end: the days before it are told, those after it are planned.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from random import Random
from uuid import UUID

from kundcenter.demo.chance import ID_BITS, chance_of, id_at, one
from kundcenter.demo.people import Population, Resident
from kundcenter.domain.bookings import Booking, BookingKind, BookingState, CareType
from kundcenter.domain.calendar import add_weekdays, at_clock, is_weekday, local
from kundcenter.domain.callback_queues import CallbackQueue, MenuCategory, QueueSpan, intervals
from kundcenter.domain.callbacks import Callback, CallbackKind, CallbackState, Step, StepKind
from kundcenter.domain.capacity import Seat, Timeslot, TimeslotKind, seat_id
from kundcenter.domain.freed_times import FreedTime, Wait, freed_id
from kundcenter.domain.operators import Operator
from kundcenter.domain.people import Person
from kundcenter.domain.units import Unit, UnitKind

PLANNED = 10  # weekdays after the region's end that have times
PLACED = 40  # patients in the call-back queues
INVITED = 12  # open invitations
WAITING = 30
FREED = 5
_BOOKED = 0.72  # of the times
_HALF_DAY = (8 * 60, 12 * 60)
_DAY = (8 * 60, 16 * 60)
_QUEUES = {  # what a unit of the kind has: opens and closes, minutes of an interval, places
    UnitKind.PRIMARY_CARE: (
        (MenuCategory.BOOK, _DAY, 30, 6),
        (MenuCategory.ADVICE, _DAY, 30, 4),
        (MenuCategory.CANCEL, _HALF_DAY, 60, 8),
        (MenuCategory.PRESCRIPTION, _HALF_DAY, 60, 6),
    ),
    UnitKind.SPECIALIST: (
        (MenuCategory.BOOK, _HALF_DAY, 30, 4),
        (MenuCategory.CANCEL, _HALF_DAY, 60, 6),
        (MenuCategory.TEST_RESULT, _HALF_DAY, 60, 4),
    ),
    UnitKind.MOTHER_AND_CHILD: ((MenuCategory.BOOK, _HALF_DAY, 30, 3),),
}
_TIMES = {  # of one weekday: clock, minutes, time type
    UnitKind.PRIMARY_CARE: (
        (time(8, 30), 20, "Läkarbesök"),
        (time(9, 0), 20, "Läkarbesök"),
        (time(10, 30), 20, "Sjuksköterskebesök"),
        (time(13, 15), 20, "Läkarbesök"),
        (time(14, 40), 30, "Sjuksköterskebesök"),
    ),
    UnitKind.SPECIALIST: (
        (time(8, 15), 45, "Nybesök"),
        (time(10, 0), 30, "Återbesök"),
        (time(13, 30), 30, "Återbesök"),
    ),
}
_REASONS = (
    "Vill boka tid för kontroll av blodtryck",
    "Hosta i tre veckor, rådd att söka vårdcentral",
    "Förnya recept på blodtryckstabletter",
    "Fråga om provsvar från förra veckan",
    "Sår som inte läker, vill visa upp",
)
_OUTCOMES = ("Bokad tid", "Frågan besvarad")


@dataclass(frozen=True, slots=True)
class CapacityGround:
    """Whose times they are, who works with them, and the region's end, by which days count."""

    units: tuple[Unit, ...]
    nurses: tuple[Operator, ...]
    planner: Operator
    people: Population
    particular: Mapping[str, Person]
    founded: datetime
    until: datetime
    seed: int


@dataclass(slots=True)
class Capacity:
    """Makes the values, each after those that it refers to."""

    ground: CapacityGround
    _chance: Random = field(init=False)
    _taken: dict[UUID, int] = field(default_factory=dict)
    _let_go: list[Timeslot] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._chance = chance_of(self.ground.seed, "capacity")

    def values(self) -> Iterator[object]:
        queues = [queue for unit in self.ground.units for queue in self._queues(unit)]
        yield from queues
        yield from self._callbacks(queues)
        yield from self._own()
        times = [each for unit in self.ground.units for each in self._times(unit)]
        yield from times
        yield from self._bookings(times)
        yield from self._invitations()
        yield from self._waits()

    # -- call-backs ------------------------------------------------------------------------------

    def _queues(self, unit: Unit) -> Iterator[CallbackQueue]:
        for category, (opens, closes), interval, places in _QUEUES.get(unit.kind, ()):
            yield CallbackQueue(
                id=self._id(self.ground.founded),
                unit_id=unit.id,
                category=category,
                spans=tuple(QueueSpan(day, opens, closes, interval, places) for day in range(1, 6)),
                days_ahead=5,
                same_day=unit.kind is UnitKind.PRIMARY_CARE,
                comment="",
                number=1,
                changed_at=self.ground.founded,
                changed_by=self.ground.planner.id,
            )

    def _callbacks(self, queues: list[CallbackQueue]) -> Iterator[object]:
        """Most are promised for the next working day; some were rung in vain, one was forgotten."""
        today = local(self.ground.until).date()
        days = (add_weekdays(today, -1), today if is_weekday(today) else add_weekdays(today, 1))
        used: set[tuple[UUID, UUID]] = set()
        for number in range(PLACED):
            queue = one(self._chance, queues)
            resident = self._resident()
            slots = intervals(queue, days[0] if number % 5 == 0 else days[1])
            if not slots or resident.number is None or (queue.id, resident.person.id) in used:
                continue
            slot = one(self._chance, slots)
            if self._taken.get(slot.id, 0) >= slot.capacity:
                continue
            used.add((queue.id, resident.person.id))
            yield from self._placed(queue, slot, resident, number)

    def _placed(
        self, queue: CallbackQueue, slot: Timeslot, resident: Resident, number: int
    ) -> Iterator[object]:
        nurse = one(self._chance, self.ground.nurses)
        made = min(self.ground.until, slot.starts_at) - timedelta(minutes=45 + 7 * number)
        id, past = self._id(made), slot.ends_at < self.ground.until
        state, attempts = CallbackState.TIME_TOLD, 0
        if past:
            state = CallbackState.DONE if number % 3 else CallbackState.NO_ANSWER
            attempts = 0 if number % 3 else 1
        if slot.id not in self._taken:
            yield slot
        seat = self._taken[slot.id] = self._taken.get(slot.id, 0) + 1
        yield Seat(seat_id(slot.id, seat), slot.id, seat, held_by=id)
        told_at = min(slot.ends_at, self.ground.until) if past else made
        same_day = at_clock(local(made).date() + timedelta(days=1), time())
        yield Callback(
            id=id,
            kind=CallbackKind.QUEUE,
            care_unit=nurse.care_unit,
            made_at=made,
            made_by=nurse.id,
            promised_from=slot.starts_at,
            promised_to=slot.ends_at,
            state=state,
            state_at=told_at,
            person_id=resident.person.id,
            number=resident.number or "",
            unit_id=queue.unit_id,
            category=queue.category,
            queue_id=queue.id,
            timeslot_id=slot.id,
            seat=seat,
            urgency="U4" if queue.category is MenuCategory.ADVICE else "",
            reason=one(self._chance, _REASONS),
            source="1177",
            attempts=attempts,
            guaranteed_by=same_day if queue.same_day else None,
        )
        yield Step(
            self._id(made), id, StepKind.PLACED, made, nurse.id, promised_from=slot.starts_at
        )
        if state is CallbackState.DONE:
            words = one(self._chance, _OUTCOMES)
            yield Step(self._id(told_at), id, StepKind.DONE, told_at, nurse.id, words)
        elif attempts:
            yield Step(self._id(told_at), id, StepKind.NO_ANSWER, told_at, nurse.id)

    def _own(self) -> Iterator[object]:
        """What the centre itself has promised, and two patients it will hear of again.

        Those of `ssk` and those that are anybody's are due late in the day that follows: nobody is
        greeted by an alarm.
        """
        until = self.ground.until
        for number in range(6):
            nurse = self.ground.nurses[1 + number % (len(self.ground.nurses) - 1)]
            resident = self._resident(called=True)
            made = until - timedelta(minutes=40 + 20 * number)
            safety, anybodys = number % 3 == 2, number % 2 == 1
            late = timedelta(hours=22) if safety or anybodys else timedelta()
            due = until + late + timedelta(minutes=15 * number)
            id = self._id(made)
            yield Callback(
                id=id,
                kind=CallbackKind.SAFETY if safety else CallbackKind.OWN,
                care_unit=nurse.care_unit,
                made_at=made,
                made_by=nurse.id,
                promised_from=due,
                promised_to=due + timedelta(minutes=30),
                state=CallbackState.WAITING,
                state_at=made,
                person_id=resident.person.id,
                number=resident.number or "",
                urgency="U3" if safety else "",
                reason="Höra hur det går med febern" if safety else "Svara efter kontroll",
                criteria="Ring genast vid andnöd, slöhet eller utslag" if safety else "",
                source="1177",
                holder=None if anybodys else nurse.id,
            )
            yield Step(self._id(made), id, StepKind.PLACED, made, nurse.id, promised_from=due)

    # -- booked times ----------------------------------------------------------------------------

    def _times(self, unit: Unit) -> Iterator[Timeslot]:
        first = local(self.ground.until).date()
        care = CareType.SPECIALIST if unit.kind is UnitKind.SPECIALIST else CareType.OTHER
        for day in _weekdays(first, PLANNED):
            for clock, minutes, kind in _TIMES.get(unit.kind, ()):
                starts = at_clock(day, clock)
                yield Timeslot(
                    id=self._id(self.ground.founded),
                    kind=TimeslotKind.VISIT,
                    unit_id=unit.id,
                    category=kind,
                    starts_at=starts,
                    ends_at=starts + timedelta(minutes=minutes),
                    capacity=1,
                    cutoff_at=starts,
                    care_type=care.value,
                )

    def _bookings(self, times: list[Timeslot]) -> Iterator[object]:
        """Most times are booked; those of the particular persons first, so that they have some."""
        known = [
            person
            for key, person in self.ground.particular.items()
            if key not in {"avliden", "dubblett_reserv"}
        ]
        soon = sorted(times, key=lambda slot: (slot.starts_at, slot.id))
        own = dict(zip((slot.id for slot in soon[:: max(1, len(soon) // 40)]), known, strict=False))
        freed, used = 0, {person.id for person in own.values()}
        for slot in soon:
            person = own.get(slot.id)
            if person is None:
                if self._chance.random() > _BOOKED:
                    if freed < FREED and slot.starts_at > self.ground.until + timedelta(hours=20):
                        freed += 1
                        yield from self._freed(slot)
                    continue
                person = self._resident().person
                if person.id in used:  # nobody has two times here, so none overlap
                    continue
                used.add(person.id)
            yield from self._booked(slot, person)

    def _booked(self, slot: Timeslot, person: Person) -> Iterator[object]:
        made = self.ground.until - timedelta(days=3 + slot.starts_at.day % 9)
        id = self._id(made)
        yield Seat(seat_id(slot.id, 1), slot.id, 1, held_by=id)
        lot = self._chance.random()
        yield Booking(
            id=id,
            person_id=person.id,
            unit_id=slot.unit_id,
            kind=BookingKind.TIMED_INVITATION if lot < 0.2 else BookingKind.BOOKED,
            state=BookingState.STANDING,
            state_at=made,
            starts_at=slot.starts_at,
            ends_at=slot.ends_at,
            timeslot_id=slot.id,
            seat=1,
            care_type=CareType(slot.care_type),
            time_type=slot.category,
            cancel_allowed=lot < 0.93,
            rebook_allowed=lot < 0.85,
            message_allowed=lot < 0.5,
            made_at=made,
            made_by=self.ground.planner.id,
        )

    def _invitations(self) -> Iterator[object]:
        units = [unit for unit in self.ground.units if unit.kind is UnitKind.SPECIALIST]
        for _ in range(INVITED if units else 0):
            made = self.ground.until - timedelta(days=8)
            yield Booking(
                id=self._id(made),
                person_id=self._resident().person.id,
                unit_id=one(self._chance, units).id,
                kind=BookingKind.OPEN_INVITATION,
                state=BookingState.STANDING,
                state_at=made,
                starts_at=None,
                ends_at=None,
                care_type=CareType.SPECIALIST,
                time_type="Nybesök",
                cancel_allowed=True,
                rebook_allowed=True,
                made_at=made,
                made_by=self.ground.planner.id,
            )

    # -- let go, and waited for ------------------------------------------------------------------

    def _freed(self, slot: Timeslot) -> Iterator[object]:
        seat = Seat(seat_id(slot.id, 1), slot.id, 1, generation=1)
        yield seat
        self._let_go.append(slot)
        yield FreedTime(
            id=freed_id(seat.id, seat.generation),
            timeslot_id=slot.id,
            unit_id=slot.unit_id,
            seat=1,
            generation=1,
            starts_at=slot.starts_at,
            released_at=self.ground.until - timedelta(minutes=25 + slot.starts_at.day),
        )

    def _waits(self) -> Iterator[object]:
        units = [unit for unit in self.ground.units if unit.kind in _TIMES]
        used: set[UUID] = set()
        for number in range(WAITING):
            unit, resident = one(self._chance, units), self._resident(called=True)
            if resident.person.id in used:
                continue
            used.add(resident.person.id)
            added = self.ground.until - timedelta(days=1 + number)
            unit_id, time_type = unit.id, one(self._chance, _TIMES[unit.kind])[2]
            notice = one(self._chance, (2, 24, 72))
            if number < 2 * len(self._let_go):  # two for each time that was let go
                slot = self._let_go[number // 2]
                unit_id, time_type, notice = slot.unit_id, slot.category, 2
            yield Wait(
                id=self._id(added),
                person_id=resident.person.id,
                unit_id=unit_id,
                time_type=time_type,
                added_at=added,
                added_by=one(self._chance, self.ground.nurses).id,
                number=resident.number or "",
                notice=timedelta(hours=notice),
                other_units=number % 2 == 0,
                priority=1 if number % 11 == 0 else 0,
            )

    def _resident(self, *, called: bool = False) -> Resident:
        """Somebody of the region; with `called`, somebody who has a number to be rung at."""
        while True:
            found = self.ground.people.resident(
                int(self._chance.random() * self.ground.people.count)
            )
            if found.person.registered_at < self.ground.founded + timedelta(days=30) and (
                found.number or not called
            ):
                return found

    def _id(self, at: datetime) -> UUID:
        return id_at(at, self._chance.getrandbits(ID_BITS))


def _weekdays(first: date, count: int) -> Iterator[date]:
    """So many weekdays from the day on."""
    day = first if is_weekday(first) else add_weekdays(first, 1)
    for _ in range(count):
        yield day
        day = add_weekdays(day, 1)
