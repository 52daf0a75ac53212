"""What is told of an operator or of a call is for the team's desks alone, in PostgreSQL too."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
from sqlalchemy import text
from sqlalchemy.exc import ProgrammingError

from db.sync import grants
from db.tables import APPEND_ONLY
from kundcenter.domain.access import Role
from kundcenter.domain.lines import EndReason
from kundcenter.domain.supervision.breaks import BreakKind
from kundcenter.domain.supervision.call_reviews import Grade, Mark, Pick
from kundcenter.domain.supervision.presences import PresenceKind
from kundcenter.domain.supervision.samples import CareLevel, Frame, Judgement
from kundcenter.services.calls import Ring
from tests.ground import MORNING, NUMBER
from tests.sync.admission_ground import House, Seat
from tests.sync.ground import shared
from tests.sync.supervision.test_leading_of_all_teams import TEAM
from tests.sync.test_grants import Service, open_owner, service

__all__ = ["service"]

RIGHT = Judgement(True, CareLevel.PRIMARY, CareLevel.SELF_CARE, "Kunde ha fått råd")
DAY = timedelta(days=1)
CHANGES = {  # of a row that is there
    "presences": "UPDATE presences SET seen_at = seen_at",
    "call_reviews": "UPDATE call_reviews SET word = 'x'",
}
ADDED_TO = {table.name for table in APPEND_ONLY}


def led(house: House) -> None:
    """A nurse at one desk, at the other who leads: a break, a sample, a review; both have it."""
    me = house.operator("nurse", Role.NURSE)
    house.operator("lisa", Role.SUPERVISOR_NURSE)
    one, other = house.one, house.other
    takes(one, "nurse")
    takes(other, "lisa")
    one.desk.presences.begin()
    pause = one.desk.presences.begin(PresenceKind.PAUSE).the("presence")
    one.desk.presences.end()
    one.desk.presences.explain(pause, BreakKind.LUNCH)
    call = one.desk.calls.ring(Ring("line-7", NUMBER, queue="1177")).the("call")
    one.desk.calls.answer(call)
    one.desk.calls.end(call, EndReason.CALLER)
    talked(house)
    frame = Frame(MORNING - DAY, MORNING + DAY, "2026-11", 5)
    (picked,) = other.desk.samples.pick(frame).call_ids
    sample = other.desk.samples.draw(frame, (picked,), 1).the("sample")
    other.desk.samples.judge(sample, call, RIGHT)
    review = other.desk.call_reviews.begin((Pick(call, me),)).the("call_review")
    other.desk.call_reviews.write(review, (Mark("O2", Grade.YES),), "Bra lugn")
    talked(house)
    one.desk.call_reviews.seen(review, "Tack!")
    talked(house)


def takes(seat: Seat, user_name: str) -> None:
    seat.desk.sessions.sign_out()
    seat.sign_in(user_name)


def talked(house: House) -> None:
    for _ in range(2):
        for seat in (house.one, house.other):
            seat.talk(house)


def kept(given: Service, table: str) -> int:
    with open_owner(given) as owner, owner.connect() as connection:
        return int(connection.execute(text(f"SELECT count(*) FROM {table}")).scalar_one())


def test_what_stays_in_the_team_is_guarded_in_the_database() -> None:
    assert set(TEAM) <= grants.BY_TEAM


def test_the_service_takes_in_and_gives_out_all_of_it(service: Service) -> None:
    house = service.house
    led(house)
    for seat in (house.one, house.other):
        assert {verdict for _, verdict, _ in house.verdicts(seat)} == {"applied"}
    kinds = {kind for seat in (house.one, house.other) for kind, _, _ in house.verdicts(seat)}
    assert {"presences.explain", "samples.judge", "call_reviews.seen"} <= kinds
    with open_owner(service) as owner:
        its = shared(owner)
    for seat in (house.one, house.other):
        has = shared(seat.side.engine)
        for table in TEAM:
            assert has[table] == its[table] != [], table


def test_a_desk_of_another_team_has_none_of_it(service: Service) -> None:
    led(service.house)
    device = service.house.one.side.device_id
    for table in TEAM:
        there = kept(service, table)
        assert there > 0
        assert service.seen(table, device) == there
        assert service.seen(table, service.far) == service.seen(table) == 0
        assert service.seen(table, uuid4()) == 0  # a name in a setting is no desk
    for change in CHANGES.values():
        with service.on(service.far) as connection:
            assert connection.execute(text(change)).rowcount == 0
        with service.on(device) as connection:
            assert connection.execute(text(change)).rowcount > 0
    assert CHANGES.keys() | ADDED_TO >= set(TEAM)
    for state in ("frozen", "hostile", "gone"):
        with open_owner(service) as owner, owner.begin() as connection:
            connection.execute(
                text("UPDATE centre_devices SET state = :state WHERE id = :id"),
                {"state": state, "id": device},
            )
        assert {service.seen(table, device) for table in TEAM} == {0}
    assert service.seen("presences", service.house.other.side.device_id) > 0


def test_without_a_desk_none_of_it_is_written(service: Service) -> None:
    led(service.house)
    for table in TEAM:
        with open_owner(service) as owner, owner.begin() as connection:
            row = dict(connection.execute(text(f"SELECT * FROM {table} LIMIT 1")).mappings().one())
        row["id"] = uuid4()
        names, places = ", ".join(row), ", ".join(f":{name}" for name in row)
        insert = text(f"INSERT INTO {table} ({names}) VALUES ({places})")
        with service.on(uuid4()) as connection, pytest.raises(ProgrammingError) as caught:
            connection.execute(insert, row)
        assert "row-level security" in str(caught.value.orig)
        with service.on(service.house.one.side.device_id) as connection:
            assert connection.execute(insert, row).rowcount == 1
