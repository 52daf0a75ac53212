"""The centre's service as PostgreSQL knows it: it may do its work, and nothing besides."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from sqlalchemy import Connection, Engine, make_url, text
from sqlalchemy.exc import ProgrammingError

from db.connect import open_central
from db.sync import grants
from db.sync.ageing import SqlAgeing
from db.sync.central import SqlCentral
from db.tables import APPEND_ONLY, metadata
from kundcenter.domain.access import Role
from kundcenter.domain.ageing import KeepTerms
from kundcenter.domain.callbacks import CallbackKind, Promised
from kundcenter.domain.devices import Device
from kundcenter.domain.feed import SLICES, asked_for, team
from kundcenter.start.desk import new_id, published_codes
from kundcenter.sync.comparing import compare
from kundcenter.sync.exchange import Exchange
from kundcenter.sync.history import Recall, recall
from kundcenter.sync.judge import Judge
from kundcenter.sync.wire import Compare
from tests.ground import ASKED, CARE_UNIT, MAN, NUMBER, WHOLE, WOMAN, fill_central, opened
from tests.sync.admission_ground import House, a_house, admission_of
from tests.sync.ground import Centre, shared

TEAM = ("calls", "entries", "entry_versions")
ANCHORS = ("centre_anchors", "centre_anchor_heads", "centre_anchor_doubts")
LOG = ("centre_results", *ANCHORS)
ADDED_TO = (*(each.name for each in APPEND_ONLY), *LOG)
FAR = "SE0000000001-LANGT"


@dataclass(slots=True)
class Service:
    """The centre run by its service's own role, on the database that the owner made."""

    house: House
    engine: Engine
    far: UUID  # a desk of another unit, where nobody has been

    @contextmanager
    def on(self, device_id: object = None) -> Iterator[Connection]:
        """A transaction of the service, about a desk or about none."""
        with self.engine.connect() as connection, connection.begin() as transaction:
            if device_id is not None:
                connection.execute(
                    text("SELECT set_config('app.device', :id, true)"), {"id": str(device_id)}
                )
            yield connection
            transaction.rollback()

    def seen(self, table: str, device_id: object = None) -> int:
        with self.on(device_id) as connection:
            found = connection.execute(text(f"SELECT count(*) FROM {table}")).scalar_one()
            return int(found)

    def refuses(self, statement: str, device_id: object = None) -> str:
        """The SQLSTATE of the refusal."""
        with self.on(device_id) as connection, pytest.raises(ProgrammingError) as caught:
            connection.execute(text(statement))
        return str(getattr(caught.value.orig, "sqlstate", ""))


@pytest.fixture
def service(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Service]:
    """A house whose two desks have worked, all of it judged by the service's role."""
    server = request.getfixturevalue("postgres_server")
    with server.clone("empty", fill_central) as url, a_house(url, tmp_path) as house:
        with house.centre.engine.begin() as connection:
            grants.install(connection)
            grants.install(connection)  # a second time changes nothing
        own = make_url(url).set(username=grants.ROLE).render_as_string(hide_password=False)
        with opened(open_central(own)) as engine:
            central = SqlCentral(engine, published_codes())
            far = Device(new_id(), "långt bort", FAR, b"\0" * 32, house.clock())
            central.add_device(far)
            house.centre = Centre(engine, central, Judge(central, house.clock), house.clock)
            house.admission = admission_of(house.centre, house.key, house.clock)
            for seat in (house.one, house.other):
                seat.wire.admission = house.admission
            yield Service(house, engine, far.id)


def worked(house: House) -> None:
    """Two nurses at two desks, each with a note; both desks have all of it."""
    house.operator("nurse", Role.NURSE)
    house.operator("bo", Role.NURSE)
    for seat, name, number in ((house.one, "nurse", WOMAN), (house.other, "bo", MAN)):
        seat.sign_in(name)
        call = seat.desk.calls.register("+46701740605").the("call")
        entry = seat.desk.journal.write(seat.side.person(number), WHOLE, call_id=call).the("entry")
        seat.desk.journal.sign(entry, upon=1)
    for _ in range(2):
        for seat in (house.one, house.other):
            seat.talk(house)


def test_the_service_does_all_of_its_work(service: Service) -> None:
    house = service.house
    worked(house)
    person = house.other.side.person_of(WOMAN)
    house.other.desk.journal.write(person, replace(WHOLE, advice="Vila"))
    due, said = house.clock() + timedelta(hours=1), Promised(person, NUMBER)
    house.other.desk.callbacks.promise(CallbackKind.OWN, due, said)  # it is of all teams
    house.other.talk(house)
    house.one.talk(house)
    for seat in (house.one, house.other):
        assert {verdict for _, verdict, _ in house.verdicts(seat)} == {"applied"}
    with open_owner(service) as owner:
        assert shared(owner) == shared(house.one.side.engine) == shared(house.other.side.engine)
    house.admission.disable(next(iter(seat_operators(service))))


@contextmanager
def open_owner(service: Service) -> Iterator[Engine]:
    url = service.engine.url.set(username="postgres").render_as_string(hide_password=False)
    with opened(open_central(url)) as engine:
        yield engine


def seat_operators(service: Service) -> list[UUID]:
    with service.on() as connection:
        query = "SELECT id FROM operators WHERE user_name = 'nurse'"
        return list(connection.execute(text(query)).scalars())


@pytest.mark.logs("a desk's bucket differs")
def test_the_service_gives_a_desk_the_rows_in_which_it_differs(service: Service) -> None:
    worked(service.house)
    device = service.house.one.side.device_id
    nothing = {team(CARE_UNIT): (0,) * SLICES}
    told = compare(service.house.centre.central, device, Compare(nothing))
    (mended,) = told.mended
    assert len(mended.rows) == mended.mark.count > 5
    assert compare(service.house.centre.central, service.far, Compare(nothing)).mended == ()


def test_it_owns_nothing_and_is_above_no_policy(service: Service) -> None:
    with service.on() as connection:
        assert connection.execute(text("SELECT current_user")).scalar() == grants.ROLE
        owned = "SELECT count(*) FROM pg_class WHERE pg_get_userbyid(relowner) = current_user"
        mine = f"{owned} AND relnamespace = 'public'::regnamespace"
        assert connection.execute(text(mine)).scalar() == 0
        rights = "SELECT rolsuper, rolbypassrls, rolcreatedb, rolcreaterole FROM pg_roles"
        row = connection.execute(text(f"{rights} WHERE rolname = current_user")).one()
        assert tuple(row) == (False, False, False, False)


@pytest.mark.parametrize("table", ADDED_TO)
def test_what_is_only_added_to_it_can_neither_change_nor_remove(
    service: Service, table: str
) -> None:
    column = next(iter(metadata.tables[table].columns)).name
    for statement in (
        f"UPDATE {table} SET {column} = {column}",
        f"DELETE FROM {table}",
        f"TRUNCATE {table}",
        f"ALTER TABLE {table} DISABLE TRIGGER ALL",
        f"ALTER TABLE {table} NO FORCE ROW LEVEL SECURITY",
        f"DROP TABLE {table}",
    ):
        assert service.refuses(statement, service.house.one.side.device_id) == "42501"


def test_of_the_feed_it_may_delete_only_what_is_not_in_force_in_the_bucket_it_is_at(
    service: Service,
) -> None:
    house = service.house
    worked(house)
    device = house.one.side.device_id
    bucket = team(CARE_UNIT)
    house.other.desk.people.note_language(house.other.side.person_of(WOMAN), "polska")
    house.other.talk(house)
    assert service.refuses("UPDATE centre_feed SET body = NULL", device) == "42501"
    assert service.refuses("TRUNCATE centre_feed", device) == "42501"
    delete = text("DELETE FROM centre_feed")
    for at in (device, None, service.far):
        with service.on(at) as connection:
            assert connection.execute(delete).rowcount == 0
    with service.on() as connection:
        grants.name_bucket(connection, "team:nowhere")
        assert connection.execute(delete).rowcount == 0
    with service.on() as connection:
        grants.name_bucket(connection, bucket)
        before = connection.execute(text("SELECT count(*) FROM centre_feed")).scalar_one()
        gone = connection.execute(delete).rowcount
        left = connection.execute(text("SELECT count(*) FROM centre_feed")).scalar_one()
        needed = connection.execute(
            text("SELECT size FROM centre_buckets WHERE id = :id"), {"id": bucket}
        ).scalar_one()
    assert gone > 0
    assert before - gone == left == needed


def test_the_service_ages_and_compacts_and_gives_what_is_past(service: Service) -> None:
    house = service.house
    worked(house)
    clock, engine = house.clock, service.engine
    one, other = house.one, house.other
    person = other.side.person_of(WOMAN)
    one.desk.people.open(person, ASKED)
    for seat in (one, other):
        seat.talk(house)
    call_left_open = len(shared(other.side.engine)["calls"])
    assert call_left_open == 2
    with open_owner(service) as owner, owner.begin() as connection:
        connection.execute(text("UPDATE calls SET closed_at = now(), ended_at = now()"))
    ageing = SqlAgeing(engine, KeepTerms(timedelta(0), timedelta(0)))
    assert ageing.age(clock()) > 5
    assert ageing.compact(clock()) > 0
    for seat in (one, other):
        seat.talk(house)
        assert shared(seat.side.engine)["entries"] == []
    asked = Recall(one.side.local.heads().access.n, person)
    assert recall(house.centre.central, clock, one.side.device_id, asked).past
    one.side.exchange = Exchange(one.side.local)
    one.talk(house)
    other.talk(house)
    assert len(shared(one.side.engine)["entries"]) == 1
    assert shared(other.side.engine)["entries"] == []
    with service.on(other.side.device_id) as connection:
        found = set(connection.execute(text("SELECT DISTINCT bucket FROM centre_feed")).scalars())
    assert asked_for(one.side.device_id) not in found  # it is no other desk's
    with service.on(one.side.device_id) as connection:
        found = set(connection.execute(text("SELECT DISTINCT bucket FROM centre_feed")).scalars())
    assert asked_for(one.side.device_id) in found


def test_a_chore_writes_no_row_of_anybodys(service: Service) -> None:
    worked(service.house)
    with service.on() as connection:
        grants.name_bucket(connection, team(CARE_UNIT))
        assert connection.execute(text("SELECT count(*) FROM entries")).scalar_one() == 2
        with pytest.raises(ProgrammingError) as caught:
            connection.execute(text("UPDATE calls SET outcome = 'x'"))
    assert "row-level security" in str(caught.value.orig)


def test_of_a_version_it_may_write_the_signature_alone(service: Service) -> None:
    worked(service.house)
    device = service.house.one.side.device_id
    assert service.refuses("UPDATE entry_versions SET advice = ''", device) == "42501"
    assert service.refuses("DELETE FROM entry_versions", device) == "42501"
    with service.on(device) as connection, pytest.raises(Exception, match="append only"):
        connection.execute(text("UPDATE entry_versions SET signed_at = now()"))  # it is signed


def test_what_a_desk_keeps_for_itself_is_closed_to_it(service: Service) -> None:
    for table in ("slots", "drafts", "sync_tickets", "sign_in_attempts"):
        assert service.refuses(f"SELECT * FROM {table}") == "42501"
    assert service.refuses("UPDATE marks SET value = ''") == "42501"
    assert service.refuses("UPDATE centre_tickets SET roles = 'ADMIN'") == "42501"
    assert service.refuses("UPDATE centre_tickets SET until = until") == "42501"


@pytest.mark.parametrize("table", [*TEAM, "people", "name_words", "centre_feed"])
def test_without_a_desk_at_work_there_are_no_rows(service: Service, table: str) -> None:
    worked(service.house)
    device = service.house.one.side.device_id
    with open_owner(service) as owner, owner.begin() as connection:
        there = connection.execute(text(f"SELECT count(*) FROM {table}")).scalar_one()
    assert there > 0
    assert service.seen(table, device) == there
    assert service.seen(table) == 0
    assert service.seen(table, "") == 0
    assert service.seen(table, uuid4()) == 0  # a name in a setting is no desk
    for state, wanted in (("wiping", there), ("frozen", 0), ("hostile", 0), ("gone", 0)):
        with open_owner(service) as owner, owner.begin() as connection:
            connection.execute(
                text("UPDATE centre_devices SET state = :state WHERE id = :id"),
                {"state": state, "id": device},
            )
        assert service.seen(table, device) == wanted


@pytest.mark.parametrize("table", TEAM)
def test_a_desk_of_another_team_has_none_of_the_rows(service: Service, table: str) -> None:
    worked(service.house)
    assert service.seen(table, service.house.one.side.device_id) > 0
    assert service.seen(table, service.far) == 0
    with service.on(service.far) as connection:
        if table == "calls":
            changed = connection.execute(text("UPDATE calls SET outcome = 'x'"))
            assert changed.rowcount == 0


def test_a_desk_of_another_team_is_given_none_of_its_feed(service: Service) -> None:
    worked(service.house)
    with service.on(service.far) as connection:
        found = connection.execute(text("SELECT DISTINCT bucket FROM centre_feed")).scalars()
        assert set(found) == {"ref"}


def test_without_a_desk_nothing_is_written_for_a_team(service: Service) -> None:
    worked(service.house)
    for table in (*TEAM, "people"):
        with open_owner(service) as owner, owner.begin() as connection:
            row = dict(connection.execute(text(f"SELECT * FROM {table} LIMIT 1")).mappings().one())
        row["id"] = uuid4()
        names = ", ".join(row)
        places = ", ".join(f":{name}" for name in row)
        with service.on(uuid4()) as connection, pytest.raises(ProgrammingError) as caught:
            connection.execute(text(f"INSERT INTO {table} ({names}) VALUES ({places})"), row)
        assert "row-level security" in str(caught.value.orig)
