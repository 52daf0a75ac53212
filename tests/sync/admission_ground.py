"""A centre that says who may sign in, and two desks that ask it over a wire that can be cut."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import text

from db.faults import StoreAway
from db.sync.admission import SqlAdmission
from db.sync.tickets import SqlTickets
from kundcenter.adapters import slots
from kundcenter.adapters.ticket_signing import TicketCheck, TicketKey, new_secret
from kundcenter.domain.access import NOBODY, Role
from kundcenter.domain.slots import Slot
from kundcenter.domain.tickets import SignedIn
from kundcenter.start.desk import Desk, DeskTerms, new_id, published_codes
from kundcenter.sync.admission import Admission, AdmissionTerms
from kundcenter.sync.admission_wire import Way, WiredGate, answer
from kundcenter.sync.admitted import AdmittedSessions
from resources.passwords import common_passwords
from tests.ground import CARE_UNIT, CHEAP, KEY, PASSWORD, Clock
from tests.sync.ground import Centre, Side, a_centre, a_side

DECOY = Slot(UUID(int=0), bytes(16), CHEAP.memory_kib, CHEAP.passes, CHEAP.lanes, bytes(40))


@dataclass(slots=True)
class Wire:
    """Carries what a desk says about signing in; `up` until it is cut."""

    admission: Admission
    device_id: UUID
    up: bool = True
    said: list[tuple[Way, bytes, bytes]] = field(default_factory=list)

    def send(self, way: Way, body: bytes) -> bytes:
        if not self.up:
            raise StoreAway
        told = answer(self.admission, self.device_id, way, body)
        self.said.append((way, body, told))
        return told


@dataclass(slots=True)
class Seat:
    """A desk with its wire to the gate."""

    side: Side
    wire: Wire
    tickets: SqlTickets

    @property
    def desk(self) -> Desk:
        return self.side.desk

    @property
    def sessions(self) -> AdmittedSessions:
        found = self.side.desk.sessions
        assert isinstance(found, AdmittedSessions)
        return found

    def sign_in(self, user_name: str, password: str = PASSWORD) -> SignedIn:
        return self.sessions.sign_in(user_name, password)

    def talk(self, house: House) -> tuple[UUID, ...]:
        """All that there is to say; what the centre ended is ended here.  Returns who."""
        told = [news.ended for news in self.side.talk(house.centre) if news.ended]
        for ended in told:
            self.sessions.end(ended)
        if told:
            self.side.talk(house.centre)
        return tuple({id for ended in told for id in ended.operator_ids})

    def without_centre(self) -> Seat:
        self.wire.up = False
        return self


@dataclass(slots=True)
class House:
    """The centre, who is let in by it, and its two desks."""

    centre: Centre
    admission: Admission
    key: TicketKey
    clock: Clock
    one: Seat
    other: Seat
    admin: UUID

    def operator(self, user_name: str, *roles: Role) -> UUID:
        """An operator with a password, added at the first desk by the administrator there."""
        if self.one.desk.seat.actor == NOBODY:
            self.one.sign_in("admin")
        added = self.one.desk.operators.add(
            user_name,
            f"Test {user_name.capitalize()}",
            roles=frozenset(roles),
            position="Sjuksköterska",
            care_unit=CARE_UNIT,
        ).the("operator")
        self.one.talk(self)
        self.one.desk.operators.give_password(added, PASSWORD)
        self.one.talk(self)
        self.other.talk(self)
        return added

    def rows(self, query: str, **named: Any) -> list[Any]:
        with self.centre.engine.connect() as connection:
            return list(connection.execute(text(query), named))

    def verdicts(self, seat: Seat) -> list[tuple[str, str, str]]:
        """Of the desk's operations: kind, verdict, code."""
        found = {
            row.n: (row.verdict, row.code)
            for row in self.rows(
                "SELECT n, verdict, code FROM centre_results WHERE device_id = :id",
                id=seat.side.device_id,
            )
        }
        local = seat.side.local.operations(0, 1000)
        return [(each.kind, *found[each.n]) for each in local if each.n in found]


def seat_on(admission: Admission, key: TicketKey, side: Side) -> Seat:
    wire = Wire(admission, side.device_id)
    gate = WiredGate(wire.send, TicketCheck(key.public).check)
    terms = DeskTerms(
        side.device_id, KEY, now=side.clock, new_id=new_id, cost=CHEAP, watched=True, gate=gate
    )
    side.desk = Desk(side.engine, terms)
    return Seat(side, wire, SqlTickets(side.engine, side.device_id))


def admission_of(centre: Centre, key: TicketKey, clock: Clock) -> Admission:
    def seal(operator_id: UUID, password: str) -> Slot:
        return slots.seal(password, uuid4().bytes * 2, operator_id=operator_id, cost=CHEAP)

    return Admission(
        SqlAdmission(centre.engine, published_codes()),
        AdmissionTerms(
            seal=seal,
            unseal=slots.unseal,
            decoy=DECOY,
            sign=key.sign,
            common=common_passwords(),
            now=clock,
            new_id=uuid4,
        ),
    )


@contextmanager
def a_house(url: str, folder: Path) -> Iterator[House]:
    clock = Clock()
    key = TicketKey(new_secret())
    with ExitStack() as stack:
        centre = stack.enter_context(a_centre(url, clock))
        admission = admission_of(centre, key, clock)
        admin = admission.begin("admin", "Test Administratör", PASSWORD)
        one, other = (
            seat_on(admission, key, a_side(stack, folder / f"{name}.db", clock, centre, name))
            for name in ("ett", "två")
        )
        house = House(centre, admission, key, clock, one, other, admin)
        for seat in (one, other):
            seat.talk(house)
        yield house


__all__ = ["House", "Seat", "Wire", "a_house", "admission_of", "seat_on"]
