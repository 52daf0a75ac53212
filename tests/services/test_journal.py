"""Record entries: written, saved, signed, corrected, printed, and never changed afterwards."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

import kundcenter.start.desk
import tests.ground
from kundcenter.domain.access import NotPermitted, Role
from kundcenter.domain.access_log import Activity, Level, Purpose
from kundcenter.domain.calls import CallNotFound
from kundcenter.domain.disclosures import DisclosureNeedsRecipient
from kundcenter.domain.journal import (
    CorrectionNeedsReason,
    EntryAlreadySigned,
    EntryIncomplete,
    EntryNotFound,
    EntryNotSigned,
    EntryOfAnother,
    EntryStale,
    Note,
    Relation,
)
from kundcenter.domain.people import PersonNotFound
from kundcenter.domain.text import NOTE_LIMIT, TextFault, TextInvalid
from kundcenter.domain.triage import CodeUnknown
from kundcenter.domain.units import UnitNotFound
from kundcenter.services.calls import Ring
from tests.ground import ASKED, CARE_UNIT, MAN, NUMBER, WHOLE, WOMAN, Ground, identity

NOBODY_S_ID = UUID(int=7)


def test_an_entry_is_written_saved_signed_corrected_and_signed_again(ground: Ground) -> None:
    nurse = ground.nurse()
    journal = ground.desk.journal
    person = ground.person()
    known = len(ground.accesses())

    started = journal.write(person, Note(history="Ont i halsen."))
    entry_id = started.the("entry")
    journal.save(entry_id, WHOLE, upon=1)
    journal.sign(entry_id, upon=2)
    journal.correct(entry_id, replace(WHOLE, urgency="U3"), upon=2, reason="Fel brådska.")
    journal.sign(entry_id, upon=3)

    open_entry = journal.open(entry_id, ASKED)
    assert [v.number for v in open_entry.versions] == [1, 2, 3]
    assert [v.signed for v in open_entry.versions] == [False, True, True]
    assert [v.note.urgency for v in open_entry.versions] == ["", "U6", "U3"]
    assert [v.correction for v in open_entry.versions] == ["", "", "Fel brådska."]
    assert {(v.written_by, v.signed_by) for v in open_entry.versions[1:]} == {(nurse, nurse)}
    assert open_entry.versions[0].note.history == "Ont i halsen."
    entry = open_entry.entry
    assert (entry.person_id, entry.author_id, entry.call_id) == (person, nurse, None)
    assert (entry.author_name, entry.author_position) == ("Test Nurse", "Sjuksköterska")
    assert entry.care_unit == CARE_UNIT
    assert entry.contact_at == entry.created_at == open_entry.versions[0].written_at

    *_, stated, _read = ground.accesses(known)
    assert stated.level == Level.STATED  # a signed entry outside a call is opened for a reason
    left = [record for record in ground.accesses(known) if record != stated]
    assert [r.activity for r in left] == [
        Activity.WRITE, Activity.WRITE, Activity.SIGN, Activity.WRITE, Activity.SIGN, Activity.READ,
    ]  # fmt: skip
    assert {(r.person_id, r.object_kind, r.object_id, r.purpose, r.operator_id) for r in left} == {
        (person, "entry", entry_id, Purpose.CARE, nurse)
    }


def test_what_is_missing_is_named_in_the_order_of_the_page(ground: Ground) -> None:
    ground.begin()
    unit = ground.unit()
    ground.operator("nurse", Role.NURSE)
    ground.sign_in("nurse")
    journal = ground.desk.journal
    entry = journal.write(ground.person(), Note()).the("entry")
    upon = 1

    def missing(note: Note) -> object:
        nonlocal upon
        journal.save(entry, note, upon=upon)
        upon += 1
        facts = ground.refuses(EntryIncomplete, journal.sign, entry, upon=upon)
        assert facts["id"] == entry
        return facts["missing"]

    everything = ("reason", "history", "assessment", "urgency", "outcome", "advice")
    assert missing(Note()) == everything
    assert missing(Note(history=" \t\n", assessment="\u00a0", advice="\u2003")) == everything
    assert missing(Note(reason="ADMIN")) == ("assessment", "urgency", "outcome", "advice")
    by_relative = Note(informant=Relation.RELATIVE, outcome="AKUT")
    assert missing(by_relative) == (
        "informant_name", "reason", "history", "assessment", "urgency", "unit_id", "advice",
    )  # fmt: skip
    assert missing(replace(WHOLE, outcome="VC")) == ("unit_id",)
    assert missing(replace(WHOLE, informant=Relation.CARE_STAFF)) == ("informant_name",)
    journal.save(
        entry,
        replace(
            WHOLE,
            reason="ADMIN",
            history="",
            informant=Relation.GUARDIAN,
            informant_name="Test Vårdnadshavare",
            outcome="VC",
            unit_id=unit,
        ),
        upon=upon,
    )
    journal.sign(entry, upon=upon + 1)
    assert journal.open(entry, ASKED).latest.signed


def test_every_refusal_leaves_the_entry_as_it_was(ground: Ground) -> None:
    ground.nurse()
    journal = ground.desk.journal
    person = ground.person()
    entry = journal.write(person, WHOLE).the("entry")
    journal.save(entry, WHOLE, upon=1)

    facts = ground.refuses(EntryStale, journal.save, entry, WHOLE, upon=1)
    assert facts == {"id": entry, "number": 2}
    ground.refuses(EntryStale, journal.sign, entry, upon=1)
    ground.refuses(EntryStale, journal.sign, entry, upon=3)
    ground.refuses(EntryNotSigned, journal.correct, entry, WHOLE, upon=2, reason="För tidigt.")
    journal.sign(entry, upon=2)
    ground.refuses(EntryAlreadySigned, journal.sign, entry, upon=2)
    ground.refuses(CorrectionNeedsReason, journal.save, entry, WHOLE, upon=2)
    for nothing in ("", "  \n"):
        ground.refuses(CorrectionNeedsReason, journal.correct, entry, WHOLE, upon=2, reason=nothing)
    ground.refuses(EntryStale, journal.correct, entry, WHOLE, upon=1, reason="Fel version.")
    assert [v.signed for v in journal.open(entry, ASKED).versions] == [False, True]


def test_an_entry_needs_a_person_a_call_a_unit_and_codes_that_exist(ground: Ground) -> None:
    ground.nurse()
    journal = ground.desk.journal
    person = ground.person()
    ground.refuses(PersonNotFound, journal.write, NOBODY_S_ID, WHOLE)
    ground.refuses(CallNotFound, journal.write, person, WHOLE, NOBODY_S_ID)
    ground.refuses(EntryNotFound, journal.save, NOBODY_S_ID, WHOLE, upon=1)
    ground.refuses(EntryNotFound, journal.sign, NOBODY_S_ID, upon=1)
    ground.refuses(EntryNotFound, journal.correct, NOBODY_S_ID, WHOLE, upon=1, reason="Fel.")
    ground.refuses(EntryNotFound, journal.open, NOBODY_S_ID)
    ground.refuses(EntryNotFound, journal.take_print, NOBODY_S_ID, "Patienten")
    for note in (Note(reason="FINNS_EJ"), Note(urgency="FINNS_EJ"), Note(outcome="FINNS_EJ")):
        ground.refuses(CodeUnknown, journal.write, person, note)
    elsewhere = replace(WHOLE, unit_id=NOBODY_S_ID)
    ground.refuses(UnitNotFound, journal.write, person, elsewhere)
    entry = journal.write(person, replace(WHOLE, history="x" * NOTE_LIMIT)).the("entry")
    ground.refuses(UnitNotFound, journal.save, entry, elsewhere, upon=1)
    long = replace(WHOLE, history="x" * (NOTE_LIMIT + 1))
    facts = ground.refuses(TextInvalid, journal.save, entry, long, upon=1)
    assert facts == {"field": "history", "fault": TextFault.TOO_LONG, "limit": NOTE_LIMIT}


def test_only_the_author_changes_signs_and_corrects_an_entry(ground: Ground) -> None:
    ground.begin()
    for name in ("first", "second"):
        ground.operator(name, Role.NURSE)
    ground.sign_in("first")
    journal = ground.desk.journal
    entry = journal.write(ground.person(), WHOLE).the("entry")

    ground.sign_in("second")
    ground.refuses(EntryOfAnother, journal.save, entry, WHOLE, upon=1)
    ground.refuses(EntryOfAnother, journal.sign, entry, upon=1)
    ground.sign_in("first")
    journal.sign(entry, upon=1)
    ground.sign_in("second")
    ground.refuses(EntryOfAnother, journal.correct, entry, WHOLE, upon=1, reason="Inte min.")
    assert len(journal.open(entry, ASKED).versions) == 1


def test_a_correction_keeps_its_reason_until_it_is_signed(ground: Ground) -> None:
    ground.nurse()
    journal = ground.desk.journal
    entry = journal.write(ground.person(), WHOLE).the("entry")
    journal.sign(entry, upon=1)
    journal.correct(entry, WHOLE, upon=1, reason="Fel brådska.")
    journal.save(entry, replace(WHOLE, urgency="U3"), upon=2)
    journal.sign(entry, upon=3)
    journal.correct(entry, WHOLE, upon=3, reason="Rätt ändå.")
    assert [v.correction for v in journal.open(entry, ASKED).versions] == [
        "", "Fel brådska.", "Fel brådska.", "Rätt ändå.",
    ]  # fmt: skip


def test_behind_the_verbs_the_databases_refuse_to_change_what_is_signed(ground: Ground) -> None:
    ground.nurse()
    journal = ground.desk.journal
    entry = journal.write(ground.person(), WHOLE).the("entry")
    journal.sign(entry, upon=1)
    journal.correct(entry, WHOLE, upon=1, reason="Fel.")
    before = journal.open(entry, ASKED)
    sqlite = ground.engine.dialect.name == "sqlite"
    versions = "number, entry_id, codes, informant, informant_name, reason, history, background"
    forged = (
        f"SELECT id, {versions}, 'Ändrad.', urgency, outcome, unit_id, advice, written_at, "
        "written_by, correction, signed_at, signed_by FROM entry_versions WHERE number = 1"
    )
    columns = (
        f"(id, {versions}, assessment, urgency, outcome, unit_id, advice, written_at, "
        "written_by, correction, signed_at, signed_by)"
    )
    attempts = [
        "UPDATE entry_versions SET advice = 'x' WHERE number = 1",
        "UPDATE entry_versions SET signed_at = NULL WHERE number = 1",
        "UPDATE entry_versions SET advice = 'x' WHERE number = 2",  # unsigned, but saved
        "UPDATE entry_versions SET number = 9 WHERE number = 2",
        "DELETE FROM entry_versions WHERE number = 1",
        "DELETE FROM entry_versions",
        "UPDATE entries SET author_name = 'x'",
        "DELETE FROM entries",
        "UPDATE access_log SET reason = 'x'",
        "DELETE FROM access_log WHERE n = 1",
        "UPDATE operations SET kind = 'x'",
        "DELETE FROM operations WHERE n = 1",
    ]
    if sqlite:
        attempts.append(f"INSERT OR REPLACE INTO entry_versions {columns} {forged}")
    else:
        attempts += [
            f"INSERT INTO entry_versions {columns} {forged} "
            "ON CONFLICT (id) DO UPDATE SET assessment = excluded.assessment",
            *(f"TRUNCATE {table} CASCADE" for table in ("entry_versions", "entries", "access_log")),
            "TRUNCATE operations",
        ]
    for attempt in attempts:
        with (
            pytest.raises(DBAPIError, match="append only"),
            ground.engine.begin() as connection,
        ):
            connection.execute(text(attempt))
    assert journal.open(entry, ASKED) == before


def test_saved_versions_stay_readable_though_they_were_never_signed(ground: Ground) -> None:
    ground.begin()
    for name in ("author", "reader"):
        ground.operator(name, Role.NURSE)
    ground.sign_in("author")
    journal = ground.desk.journal
    person = ground.person()
    entry = journal.write(person, Note(history="Första.")).the("entry")
    journal.save(entry, Note(history="Andra."), upon=1)
    ground.sign_in("reader")
    assert [v.note.history for v in journal.open(entry, ASKED).versions] == ["Första.", "Andra."]
    (past,) = ground.desk.people.open(person, ASKED).history
    assert (past.entry.id, past.version.number, past.version.signed) == (entry, 2, False)


def test_an_entry_keeps_the_identity_it_was_written_under(ground: Ground) -> None:
    ground.nurse()
    person = ground.person(WOMAN)
    entry = ground.desk.journal.write(person, WHOLE).the("entry")

    def renumber(number: str) -> None:
        with ground.engine.begin() as connection:
            connection.execute(text("UPDATE people SET id_value = :number"), {"number": number})

    renumber(MAN)
    opened = ground.desk.journal.open(entry, ASKED).entry
    assert ground.desk.people.open(person, ASKED).person.person_id == identity(MAN)
    assert opened.written_under == identity(WOMAN)
    renumber(WOMAN)  # no verb did this, so no replay could


def test_the_entries_of_a_call_say_what_came_of_it(ground: Ground) -> None:
    ground.nurse()
    calls, journal = ground.desk.calls, ground.desk.journal
    call = calls.ring(Ring("line-1", number=NUMBER)).the("call")
    ground.clock.pass_time(seconds=9)
    calls.answer(call)
    ground.clock.pass_time(minutes=4)
    woman, man = ground.person(WOMAN), ground.person(MAN)
    first = journal.write(woman, WHOLE, call).the("entry")
    second = journal.write(man, replace(WHOLE, outcome="SOS112"), call).the("entry")
    assert [e.entry.id for e in journal.of_call(call)] == [first, second]
    assert journal.open(first, ASKED).entry.contact_at == calls.get(call).answered_at
    calls.close(call, "INFO")
    assert calls.get(call).outcome == "SOS112"

    without = calls.register(NUMBER).the("call")
    journal.write(woman, Note(history="Inget val än."), without)
    calls.close(without, "INFO")
    assert calls.get(without).outcome == "INFO"


def test_the_entries_of_a_call_are_logged_one_by_one_and_so_is_an_empty_list(
    ground: Ground,
) -> None:
    ground.nurse()
    journal = ground.desk.journal
    call = ground.desk.calls.register().the("call")
    known = len(ground.accesses())
    assert journal.of_call(call) == ()
    people = [ground.person(WOMAN), ground.person(MAN)]
    for person in people:
        journal.write(person, WHOLE, call)
    journal.of_call(call)
    reads = [r for r in ground.accesses(known) if r.activity is Activity.READ]
    assert [(r.person_id, r.object_kind) for r in reads] == [
        (None, "call"), (people[0], "entry"), (people[1], "entry"),
    ]  # fmt: skip


def test_a_print_is_logged_with_its_recipient_and_holds_what_stands_on_the_page(
    ground: Ground,
) -> None:
    ground.begin()
    unit = ground.unit("Vårdcentralen Gränna")
    ground.operator("nurse", Role.NURSE)
    ground.sign_in("nurse")
    journal = ground.desk.journal
    person = ground.person()
    entry = journal.write(person, replace(WHOLE, outcome="VC", unit_id=unit)).the("entry")
    ground.refuses(DisclosureNeedsRecipient, journal.take_print, entry, "  ")
    unsigned = journal.take_print(entry, "Vårdcentralen")
    assert not unsigned.texts[-1].version.signed
    assert unsigned.signature(unsigned.texts[-1].version) == "Inte signerad."
    journal.sign(entry, upon=1)
    known = len(ground.accesses())

    printed = journal.take_print(entry, "Patienten själv", ASKED)
    *_, record = ground.accesses(known)
    assert (record.activity, record.person_id, record.object_id) == (Activity.PRINT, person, entry)
    assert record.reason == printed.recipient == "Patienten själv"
    assert printed.person.id == person
    text = {section.key: section.text for section in printed.texts[-1].sections}
    assert text["referral"] == "Vårdcentral – kontakta själv: Vårdcentralen Gränna"
    assert printed.signature(printed.texts[-1].version).endswith("av Test Nurse.")
    assert printed.printed_by == "Test Nurse"
    assert [made.recipient for made in printed.disclosures] == ["Vårdcentralen"]
    made = journal.open(entry, ASKED).disclosures
    assert [(each.recipient, each.number) for each in made] == [
        ("Vårdcentralen", 1), ("Patienten själv", 1),
    ]  # fmt: skip


def test_an_old_entry_keeps_its_own_codes_in_a_newer_program(
    monkeypatch: pytest.MonkeyPatch, ground: Ground
) -> None:
    ground.nurse()
    call = ground.desk.calls.register().the("call")
    person = ground.person()
    entry = ground.desk.journal.write(person, WHOLE, call).the("entry")

    sets = kundcenter.start.desk.published_codes()
    old = sets[max(sets)]
    fewer = tuple(outcome for outcome in old.outcomes if outcome.code != WHOLE.outcome)
    both = {old.version: old, "2027-1": replace(old, version="2027-1", outcomes=fewer)}
    for module in (kundcenter.start.desk, tests.ground):
        monkeypatch.setattr(module, "published_codes", lambda: both)
    newer = ground.restarted()
    newer.desk.sessions.sign_in("nurse", tests.ground.PASSWORD)
    journal = newer.desk.journal

    journal.sign(entry, upon=1)
    told = {s.key: s.text for s in journal.take_print(entry, "Patienten").texts[-1].sections}
    assert told["referral"] == old.outcome(WHOLE.outcome).label
    newer.desk.calls.close(call)  # its outcome is of the old codes, and stands
    assert newer.desk.calls.get(call).outcome == WHOLE.outcome
    newer.refuses(CodeUnknown, journal.write, person, WHOLE)
    later = journal.write(person, replace(WHOLE, outcome="GIFTINFO")).the("entry")
    assert journal.open(later, ASKED).latest.note.codes == "2027-1"


def test_a_switchboard_operator_neither_reads_nor_writes_the_record(ground: Ground) -> None:
    ground.begin()
    ground.operator("nurse", Role.NURSE)
    ground.operator("vx", Role.SWITCHBOARD, position="Telefonist")
    ground.sign_in("nurse")
    person = ground.person()
    entry = ground.desk.journal.write(person, WHOLE).the("entry")
    ground.sign_in("vx")
    ground.refuses(NotPermitted, ground.desk.journal.write, person, WHOLE)
    ground.refuses(NotPermitted, ground.desk.journal.open, entry)
    ground.refuses(NotPermitted, ground.desk.journal.take_print, entry, "Patienten")
    ground.refuses(NotPermitted, ground.desk.journal.unsigned)
