"""Who is away: now and ahead, until when, who stands in, and back again."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

from kundcenter.domain.access import Role
from kundcenter.domain.switchboard.absences import (
    LONGEST,
    Absence,
    AbsenceDraft,
    AbsenceInvalid,
    AbsenceNotFound,
    AbsenceOver,
    AbsenceReason,
    absent,
)
from kundcenter.domain.switchboard.contacts import ContactDraft, ContactNotFound
from kundcenter.domain.text import TextInvalid
from tests.ground import MORNING, Ground
from tests.services.test_bad_numbers_and_times import NO_TIMES, TIMES

HOUR = timedelta(hours=1)
MEETING, LUNCH, SICK = AbsenceReason.MEETING, AbsenceReason.LUNCH, AbsenceReason.SICK


def two(ground: Ground) -> tuple[UUID, UUID]:
    """Two contacts; an operator of the switchboard is signed in."""
    ground.begin()
    ground.operator("operator", Role.SWITCHBOARD)
    ground.operator("handler", Role.CASE_HANDLER)
    contacts = ground.desk.contacts
    ids = [
        contacts.put(None, ContactDraft("Test", name)).the("contact")
        for name in ("Testa Person", "Testo Person")
    ]
    ground.sign_in("operator")
    return ids[0], ids[1]


def away(ground: Ground, contact: UUID, draft: AbsenceDraft) -> UUID:
    return ground.desk.absences.set(contact, draft).the("absence")


def now(ground: Ground, contact: UUID) -> Absence | None:
    """Why they are away by the clock on the wall."""
    return absent(ground.desk.absences.standing(), contact, ground.clock.at)


def test_somebody_is_away_until_they_are_back(ground: Ground) -> None:
    one, other = two(ground)
    draft = AbsenceDraft(MEETING, back_at=MORNING + HOUR, deputy_id=other, comment=" Plan \n 3 ")
    id = away(ground, one, draft)
    found = now(ground, one)
    assert found is not None
    assert (found.id, found.reason, found.deputy_id, found.comment) == (
        id,
        MEETING,
        other,
        "Plan 3",
    )
    assert found.starts_at <= ground.clock.at and found.set_by == ground.desk.seat.actor.operator_id
    assert now(ground, other) is None
    ground.clock.at = MORNING + HOUR
    assert ground.desk.absences.standing() == ()
    assert [each.id for each in ground.desk.absences.of(one)] == [id]


def test_the_instant_at_which_they_are_back_is_not_of_it(ground: Ground) -> None:
    one, _ = two(ground)
    away(ground, one, AbsenceDraft(MEETING, MORNING + HOUR, MORNING + 2 * HOUR))
    (absence,) = ground.desk.absences.standing()
    edge = timedelta(microseconds=1)
    held = [
        absence.holds(at + by)
        for at in (MORNING + HOUR, MORNING + 2 * HOUR)
        for by in (-edge, 0 * edge)
    ]
    assert held == [False, True, True, False]


def test_an_absence_is_set_ahead_and_can_be_called_off(ground: Ground) -> None:
    one, _ = two(ground)
    id = away(ground, one, AbsenceDraft(LUNCH, MORNING + HOUR, MORNING + 2 * HOUR))
    assert now(ground, one) is None
    assert [each.id for each in ground.desk.absences.standing()] == [id]
    ground.desk.absences.end(id)
    assert ground.desk.absences.standing() == ()
    ground.clock.at = MORNING + HOUR
    assert now(ground, one) is None


def test_of_several_the_one_that_began_last_holds(ground: Ground) -> None:
    one, _ = two(ground)
    sick = away(ground, one, AbsenceDraft(SICK))
    ground.clock.pass_time(minutes=5)
    meeting = away(ground, one, AbsenceDraft(MEETING, back_at=ground.clock.at + HOUR))
    found = now(ground, one)
    assert found is not None and found.id == meeting
    ground.desk.absences.end(meeting)
    found = now(ground, one)
    assert found is not None and found.id == sick


def test_whoever_is_back_cannot_be_called_back_twice(ground: Ground) -> None:
    one, _ = two(ground)
    id = away(ground, one, AbsenceDraft(SICK))
    ground.desk.absences.end(id)
    assert ground.refuses(AbsenceOver, ground.desk.absences.end, id) == {"id": id}
    nobody = uuid4()
    assert ground.refuses(AbsenceNotFound, ground.desk.absences.end, nobody) == {"id": nobody}
    (kept,) = ground.desk.absences.of(one)
    assert (kept.ended_by, kept.holds(ground.clock.at)) == (
        ground.desk.seat.actor.operator_id,
        False,
    )


def test_what_cannot_be_is_refused(ground: Ground) -> None:
    one, other = two(ground)
    absences = ground.desk.absences
    for draft, field in (
        (AbsenceDraft(SICK, deputy_id=one), "deputy_id"),
        (AbsenceDraft(SICK, back_at=MORNING), "back_at"),
        (AbsenceDraft(SICK, MORNING + HOUR, MORNING + HOUR), "back_at"),
        (AbsenceDraft(SICK, MORNING - HOUR, MORNING - HOUR / 2), "back_at"),  # it is over
        (AbsenceDraft(SICK, MORNING - timedelta(days=367)), "starts_at"),
        (AbsenceDraft(SICK, MORNING + LONGEST + HOUR), "starts_at"),
        (AbsenceDraft(SICK, MORNING, MORNING + LONGEST + HOUR), "back_at"),
    ):
        assert ground.refuses(AbsenceInvalid, absences.set, one, draft) == {"field": field}
    nobody = uuid4()
    assert ground.refuses(ContactNotFound, absences.set, nobody, AbsenceDraft(SICK)) == {
        "id": nobody
    }
    stranger = AbsenceDraft(SICK, deputy_id=nobody)
    assert ground.refuses(ContactNotFound, absences.set, one, stranger) == {"id": nobody}
    ground.refuses(TextInvalid, absences.set, one, AbsenceDraft(SICK, comment="x" * 301))
    assert (absences.standing(), absences.of(one), absences.of(other)) == ((), (), ())


def test_every_time_is_kept_to_the_microsecond_or_refused(ground: Ground) -> None:
    one, _ = two(ground)
    absences = ground.desk.absences
    for at in NO_TIMES:
        for draft in (AbsenceDraft(SICK, at), AbsenceDraft(SICK, back_at=at)):
            ground.refuses(AbsenceInvalid, absences.set, one, draft)
    for at in TIMES:
        far = abs(at - ground.clock.at) > timedelta(days=360)
        if far:
            ground.refuses(AbsenceInvalid, absences.set, one, AbsenceDraft(SICK, at))
        else:
            away(ground, one, AbsenceDraft(SICK, at))
    near = [at.astimezone(UTC) for at in TIMES if abs(at - ground.clock.at) <= timedelta(days=360)]
    assert sorted(each.starts_at for each in absences.of(one)) == sorted(near)
    odd = datetime(2026, 11, 22, 1, 2, 3, 456_789, tzinfo=UTC)
    away(ground, one, AbsenceDraft(LUNCH, back_at=odd))
    assert odd in {each.back_at for each in absences.of(one)}


def test_a_contacts_latest_are_told_the_last_first(ground: Ground) -> None:
    one, other = two(ground)
    begins = [MORNING + at * HOUR for at in range(60)]
    for at in begins:
        away(ground, one, AbsenceDraft(MEETING, at, at + HOUR / 2))
    away(ground, other, AbsenceDraft(SICK))
    told = [each.starts_at for each in ground.desk.absences.of(one)]
    assert told == list(reversed(begins))[:50]


def test_why_is_for_those_who_talk_with_callers(ground: Ground) -> None:
    one, _ = two(ground)
    away(ground, one, AbsenceDraft(SICK, back_at=MORNING + HOUR, comment="Feber"))
    seen = now(ground, one)
    assert seen is not None
    assert (seen.reason, seen.comment) == (SICK, "Feber")
    ground.sign_in("handler")
    for found in (now(ground, one), *ground.desk.absences.of(one)):
        assert found is not None
        assert (found.reason, found.comment) == (AbsenceReason.OTHER, "")
        assert found.back_at == MORNING + HOUR
