"""Unsaved text is kept for its writer alone, and is nothing that anybody else could find."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from db import operations
from kundcenter.domain.access import DeskLocked, NotPermitted, NotSignedIn, Role
from kundcenter.domain.drafts import Caret, Draft, FormKind, Unsaved
from tests.ground import PASSWORD, WHOLE, WOMAN, Ground, rows

PART, OTHER = UUID(int=1), UUID(int=2)
TEXT = Unsaved(
    note=replace(WHOLE, unit_id=UUID(int=7)),
    entry_id=UUID(int=3),
    upon=2,
    person_id=UUID(int=4),
    number="880702-23",
    correction="Fel dag",
    caret=Caret("history", 12),
    place=1,
    in_sight=True,
)


def call(ground: Ground) -> UUID:
    return ground.desk.calls.register().the("call")


def test_what_was_kept_comes_back_whole_to_its_writer_also_after_a_restart(ground: Ground) -> None:
    nurse = ground.nurse()
    id = call(ground)
    ground.desk.drafts.keep(id, PART, TEXT)
    again = ground.restarted()
    again.desk.sessions.sign_in("nurse", "tolv gröna krukor")
    (draft,) = again.desk.drafts.mine()
    assert (draft.operator_id, draft.call_id, draft.part_id) == (nurse, id, PART)
    assert draft.unsaved == TEXT


def test_a_newer_text_takes_the_place_of_the_older(ground: Ground) -> None:
    ground.nurse()
    id = call(ground)
    for text in ("a", "ab", "abc"):
        ground.desk.drafts.keep(id, PART, Unsaved(note=replace(WHOLE, history=text)))
    assert [draft.unsaved.note.history for draft in ground.desk.drafts.mine()] == ["abc"]


def test_nobody_gets_the_text_of_another(ground: Ground) -> None:
    ground.begin()
    for name in ("nurse", "other"):
        ground.operator(name, Role.NURSE)
    ground.sign_in("nurse")
    id = call(ground)
    ground.desk.drafts.keep(id, PART, TEXT)
    ground.sign_in("other")
    assert ground.desk.drafts.mine() == ()
    ground.desk.drafts.keep(id, PART, Unsaved(number="annan"))
    ground.desk.drafts.drop(id)
    ground.sign_in("nurse")
    assert [draft.unsaved for draft in ground.desk.drafts.mine()] == [TEXT]


def test_the_cards_come_back_in_the_order_in_which_they_stood(ground: Ground) -> None:
    ground.nurse()
    first, second, third = (call(ground) for _ in range(3))
    for place, id in enumerate((third, first, second)):
        ground.desk.drafts.keep(id, PART, replace(TEXT, place=place))
    assert [draft.call_id for draft in ground.desk.drafts.mine()] == [third, first, second]


def test_what_is_saved_is_forgotten_part_by_part_or_with_its_call(ground: Ground) -> None:
    ground.nurse()
    id, other = call(ground), call(ground)
    for part in (PART, OTHER):
        ground.desk.drafts.keep(id, part, TEXT)
    ground.desk.drafts.keep(other, PART, TEXT)
    ground.desk.drafts.drop(id, PART)
    assert kept(ground.desk.drafts.mine()) == {(id, OTHER), (other, PART)}
    ground.desk.drafts.drop(id)
    assert kept(ground.desk.drafts.mine()) == {(other, PART)}


def kept(drafts: tuple[Draft, ...]) -> set[tuple[UUID, UUID]]:
    return {(draft.call_id, draft.part_id) for draft in drafts}


def test_it_is_no_verb_no_look_and_no_row_of_a_record(ground: Ground) -> None:
    ground.nurse()
    id = call(ground)
    person = ground.person(WOMAN)
    before = ground.operations(), ground.accesses(), rows(ground.engine)
    ground.desk.drafts.keep(id, PART, replace(TEXT, person_id=person))
    ground.desk.drafts.mine()
    ground.desk.drafts.drop(id)
    assert (ground.operations(), ground.accesses(), rows(ground.engine)) == before
    assert operations.operations.name in before[2]


def test_behind_a_lock_or_without_a_seat_nothing_is_kept_or_given(ground: Ground) -> None:
    ground.nurse()
    id = call(ground)
    ground.desk.drafts.keep(id, PART, TEXT)
    ground.desk.sessions.lock()
    ground.refuses(DeskLocked, ground.desk.drafts.mine)
    ground.refuses(DeskLocked, ground.desk.drafts.keep, id, PART, TEXT)
    ground.desk.sessions.sign_out()
    ground.refuses(NotSignedIn, ground.desk.drafts.mine)


def test_who_works_no_calls_has_no_drafts(ground: Ground) -> None:
    ground.begin()
    ground.operator("reviewer", Role.LOG_REVIEWER)
    ground.sign_in("reviewer")
    ground.refuses(NotPermitted, ground.desk.drafts.mine)


def test_any_text_can_be_kept(ground: Ground) -> None:
    ground.nurse()
    id = call(ground)
    odd = "Åsa \U0001f600 \x00 \ufffe half:\ud83d"
    ground.desk.drafts.keep(id, PART, Unsaved(note=replace(WHOLE, history=odd), number=odd))
    (draft,) = ground.desk.drafts.mine()
    assert draft.unsaved.note.history.startswith("Åsa \U0001f600 \x00 \ufffe half:")
    assert draft.unsaved.number == draft.unsaved.note.history


def test_what_is_kept_is_told_by_no_repr() -> None:
    shown = repr(replace(TEXT, note=WHOLE))
    assert not [word for word in ("880702", "Fel dag", "Feber") if word in shown]


def test_the_text_of_a_dialog_is_kept_for_its_writer_by_kind_and_subject(ground: Ground) -> None:
    ground.nurse()
    drafts, one, other = ground.desk.drafts, UUID(int=1), UUID(int=2)
    assert drafts.form(FormKind.DISSENT, one) == {}
    drafts.keep_form(FormKind.DISSENT, one, {"text": "Fel", "by_name": "Test"})
    drafts.keep_form(FormKind.DISSENT, one, {"text": "Fel sida", "by_name": "Test"})
    drafts.keep_form(FormKind.CORRECTION, one, {"reason": "Skrivfel"})
    assert drafts.form(FormKind.DISSENT, one) == {"text": "Fel sida", "by_name": "Test"}
    assert drafts.form(FormKind.DISSENT, other) == {}
    assert drafts.mine() == ()  # it is on no card
    drafts.drop_form(FormKind.DISSENT, one)
    assert drafts.form(FormKind.DISSENT, one) == {}
    assert drafts.form(FormKind.CORRECTION, one) == {"reason": "Skrivfel"}
    ground.desk.sessions.sign_in("admin", PASSWORD)
    assert drafts.form(FormKind.CORRECTION, one) == {}


def test_the_text_of_a_dialog_is_no_record_and_closed_behind_the_lock(ground: Ground) -> None:
    ground.nurse()
    before, drafts, subject = rows(ground.engine), ground.desk.drafts, UUID(int=1)
    drafts.keep_form(FormKind.DISSENT, subject, {"text": "Fel"})
    drafts.form(FormKind.DISSENT, subject)
    drafts.drop_form(FormKind.DISSENT, subject)
    assert rows(ground.engine) == before
    ground.desk.sessions.lock()
    ground.refuses(DeskLocked, drafts.form, FormKind.DISSENT, subject)
    ground.refuses(DeskLocked, drafts.keep_form, FormKind.DISSENT, subject, {})
