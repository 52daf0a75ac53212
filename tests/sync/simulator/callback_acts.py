"""What operators do with promised calls and the queues of units."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from random import Random
from uuid import UUID

from kundcenter.domain.calendar import local
from kundcenter.domain.callbacks import CallbackKind, CallbackState, Placing, Promised
from tests.sync.simulator.choosing import Chooser, NothingThere
from tests.sync.simulator.places import Place

NUMBER = "+46701740607"
OPEN = "state IN ('VANTAR', 'UTLAMNAD_TID', 'RINGS', 'EJ_SVAR')"
TOLD = CallbackState.TIME_TOLD


class CallbackActs(Chooser):
    """One operator's next act, by how often it is done."""

    def __init__(self, rng: Random) -> None:
        super().__init__(rng)
        self.mix: dict[Callable[[Place], object], int] = {
            self._queue_place: 10,
            self._queue_move: 4,
            self._queue_size: 3,
            self._callback_take: 4,
            self._callback_release: 4,
            self._callback_tried: 4,
            self._callback_done: 4,
            self._callback_cancel: 4,
            self._callback_expire: 4,
            self._promise: 3,
            self._hand_on: 4,
        }

    def _queue_place(self, place: Place) -> None:
        queue, starts = self._interval(place)
        who = Placing(self._person(place), NUMBER, number_is_temporary=self._rng.random() < 0.5)
        place.desk.callbacks.place(queue, starts, who)

    def _queue_move(self, place: Place) -> None:
        """Whoever waits; where nobody does, somebody is placed first."""
        waits = f"{OPEN} AND kind = 'KO'"
        if not place.ids_of("callbacks", waits):
            self._queue_place(place)
        _, starts = self._interval(place)
        place.desk.callbacks.move(self._one(place, "callbacks", waits), starts)

    def _queue_size(self, place: Place) -> None:
        queue, starts = self._interval(place)
        queues, chance = place.desk.callback_queues, self._rng.random()
        if chance < 0.25:
            queues.close(queue, starts)
        elif chance < 0.5:
            queues.reopen(queue, starts)
        else:
            queues.resize(queue, starts, self._rng.randrange(4))

    def _callback_take(self, place: Place) -> None:
        place.desk.callbacks.take(self._callback(place))

    def _callback_release(self, place: Place) -> None:
        """Taken, and let go again."""
        id = self._callback(place)
        place.desk.callbacks.take(id)
        place.desk.callbacks.release(id)

    def _callback_tried(self, place: Place) -> None:
        id = self._callback(place)
        text = self._rng.choice(["", "Polisen gör ett hembesök"])
        try_at = place.clock() + timedelta(minutes=30)
        place.desk.callbacks.tried(id, try_at=self._rng.choice([None, try_at]), text=text)

    def _callback_done(self, place: Place) -> None:
        place.desk.callbacks.done(self._callback(place), "Råd givet")

    def _callback_cancel(self, place: Place) -> None:
        place.desk.callbacks.cancel(self._callback(place), "Mår bättre")

    def _callback_expire(self, place: Place) -> None:
        """Nobody rings until the promise is over."""
        if not any(each.state is TOLD for each in place.desk.callbacks.open()):
            self._queue_place(place)
        told = [each for each in place.desk.callbacks.open() if each.state is TOLD]
        if not told:
            raise NothingThere("promises")
        broken = self._rng.choice(told)
        place.clock.at = max(place.clock.at, broken.promised_to)
        place.desk.callbacks.expire(broken.id)

    def _promise(self, place: Place) -> None:
        kind = self._rng.choice([CallbackKind.OWN, CallbackKind.SAFETY])
        said = Promised(self._person(place), NUMBER, criteria="Om febern stiger")
        place.desk.callbacks.promise(kind, place.clock() + timedelta(hours=2), said)

    def _hand_on(self, place: Place) -> None:
        if not place.desk.callbacks.open():
            self._promise(place)
        me, shown = place.desk.seat.actor.operator_id, place.desk.callbacks.open()
        own = [x.id for x in shown if x.kind is not CallbackKind.QUEUE and x.holder in {None, me}]
        if not own:
            raise NothingThere("promises")
        to = self._rng.choice([None, self._one(place, "operators", "disabled_at IS NULL")])
        place.desk.callbacks.hand_on(self._rng.choice(own), to)

    def _callback(self, place: Place, where: str = "1 = 1") -> UUID:
        """Mostly an open one; where nothing is promised, something is."""
        wanted = where if self._rng.random() < 0.1 else f"{OPEN} AND {where}"
        if not place.ids_of("callbacks", wanted):
            self._promise(place)
        return self._one(place, "callbacks", wanted)

    def _interval(self, place: Place) -> tuple[UUID, datetime]:
        """One of today's or tomorrow's; mostly the first that nobody is too late for."""
        queue = self._one(place, "callback_queues")
        rooms = place.desk.callback_queues.rooms(queue, local(place.clock()).date(), 2)
        open_now = [room for room in rooms if room.timeslot.cutoff_at > place.clock()]
        if not open_now:
            raise NothingThere("intervals")
        chosen = open_now[0] if self._rng.random() < 0.7 else self._rng.choice(rooms)
        return queue, chosen.timeslot.starts_at
