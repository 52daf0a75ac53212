"""The ground of the exchange's tests: a centre on PostgreSQL, and desks that talk with it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import Engine, select

from db.base import Unit
from db.commits import Commit
from db.connect import open_central, open_local
from db.local import put_slot
from db.operators import SqlOperators
from db.store import StoreTerms
from db.sync import touches
from db.sync.central import SqlCentral
from db.sync.desk import SqlLocal
from db.sync.images import body_of
from db.tables import SYNCED
from kundcenter.adapters.slots import seal
from kundcenter.domain.access import NOBODY
from kundcenter.domain.devices import Device
from kundcenter.start.desk import Desk, DeskTerms, new_id, published_codes
from kundcenter.sync.comparing import compare
from kundcenter.sync.exchange import Ask, Exchange, News
from kundcenter.sync.exchange import Path as Where
from kundcenter.sync.history import Recall, recall
from kundcenter.sync.judge import Judge
from kundcenter.sync.redriving import Redriving
from kundcenter.sync.regained import own_work
from kundcenter.sync.replay import rerun
from kundcenter.sync.wire import (
    Compare,
    Emptied,
    Hello,
    Own,
    Pull,
    Push,
    Wait,
    Woken,
    pack,
    unpack,
)
from tests.ground import (
    CARE_UNIT,
    CHEAP,
    KEY,
    PASSWORD,
    Clock,
    Ground,
    fill_local,
    identity,
    opened,
)


@dataclass(slots=True)
class Centre:
    """A founded centre, and the judge on it."""

    engine: Engine
    central: SqlCentral
    judge: Judge
    clock: Clock
    redriving: Redriving = field(init=False)

    def __post_init__(self) -> None:
        self.redriving = Redriving(self.central, self.clock)

    def answer(self, device_id: UUID, ask: Ask) -> bytes:
        """What the centre says to a message."""
        judge = self.judge
        match ask.path:
            case Where.HELLO:
                return pack(judge.hello(unpack(ask.body, Hello)))
            case Where.PUSH:
                push = unpack(ask.body, Push)
                pushed = judge.push(device_id, push)
                self.redriving.after(push, pushed)
                return pack(pushed)
            case Where.PULL:
                return pack(judge.pull(device_id, unpack(ask.body, Pull)))
            case Where.WAIT:
                cursors = unpack(ask.body, Wait).cursors
                heads = self.central.heads(list(cursors))
                return pack(Woken(any(heads.get(b, 0) > seq for b, seq in cursors.items())))
            case Where.COMPARE:
                return pack(compare(self.central, device_id, unpack(ask.body, Compare)))
            case Where.HISTORY:
                asked = unpack(ask.body, Recall)
                return pack(recall(self.central, self.clock, device_id, asked))
            case Where.OWN:
                return pack(own_work(self.central, device_id, unpack(ask.body, Own)))
            case Where.EMPTIED:
                return pack(judge.emptied(device_id, unpack(ask.body, Emptied)))
            case Where.ERASED:
                return pack(judge.erased(device_id))


@dataclass(slots=True)
class Side(Ground):
    """A desk that has a centre."""

    local: SqlLocal = field(default=None)  # type: ignore[assignment]
    exchange: Exchange = field(default=None)  # type: ignore[assignment]
    device_id: UUID = field(default_factory=uuid4)

    def takes(self, user_name: str) -> None:
        """An operator of the centre takes the seat, who has a password at this desk now."""
        desk = self.desk
        if desk.seat.actor != NOBODY:
            desk.sessions.sign_out()
        with self.engine.begin() as connection:
            found = SqlOperators(Unit(connection)).by_user_name(user_name)
            assert found is not None
            put_slot(connection, seal(PASSWORD, KEY, operator_id=found.id, cost=CHEAP))
        desk.sessions.sign_in(user_name, PASSWORD)

    def person_of(self, number: str) -> UUID:
        """The person who has the number, at this desk."""
        found = self.desk.people.find(identity(number))
        assert found is not None
        return found.id

    def step(self, centre: Centre) -> News | None:
        """One question and its answer; None when there was nothing to say."""
        ask = self.exchange.ask()
        news = self.exchange.hear(centre.answer(self.device_id, ask))
        return None if ask.path is Where.WAIT else news

    def talk(self, centre: Centre) -> list[News]:
        """All that there is to say and to hear."""
        self.exchange.look()
        found = []
        while (news := self.step(centre)) is not None:
            found.append(news)
            assert len(found) < 200, "the conversation does not end"
        return found


@contextmanager
def a_centre(url: str, clock: Clock) -> Iterator[Centre]:
    with opened(open_central(url)) as engine:
        central = SqlCentral(engine, published_codes())
        with engine.begin() as connection:
            central.found(connection)
        yield Centre(engine, central, Judge(central, clock), clock)


def a_side(
    stack: ExitStack,
    path: Path,
    clock: Clock,
    centre: Centre,
    name: str,
    *,
    unit: str = CARE_UNIT,
    device_id: UUID | None = None,
    committed: Callable[[Commit], None] | None = None,
) -> Side:
    """A desk, enrolled: with an empty file, or with the one that it had alone."""
    if not path.exists():
        fill_local(path)
    engine = open_local(path, KEY)
    touches.watch(engine)
    stack.enter_context(opened(engine))
    id = device_id or new_id()
    desk = Desk(
        engine,
        DeskTerms(id, KEY, now=clock, new_id=new_id, cost=CHEAP, watched=True, committed=committed),
    )
    terms = StoreTerms(id, published_codes(), final=False, claim=touches.claim)
    local = SqlLocal(engine, terms, rerun, clock)
    centre.central.add_device(Device(id, name, unit, b"\0" * 32, clock()))
    return Side(desk, clock, engine, local=local, exchange=Exchange(local), device_id=id)


def knows(engine: Engine, user_name: str) -> bool:
    """Whether a desk has been given the operator."""
    with engine.connect() as connection:
        return SqlOperators(Unit(connection)).by_user_name(user_name) is not None


def a_lone_file(path: Path) -> Engine:
    """The empty file of a desk that has no centre, open."""
    fill_local(path)
    return open_local(path, KEY)


def shared(engine: Engine) -> dict[str, list[dict[str, Any]]]:
    """Every shared row, in plain values, by table and key."""
    with engine.connect() as connection:
        return {
            table.name: [
                body_of(table.name, dict(row))
                for row in connection.execute(
                    select(table).order_by(*table.primary_key.columns)
                ).mappings()
            ]
            for table in SYNCED
        }


__all__ = ["Centre", "Side", "a_centre", "a_side", "knows", "shared"]
