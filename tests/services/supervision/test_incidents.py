"""What disturbs the work: noted by hand, or by the desk that misses something."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from uuid import uuid4

from kundcenter.domain.access import DeskLocked, NotPermitted, Role
from kundcenter.domain.supervision.incidents import (
    LONGEST,
    TEXT_LIMIT,
    IncidentEnded,
    IncidentInvalid,
    IncidentKind,
    IncidentNotFound,
    outages,
)
from kundcenter.domain.text import TextInvalid
from tests.ground import PASSWORD, Ground

MINUTE = timedelta(minutes=1)


def test_it_goes_on_until_somebody_says_that_it_is_over(ground: Ground) -> None:
    me = ground.nurse()
    incidents = ground.desk.incidents
    id = incidents.note(IncidentKind.RECORD, "Cosmic svarar inte").the("incident")
    (known,) = incidents.standing()
    assert (known.id, known.kind, known.noted_by) == (id, IncidentKind.RECORD, me)
    assert (known.text, known.ends_at, known.automatic) == ("Cosmic svarar inte", None, False)
    ground.clock.pass_time(minutes=20)
    incidents.end(id)
    assert incidents.standing() == ()
    (over,) = incidents.between(known.starts_at, known.starts_at + MINUTE)
    assert over.ends_at is not None
    assert over.ends_at - over.starts_at >= 20 * MINUTE
    assert ground.refuses(IncidentEnded, incidents.end, id) == {"id": id}


def test_it_may_be_told_afterwards(ground: Ground) -> None:
    ground.nurse()
    incidents = ground.desk.incidents
    start = ground.clock.at - 90 * MINUTE
    incidents.note(IncidentKind.POWER, "", start, start + 5 * MINUTE)
    id = incidents.note(IncidentKind.STAFF, "", start).the("incident")
    incidents.end(id, start + 60 * MINUTE)
    power, staff = incidents.between(start, ground.clock.at)
    assert (power.starts_at, power.ends_at) == (start, start + 5 * MINUTE)
    assert staff.ends_at == start + 60 * MINUTE
    assert incidents.between(start + 5 * MINUTE, start + 6 * MINUTE) == (staff,)
    assert incidents.between(start - 5 * MINUTE, start) == ()


def test_more_may_be_said_of_it_also_when_it_is_over(ground: Ground) -> None:
    ground.nurse()
    incidents = ground.desk.incidents
    id = incidents.note(IncidentKind.NETWORK).the("incident")
    incidents.word(id, "Switchen i källaren")
    incidents.end(id)
    incidents.word(id, "Switchen i källaren, bytt")
    (known,) = incidents.between(ground.clock.at - MINUTE, ground.clock.at)
    assert known.text == "Switchen i källaren, bytt"


def test_what_cannot_be_kept_is_refused(ground: Ground) -> None:
    ground.nurse()
    incidents, now = ground.desk.incidents, ground.clock.at
    note, other = incidents.note, IncidentKind.OTHER
    assert ground.refuses(IncidentInvalid, note, other, " ") == {"field": "text"}
    long = "x" * (TEXT_LIMIT + 1)
    assert ground.refuses(TextInvalid, note, other, long)["limit"] == TEXT_LIMIT
    for start in (now + MINUTE, now - LONGEST - MINUTE, datetime.min.replace(tzinfo=UTC)):
        facts = ground.refuses(IncidentInvalid, note, IncidentKind.POWER, "", start)
        assert facts == {"field": "starts_at"}
    start = now - 10 * MINUTE
    for end in (start - MINUTE, now + MINUTE, datetime.max.replace(tzinfo=UTC)):
        facts = ground.refuses(IncidentInvalid, note, IncidentKind.POWER, "", start, end)
        assert facts == {"field": "ends_at"}
    id = note(IncidentKind.POWER, "", start).the("incident")
    for end in (start - MINUTE, now + MINUTE):
        assert ground.refuses(IncidentInvalid, incidents.end, id, end) == {"field": "ends_at"}
    assert ground.refuses(TextInvalid, incidents.word, id, "a\0b")["field"] == "text"
    unknown = uuid4()
    for verb in (incidents.end, incidents.cease):
        assert ground.refuses(IncidentNotFound, verb, unknown) == {"id": unknown}
    assert ground.refuses(IncidentNotFound, incidents.word, unknown, "x") == {"id": unknown}


def test_a_desk_notes_by_itself_what_it_misses_and_that_it_is_back(ground: Ground) -> None:
    me = ground.nurse()
    incidents = ground.desk.incidents
    ground.desk.sessions.lock()  # the line is followed all the same
    id = incidents.notice(IncidentKind.LINE, timedelta(seconds=61)).the("incident")
    at = ground.operations()[-1].given.now
    assert [each.id for each in incidents.left_open(IncidentKind.LINE)] == [id]
    assert incidents.left_open(IncidentKind.CENTRE) == ()
    ground.clock.pass_time(minutes=9)
    incidents.cease(id, timedelta(minutes=2))
    over = ground.operations()[-1].given.now - 2 * MINUTE
    incidents.cease(id)  # told twice
    assert incidents.left_open(IncidentKind.LINE) == ()
    ground.desk.sessions.unlock("tolv gröna krukor")
    (known,) = incidents.between(at - 2 * MINUTE, at)
    assert (known.starts_at, known.ends_at) == (at - timedelta(seconds=61), over)
    assert (known.automatic, known.text, known.noted_by) == (True, "", me)


def test_what_was_over_before_anybody_sat_down_is_told_whole(ground: Ground) -> None:
    ground.nurse()
    incidents = ground.desk.incidents
    incidents.notice(IncidentKind.LINE, 60 * MINUTE, 5 * MINUTE)
    incidents.notice(IncidentKind.LINE, -MINUTE, 5 * MINUTE)  # a clock that was set back
    incidents.notice(IncidentKind.LINE, LONGEST + MINUTE, timedelta(days=99))
    found = incidents.between(ground.clock.at - 2 * LONGEST, ground.clock.at)
    lasted = [each.ends_at - each.starts_at for each in found if each.ends_at]
    assert lasted == [LONGEST, 5 * MINUTE, timedelta()]
    assert incidents.standing() == ()


def test_what_somebody_ended_by_hand_is_left_as_it_is(ground: Ground) -> None:
    ground.nurse()
    incidents = ground.desk.incidents
    id = incidents.notice(IncidentKind.CENTRE, 11 * MINUTE).the("incident")
    incidents.end(id)
    before = ground.operations()[-1].given.now
    ground.clock.pass_time(minutes=5)
    incidents.cease(id)
    (known,) = incidents.between(before - 20 * MINUTE, before)
    assert known.ends_at == before


def test_desks_tell_of_the_same_outage_apart_and_it_is_shown_as_one(ground: Ground) -> None:
    ground.begin()
    ground.operator("nurse", Role.NURSE)
    ground.operator("other", Role.NURSE)
    ground.sign_in("nurse")
    first = ground.desk.incidents.notice(IncidentKind.LINE, MINUTE).the("incident")
    ground.sign_in("other")
    ground.desk.incidents.notice(IncidentKind.LINE, MINUTE)
    left = ground.desk.incidents.left_open(IncidentKind.LINE)
    assert first not in {each.id for each in left}
    (outage,) = outages(ground.desk.incidents.standing())
    assert len(outage.incidents) == 2


def test_what_a_desk_misses_is_not_ended_by_another_of_the_same_operator(ground: Ground) -> None:
    ground.nurse()
    ground.desk.presences.begin()
    here = ground.desk.seat.actor
    id = ground.desk.incidents.notice(IncidentKind.LINE, MINUTE).the("incident")
    other = ground.restarted().desk
    other.sessions.sign_in("nurse", PASSWORD)
    other.presences.begin()
    assert other.incidents.left_open(IncidentKind.LINE) == ()
    ground.clock.pass_time(minutes=20)
    other.presences.seen()
    assert [each.id for each in other.incidents.standing()] == [id]
    assert ground.desk.seat.actor == here
    ground.desk.presences.seen()  # the first is still there
    ground.clock.pass_time(minutes=20)
    assert other.incidents.left_open(IncidentKind.LINE) == ()
    ground.clock.pass_time(minutes=6)  # and now nobody has heard of it for long
    assert [each.id for each in other.incidents.left_open(IncidentKind.LINE)] == [id]


def test_whoever_works_at_the_desk_notes_and_nobody_else(ground: Ground) -> None:
    ground.begin()
    incidents = ground.desk.incidents
    ground.refuses(NotPermitted, incidents.note, IncidentKind.POWER)
    ground.refuses(NotPermitted, incidents.notice, IncidentKind.LINE, MINUTE)
    ground.operator("nurse", Role.NURSE)
    ground.sign_in("nurse")
    id = incidents.note(IncidentKind.POWER).the("incident")
    ground.desk.sessions.lock()
    ground.refuses(DeskLocked, incidents.note, IncidentKind.POWER)
    ground.refuses(DeskLocked, incidents.end, id)
    ground.refuses(DeskLocked, incidents.word, id, "x")
