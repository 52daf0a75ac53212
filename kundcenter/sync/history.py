"""What is past of a person is asked for when somebody at the desk has opened them, or seeks them.

The centre gives it only where the desk's access log says so, and only of the teams that the desk
may hold; it never tells whether others know the person (RELIABILITY 0.9).
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from uuid import UUID

from kundcenter.domain.access_log import AccessRecord, Activity, Level
from kundcenter.domain.identity import PersonId
from kundcenter.domain.link import Past
from kundcenter.errors import Conflict, Unavailable
from kundcenter.sync.greeting import buckets_for
from kundcenter.sync.ports import Central

ATTEMPTS = 3  # at the centre, when two transactions meet; and of one wish at a desk
MOST_WISHES = 50  # that wait for the centre; of more, the oldest are let go
ASKED_AGAIN = timedelta(hours=12)
TEAM = "team:"


@dataclass(frozen=True, slots=True)
class Recall:
    """A desk asks for what is past of a person, by the number of the access record of the look.

    Either who was opened, or the identity by which somebody was sought and not found.
    """

    n: int
    person_id: UUID | None = None
    identity: PersonId | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Recalled:
    """Whether there is something to pull.  Not, is the answer to everything that is not for it."""

    past: bool = False


def recall(
    central: Central, now: Callable[[], datetime], device_id: UUID, asked: Recall
) -> Recalled:
    """Put what is past of the person into the desk's own bucket.

    Raises DeviceUnknown, DeviceFrozen, and Unavailable when it may be tried again.
    """
    device = central.device(device_id)
    device.must_serve()
    about = asked.person_id or asked.identity
    if about is None:
        return Recalled()
    mine = buckets_for(central, device)
    teams = frozenset(each for each in mine if each.startswith(TEAM))
    attempt = 1
    while True:
        try:
            with central.batch(device_id) as batch:
                batch.device.must_serve()
                return Recalled(batch.recall(asked.n, about, teams, now()))
        except (Unavailable, Conflict):
            if attempt == ATTEMPTS:
                raise
            attempt += 1


def nothing() -> None:
    """Nobody wants to know."""


class Wishes:
    """What a desk would like to ask the centre for.  Any thread may say it, one asks.

    Kept in memory alone: who was looked at stands in the access log, and is asked for anew when
    they are opened again.
    """

    def __init__(self) -> None:
        self._waiting: deque[Recall] = deque(maxlen=MOST_WISHES)
        self._asked: dict[UUID, datetime] = {}
        self._in_vain: deque[int] = deque(maxlen=MOST_WISHES)  # searches that found nobody
        self._coming: tuple[Recall, ...] = ()
        self._tries: dict[Recall, int] = {}
        self._come: frozenset[PersonId] = frozenset()
        self._recalled: frozenset[UUID] = frozenset()
        self.wake: Callable[[], object] = nothing  # of whoever asks the centre

    def looked(self, records: Sequence[AccessRecord]) -> None:
        """These access records have just been written here."""
        for each in records:
            if each.activity is Activity.SIGN_OUT:
                self.forget()
            if each.activity is Activity.SEARCH and each.person_id is None:
                self._in_vain.append(each.n)
            if each.activity is not Activity.READ or each.level != Level.RECORD:
                continue
            if each.person_id is None:
                continue
            self._recalled -= {each.person_id}  # it is on the screen now
            if not self._is_new(each.person_id, each.at):
                continue
            self._asked[each.person_id] = each.at
            self._waiting.append(Recall(each.n, each.person_id))
            return  # the other registrations of the person come with them

    def sought(self, identity: PersonId) -> None:
        """Somebody was sought by the identity, and is not here."""
        if self._in_vain and identity not in {each.identity for each in self._waiting}:
            self._come -= {identity}
            self._waiting.append(Recall(self._in_vain.pop(), identity=identity))
            self.wake()

    def next(self) -> Recall | None:
        """What to ask for now.  Asked for in vain too often, it is let go."""
        while self._waiting:
            wish = self._waiting[0]
            self._tries[wish] = self._tries.get(wish, 0) + 1
            if self._tries[wish] <= ATTEMPTS:
                return wish
            self._drop(wish)
        return None

    def answered(self, wish: Recall, recalled: Recalled) -> None:
        """The centre has said whether something comes."""
        self._drop(wish)
        if recalled.past:
            self._coming = (*self._coming, wish)

    def arrived(self) -> None:
        """The rows are here."""
        came, self._coming = self._coming, ()
        self._come |= {each.identity for each in came if each.identity is not None}
        self._recalled |= {each.person_id for each in came if each.person_id is not None}

    def forget(self) -> None:
        """The operator has left: nobody waits for it any more."""
        self._waiting.clear()
        self._in_vain.clear()
        self._tries.clear()
        self._come = frozenset()
        self._recalled = frozenset()

    @property
    def past(self) -> Past:
        """What the screen is told of it."""
        open_ = (*tuple(self._waiting), *self._coming)
        return Past(
            frozenset(each.person_id for each in open_ if each.person_id is not None),
            self._recalled,
            any(each.identity is not None for each in open_),
        )

    def has_come(self, identity: PersonId) -> bool:
        """Whether the person who was sought is here now."""
        return identity in self._come

    def _is_new(self, person_id: UUID, at: datetime) -> bool:
        asked = self._asked.get(person_id)
        return asked is None or not timedelta() <= at - asked < ASKED_AGAIN

    def _drop(self, wish: Recall) -> None:
        self._tries.pop(wish, None)
        if wish in self._waiting:
            self._waiting.remove(wish)
