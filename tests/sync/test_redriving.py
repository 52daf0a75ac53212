"""What is in quarantine is carried out after all, once, when what stood against it is mended."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import make_url, text

from db.connect import open_central
from db.sync import grants
from db.sync.central import SqlCentral
from db.sync.quarantine import SqlQuarantine
from kundcenter.changes import Changes
from kundcenter.domain.access import Role
from kundcenter.domain.calls import Call, Channel
from kundcenter.domain.feed import Verdict, own
from kundcenter.domain.operators import OperatorNotFound
from kundcenter.domain.parts import PartKind
from kundcenter.domain.people import PersonNotFound as NotFoundAnywhere
from kundcenter.domain.quarantine import DRIVEN, Depth, QuarantineNotFound, Waiting
from kundcenter.operations import Operation
from kundcenter.services.calls import Calls
from kundcenter.start.desk import published_codes
from kundcenter.sync import leave
from kundcenter.sync.exchange import Exchange
from kundcenter.sync.judge import Judge
from kundcenter.sync.ports import Batch
from kundcenter.sync.redriving import Driven
from kundcenter.sync.replay import CarriesOut
from tests.ground import NUMBER, WHOLE, fill_central, opened
from tests.sync.admission_ground import a_house
from tests.sync.ground import Centre, Side, shared
from tests.sync.redrive_ground import (
    agree,
    all_of,
    an_older_centre,
    drive_all,
    loose,
    waiting,
)
from tests.sync.test_admission_judged import opened_with

Three = tuple[Centre, Side, Side]
MOBILE = "+46701740606"


@contextmanager
def a_centre_of(url: str, centre: Centre) -> Iterator[Centre]:
    """The same centre, as another role sees it."""
    with opened(open_central(url)) as engine:
        central = SqlCentral(engine, published_codes())
        yield Centre(engine, central, Judge(central, centre.clock), centre.clock)


def _beckon(self: Calls, number: str) -> Changes:
    """A verb of a later program."""
    with self._store.work("calls.beckon", number=number) as work:
        call = Call(
            id=work.new_id(),
            channel=Channel.MANUAL,
            rang_at=work.now,
            queued_at=work.now,
            number=number,
        )
        work.calls.put(call.answered(work.now, work.actor.operator_id))
    return work.changes()


def test_what_the_centre_did_not_know_is_carried_out_when_it_has_learnt_it(
    three: Three, monkeypatch: pytest.MonkeyPatch
) -> None:
    centre, one, other = three
    one.nurse()
    one.talk(centre)
    monkeypatch.setattr(Calls, "beckon", _beckon, raising=False)
    one.desk.calls.beckon(NUMBER)  # type: ignore[attr-defined]
    monkeypatch.delattr(Calls, "beckon")
    one.talk(centre)
    (place,) = waiting(centre)
    (failed,) = drive_all(centre)
    assert (failed.done, failed.code) == (False, "operation.verb_unknown")
    monkeypatch.setattr(Calls, "beckon", _beckon, raising=False)
    assert drive_all(centre) == (Driven(*place, done=True),)
    agree(centre, one, other)
    assert [call["number"] for call in shared(other.engine)["calls"]] == [NUMBER]


def test_it_is_carried_out_once_and_the_verdict_stays_as_it_was_told(three: Three) -> None:
    centre, one, other = three
    one.nurse()
    with an_older_centre("people.register"):
        one.person()
        one.talk(centre)
        other.talk(centre)
    (place,) = waiting(centre)
    assert loose(one) == [place[1]]
    (made,) = shared(other.engine)["work_items"]
    centre.clock.pass_time(hours=1)
    assert drive_all(centre) == (Driven(*place, done=True),)
    assert waiting(centre) == []
    stood = all_of(centre)
    assert centre.redriving.drive(*place) == Driven(*place, done=True)
    assert all_of(centre) == stood
    with centre.engine.connect() as connection:
        told = connection.execute(
            text("SELECT verdict FROM centre_results WHERE n = :n"), {"n": place[1]}
        ).scalar()
    assert told == Verdict.QUARANTINED
    agree(centre, one, other)
    assert len(shared(other.engine)["people"]) == 1
    (item,) = shared(other.engine)["work_items"]
    assert item["resolution"] == DRIVEN
    assert made["id"] == item["id"]
    assert one.desk.work_items.waiting() == ()


def test_what_was_built_on_it_follows_in_its_order(three: Three) -> None:
    centre, one, other = three
    one.nurse()
    with an_older_centre("people.register", "calls.register"):
        person = one.person()
        call = one.desk.calls.register(NUMBER).the("call")
        one.desk.calls.open_part(call, PartKind.ADVICE)
        entry = one.desk.journal.write(person, WHOLE).the("entry")
        one.desk.journal.sign(entry, upon=1)
        one.talk(centre)
        assert len(waiting(centre)) == 5
        assert not any(each.done for each in drive_all(centre))
    places = waiting(centre)
    said = centre.redriving.drive_all(list(reversed(places)))
    assert [((x.device_id, x.n), x.done) for x in said] == [(place, True) for place in places]
    agree(centre, one, other)
    assert len(shared(centre.engine)["parts"]) == 1
    assert shared(other.engine)["entry_versions"][0]["signed_at"] is not None


def test_what_fails_again_stays_as_it_was_and_says_why(
    three: Three, monkeypatch: pytest.MonkeyPatch
) -> None:
    centre, one, _ = three
    one.nurse()
    with an_older_centre("people.register"):
        one.person()
        one.talk(centre)

    def failing(batch: Batch, operation: Operation, at: datetime) -> None:
        leave.note(batch, operation, at)
        raise NotFoundAnywhere(id=operation.id)

    stood = all_of(centre)
    monkeypatch.setattr("kundcenter.sync.redriving.note", failing)  # when the verb has written
    (failed,) = drive_all(centre)
    assert (failed.done, failed.code) == (False, NotFoundAnywhere.code)
    monkeypatch.setattr("kundcenter.sync.redriving.note", _dividing)
    (failed,) = drive_all(centre)
    assert (failed.code, failed.facts) == ("sync.not_understood", {"why": "ZeroDivisionError"})
    assert all_of(centre) == stood
    monkeypatch.undo()
    assert drive_all(centre)[0].done


def _dividing(*_: object) -> None:
    raise ZeroDivisionError


def test_other_bytes_than_those_that_were_judged_are_not_carried_out(three: Three) -> None:
    centre, one, _ = three
    one.nurse()
    with an_older_centre("calls.register"):
        one.desk.calls.register(NUMBER)
        one.talk(centre)
    (place,) = waiting(centre)
    for change in (
        "UPDATE centre_quarantine SET body = "
        "convert_to(replace(convert_from(body, 'UTF8'), 'calls.register', 'calls.close'), 'UTF8')",
        "UPDATE centre_results SET hash = '\\x00' WHERE verdict = 'quarantined'",
        "UPDATE centre_results SET hash = '\\x00' "
        "WHERE n = (SELECT n - 1 FROM centre_results WHERE verdict = 'quarantined')",
    ):
        with centre.engine.connect() as connection:
            old = connection.execute(
                text("SELECT n, hash FROM centre_results WHERE device_id = :id"),
                {"id": place[0]},
            ).all()
            body = connection.execute(text("SELECT body FROM centre_quarantine")).scalar()
        with centre.engine.begin() as connection:
            connection.execute(text(change))
        (failed,) = drive_all(centre)
        assert (failed.done, failed.code) == (False, "sync.not_understood")
        with centre.engine.begin() as connection:
            connection.execute(text("UPDATE centre_quarantine SET body = :body"), {"body": body})
            for row in old:
                connection.execute(
                    text("UPDATE centre_results SET hash = :h WHERE device_id = :id AND n = :n"),
                    {"h": row.hash, "id": place[0], "n": row.n},
                )
    assert drive_all(centre)[0].done


def test_a_claim_that_was_rejected_is_in_no_quarantine(three: Three) -> None:
    centre, one, _ = three
    one.begin()
    one.talk(centre)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("kundcenter.sync.judge.rerun", _refusing)
        one.unit()
        one.talk(centre)
    n = one.local.heads().operation.n
    assert waiting(centre) == []
    for absent in (n, n - 1, n + 1):
        with pytest.raises(QuarantineNotFound):
            centre.redriving.drive(one.device_id, absent)


def _refusing(_bound: object) -> CarriesOut:
    def refused(operation: Operation, arrived: datetime | None = None) -> None:
        raise NotFoundAnywhere(id=operation.id)

    return refused


def test_what_was_resolved_by_a_person_gives_way_at_its_desk(three: Three) -> None:
    centre, one, other = three
    one.nurse()
    with an_older_centre("calls.register"):
        one.desk.calls.register(NUMBER)
        one.talk(centre)
    (item,) = one.desk.work_items.waiting()
    one.desk.work_items.resolve(item.id, "Skrev om det")
    agree(centre, one, other)
    assert shared(one.engine)["calls"] == []
    (failed,) = drive_all(centre)
    assert (failed.done, failed.code) == (False, "quarantine.written_anew")
    assert failed.facts == {"id": str(item.id)}
    (place,) = waiting(centre)
    assert centre.redriving.drive(*place, though_resolved=True).done
    agree(centre, one, other)
    assert len(shared(one.engine)["calls"]) == 1
    (resolved,) = shared(one.engine)["work_items"]
    assert resolved["resolution"] == "Skrev om det"


def test_what_others_do_afterwards_is_seen_at_the_desk_that_made_it(three: Three) -> None:
    """Its own effect is not put on top of theirs for ever."""
    centre, one, other = three
    one.nurse()
    person = one.person()
    one.talk(centre)
    other.talk(centre)
    other.takes("nurse")
    with an_older_centre("people.note_language"):
        one.desk.people.note_language(person, "polska")
        one.talk(centre)
    assert drive_all(centre)[0].done
    other.talk(centre)
    other.desk.people.note_language(person, "arabiska")
    agree(centre, other, one)
    (row,) = shared(one.engine)["people"]
    assert row["language"] == "arabiska"


def test_a_session_is_believed_when_somebody_has_vouched_for_it(
    request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    server = request.getfixturevalue("postgres_server")
    with server.clone("empty", fill_central) as url, a_house(url, tmp_path) as house:
        house.operator("nurse", Role.NURSE)
        assert opened_with(house, house.other, None) == "ticket.none_for_session"
        session, work = waiting(house.centre)
        assert [x.code for x in drive_all(house.centre)] == [
            "ticket.none_for_session",
            "sync.not_of_the_session",
        ]
        assert house.centre.redriving.drive(*session, vouched=True).done
        assert drive_all(house.centre) == (Driven(*work, done=True),)
        agree(house.centre, house.one.side, house.other.side)


def test_who_sees_to_it_is_written_down_and_what_waits_too_long_is_counted(three: Three) -> None:
    centre, one, _ = three
    nurse = one.nurse()
    with an_older_centre("calls.register", "people.register"):
        one.desk.calls.register(NUMBER)
        centre.clock.pass_time(minutes=10)
        one.talk(centre)
        one.person()
        centre.clock.pass_time(minutes=10)
        one.talk(centre)
    quarantine = SqlQuarantine(centre.engine)
    first, second = quarantine.waiting()
    assert isinstance(first, Waiting)
    assert (first.device, first.verb, first.code, first.owner) == (
        "ett",
        "calls.register",
        "operation.verb_unknown",
        "",
    )
    quarantine.own(first.id, "nurse")
    assert quarantine.one(first.id).owner == "nurse"
    with pytest.raises(OperatorNotFound):
        quarantine.own(first.id, "ingen")
    with pytest.raises(QuarantineNotFound):
        quarantine.own(nurse, "nurse")
    quarantine.own(first.id, "")
    assert quarantine.one(first.id).owner == ""
    now = first.due_at + timedelta(seconds=1)
    assert Depth.of(quarantine.waiting(), now) == Depth(2, 1, first.due_at)
    (item, _) = one.desk.work_items.waiting()
    one.desk.work_items.resolve(item.id, "Skrev om det")
    one.talk(centre)
    assert Depth.of(quarantine.waiting(), now) == Depth(2, 0, second.due_at)
    assert drive_all(centre)[1].done
    assert quarantine.contents(second.id)
    with pytest.raises(QuarantineNotFound):
        quarantine.one(second.id)


def test_the_service_s_own_role_may_do_it(
    request: pytest.FixtureRequest, tmp_path: Path, three: Three
) -> None:
    centre, one, other = three
    one.nurse()
    with an_older_centre("people.register"):
        person = one.person()
        one.desk.journal.write(person, WHOLE)
        one.talk(centre)
    with centre.engine.begin() as connection:
        grants.install(connection)
    url = make_url(centre.engine.url).set(username=grants.ROLE)
    with a_centre_of(url.render_as_string(hide_password=False), centre) as service:
        SqlQuarantine(service.engine).own(SqlQuarantine(service.engine).waiting()[0].id, "nurse")
        assert [each.done for each in drive_all(service)] == [True, True]
    agree(centre, one, other)


def test_who_has_worked_at_the_desk_is_known_when_that_is_driven(three: Three) -> None:
    """Else what is the operator's own would never come to the desk."""
    centre, one, other = three
    one.begin()
    bo = one.operator("bo", Role.NURSE)
    for side in (one, other):
        side.talk(centre)
    with an_older_centre("sessions.open"):
        other.takes("bo")
        other.desk.choices.set("theme", "mörkt")
        other.talk(centre)
    assert own(bo) not in other.local.cursors()
    assert all(each.done for each in drive_all(centre))
    other.talk(centre)
    other.exchange = Exchange(other.local)
    other.talk(centre)
    assert own(bo) in other.local.cursors()
    assert [row["value"] for row in shared(other.engine)["choices"]] == ["mörkt"]
