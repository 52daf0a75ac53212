"""The ground of the service tests: one desk on each store, and a replay of all it did."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, ParamSpec
from uuid import UUID

import pytest
from sqlalchemy import Engine, select, text

from db import access_log, operations, work_items
from db.connect import open_central, open_local
from db.migrate import upgrade
from db.store import SqlStore, StoreTerms
from db.tables import REPLAYED
from kundcenter.domain.access import Role
from kundcenter.domain.access_log import AccessRecord
from kundcenter.domain.grounds import Ground as Reason
from kundcenter.domain.grounds import GroundCategory
from kundcenter.domain.identity import PersonId, parse
from kundcenter.domain.journal import Note
from kundcenter.domain.slots import Argon2Cost
from kundcenter.domain.units import UnitKind
from kundcenter.domain.work_items import DUE_AFTER, ItemKind, WorkItem
from kundcenter.errors import KundcenterError
from kundcenter.operations import Operation
from kundcenter.start.desk import Desk, DeskTerms, new_id, published_codes
from kundcenter.sync.replay import Original, Replay

P = ParamSpec("P")

KEY = bytes(range(32))
DEVICE = UUID("01890000-0000-7000-8000-00000000d001")
PASSWORD = "tolv gröna krukor"
CHEAP = Argon2Cost(memory_kib=8, passes=1)
MORNING = datetime(2026, 11, 21, 7, 0, tzinfo=UTC)
CARE_UNIT = "SE0000000001-DEMO1"
NUMBER = "+46701740605"
UNIT_PHONE = "+46701740610"  # no caller has it: a hidden caller's number must be found nowhere
WOMAN, MAN, CHILD = "198807022382", "198807012391", "202407022389"
ASKED = Reason(category=GroundCategory.CARE, text="Patienten ringer om feber")
WHOLE = Note(
    reason="FEBER",
    history="Feber sedan i går, 38,9.",
    assessment="Vaken, dricker, inga varningstecken.",
    urgency="U6",
    outcome="EGENVARD",
    advice="Vila och vätska.",
    call_back_if="Febern inte ger sig på tre dygn.",
)


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
    centre: Engine | None = None  # where all that is done here is carried out again

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
            care_unit=CARE_UNIT,
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

    def unit(self, name: str = "Vårdcentralen Test", hsa_id: str = "SE0000000001-VC1") -> UUID:
        """A unit, added by the administrator who is signed in."""
        return self.desk.units.add(
            hsa_id,
            name,
            kind=UnitKind.PRIMARY_CARE,
            municipality="Jönköping",
            phone=UNIT_PHONE,
            hours="08–17",
        ).the("unit")

    def person(self, number: str = WOMAN) -> UUID:
        """A registered person with one of the official test numbers."""
        return self.desk.people.register(identity(number), "Test", f"Person {number[:4]}").the(
            "person"
        )

    def hand_back(self, of: UUID, **facts: Any) -> UUID:
        """A work item of the operator, as it comes from the centre: no verb of a desk makes one."""
        at = self.clock()
        item = WorkItem(
            **{
                "id": new_id(),
                "kind": ItemKind.REJECTED,
                "device_id": DEVICE,
                "n": 1,
                "verb": "calls.take",
                "code": "hand_over.not_offered",
                "operator_id": of,
                "care_unit": CARE_UNIT,
                "about_kind": "hand_over",
                "about_id": None,
                "happened_at": at,
                "made_at": at,
                "due_at": at + DUE_AFTER,
                **facts,
            }
        )
        for engine in filter(None, (self.engine, self.centre)):
            with engine.begin() as connection:
                work_items.rows.put(connection, item)
        return item.id

    def restarted(self) -> Ground:
        """The program started again: another desk on the same database, nobody signed in."""
        return replace(self, desk=desk_on(self.engine, self.clock))

    def accesses(self, after: int = 0) -> tuple[AccessRecord, ...]:
        """The access log after number `after`, in order."""
        with self.engine.connect() as connection:
            return tuple(r for r in access_log.chain(connection, DEVICE) if r.n > after)

    def operations(self, after: int = 0) -> tuple[Operation, ...]:
        """The operations after number `after`, in order."""
        with self.engine.connect() as connection:
            return tuple(operations.after(connection, DEVICE, after))

    def refuses(
        self,
        kind: type[KundcenterError],
        verb: Callable[P, object],
        /,
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> dict[str, object]:
        """The facts of the refusal, which has left no operation and no access record behind."""
        before = self.operations(), self.accesses()
        with pytest.raises(kind) as caught:
            verb(*args, **kwargs)
        assert type(caught.value) is kind
        assert (self.operations(), self.accesses()) == before
        return caught.value.facts

    @contextmanager
    def refusing(self, table: str) -> Iterator[None]:
        """While it lasts, the database takes no new row of the table: RowConflict."""
        act = (
            "BEGIN SELECT RAISE(ABORT, 'planted'); END"
            if self.engine.dialect.name == "sqlite"
            else "FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()"
        )
        on_table = "" if self.engine.dialect.name == "sqlite" else f" ON {table}"
        with self.engine.begin() as connection:
            connection.execute(text(f"CREATE TRIGGER planted BEFORE INSERT ON {table} {act}"))
        driver = logging.getLogger("psycopg")  # it may warn of rows that were on their way
        heard = driver.level
        driver.setLevel(logging.ERROR)
        try:
            yield
        finally:
            driver.setLevel(heard)
            with self.engine.begin() as connection:
                connection.execute(text(f"DROP TRIGGER planted{on_table}"))


def identity(number: str) -> PersonId:
    """The identity that a number in any spelling means."""
    return parse(number, date(2026, 11, 21)).person_id


def desk_on(engine: Engine, clock: Clock, device_id: UUID = DEVICE) -> Desk:
    """A desk with cheap passwords on a database that has its schema."""
    return Desk(engine, DeskTerms(device_id, KEY, now=clock, new_id=new_id, cost=CHEAP))


def fill_local(path: Path) -> None:
    """An empty encrypted file with its schema, where none is."""
    with path.open("xb") as file:
        path.chmod(0o600)
        file.write(_empty_local())


@cache
def _empty_local() -> bytes:
    # Every step of the schema takes most of a second together: once in a run of tests is enough.
    with TemporaryDirectory() as folder:
        path = Path(folder) / "empty.db"
        engine = open_local(path, KEY)
        upgrade(engine)
        engine.dispose()
        assert [each.name for each in Path(folder).iterdir()] == [path.name]
        return path.read_bytes()


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


def rows(engine: Engine, *names: str) -> dict[str, list[dict[str, Any]]]:
    """Every row that verbs write, table by table, in the order of their keys; or of those named."""
    asked = {table.name: table for table in REPLAYED if not names or table.name in names}
    with engine.connect() as connection:
        # Most tables are empty, and to put a statement together costs more than to run it.
        filled = " UNION ALL ".join(
            f"SELECT '{name}' WHERE EXISTS (SELECT 1 FROM {name})" for name in asked
        )
        found: dict[str, list[dict[str, Any]]] = {name: [] for name in asked}
        for name in connection.execute(text(filled)).scalars().all():
            table = asked[name]
            inquiry = select(table).order_by(*table.primary_key.columns)
            found[name] = [dict(row) for row in connection.execute(inquiry).mappings()]
    return found


def new_rows(engine: Engine, name: str) -> Callable[[], list[dict[str, Any]]]:
    """What will have come into a table since it was asked, in the order of its keys.

    A directory's own ids are made of its name and key, so they lie before and after all others.
    """
    (table,) = (each for each in REPLAYED if each.name == name)

    def key(row: dict[str, Any]) -> tuple[Any, ...]:
        return tuple(row[column.name] for column in table.primary_key.columns)

    known = {key(row) for row in rows(engine, name)[name]}
    return lambda: [row for row in rows(engine, name)[name] if key(row) not in known]


def replay_on(engine: Engine, device_id: UUID = DEVICE) -> Replay:
    """The verbs on the store of `engine`, to carry out operations of the device again."""
    original = Original()
    store = SqlStore(engine, original.source, StoreTerms(device_id, published_codes()))
    return Replay(store, original)


def replay_into(engine: Engine, origin: Engine, device_id: UUID = DEVICE) -> int:
    """Carry out every operation of `origin` in the store of `engine`; returns how many."""
    with origin.connect() as connection:
        done = tuple(operations.after(connection, device_id, 0))
    return replay_on(engine, device_id).apply_all(done)
