"""The switchboard at desks that do not hear of each other: a claim is one's, a fact stays."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest

from kundcenter.domain.calls import CallState
from kundcenter.domain.lines import EndReason, ReturnReason
from kundcenter.domain.people import Protection
from kundcenter.domain.switchboard.absences import Absence, AbsenceDraft, AbsenceReason, absent
from kundcenter.domain.switchboard.inquiries import (
    Answer,
    Asked,
    Asker,
    DisclosureGround,
    InquiryDraft,
)
from kundcenter.domain.switchboard.messages import Message, MessageState, MessageStepKind
from kundcenter.domain.switchboard.modes import Mode, ordered
from kundcenter.domain.switchboard.transfers import Transfer, TransferState
from kundcenter.services.calls import Ring
from tests.ground import NUMBER, WOMAN
from tests.postgres import PostgresServer
from tests.services.switchboard.desk_ground import (
    COLLEAGUE,
    answered,
    colleague,
    draft,
    taken,
    to_contact,
)
from tests.sync.case_ground import NAMES, Office, an_office
from tests.sync.ground import Side

ORDERS = pytest.mark.parametrize("order", [(0, 1), (1, 0)], ids=str)


@pytest.fixture
def two(postgres_server: PostgresServer, tmp_path: Path) -> Iterator[Office]:
    with an_office(postgres_server, tmp_path, 2) as office:
        yield office


@pytest.fixture
def contact(two: Office) -> UUID:
    found = colleague(two.one)
    two.agree()
    return found


def passed_on(side: Side, contact: UUID, **told: object) -> tuple[UUID, UUID]:
    """A call, and that it is passed on."""
    call = answered(side)
    transfer = side.desk.transfers.begin(to_contact(call, contact, **told)).the("transfer")
    return call, transfer


def transfer_at(side: Side, call: UUID) -> Transfer:
    (found,) = side.desk.transfers.of_call(call)
    return found


def test_a_transfer_that_begins_at_one_desk_is_taken_at_another(two: Office, contact: UUID) -> None:
    """The exchange carries the transfer's id, and the store what is known of the caller."""
    person = two.one.person()
    first, transfer = passed_on(two.one, contact, person_id=person)
    two.agree()
    calls = two.other.desk.calls
    call = calls.ring(Ring("line-9", NUMBER, reference=str(transfer))).the("call")
    arriving = two.other.desk.transfers.arriving(calls.get(call).reference)
    assert arriving is not None
    assert (arriving.draft.brief, arriving.draft.person_id) == ("Frågar om en faktura", person)
    assert arriving.draft.number == ""
    assert two.other.person_of(WOMAN) == person
    two.one.desk.transfers.end(transfer, TransferState.PASSED)
    calls.answer(call)
    two.agree()
    two.all_was_taken()
    assert transfer_at(two.other, first).state is TransferState.PASSED
    assert two.one.desk.calls.get(call).reference == str(transfer)


def test_a_reference_that_has_not_been_heard_of_brings_nothing(two: Office, contact: UUID) -> None:
    _, transfer = passed_on(two.one, contact)
    assert two.other.desk.transfers.arriving(str(transfer)) is None
    two.agree()
    assert two.other.desk.transfers.arriving(str(transfer)) is not None


@ORDERS
def test_a_transfer_that_was_passed_on_and_came_back_came_back(
    two: Office, contact: UUID, order: tuple[int, ...]
) -> None:
    call, transfer = passed_on(two.one, contact)
    two.agree()
    two.other.desk.transfers.end(transfer, TransferState.RETURNED, ReturnReason.BUSY)
    two.one.desk.transfers.end(transfer, TransferState.PASSED)
    two.agree(order)
    two.all_was_taken()
    for side in two.sides:
        found = transfer_at(side, call)
        assert (found.state, found.returned) == (TransferState.RETURNED, ReturnReason.BUSY)


def test_absences_that_are_set_at_two_desks_both_stand(two: Office, contact: UUID) -> None:
    drafts = [AbsenceDraft(AbsenceReason.LUNCH), AbsenceDraft(AbsenceReason.SICK, deputy_id=None)]
    for side, each in zip(two.sides, drafts, strict=True):
        side.desk.absences.set(contact, each)
        side.clock.pass_time(minutes=1)
    two.agree((1, 0))
    two.all_was_taken()
    for side in two.sides:
        found = side.desk.absences.standing()
        assert [each.reason for each in found] == [each.reason for each in drafts]
        holds = absent(found, contact, side.clock())
        assert holds is not None
        assert holds.reason is AbsenceReason.SICK


def only_absence(side: Side, contact: UUID) -> Absence:
    (found,) = side.desk.absences.of(contact)
    return found


@ORDERS
def test_whoever_says_first_that_they_are_back_is_believed(
    two: Office, contact: UUID, order: tuple[int, ...]
) -> None:
    two.one.desk.absences.set(contact, AbsenceDraft(AbsenceReason.MEETING))
    two.agree()
    for side in two.sides:
        side.desk.absences.end(only_absence(side, contact).id)
        side.clock.pass_time(minutes=1)
    two.agree(order)
    two.all_was_taken()
    ended = only_absence(two.one, contact)
    assert ended == only_absence(two.other, contact)
    assert ended.ended_by == two.ids[("anna", "bo")[order[0]]]


def message_at(side: Side, id: UUID) -> Message:
    (found,) = (each for each in side.desk.messages.latest() if each.id == id)
    return found


@ORDERS
def test_a_message_that_two_desks_have_sent_was_sent(
    two: Office, contact: UUID, order: tuple[int, ...]
) -> None:
    message = taken(two.one, contact)
    two.agree()
    for side in two.sides:
        side.desk.messages.sent(message)
        side.clock.pass_time(minutes=1)
    two.agree(order)
    two.all_was_taken()
    found = message_at(two.one, message)
    assert found == message_at(two.other, message)
    assert (found.state, found.tries) == (MessageState.SENT, 2)
    steps = [each.kind for each in two.one.desk.messages.steps(message)]
    assert steps == [MessageStepKind.WRITTEN, MessageStepKind.SENT, MessageStepKind.SENT]


@ORDERS
def test_what_was_sent_and_withdrawn_was_sent(
    two: Office, contact: UUID, order: tuple[int, ...]
) -> None:
    message = taken(two.one, contact)
    two.agree()
    two.one.desk.messages.sent(message)
    two.other.desk.messages.withdraw(message)
    two.agree(order)
    two.all_was_taken()
    for side in two.sides:
        assert message_at(side, message).state is MessageState.SENT
        kinds = {each.kind for each in side.desk.messages.steps(message)}
        assert kinds == {MessageStepKind.WRITTEN, MessageStepKind.SENT, MessageStepKind.WITHDRAWN}


@ORDERS
def test_of_two_modes_that_are_ordered_at_once_the_later_holds(
    two: Office, order: tuple[int, ...]
) -> None:
    for side, mode in zip(two.sides, (Mode.NIGHT, Mode.EMERGENCY), strict=True):
        side.desk.modes.set(mode, "Storm")
        side.clock.pass_time(minutes=5)
    two.agree(order)
    for side in two.sides:
        (stands,) = side.desk.modes.standing()
        holds = ordered((stands,), side.clock())
        assert holds is not None
        assert (holds.mode, holds.set_by) == (Mode.EMERGENCY, two.ids["bo"])


def test_a_mode_that_was_over_before_it_was_heard_of_does_not_rise_again(two: Office) -> None:
    """She ordered it before he ordered and lifted his; the hours of day decide since."""
    two.one.desk.modes.set(Mode.NIGHT, "Storm")
    two.one.clock.pass_time(minutes=5)
    his = two.other.desk.modes.set(Mode.EMERGENCY, "Storm").the("mode_order")
    two.other.desk.modes.lift(his)
    two.agree((1, 0))
    for side in two.sides:
        assert side.desk.modes.standing() == ()


def test_a_mode_that_is_lifted_at_two_desks_is_lifted(two: Office) -> None:
    order = two.one.desk.modes.set(Mode.EMERGENCY, "Brand").the("mode_order")
    two.agree()
    for side in two.sides:
        side.desk.modes.lift(order)
    two.agree((1, 0))
    assert two.rejected() == {}
    for side in two.sides:
        assert side.desk.modes.standing() == ()


def test_of_two_who_change_a_contact_one_does(two: Office, contact: UUID) -> None:
    for side, title in zip(two.sides, ("Läkare", "Kurator"), strict=True):
        side.desk.contacts.put(contact, replace(COLLEAGUE, title=title), upon=1)
    two.agree((1, 0))
    assert two.rejected() == {"contacts.put": "contact.stale"}
    for side in two.sides:
        (found,) = side.desk.contacts.all()
        assert (found.told.title, found.number) == ("Kurator", 2)
    assert two.work(two.one).about_id == contact


def test_a_directory_that_two_bring_in_is_there_once(two: Office) -> None:
    """And what was said of one of its people at either desk stays with them."""
    rows = tuple(replace(COLLEAGUE, name=f"Test {key}", key=key) for key in "abc")
    for side in two.sides:
        side.desk.contacts.import_("Regionen", rows)
        away = side.desk.contacts.all()[0]
        side.desk.absences.set(away.id, AbsenceDraft(AbsenceReason.COURSE))
    two.agree()
    two.all_was_taken()
    for side in two.sides:
        found = side.desk.contacts.all()
        assert [each.number for each in found] == [1, 1, 1]
        assert len(side.desk.absences.of(found[0].id)) == 2


def test_what_was_done_with_a_contact_that_is_turned_away_is_kept(two: Office) -> None:
    """Its unit was not taken in at the centre; who was away, and what they were told, was so."""
    for side in two.sides:
        side.takes("admin")
    two.other.unit(hsa_id="SE0000000001-NY")
    unit = two.one.unit(hsa_id="SE0000000001-NY")
    lost = two.one.desk.contacts.put(None, replace(COLLEAGUE, unit_id=unit)).the("contact")
    for side, name in zip(two.sides, NAMES, strict=False):
        side.takes(name)
    two.one.desk.absences.set(lost, AbsenceDraft(AbsenceReason.TRAVEL, deputy_id=None))
    message = taken(two.one, lost)
    call, transfer = passed_on(two.one, lost)
    two.agree((1, 0))
    assert set(two.rejected()) == {"units.add", "contacts.put"}
    for side in two.sides:
        assert side.desk.contacts.all() == ()
        assert len(side.desk.absences.of(lost)) == 1
        assert message_at(side, message).draft.address == draft(lost).address
        assert transfer_at(side, call).id == transfer


@ORDERS
def test_what_was_said_before_the_person_was_protected_was_said(
    two: Office, order: tuple[int, ...]
) -> None:
    person = two.one.person()
    two.agree()
    told = InquiryDraft(
        Asker.RELATIVE,
        Asked.WHERE,
        Answer.DISCLOSED,
        DisclosureGround.CONSENT,
        "Patienten har sagt ja",
        person_id=person,
    )
    two.one.desk.inquiries.note(told)
    two.other.desk.people.protect(person, Protection.CONFIDENTIAL, "Enligt Skatteverket")
    two.agree(order)
    two.all_was_taken()
    for side in two.sides:
        (found,) = side.desk.inquiries.latest()
        assert found.draft == told
        assert found.protected is (order == (1, 0))


@ORDERS
def test_whoever_marks_a_missed_call_first_has_seen_to_it(
    two: Office, order: tuple[int, ...]
) -> None:
    call = two.one.desk.calls.ring(Ring("line-1", NUMBER)).the("call")
    two.one.desk.calls.end(call, EndReason.ABANDONED)
    two.agree()
    for side in two.sides:
        side.desk.calls.mark_handled((call,))
        side.clock.pass_time(minutes=1)
    two.agree(order)
    two.all_was_taken()
    found = two.one.desk.calls.get(call)
    assert found == two.other.desk.calls.get(call)
    assert (found.state, found.handled_by) == (
        CallState.ABANDONED,
        two.ids[("anna", "bo")[order[0]]],
    )
    assert two.one.desk.calls.missed() == ()


def test_a_call_that_is_marked_at_one_desk_is_marked_at_the_other(two: Office) -> None:
    call = two.other.desk.calls.ring(Ring("line-2", NUMBER)).the("call")
    two.other.desk.calls.end(call, EndReason.CALLER)
    two.agree()
    assert [each.id for each in two.one.desk.calls.missed()] == [call]
    two.one.desk.calls.mark_handled((call,))
    two.agree()
    assert two.other.desk.calls.missed() == ()
    assert two.other.desk.calls.get(call).handled_at is not None


def test_an_absence_ahead_is_told_at_every_desk(two: Office, contact: UUID) -> None:
    starts = two.one.clock.at + timedelta(days=3)
    ahead = AbsenceDraft(AbsenceReason.LEAVE, starts, starts + timedelta(days=7))
    two.one.desk.absences.set(contact, ahead)
    two.agree()
    (found,) = two.other.desk.absences.standing()
    assert (found.starts_at, found.back_at) == (ahead.starts_at, ahead.back_at)
    assert absent((found,), contact, two.other.clock()) is None
