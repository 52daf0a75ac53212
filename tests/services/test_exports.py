"""Notes that leave as a file: which may, who is told, and what is noted of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest

from kundcenter.adapters.care_documentation import document, faults
from kundcenter.adapters.new_files import FileThere, write_into
from kundcenter.domain.access import Role
from kundcenter.domain.access_log import Activity
from kundcenter.domain.blocks import BlockKind, EntryBlocked
from kundcenter.domain.disclosures import DisclosureForm, DisclosureNeedsRecipient
from kundcenter.domain.exports import (
    MOST_EXPORTED,
    Exportable,
    ExportEmpty,
    ExportNeedsNumber,
    ExportOfSeveral,
    ExportProtected,
    ExportTooLarge,
    ExportUnsigned,
)
from kundcenter.domain.grounds import GroundNeeded
from kundcenter.domain.journal import Relation, WaiverReason
from kundcenter.domain.people import Protection
from kundcenter.services.exports import Exports
from tests.ground import ASKED, CARE_UNIT, CHILD, MAN, PASSWORD, WHOLE, Ground, identity, rows

TO = "Vårdcentralen Test"


def signed(ground: Ground, person: UUID, text: str = "Vila.") -> UUID:
    entry = ground.desk.journal.write(person, replace(WHOLE, advice=text)).the("entry")
    ground.desk.journal.sign(entry, upon=1)
    return entry


def copies(ground: Ground) -> list[tuple[UUID, int, str, DisclosureForm]]:
    found = rows(ground.engine)["disclosures"]
    return [(r["entry_id"], r["number"], r["recipient"], r["form"]) for r in found]


def test_what_is_signed_leaves_and_each_copy_is_noted_at_one_moment(ground: Ground) -> None:
    ground.nurse()
    person = ground.person()
    journal = ground.desk.journal
    one, two = signed(ground, person), signed(ground, person)
    waived = journal.write(person, WHOLE).the("entry")
    journal.sign_not_required(waived, upon=1, reason=WaiverReason.HINDERED)
    ids = journal.exportable(person, ground=ASKED).entry_ids
    assert ids == (one, two, waived)
    known, done = len(ground.accesses()), len(ground.operations())
    exported = journal.take_export((*ids, one), TO)
    assert [page.entry.id for page in exported.notes] == [one, two, waived]
    assert exported.system == CARE_UNIT
    assert copies(ground) == [(id, 1, TO, DisclosureForm.COPY) for id in ids]
    assert [each.kind for each in ground.operations(done)] == ["journal.disclose_each"]
    records = ground.accesses(known)
    printed = [r.object_id for r in records if r.activity is Activity.PRINT]
    assert printed == list(ids)
    assert {r.reason for r in records if r.activity is Activity.PRINT} == {TO}
    assert faults(document(exported)) == ()


def test_one_that_may_not_leave_keeps_all_of_them(ground: Ground) -> None:
    ground.nurse()
    person, other = ground.person(), ground.person(MAN)
    journal = ground.desk.journal
    good, stranger = signed(ground, person), signed(ground, other)
    unsigned = journal.write(person, WHOLE).the("entry")
    corrected = signed(ground, person)
    journal.correct(corrected, WHOLE, upon=1, reason="Fel.")
    journal.exportable(person, ground=ASKED)
    take = journal.take_export
    for bad in (unsigned, corrected):
        assert ground.refuses(ExportUnsigned, take, (good, bad), TO) == {"id": bad}
    assert ground.refuses(ExportOfSeveral, take, (good, stranger), TO) == {"id": stranger}
    ground.refuses(ExportEmpty, take, (), TO)
    ground.refuses(ExportEmpty, journal.disclose_each, (), TO)
    many = tuple(UUID(int=n) for n in range(MOST_EXPORTED + 1))
    assert ground.refuses(ExportTooLarge, take, many, TO) == {"limit": MOST_EXPORTED}
    for nobody in ("", " \n"):
        ground.refuses(DisclosureNeedsRecipient, take, (good,), nobody)
    found = journal.exportable(person)
    assert found == Exportable((good,), unsigned=2)
    ground.desk.people.protect(person, Protection.CONFIDENTIAL)
    assert ground.refuses(ExportProtected, take, (good,), TO) == {"id": person}
    assert copies(ground) == []


def test_who_has_no_number_that_others_know_leaves_in_no_file(ground: Ground) -> None:
    ground.nurse()
    unknown = ground.desk.people.register_unidentified("Man i parken").the("person")
    entry = signed(ground, unknown)
    journal = ground.desk.journal
    journal.exportable(unknown, ground=ASKED)
    assert ground.refuses(ExportNeedsNumber, journal.take_export, (entry,), TO) == {"id": entry}
    ground.desk.people.identify(unknown, identity(CHILD), given_name="Test", family_name="Barn")
    assert journal.take_export((entry,), TO).notes


def test_the_entries_of_every_registration_of_a_patient_belong_to_the_answer(
    ground: Ground,
) -> None:
    ground.nurse()
    person = ground.person()
    unknown = ground.desk.people.register_unidentified("Kvinna").the("person")
    one, two = signed(ground, person), signed(ground, unknown)
    ground.desk.people.merge(person, unknown, "Samma kvinna")
    journal = ground.desk.journal
    assert set(journal.exportable(person, ground=ASKED).entry_ids) == {one, two}
    assert len(journal.take_export((one, two), TO).notes) == 2
    ground.desk.people.protect(person, Protection.CONFIDENTIAL)
    for ids in ((two,), (one, two)):
        ground.refuses(ExportProtected, journal.take_export, ids, TO, ASKED)


def test_a_period_takes_what_was_written_signed_or_disagreed_with_in_it(ground: Ground) -> None:
    ground.nurse()
    person = ground.person()
    journal = ground.desk.journal
    first = signed(ground, person)
    ground.clock.pass_time(days=2)
    second = signed(ground, person)
    ground.clock.pass_time(days=2)
    journal.dissent(first, "Fel.", "Test", Relation.SELF)
    days = [date(2026, 11, day) for day in (21, 22, 23, 24, 25)]
    journal.exportable(person, ground=ASKED)
    wanted = [(first,), (), (second,), (), (first,)]
    for day, ids in zip(days, wanted, strict=True):
        assert journal.exportable(person, day, day).entry_ids == ids
    assert journal.exportable(person, days[1]).entry_ids == (first, second)
    assert journal.exportable(person, None, days[1]).entry_ids == (first,)


def test_what_is_blocked_is_left_out_and_said_to_be(ground: Ground) -> None:
    ground.nurse()
    person = ground.person()
    entry = signed(ground, person)
    ground.desk.blocks.set(person, BlockKind.INNER, CARE_UNIT)
    ground.sign_in("admin")
    elsewhere = frozenset({Role.NURSE})
    added = ground.desk.operators.add(
        "cia", "Test Cia", roles=elsewhere, care_unit="SE0000000001-DEMO2"
    )
    ground.desk.operators.give_password(added.the("operator"), PASSWORD)
    ground.sign_in("cia")
    journal = ground.desk.journal
    with pytest.raises(GroundNeeded):
        journal.exportable(person)
    assert journal.exportable(person, ground=ASKED) == Exportable((), hidden=True)
    with pytest.raises(EntryBlocked):
        journal.take_export((entry,), TO)
    ground.refuses(EntryBlocked, journal.disclose_each, (entry,), TO)


def test_the_file_is_written_whole_under_a_name_that_tells_nothing(
    ground: Ground, tmp_path: Path
) -> None:
    ground.nurse()
    entry = signed(ground, ground.person())
    exported = ground.desk.journal.take_export((entry,), TO, ASKED)
    exports = Exports(document, faults, write_into)
    where = Path(exports.write(exported, str(tmp_path)))
    assert where.parent == tmp_path
    assert where.name == exported.file_name
    assert "1988" not in where.name
    assert where.read_bytes() == document(exported)
    with pytest.raises(FileThere):
        exports.write(exported, str(where))
    assert exports.write(exported, str(where), replace=True) == str(where)
