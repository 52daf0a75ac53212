"""Leave that is taken back ends at once at a desk that waits for news, over real HTTPS."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import insert

from db.exchange_tables import tickets
from kundcenter.centre.admitting import admission_on, ticket_key
from kundcenter.domain.access import Role
from kundcenter.domain.slots import PasswordWrong
from kundcenter.domain.tickets import TICKET_LIFE
from kundcenter.sync.admission import Admission
from kundcenter.sync.pace import POLL
from kundcenter.sync.wire import Wait, Woken, pack, unpack
from tests.centre.ground import SECRET, House, until
from tests.centre.test_whole_desks import Floor, Whole, nurse
from tests.ground import CARE_UNIT, CHEAP, PASSWORD
from tests.sync.ground import knows

pytestmark = pytest.mark.loopback

SOON = 5.0  # seconds, on a machine with much else to do; alone it takes a third of one
assert SOON < POLL * 0.75 / 2  # by then no desk has asked by itself


@pytest.fixture
def floor(house: House, tmp_path: Path) -> Iterator[Floor]:
    with ExitStack() as stack:
        yield Floor(house, tmp_path, stack)


def gate(floor: Floor) -> Admission:
    """What `kundcenter centre` commands at the centre itself."""
    service = floor.house.service
    return admission_on(
        floor.house.centre.engine,
        service._terms.codes,
        ticket_key(SECRET),
        floor.house.centre.clock,
        service._terms.new_id,
        cost=CHEAP,
    )


def seated(floor: Floor) -> tuple[Whole, Whole, UUID]:
    """The administrator at one desk, a nurse at the other, and both desks wait for news."""
    one, other = floor.desk("ett"), floor.desk("två")
    anna = nurse(one)
    other.until(lambda: knows(other.open.engine, "anna"), "the operator")
    other.desk.sessions.sign_in("anna", PASSWORD)
    one.desk.sessions.sign_in("admin", PASSWORD)
    one.drained()
    other.drained()
    until(lambda: floor.house.service.ticker.waiting == 2)
    return one, other, anna


ENDS: dict[str, Callable[[Floor, Whole, UUID], object]] = {
    "revoked at the centre": lambda floor, _, anna: gate(floor).revoke(anna),
    "disabled at the centre": lambda floor, _, anna: gate(floor).disable(anna),
    "a new password at the centre": lambda floor, *_: gate(floor).give_password(
        "anna", "fyra gröna kaktusar"
    ),
    "disabled at a desk": lambda _, one, anna: one.desk.operators.disable(anna),
    "a new password at a desk": lambda _, one, anna: one.desk.operators.give_password(
        anna, "fyra gröna kaktusar"
    ),
    "roles taken away at a desk": lambda _, one, anna: one.desk.operators.set_roles(
        anna, frozenset({Role.SWITCHBOARD})
    ),
}


@pytest.mark.parametrize("how", ENDS)
def test_a_session_ends_within_moments_at_a_desk_that_waits(floor: Floor, how: str) -> None:
    one, other, anna = seated(floor)
    begun = time.monotonic()
    ENDS[how](floor, one, anna)
    other.until(lambda: anna in other.ended, "the end of the session")
    took = time.monotonic() - begun
    assert took < SOON, f"{took:.1f} s"
    assert other.end()


def test_who_is_given_more_roles_keeps_the_session(floor: Floor) -> None:
    one, other, anna = seated(floor)
    one.desk.operators.set_roles(anna, frozenset({Role.NURSE, Role.SUPERVISOR_NURSE}))
    one.drained()
    other.until(lambda: any(c.of("operator") for c in other.changes), "the roles")
    assert not other.ended
    gate(floor).revoke(anna)  # it would have been seen
    other.until(lambda: anna in other.ended, "the end of the session")


def test_who_signs_in_anew_after_it_is_not_ended_again(floor: Floor) -> None:
    _, other, anna = seated(floor)
    gate(floor).give_password("anna", "fyra gröna kaktusar")
    other.until(lambda: anna in other.ended, "the end of the session")
    assert other.end()
    with pytest.raises(PasswordWrong):
        other.desk.sessions.sign_in("anna", PASSWORD)
    other.desk.sessions.sign_in("anna", "fyra gröna kaktusar")
    other.drained()
    until(lambda: floor.house.service.ticker.waiting == 2)
    assert not other.end()  # though it may have been told of the first end once more
    gate(floor).revoke(anna)  # and the second time, too
    other.until(other.end, "the second end")


def test_a_desk_that_knows_of_the_end_is_left_to_wait(house: House) -> None:
    """Else it would be woken for ever: leave stays taken back for days."""
    house.service.ticker._longest = 0.6
    central, now = house.centre.central, house.centre.clock()
    id, client = house.enrolled()
    gone = house.service._terms.new_id()
    with house.centre.engine.begin() as connection:
        connection.execute(
            insert(tickets),
            {
                "id": house.service._terms.new_id(),
                "operator_id": gone,
                "device_id": id,
                "roles": frozenset({Role.NURSE}),
                "care_unit": CARE_UNIT,
                "issued_at": now,
                "until": now + TICKET_LIFE,
                "revoked_at": now,
            },
        )

    def woken(ended: frozenset[UUID] | None) -> bool:
        answer = client.ask("wait", pack(Wait({}, ended)))
        return unpack(answer, Woken).changed

    assert central.ended(id, now) == {gone: now}
    assert woken(frozenset())
    assert not woken(frozenset({gone}))
    assert not woken(None)  # an older desk would ask again at once, and again
