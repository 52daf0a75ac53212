"""The ground of the service tests: one desk on each store, and a replay of all it did."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlalchemy import Engine, insert, select

from db import operations
from db.connect import open_central, open_local
from db.migrate import upgrade
from db.store import SqlStore, StoreTerms
from db.tables import REPLAYED
from kundcenter.domain.access import Role
from kundcenter.domain.slots import Argon2Cost
from kundcenter.start.desk import Desk, DeskTerms, new_id, published_codes
from kundcenter.sync.replay import Original, Replay

KEY = bytes(range(32))
DEVICE = UUID("01890000-0000-7000-8000-00000000d001")
PASSWORD = "tolv gröna krukor"
CHEAP = Argon2Cost(memory_kib=8, passes=1)
MORNING = datetime(2026, 11, 21, 7, 0, tzinfo=UTC)


@dataclass(slots=True)
class Clock:
    """A clock that stands still until a test moves it; each look moves it a millisecond."""

    at: datetime = MORNING

    def __call__(self) -> datetime:
        self.at += timedelta(milliseconds=1)
        return self.at

    def pass_time(self, **span: float) -> None:
        self.at += timedelta(**span)


@dataclass(slots=True)
class Ground:
    """A desk to test on, the clock on its wall, and its database."""

    desk: Desk
    clock: Clock
    engine: Engine
    people: dict[str, UUID] = field(default_factory=dict)

    def begin(self) -> UUID:
        """The first administrator, signed in."""
        admin = self.desk.operators.begin("admin", "Test Administratör", PASSWORD).the("operator")
        self.desk.sessions.sign_in("admin", PASSWORD)
        return admin

    def operator(self, user_name: str, *roles: Role, position: str = "Sjuksköterska") -> UUID:
        """An operator with a password, added by the administrator who is signed in."""
        added = self.desk.operators.add(
            user_name,
            f"Test {user_name.capitalize()}",
            roles=frozenset(roles),
            position=position,
            care_unit="SE0000000001-DEMO1",
        )
        id = added.the("operator")
        self.desk.operators.give_password(id, PASSWORD)
        return id

    def sign_in(self, user_name: str) -> None:
        """Somebody else takes the seat."""
        self.desk.sessions.sign_out()
        self.desk.sessions.sign_in(user_name, PASSWORD)

    def nurse(self, user_name: str = "nurse") -> UUID:
        """A nurse at the desk, from an empty store."""
        self.begin()
        id = self.operator(user_name, Role.NURSE)
        self.sign_in(user_name)
        return id


def desk_on(engine: Engine, clock: Clock, device_id: UUID = DEVICE) -> Desk:
    """A desk with cheap passwords on a database that has its schema."""
    return Desk(engine, DeskTerms(device_id, KEY, now=clock, new_id=new_id, cost=CHEAP))


def fill_local(path: Path) -> None:
    """An empty encrypted file with its schema."""
    engine = open_local(path, KEY)
    upgrade(engine)
    engine.dispose()


def fill_central(url: str) -> None:
    """An empty PostgreSQL database with its schema."""
    engine = open_central(url)
    upgrade(engine)
    engine.dispose()


@contextmanager
def opened(engine: Engine) -> Iterator[Engine]:
    try:
        yield engine
    finally:
        engine.dispose()


def rows(engine: Engine) -> dict[str, list[dict[str, Any]]]:
    """Every row that verbs write, table by table, in the order of their keys."""
    with engine.connect() as connection:
        return {
            table.name: [
                dict(row)
                for row in connection.execute(
                    select(table).order_by(*table.primary_key.columns)
                ).mappings()
            ]
            for table in REPLAYED
        }


def replay_into(engine: Engine, origin: Engine, device_id: UUID = DEVICE) -> int:
    """Carry out every operation of `origin` in the store of `engine`; returns how many."""
    original = Original()
    store = SqlStore(engine, original.source, StoreTerms(device_id, published_codes()))
    with origin.connect() as connection:
        done = tuple(operations.after(connection, device_id, 0))
    return Replay(store, original).apply_all(done)
