"""The simulated world: what happens in it follows from its seed, step by step."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from functools import partial
from pathlib import Path
from random import Random
from uuid import UUID

from db.faults import RowConflict
from db.sync.desk import Diverged, FeedHole
from kundcenter.domain.access import NOBODY
from kundcenter.domain.devices import DeviceFrozen
from kundcenter.errors import KundcenterError
from kundcenter.sync.exchange import Path as Where
from kundcenter.sync.exchange import Stopped
from kundcenter.sync.wire import MessageWrong
from tests.ground import Clock
from tests.sync.simulator.acts import Acts
from tests.sync.simulator.copies import MOST_DESKS, clone, keep_copy, roll_back
from tests.sync.simulator.damaging import damage, look_over
from tests.sync.simulator.first_morning import LATER, UNITS, enrol
from tests.sync.simulator.hall import Hall
from tests.sync.simulator.months import months_pass
from tests.sync.simulator.places import Crash, Ids, Place, Seat
from tests.sync.simulator.poison import KINDS, poison
from tests.sync.simulator.put_back import AT_FIRST, Copy, another_time

MOST_STEPS = 150  # of one desk's conversation after all is healed
MOST_ROUNDS = 8
_STUCK = "is not done"
GREETED = 2  # rounds in which everybody says hello: the second copy after the first one's news
ENOUGH = 20  # surprises: nobody has to see more
CALM = 0.15  # of all seeds: nothing goes wrong in them
FAULTS = (
    *("away", "partition", "restart", "crash", "pages", "clock", "copy", "join", "months"),
    *("damage",) * 4,  # of all that there is
    *("another_time",) * 2,
    *("poison",) * 5,  # of nine kinds
)
COPIES = ("roll_back", "clone")  # more seldom: a desk that is stopped has no more to tell


class NoAnswer(Exception):
    """The desk hears nothing; it does not know whether the centre has."""


@dataclass(slots=True)
class Letter:
    """A message that is still on its way, or comes once more."""

    device_id: UUID
    path: Where
    body: bytes


@dataclass(slots=True)
class Weather:
    """How often what goes wrong, in parts of one."""

    lost: float = 0.0
    late: float = 0.0
    garbled: float = 0.0
    crash: float = 0.0
    fault: float = 0.0
    talk: float = 0.45
    meanwhile: float = 0.3


@dataclass(slots=True)
class World:
    """Desks, a centre, and a network between them that keeps no promise."""

    seed: int
    rng: Random
    centre: Seat
    places: list[Place]
    weather: Weather
    hall: Hall
    look: Callable[[World, Place], None]  # after rows have come to a desk
    acts: Acts
    step_no: int = 0
    poisoned: int = 0  # so many bad operations were put in
    done: Counter[str] = field(default_factory=Counter)  # acts and faults, by name
    letters: list[Letter] = field(default_factory=list)
    copies: dict[UUID, list[tuple[Path, int]]] = field(default_factory=dict)
    history: list[str] = field(default_factory=list)
    surprises: list[str] = field(default_factory=list)
    elsewhere: set[UUID] = field(default_factory=set)  # done by desks that are not here
    rolled: set[UUID] = field(default_factory=set)  # an older file came back, or a second one
    copy: Copy = field(init=False)  # of the centre
    epochs: list[UUID] = field(default_factory=list)  # since it was put back for the first time
    put_back: bool = False

    def __post_init__(self) -> None:
        self.copy = Copy.of(AT_FIRST, self.centre)

    # -- steps -----------------------------------------------------------------------------------

    def run(self, steps: int) -> None:
        """Let things happen."""
        for _ in range(steps):
            self.step_no += 1
            self._pass_time()
            place = self.rng.choice(self.places)
            chance = self.rng.random()
            if chance < self.weather.fault:
                self._fault(place)
            elif chance < self.weather.fault + self.weather.talk:
                for _ in range(self.rng.randrange(1, 5)):
                    self._guarded(place, partial(self.talk, place, busy=True), "talk")
            else:
                self._guarded(place, partial(self._act, place), "act")

    def drain(self) -> None:
        """All is well again; everybody says and hears what there is."""
        self.weather = Weather()
        self.letters.clear()
        self.centre.away_until, self.centre.page = 0, 1000
        self.centre.fuse.left = 0
        for place in self.places:
            place.away_until = 0
            place.fuse.left = 0
        for round_no in range(MOST_ROUNDS):
            quiet = True
            for place in self.places:
                look_over(place)
                if round_no < GREETED:
                    place.converse()  # a copy is known by its hello
                quiet = not self._talk_out(place) and quiet
            if (quiet and round_no) or any(_STUCK in told for told in self.surprises):
                return
        self.surprises.append(f"C15: still something to say after {MOST_ROUNDS} rounds")

    def _talk_out(self, place: Place) -> bool:
        """Whether the desk had anything to say or to hear."""
        place.exchange.look()
        before = _standing(place)
        for _ in range(MOST_STEPS):
            if place.stopped or len(self.surprises) > ENOUGH:
                break
            if self.talk(place) is Where.WAIT:
                break
        else:
            self.surprises.append(f"C15: {place.name} {_STUCK} after {MOST_STEPS} steps")
        return _standing(place) != before

    def _guarded(self, place: Place, act: Callable[[], object], what: str) -> None:
        """The act, unless the desk dies in it."""
        if self.rng.random() < self.weather.crash:
            place.fuse.light(self.rng.randrange(1, 60))
        try:
            said = act()
        except Crash:
            said = "crashed"
            place.restart()
        place.fuse.left = 0
        self._note(place, f"{what}: {said}")

    def _act(self, place: Place) -> str:
        """Operators do something.  What they are refused is not done."""
        try:
            said = self.acts.act(place)
        except Exception as error:  # a program may not get on with rows that fit nothing
            if not place.damaged:
                raise
            return repr(error)
        self.done.update(f"act {each}" for each in said if each in self.acts.names)
        return ", ".join(said)

    def _note(self, place: Place, what: str) -> None:
        self.history.append(f"{self.step_no:4d} {place.name}: {what}")

    def _pass_time(self) -> None:
        for clock in {id(each.clock): each.clock for each in self.places}.values():
            clock.pass_time(seconds=self.rng.choice([0, 1, 60]))
        self.centre.clock.pass_time(seconds=1)

    # -- the network -----------------------------------------------------------------------------

    def talk(self, place: Place, *, busy: bool = False) -> Where | None:
        """One question of a desk, and what becomes of it; None when there was no answer.

        When they are busy, operators may do something while the answer is on its way.
        """
        if place.stopped or place.away_until > self.step_no:
            return None
        ask = place.exchange.ask()
        try:
            answer = self._carry(place, ask.path, ask.body)
        except NoAnswer:
            if self.rng.random() < 0.5:
                place.converse()
            return None
        if busy and self.rng.random() < self.weather.meanwhile:
            self._note(place, f"meanwhile: {self._act(place)}")
        try:
            place.exchange.hear(answer)
        except Stopped as stopped:
            place.stopped = str(stopped.facts["standing"])
        except MessageWrong:
            place.converse()
        except (FeedHole, Diverged) as error:
            self.surprises.append(f"C6: {place.name} {error.code} {error.facts}")
            place.local.refill(str(error.facts["bucket"]))
            place.converse()
        except Exception as error:
            # Somebody may have gone on before the file's own work was back: its hello finds it out.
            gone_on = ask.path is Where.OWN and isinstance(error, RowConflict)
            if not (place.damaged or gone_on):
                self.surprises.append(f"C15: {place.name} could not take in what came: {error!r}")
            look_over(place)  # what has been damaged may stand in the way of what comes
            place.converse()
        else:
            self._look_at(place, ask.path)
        return ask.path

    def _look_at(self, place: Place, path: Where) -> None:
        if path in {Where.PUSH, Where.WAIT}:
            return  # no rows come with these
        if path is Where.HELLO and place.local.epoch() != place.epoch:
            place.epoch = place.local.epoch()
            place.cursors, place.shown = {}, {}  # what others did may have to be told again
        cursors = place.local.cursors()
        for bucket, seq in place.cursors.items():
            if cursors.get(bucket, seq) < seq and bucket not in place.local.filling():
                self.surprises.append(f"C6: {place.name} went back in {bucket}")
        if path is Where.PULL and cursors != place.cursors:
            place.applied += 1
            if not place.damaged:
                self.look(self, place)
        place.cursors = cursors

    def _carry(self, place: Place, path: Where, body: bytes) -> bytes:
        """The answer, if the network and the centre let it come."""
        weather, rng = self.weather, self.rng
        self._deliver_old()
        if self.centre.away_until > self.step_no:
            raise NoAnswer
        chance = rng.random()
        if chance < weather.lost / 2:
            raise NoAnswer
        if chance < weather.lost:
            self._at_centre(place, path, body)
            raise NoAnswer
        chance = rng.random()
        if chance < weather.late / 3:  # it comes when nobody waits for it any more
            self.letters.append(Letter(place.device_id, path, body))
            raise NoAnswer
        if chance < weather.late * 2 / 3:
            self.letters.append(Letter(place.device_id, path, body))
        elif chance < weather.late:
            self._at_centre(place, path, body)  # and once more, below
        chance = rng.random()
        if chance < weather.garbled / 2:
            return self._at_centre(place, path, self._garble(body))
        answer = self._at_centre(place, path, body)
        return self._garble(answer) if chance < weather.garbled else answer

    def _at_centre(self, place: Place, path: Where, body: bytes) -> bytes:
        if self.rng.random() < self.weather.crash:
            self.centre.fuse.light(self.rng.randrange(1, 80))
        try:
            return self.centre.answer(place.device_id, path, body)
        except Crash:
            self.centre.restart()
            raise NoAnswer from None
        except DeviceFrozen:
            place.stopped = "frozen"
            raise NoAnswer from None
        except Exception as error:
            if not isinstance(error, MessageWrong):
                self.surprises.append(f"C15: the centre said {error!r} to {place.name}")
            raise NoAnswer from None
        finally:
            self.centre.fuse.left = 0

    def _deliver_old(self) -> None:
        """Some of the letters that were thought lost come now, in any order."""
        while self.letters and self.rng.random() < 0.4:
            letter = self.letters.pop(self.rng.randrange(len(self.letters)))
            try:
                self.centre.answer(letter.device_id, letter.path, letter.body)
            except KundcenterError:
                continue  # nobody hears it

    def _garble(self, body: bytes) -> bytes:
        """What a proxy or a broken line makes of it; what TLS would let through, all the same."""
        kind = self.rng.randrange(3)
        if kind == 0:
            return body[: self.rng.randrange(len(body))]
        if kind == 1:
            return b"<html>502 Bad Gateway</html>"
        return body[:-1] + b"\xff\xfe"

    # -- faults ----------------------------------------------------------------------------------

    def _fault(self, place: Place) -> None:
        kind = self.rng.choice(FAULTS + (COPIES if self.rng.random() < 0.5 else ()))
        said: object = ""
        match kind:
            case "away":
                self.centre.away_until = self.step_no + self.rng.randrange(1, 15)
            case "partition":
                place.away_until = self.step_no + self.rng.randrange(5, 30)
            case "restart":
                self.centre.restart()
            case "crash":
                place.restart()
            case "pages":
                self.centre.page = self.rng.choice([1, 2, 5, 1000])
            case "clock":
                place.clock.at += timedelta(days=self.rng.choice([-3650, -1, 1, 3650]))
            case "poison":
                self.acts.be_seated(place)
                if place.desk.seat.actor != NOBODY:
                    said = self._poison(place)
            case "months":
                said = months_pass(self)
            case "another_time":
                said = another_time(self)
            case "damage":
                said = damage(self.rng, place)
            case "copy":
                keep_copy(self, place)
            case "join":
                self._join()
            case "roll_back":
                roll_back(self, place)
            case "clone":
                clone(self, place)
        self.done[f"fault {kind}"] += 1
        self._note(place, f"fault {kind} {said}")

    def _poison(self, place: Place) -> str:
        """A few bad operations; each seed begins with another kind."""
        said = []
        for _ in range(self.rng.randrange(1, 4)):
            said.append(KINDS[(self.seed + self.poisoned) % len(KINDS)])
            self.poisoned += 1
            poison(self.rng, place, said[-1])
        self.done.update(f"poison {each}" for each in said)
        return ", ".join(said)

    def _join(self) -> None:
        """One more desk, with an empty file: it is given all there is in this weather."""
        if len(self.places) > MOST_DESKS:
            return
        number = len(self.places)
        machine = self.hall.machine(number)
        machine.put(self.hall.empty)
        own = Clock(self.centre.clock())
        unit = self.rng.choice(UNITS)
        place = Place(f"new{number}", machine, Ids(self.rng, own)(), unit, own, Ids(self.rng, own))
        place.open()
        enrol(self.centre, place)
        self.places.append(place)


@contextmanager
def a_world(seed: int, hall: Hall, look: Callable[[World, Place], None]) -> Iterator[World]:
    """A centre and some desks, all of whom know the operators; nothing has gone wrong yet."""
    rng = Random(seed)
    centre = hall.begin(Clock(LATER))
    there = hall.morning.desks
    others = sorted(rng.sample(range(1, len(there)), rng.choice([1, 1, 1, 2, 2, 3, 4])))
    places = [
        there[which].place(hall.machine(number), rng) for number, which in enumerate([0, *others])
    ]
    world = World(seed, rng, centre, places, Weather(), hall, look, Acts(rng))
    world.elsewhere = {op.id for desk in there for op in desk.saved.values()}
    if rng.random() > CALM:
        world.weather = Weather(
            lost=rng.choice([0, 0.1, 0.4]),
            late=rng.choice([0, 0.15, 0.4]),
            garbled=rng.choice([0, 0.1]),
            crash=rng.choice([0, 0.02, 0.1]),
            fault=rng.choice([0.05, 0.1, 0.2]),
            talk=rng.choice([0.2, 0.4, 0.5]),
            meanwhile=rng.choice([0.2, 0.4, 0.8]),
        )
    yield world


def _standing(place: Place) -> object:
    """How far a desk has come, each way."""
    return (place.local.cursors(), place.local.heads(), place.local.waiting().count, place.stopped)
