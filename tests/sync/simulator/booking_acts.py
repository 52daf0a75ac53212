"""What operators do with booked times, freed times and those who wait."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from random import Random
from uuid import UUID

from kundcenter.domain.cancellations import CancelFacts, CancelledBy, CancelReason
from kundcenter.domain.freed_times import WaitDraft
from kundcenter.domain.visit_times import NewTime
from tests.sync.simulator.choosing import Chooser
from tests.sync.simulator.first_morning import VISITS
from tests.sync.simulator.places import Place

TYPE = "NYBESOK"
HALF = timedelta(minutes=30)
STANDING = "state = 'STAENDE'"


class BookingActs(Chooser):
    """One operator's next act, by how often it is done."""

    def __init__(self, rng: Random) -> None:
        super().__init__(rng)
        self.mix: dict[Callable[[Place], object], int] = {
            self._book: 8,
            self._cancel_booking: 8,
            self._rebook: 4,
            self._time_add: 2,
            self._time_size: 2,
            self._wait: 4,
            self._end_wait: 1,
            self._freed_take: 2,
            self._freed_offer: 8,
            self._freed_answer: 5,
            self._freed_drop: 1,
            self._freed_release: 1,
        }

    def _book(self, place: Place) -> None:
        place.desk.bookings.book(self._visit(place), self._person(place))

    def _cancel_booking(self, place: Place) -> None:
        where = STANDING if self._rng.random() < 0.9 else "1 = 1"
        place.desk.bookings.cancel(self._one(place, "bookings", where), self._facts())

    def _rebook(self, place: Place) -> None:
        booking = self._one(place, "bookings", STANDING)
        place.desk.bookings.rebook(booking, self._visit(place), self._facts())

    def _time_add(self, place: Place) -> None:
        starts = VISITS + timedelta(hours=self._rng.randrange(8))
        unit = self._one(place, "units")
        place.desk.timeslots.add((NewTime(unit, TYPE, starts, starts + HALF),))

    def _time_size(self, place: Place) -> None:
        times, id, chance = place.desk.timeslots, self._visit(place), self._rng.random()
        if chance < 0.2:
            times.close(id)
        elif chance < 0.5:
            times.reopen(id)
        else:
            times.resize(id, self._rng.randrange(1, 3))

    def _wait(self, place: Place) -> None:
        who, unit = self._person(place), self._one(place, "units")
        draft = WaitDraft(
            person_id=who,
            unit_id=unit,
            time_type=TYPE,
            number="+46701740607",
            notice=timedelta(),
            other_units=True,
        )
        place.desk.wait_list.add(draft)

    def _end_wait(self, place: Place) -> None:
        place.desk.wait_list.end(self._one(place, "wait_list", "state = 'VANTAR'"))

    def _freed_take(self, place: Place) -> None:
        place.desk.freed_times.take(self._freed(place))

    def _freed_offer(self, place: Place) -> None:
        wait = self._one(place, "wait_list", "state = 'VANTAR'")
        place.desk.freed_times.offer(self._freed(place), wait)

    def _freed_answer(self, place: Place) -> None:
        if not place.ids_of("offers", "state = 'ERBJUDEN'"):
            self._freed_offer(place)
        id = self._one(place, "offers", "state = 'ERBJUDEN'")
        (row,) = place.rows(f"SELECT wait_id FROM offers WHERE lower(hex(id)) = '{id.hex}'")
        wait, times = UUID(bytes=row.wait_id), place.desk.freed_times
        if self._rng.random() < 0.6:
            times.accept(id, wait)
        else:
            times.decline(id, wait, unreached=self._rng.random() < 0.5)

    def _freed_drop(self, place: Place) -> None:
        place.desk.freed_times.drop(self._freed(place))

    def _freed_release(self, place: Place) -> None:
        place.desk.freed_times.release(self._freed(place))

    def _freed(self, place: Place) -> UUID:
        return self._one(place, "freed_times", "state = 'LEDIG'")

    def _visit(self, place: Place) -> UUID:
        return self._one(place, "timeslots", "kind = 'BESOK'")

    def _facts(self) -> CancelFacts:
        by = self._rng.choice([CancelledBy.PATIENT, CancelledBy.UNIT])
        return CancelFacts(by, CancelReason.DOES_NOT_SUIT)
