"""One person through several numbers, registrations and warnings; and who may find them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from kundcenter.domain.access import NotPermitted, Role
from kundcenter.domain.access_log import Activity
from kundcenter.domain.grounds import Ground as Reason
from kundcenter.domain.identity import PersonId, Sex
from kundcenter.domain.identity_errors import PersonIdMalformed
from kundcenter.domain.merges import (
    MergeHasOthers,
    MergeNeedsReason,
    MergeOfOne,
    MergeUndone,
)
from kundcenter.domain.names import SearchTooShort
from kundcenter.domain.parts import PartKind
from kundcenter.domain.people import (
    DeathDateInvalid,
    IdentityIsFirst,
    NameInvalid,
    PersonExists,
    PersonMerged,
    PersonNeedsReason,
    Protection,
    ProtectionNeedsReason,
)
from kundcenter.domain.repeats import Span
from kundcenter.domain.special_notes import SpecialKind, SpecialNoteEmpty, SpecialNoteEnded
from kundcenter.domain.text import TextInvalid
from tests.ground import ASKED, CHILD, MAN, NUMBER, WHOLE, WOMAN, Ground, identity, rows


def floor(ground: Ground, signed_in: str = "nurse") -> None:
    """A nurse, a telephonist and who leads."""
    ground.begin()
    ground.operator("nurse", Role.NURSE)
    ground.operator("vx", Role.SWITCHBOARD, position="Telefonist")
    ground.operator("ledare", Role.SUPERVISOR_NURSE)
    ground.sign_in(signed_in)


def test_a_person_who_gets_a_number_is_found_by_the_former_one_too(ground: Ground) -> None:
    floor(ground)
    people = ground.desk.people
    id = people.register_unidentified("Kvinna på torget").the("person")
    ground.desk.journal.write(id, WHOLE)
    people.identify(id, identity(WOMAN))
    card = people.open(id, ASKED)
    assert card.person.person_id == identity(WOMAN)
    assert [former.identity for former in card.identities] == [PersonId.unknown(id)]
    assert card.history[0].entry.written_under == PersonId.unknown(id)
    for number in (identity(WOMAN), PersonId.unknown(id)):
        found = people.find(number)
        assert found is not None
        assert found.id == id


def test_a_number_that_another_has_is_not_taken_from_them(ground: Ground) -> None:
    floor(ground)
    people, woman = ground.desk.people, ground.person(WOMAN)
    unknown = people.register_unidentified("Okänd").the("person")
    facts = ground.refuses(PersonExists, people.identify, unknown, identity(WOMAN))
    assert facts == {"id": woman}
    people.identify(woman, identity(MAN))
    assert ground.refuses(PersonExists, people.identify, unknown, identity(WOMAN)) == facts
    ground.refuses(PersonIdMalformed, people.identify, unknown, PersonId.unknown(UUID(int=9)))


def test_who_is_identified_gets_a_name_and_the_number_wins_over_what_was_guessed(
    ground: Ground,
) -> None:
    floor(ground, "vx")
    people, guessed = ground.desk.people, date(1980, 7, 1)
    id = people.register_unidentified("Man, cirka 46 år", sex=Sex.MAN, born_on=guessed).the(
        "person"
    )
    person = people.open(id, ASKED).person
    assert (person.sex, person.age(date(2026, 11, 21))) == (Sex.MAN, 46)
    ground.refuses(NameInvalid, people.identify, id, identity(WOMAN), given_name="Åsa")
    people.identify(id, identity(WOMAN), given_name="Åsa", family_name="Öberg")
    person = people.open(id, ASKED).person
    assert (person.name, person.sex, person.birth_date()) == (
        "Åsa Öberg",
        Sex.WOMAN,
        date(1988, 7, 2),
    )
    assert [hit.id for hit in people.search("öberg 1988").people] == [id]
    assert people.search("cirka").people == ()


def test_a_wrong_name_sex_or_birth_date_is_corrected_with_a_reason(ground: Ground) -> None:
    floor(ground, "vx")
    people, id = ground.desk.people, ground.person(WOMAN)
    known = len(ground.accesses())
    ground.refuses(PersonNeedsReason, people.correct, id, "Åsa", "Öberg", reason=" ")
    ground.refuses(NameInvalid, people.correct, id, "Åsa", "", reason="Felskrivet")
    day = date(1988, 7, 3)
    people.correct(id, "Åsa", "Öberg", sex=Sex.MAN, born_on=day, reason=" Fel\nkön ")
    (told,) = ground.accesses(known)
    assert (told.activity, told.person_id, told.reason) == (Activity.WRITE, id, "Fel kön")
    person = people.open(id, ASKED).person
    assert (person.name, person.sex, person.birth_date()) == ("Åsa Öberg", Sex.MAN, day)
    assert [hit.id for hit in people.search("åsa 19880703").people] == [id]
    people.correct(id, "Åsa", "Öberg", reason="Numret stämmer")
    person = people.open(id, ASKED).person
    assert (person.sex, person.birth_date()) == (Sex.WOMAN, date(1988, 7, 2))
    unknown = people.register_unidentified("Kvinna").the("person")
    people.correct(unknown, "Kvinna med röd jacka", "")
    assert people.open(unknown, ASKED).person.name == "Kvinna med röd jacka"


def test_a_number_given_to_the_wrong_person_is_taken_back_and_free_again(ground: Ground) -> None:
    floor(ground)
    people, journal = ground.desk.people, ground.desk.journal
    id = people.register_unidentified("Kvinna på torget").the("person")
    ground.refuses(IdentityIsFirst, people.unidentify, id, "Fel")
    people.identify(id, identity(WOMAN), given_name="Åsa", family_name="Öberg")
    entry = journal.write(id, WHOLE).the("entry")
    ground.refuses(PersonNeedsReason, people.unidentify, id, " \n")
    ground.sign_in("vx")
    ground.refuses(NotPermitted, people.unidentify, id, "Numret var hennes systers")
    ground.sign_in("nurse")
    known = len(ground.accesses())
    people.unidentify(id, "Numret var hennes systers", given_name="Kvinna på torget")
    assert [(r.person_id, r.reason) for r in ground.accesses(known)] == [
        (id, "Numret var hennes systers")
    ]
    card = people.open(id, ASKED)
    assert card.person.person_id == PersonId.unknown(id)
    assert (card.person.name, card.person.sex, card.person.birth_date()) == (
        "Kvinna på torget",
        None,
        None,
    )
    assert card.identities == ()
    (row,) = rows(ground.engine)["identities"]
    assert (row["person_id"], row["by"]) == (id, ground.desk.seat.actor.operator_id)
    assert [each.entry.id for each in card.history] == [entry]
    assert journal.take_print(entry, "Patienten", ASKED).patient == (
        "Kvinna på torget",
        "Okänd identitet",
    )
    assert people.find(identity(WOMAN)) is None
    sister = people.register(identity(WOMAN), "Eva", "Öberg").the("person")
    found = people.find(identity(WOMAN))
    assert found is not None
    assert found.id == sister
    ground.refuses(IdentityIsFirst, people.unidentify, id, "En gång till")
    people.identify(id, identity(CHILD))
    card = people.open(id, ASKED)
    assert [former.identity for former in card.identities] == [PersonId.unknown(id)]


def test_numbers_are_taken_back_one_at_a_time_the_latest_first(ground: Ground) -> None:
    floor(ground)
    people, id = ground.desk.people, ground.person(WOMAN)
    for number in (MAN, CHILD):
        ground.clock.pass_time(hours=1)
        people.identify(id, identity(number))
    for number, freed in ((MAN, CHILD), (WOMAN, MAN)):
        people.unidentify(id, "Fel person")
        assert people.open(id, ASKED).person.person_id == identity(number)
        assert people.find(identity(freed)) is None
    assert people.open(id, ASKED).person.sex is Sex.WOMAN
    ground.refuses(IdentityIsFirst, people.unidentify, id, "Fel person")
    people.merge(ground.person(MAN), id, "Samma person")
    ground.refuses(PersonMerged, people.unidentify, id, "Fel person")
    ground.refuses(PersonMerged, people.correct, id, "Åsa", "Öberg", reason="Fel")


def test_two_who_are_one_are_shown_as_one_and_parted_as_they_were(ground: Ground) -> None:
    floor(ground)
    people, journal = ground.desk.people, ground.desk.journal
    kept, absorbed = ground.person(WOMAN), people.register_unidentified("Okänd").the("person")
    own = journal.write(kept, WHOLE).the("entry")
    others = journal.write(absorbed, WHOLE).the("entry")
    known = len(ground.accesses())
    merge = people.merge(kept, absorbed, "Hon har sagt sitt nummer").the("merge")
    assert [(r.activity, r.person_id) for r in ground.accesses(known)] == [
        (Activity.WRITE, kept),
        (Activity.WRITE, absorbed),
    ]
    card = people.open(absorbed, ASKED)
    assert card.person.id == kept
    assert {past.entry.id for past in card.history} == {own, others}
    assert [each.person.id for each in card.absorbed] == [absorbed]
    found = people.find(PersonId.unknown(absorbed))
    assert found is not None
    assert found.id == kept
    ground.refuses(PersonExists, people.register, PersonId.unknown(absorbed), "Åsa", "Test")

    ground.clock.pass_time(hours=1)
    later = journal.write(kept, WHOLE).the("entry")
    assert [entry.id for entry in people.undoing(merge).since] == [later]
    people.unmerge(merge)
    card = people.open(kept, ASKED)
    assert {past.entry.id for past in card.history} == {own, later}
    assert card.absorbed == ()
    assert people.open(absorbed, ASKED).history[0].entry.id == others
    ground.refuses(MergeUndone, people.unmerge, merge)


def test_there_is_never_a_chain_nor_a_circle_of_merges(ground: Ground) -> None:
    floor(ground)
    people = ground.desk.people
    one, two, three = (ground.person(number) for number in (WOMAN, MAN, CHILD))
    ground.refuses(MergeOfOne, people.merge, one, one, "Samma")
    ground.refuses(MergeNeedsReason, people.merge, one, two, " \n")
    people.merge(one, two, "Samma person")
    assert ground.refuses(PersonMerged, people.merge, two, three, "Samma") == {
        "id": two,
        "into": one,
    }
    ground.refuses(PersonMerged, people.merge, one, two, "En gång till")
    ground.refuses(MergeHasOthers, people.merge, three, one, "Samma")
    ground.refuses(PersonMerged, people.identify, two, identity("121212+1212"))
    people.merge(one, three, "Samma person")
    assert len(people.open(three, ASKED).absorbed) == 2
    ground.sign_in("vx")
    ground.refuses(NotPermitted, people.merge, one, two, "Samma")


def test_a_protected_identity_covers_both_who_are_merged_and_stays(ground: Ground) -> None:
    floor(ground)
    people, kept, absorbed = ground.desk.people, ground.person(WOMAN), ground.person(MAN)
    people.protect(absorbed, Protection.CONFIDENTIAL)
    merge = people.merge(kept, absorbed, "Samma person").the("merge")
    assert people.open(kept, ASKED).person.protected
    people.unmerge(merge)
    assert people.open(kept, ASKED).person.protected
    assert people.open(absorbed, ASKED).person.protected


@pytest.mark.parametrize(
    "text",
    ["åsa öberg", "asa", "OBERG  Ås", "öb 1988", "åsa 1988-07-02", "19880702 oberg", "maria"],
)
def test_a_person_is_found_by_the_beginnings_of_names(ground: Ground, text: str) -> None:
    floor(ground)
    people = ground.desk.people
    id = people.register(identity(WOMAN), "Åsa Maria", "Öberg-Lind").the("person")
    people.register(identity(MAN), "Nils", "Ek")
    known = len(ground.accesses())
    assert [person.id for person in people.search(text).people] == [id]
    assert [(r.activity, r.person_id) for r in ground.accesses(known)] == [(Activity.SEARCH, id)]


def test_a_name_with_rings_is_not_another_name_and_too_little_is_refused(ground: Ground) -> None:
    floor(ground)
    people = ground.desk.people
    people.register(identity(WOMAN), "Asa", "Oberg")
    for nobody in ("åsa", "öberg", "asa 1989", "berg"):
        assert people.search(nobody).people == ()
    ground.refuses(SearchTooShort, people.search, "a b")
    ground.refuses(TextInvalid, people.search, "x" * 301)


def test_a_person_is_found_by_number_and_by_telephone_number(ground: Ground) -> None:
    floor(ground)
    people, desk, id = ground.desk.people, ground.desk, ground.person(WOMAN)
    call = desk.calls.register(NUMBER).the("call")
    part = desk.calls.open_part(call, PartKind.SERVICE).the("part")
    desk.calls.point_part(part, id)
    for text in ("880702-2382", "19880702 2382", "070-174 06 05", "+46701740605"):
        assert [person.id for person in people.search(text).people] == [id]
    assert [person.id for person in people.of_caller("0046 70 174 06 05")] == [id]


def test_a_protected_person_is_found_by_the_whole_identity_only_and_veiled(
    ground: Ground,
) -> None:
    floor(ground)
    people, desk = ground.desk.people, ground.desk
    id = people.register(identity(WOMAN), "Åsa", "Öberg").the("person")
    call = desk.calls.register(NUMBER).the("call")
    desk.journal.write(id, WHOLE, call)
    people.protect(id, Protection.CONFIDENTIAL)
    assert [row for row in rows(ground.engine)["name_words"] if row["person_id"] == id] == []
    assert people.search("öberg").people == ()
    assert people.search("070-174 06 05").people == ()
    assert people.look_alikes("Åsa", "Öberg", date(1988, 7, 2)) == ()
    for (found,) in (people.search("880702-2382").people, people.of_caller(NUMBER)):
        assert (found.id, found.name, found.birth_date()) == (id, "", None)
        assert found.person_id == PersonId.unknown(id)
    people.protect(id, Protection.PROTECTED_REGISTRATION)
    for less in (Protection.CONFIDENTIAL, Protection.NONE):
        ground.refuses(NotPermitted, people.protect, id, less, "Skyddet har upphört")
    ground.sign_in("ledare")
    ground.refuses(ProtectionNeedsReason, people.protect, id, Protection.CONFIDENTIAL, " ")
    people.protect(id, Protection.NONE, "Skyddet har upphört")
    assert [person.id for person in people.search("öberg").people] == [id]


def test_somebody_alike_shares_a_name_and_the_day_of_birth(ground: Ground) -> None:
    floor(ground)
    people = ground.desk.people
    id = people.register(identity(WOMAN), "Åsa", "Öberg").the("person")
    people.register(identity(MAN), "Nils", "Öberg")
    alike = people.look_alikes("Asa", "Oberg", date(1988, 7, 2))
    assert [person.id for person in alike] == [id]
    assert people.look_alikes("Eva", "Ek", date(1988, 7, 2)) == ()
    assert people.look_alikes("Åsa", "Öberg", None) == ()


def test_death_and_language_are_noted_and_taken_away(ground: Ground) -> None:
    floor(ground, "vx")
    people, id = ground.desk.people, ground.person(WOMAN)
    for day in ("2026-10-00", "2025-00-00", "2026-11-21"):
        people.note_death(id, day)
        assert people.open(id, ASKED).person.died_on == day
    for day in ("2026-11-22", "2026-00-12", "2026-02-30", "igår", "261010"):
        ground.refuses(DeathDateInvalid, people.note_death, id, day)
    people.note_language(id, "  Somaliska ")
    people.note_death(id, "")
    person = people.open(id, ASKED).person
    assert (person.died_on, person.language) == ("", "Somaliska")


def test_a_special_note_is_ended_and_one_of_care_is_for_those_who_read(ground: Ground) -> None:
    floor(ground)
    people, id = ground.desk.people, ground.person(WOMAN)
    plan = people.note_special(id, SpecialKind.CARE_PLAN, "Palliativ plan.").the("special_note")
    people.note_special(id, SpecialKind.THREAT, " Hot\ti  telefon. ")
    assert [n.text for n in people.open(id, ASKED).special_notes] == [
        "Hot i telefon.",
        "Palliativ plan.",
    ]
    ground.refuses(SpecialNoteEmpty, people.note_special, id, SpecialKind.OTHER, " ")
    ground.refuses(TextInvalid, people.note_special, id, SpecialKind.THREAT, "x" * 301)
    ground.sign_in("vx")
    assert [n.kind for n in people.open(id, ASKED).special_notes] == [SpecialKind.THREAT]
    ground.refuses(NotPermitted, people.end_special, plan)
    ground.refuses(NotPermitted, people.note_special, id, SpecialKind.CARE_PLAN, "Plan")
    ground.sign_in("nurse")
    people.end_special(plan)
    assert [n.kind for n in people.open(id, ASKED).special_notes] == [SpecialKind.THREAT]
    ground.refuses(SpecialNoteEnded, people.end_special, plan)


def test_the_radar_shows_earlier_contacts_but_not_the_call_that_goes_on(ground: Ground) -> None:
    floor(ground)
    people, desk, id = ground.desk.people, ground.desk, ground.person(WOMAN)
    for hours, note in ((100, WHOLE), (30, replace(WHOLE, advice="Drick mer.")), (2, None)):
        call = desk.calls.register(NUMBER).the("call")
        kind = PartKind.SERVICE if note is None else PartKind.ADVICE
        part = desk.calls.open_part(call, kind).the("part")
        desk.calls.point_part(part, id)
        if note is not None:
            desk.journal.write(id, note, call)
        desk.calls.close(call, "EGENVARD")
        ground.clock.pass_time(hours={100: 70, 30: 28, 2: 2}[hours])
    now = desk.calls.register(NUMBER).the("call")
    part = desk.calls.open_part(now, PartKind.ADVICE).the("part")
    desk.calls.point_part(part, id)
    radar = people.open(id, Reason(call_id=now)).radar
    assert [radar.within(span) for span in Span] == [1, 2, 3]
    assert radar.advised is not None
    assert radar.advised.advice == "Drick mer."
    assert radar.of_reason("FEBER") == 1
    assert people.radar_of_number("070-174 06 05", now).within(Span.WEEK) == 3
    ground.sign_in("vx")
    seen = people.open(id, ASKED).radar
    assert [contact.advice for contact in seen.contacts if contact.advice] == []
