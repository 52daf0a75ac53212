"""Who had signed in after the copy was made is believed again, by the centre's own signature."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import update

from db.exchange_tables import kept_tickets
from db.sync import refounding
from kundcenter.adapters.ticket_signing import TicketCheck
from kundcenter.domain.access import Role
from kundcenter.domain.devices import Device, DeviceUnknown
from kundcenter.domain.feed import Verdict
from kundcenter.sync.exchange import Exchange
from kundcenter.sync.judge import Judge
from tests.ground import CARE_UNIT, NUMBER, fill_central
from tests.sync.admission_ground import House, a_house, seat_on
from tests.sync.ground import a_side, shared
from tests.sync.putting_back import Copies
from tests.sync.redrive_ground import agree, waiting

back = pytest.mark.logs("the centre was put back in time")


@dataclass(slots=True)
class Place:
    house: House
    copies: Copies
    stack: ExitStack
    folder: Path


@pytest.fixture
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Place]:
    server = request.getfixturevalue("postgres_server")
    with (
        server.clone("empty", fill_central) as url,
        a_house(url, tmp_path) as house,
        ExitStack() as stack,
    ):
        centre = house.centre
        centre.judge = Judge(centre.central, house.clock, TicketCheck(house.key.public).check)
        house.operator("nurse", Role.NURSE)
        copies = Copies(server, centre)
        try:
            yield Place(house, copies, stack, tmp_path)
        finally:
            copies.drop()


def worked_and_forgotten(place: Place) -> None:
    """A nurse signs in twice by the centre and once without it; all of that is forgotten."""
    house, seat = place.house, place.house.other
    copy = place.copies.take()
    for _ in range(2):
        house.clock.pass_time(minutes=5)
        seat.sign_in("nurse")
        seat.desk.calls.register(NUMBER)
        seat.sessions.sign_out()
        seat.talk(house)
    seat.without_centre().sign_in("nurse")
    seat.desk.calls.register(NUMBER)
    seat.wire.up = True
    seat.talk(house)
    assert {verdict for _, verdict, _ in house.verdicts(seat)} == {"applied"}
    place.copies.put_back(copy)


@back
def test_sessions_that_the_centre_has_forgotten_are_judged_as_they_were(place: Place) -> None:
    house, seat = place.house, place.house.other
    worked_and_forgotten(place)
    seat.talk(house)
    assert {verdict for _, verdict, _ in house.verdicts(seat)} == {"applied"}
    assert waiting(house.centre) == []
    agree(house.centre, house.one.side, seat.side)
    assert len(shared(house.centre.engine)["calls"]) == 3
    tickets = house.rows("SELECT session_id FROM centre_tickets ORDER BY issued_at")
    assert sum(row.session_id is not None for row in tickets) >= 2
    seat.sign_in("nurse")  # she is let in as before


@back
@pytest.mark.parametrize("what", ["roles", "device", "signature"])
def test_a_ticket_that_the_centre_has_not_signed_so_opens_nothing(place: Place, what: str) -> None:
    house, seat = place.house, place.house.other
    worked_and_forgotten(place)
    changes: dict[str, dict[str, Any]] = {
        "roles": {"roles": frozenset({Role.NURSE, Role.ADMINISTRATOR})},
        "device": {},
        "signature": {"signature": bytes(64)},
    }
    with seat.side.engine.begin() as connection:
        if what == "device":  # the centre has signed it, for another desk
            for each in refounding._ticket_rows.all(connection, refounding._ticket_rows.select()):
                its = house.key.sign(replace(each, device_id=house.one.side.device_id))
                values = {"device_id": its.device_id, "signature": its.signature}
                connection.execute(
                    update(kept_tickets).where(kept_tickets.c.id == its.id).values(values)
                )
        else:
            connection.execute(update(kept_tickets).values(changes[what]))
    issued = len(house.rows("SELECT id FROM centre_tickets"))
    seat.talk(house)
    verdicts = {kind: (verdict, code) for kind, verdict, code in house.verdicts(seat)}
    assert verdicts["sessions.open"] == (Verdict.QUARANTINED, "ticket.none_for_session")
    assert verdicts["calls.register"] == (Verdict.QUARANTINED, "sync.not_of_the_session")
    assert len(house.rows("SELECT id FROM centre_tickets")) == issued
    assert len(shared(seat.side.engine)["calls"]) == 3  # nothing is lost, and it is seen here


@back
def test_a_desk_that_was_enrolled_after_the_copy_is_enrolled_again_and_keeps_its_work(
    place: Place,
) -> None:
    house = place.house
    copy = place.copies.take()
    side = a_side(place.stack, place.folder / "new.db", house.clock, house.centre, "ny")
    seat = seat_on(house.admission, house.key, side)
    seat.talk(house)
    seat.sign_in("nurse")
    side.person()
    seat.talk(house)
    place.copies.put_back(copy)
    side.exchange = Exchange(side.local)
    with pytest.raises(DeviceUnknown):
        seat.talk(house)
    side.desk.calls.register(NUMBER)
    new = Device(side.device_id, "ny", CARE_UNIT, b"\0" * 32, house.clock())
    house.centre.central.add_device(new)
    side.exchange = Exchange(side.local)
    seat.talk(house)
    assert house.centre.central.device(side.device_id).alone_until == 0
    assert {verdict for _, verdict, _ in house.verdicts(seat)} == {"applied"}
    agree(house.centre, house.one.side, side)
    assert len(shared(house.one.side.engine)["people"]) == 1
