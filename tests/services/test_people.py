"""Persons are found, opened and registered, and every look at them leaves a record."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from kundcenter.domain.access import NotPermitted, Role
from kundcenter.domain.access_log import Activity, Level, Purpose
from kundcenter.domain.grounds import Ground as Reason
from kundcenter.domain.grounds import GroundNeeded
from kundcenter.domain.identity import IdKind, PersonId, Sex
from kundcenter.domain.people import (
    NAME_LIMIT,
    NameInvalid,
    PersonExists,
    PersonNotFound,
    Protection,
    ProtectionNeedsReason,
)
from kundcenter.domain.text import LINE_LIMIT, TextInvalid
from tests.ground import ASKED, CHILD, MAN, NUMBER, WHOLE, WOMAN, Ground, identity


def looks(ground: Ground, after: int) -> list[tuple[Activity, str, UUID | None]]:
    return [(r.activity, r.level, r.person_id) for r in ground.accesses(after)]


def test_a_search_is_logged_with_its_hit_and_without_one(ground: Ground) -> None:
    ground.nurse()
    person = ground.person(WOMAN)
    known = len(ground.accesses())
    found = ground.desk.people.find(identity("880702-2382"))
    assert found is not None
    assert found.id == person
    assert ground.desk.people.find(identity(MAN)) is None
    assert looks(ground, known) == [
        (Activity.SEARCH, "Översikt", person),
        (Activity.SEARCH, "Översikt", None),
    ]


def test_a_person_is_opened_with_a_reason_and_the_latest_entries_first(ground: Ground) -> None:
    nurse = ground.nurse()
    people, journal = ground.desk.people, ground.desk.journal
    person, other = ground.person(WOMAN), ground.person(MAN)
    first = journal.write(person, WHOLE).the("entry")
    journal.write(other, WHOLE)
    ground.clock.pass_time(hours=1)
    second = journal.write(person, WHOLE).the("entry")
    journal.save(first, replace(WHOLE, urgency="U5"), upon=1)
    known = len(ground.accesses())

    card = people.open(person, ASKED)
    assert (card.person.id, card.record_closed) == (person, False)
    assert [(past.entry.id, past.version.number) for past in card.history] == [
        (second, 1),
        (first, 2),
    ]
    (_, record) = ground.accesses(known)  # the reason that was stated, and the look
    assert (record.activity, record.level, record.person_id) == (Activity.READ, "Journal", person)
    assert (record.reason, record.purpose) == (f"VARD: {ASKED.text}", Purpose.CARE)
    assert (record.operator_id, record.roles) == (nurse, Role.NURSE)


def test_the_switchboard_sees_the_person_but_no_record(ground: Ground) -> None:
    ground.begin()
    ground.operator("nurse", Role.NURSE)
    ground.operator("vx", Role.SWITCHBOARD, position="Telefonist")
    ground.sign_in("nurse")
    person = ground.person()
    ground.desk.journal.write(person, WHOLE)
    ground.sign_in("vx")
    known = len(ground.accesses())
    card = ground.desk.people.open(person, ASKED)
    assert (card.person.id, card.history, card.record_closed) == (person, (), True)
    assert looks(ground, known) == [
        (Activity.READ, Level.STATED, person),
        (Activity.READ, "Översikt", person),
    ]


def test_nobody_is_opened_who_does_not_exist_or_on_a_ground_that_cannot_be_kept(
    ground: Ground,
) -> None:
    ground.nurse()
    person = ground.person()
    known = len(ground.accesses())
    with pytest.raises(PersonNotFound):
        ground.desk.people.open(UUID(int=7), ASKED)
    for reason in ("x" * (LINE_LIMIT + 1), "a\0b", "\ud800"):
        with pytest.raises(TextInvalid):
            ground.desk.people.open(person, replace(ASKED, text=reason))
    assert ground.accesses(known) == ()
    with pytest.raises(GroundNeeded):
        ground.desk.people.open(person, Reason())
    assert [record.level for record in ground.accesses(known)] == [Level.DENIED]


def test_a_person_is_registered_once_with_clean_names(ground: Ground) -> None:
    ground.nurse()
    people = ground.desk.people
    changes = people.register(identity(WOMAN), "  A\u030asa\t Maria ", "O'Brien-Öst\u00a0")
    person = people.open(changes.the("person"), ASKED).person
    assert (person.given_name, person.family_name) == ("Åsa Maria", "O'Brien-Öst")
    assert person.name == "Åsa Maria O'Brien-Öst"
    assert (person.sex, person.birth_date()) == (Sex.WOMAN, date(1988, 7, 2))
    assert (person.protected, person.age(date(2026, 7, 1))) == (False, 37)

    known = len(ground.accesses())
    with pytest.raises(PersonExists) as caught:
        people.register(identity("19880702-2382"), "Någon", "Annan")
    assert caught.value.facts == {"id": person.id}
    assert ground.accesses(known) == ()


def test_what_is_registered_wins_over_what_the_number_tells(ground: Ground) -> None:
    ground.nurse()
    people = ground.desk.people
    day = date(1988, 7, 3)
    id = people.register(identity(WOMAN), "Test", "Person", sex=Sex.MAN, born_on=day).the("person")
    person = people.open(id, ASKED).person
    assert (person.sex, person.birth_date()) == (Sex.MAN, day)


def test_a_name_that_is_none_is_refused(ground: Ground) -> None:
    ground.nurse()
    people = ground.desk.people
    done = ground.operations()
    for name in ("", " \t", "x" * (NAME_LIMIT + 1), "a\0b", "a\u202eb", "\ud800"):
        with pytest.raises(NameInvalid):
            people.register(identity(WOMAN), name, "Person")
        with pytest.raises(NameInvalid):
            people.register(identity(WOMAN), "Test", name)
        with pytest.raises(NameInvalid):
            people.register_unidentified(name)
    assert ground.operations() == done
    assert people.find(identity(WOMAN)) is None


def test_care_does_not_wait_for_a_number(ground: Ground) -> None:
    ground.nurse()
    people = ground.desk.people
    known = len(ground.accesses())
    id = people.register_unidentified(" Man på  torget ").the("person")
    assert looks(ground, known) == [(Activity.WRITE, "Översikt", id)]
    person = people.open(id, ASKED).person
    assert (person.person_id.kind, person.name) == (IdKind.OKAND, "Man på torget")
    assert person.person_id == PersonId.unknown(id)
    assert (person.sex, person.age(date(2026, 11, 21))) == (None, None)
    found = people.find(person.person_id)
    assert found is not None
    assert found.id == id
    assert ground.desk.journal.write(id, WHOLE)


def test_everybody_may_mark_a_protected_identity_and_only_who_leads_takes_the_mark_away(
    ground: Ground,
) -> None:
    ground.begin()
    ground.operator("nurse", Role.NURSE)
    ground.operator("ledare", Role.SUPERVISOR_NURSE)
    ground.sign_in("nurse")
    people, id = ground.desk.people, ground.person()
    call = ground.desk.calls.register(NUMBER).the("call")
    ground.desk.journal.write(id, WHOLE, call)
    for protection in (Protection.CONFIDENTIAL, Protection.PROTECTED_REGISTRATION):
        assert people.protect(id, protection).of("person") == (id,)
        assert people.open(id, ASKED).person.protection is protection
    assert ground.desk.calls.get(call).number_hidden
    ground.refuses(NotPermitted, people.protect, id, Protection.NONE, "Skatteverket har hävt")
    ground.refuses(PersonNotFound, people.protect, UUID(int=7), Protection.CONFIDENTIAL)

    ground.sign_in("ledare")
    ground.refuses(ProtectionNeedsReason, people.protect, id, Protection.NONE, "  ")
    known = len(ground.accesses())
    people.protect(id, Protection.NONE, "Skatteverket har hävt den")
    (record,) = ground.accesses(known)
    assert (record.person_id, record.reason) == (id, "Skatteverket har hävt den")
    assert not people.open(id, ASKED).person.protected


def test_a_caller_brings_those_whom_earlier_calls_were_about_the_latest_first(
    ground: Ground,
) -> None:
    ground.nurse()
    people = ground.desk.people
    known = len(ground.accesses())
    assert people.of_caller(NUMBER) == ()
    assert looks(ground, known) == [(Activity.SEARCH, "Översikt", None)]

    mother, child, other = ground.person(WOMAN), ground.person(CHILD), ground.person(MAN)
    for person, number in ((mother, NUMBER), (other, "+46701740606"), (child, NUMBER)):
        call = ground.desk.calls.register(number).the("call")
        ground.desk.journal.write(person, WHOLE, call)
        ground.desk.journal.write(person, WHOLE, call)  # one person, one line in the list
        ground.clock.pass_time(hours=1)
    known = len(ground.accesses())
    assert [person.id for person in people.of_caller(NUMBER)] == [child, mother]
    assert looks(ground, known) == [
        (Activity.SEARCH, "Översikt", child),
        (Activity.SEARCH, "Översikt", mother),
    ]


def test_who_has_opened_a_person_is_shown_to_the_reviewer_and_to_nobody_else(
    ground: Ground,
) -> None:
    ground.begin()
    nurse = ground.operator("nurse", Role.NURSE)
    reviewer = ground.operator("granskare", Role.LOG_REVIEWER, position="Loggranskare")
    ground.sign_in("nurse")
    person, other = ground.person(WOMAN), ground.person(MAN)
    ground.desk.people.open(person, ASKED)
    ground.desk.people.open(other, ASKED)
    with pytest.raises(NotPermitted):
        ground.desk.people.accesses(person)

    ground.sign_in("granskare")
    seen = ground.desk.people.accesses(person)
    assert [(r.activity, r.operator_id) for r in seen] == [
        (Activity.READ, reviewer),  # the reviewer's own look is there as well
        (Activity.READ, nurse),
        (Activity.READ, nurse),  # the reason, and the look
        (Activity.WRITE, nurse),
    ]
    assert [r.operator_id for r in ground.desk.people.accesses(person, limit=1)] == [reviewer]
    with pytest.raises(NotPermitted):
        ground.desk.people.open(person, ASKED)
