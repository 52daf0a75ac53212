"""The switchboard's rows in both databases: every field comes back, and lists are in order."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import Engine

from db.base import Unit
from db.service_desk.questions import SqlQuestions
from db.service_desk.topics import SqlTopics
from db.switchboard.absences import SqlAbsences
from db.switchboard.contacts import SqlContacts
from db.switchboard.inquiries import SqlInquiries
from db.switchboard.messages import SqlMessages
from db.switchboard.modes import SqlModeOrders
from db.switchboard.terms import SqlSwitchboardTerms
from db.switchboard.transfers import SqlTransfers
from kundcenter.domain.access import Role
from kundcenter.domain.opening import Hours
from kundcenter.domain.service_desk.questions import QuestionNotFound, TopicCount
from kundcenter.domain.service_desk.topics import Heading, TopicNotFound
from kundcenter.domain.switchboard.absences import AbsenceNotFound
from kundcenter.domain.switchboard.contacts import ContactNotFound
from kundcenter.domain.switchboard.messages import (
    MessageNotFound,
    MessageState,
    MessageStep,
    MessageStepKind,
)
from kundcenter.domain.switchboard.modes import Mode, ModeOrderNotFound
from kundcenter.domain.switchboard.terms import (
    Greeting,
    SwitchboardContent,
    SwitchboardTerms,
    SwitchboardTermsNotFound,
    Template,
)
from kundcenter.domain.switchboard.transfers import TransferNotFound, TransferState
from kundcenter.start.desk import new_id
from tests.db.switchboard.values import (
    HOUR,
    ME,
    absence,
    contact,
    empty_fields,
    full_absence,
    full_contact,
    full_inquiry,
    full_message,
    full_question,
    full_topic,
    full_transfer,
    inquiry,
    kept,
    message,
    on,
    order,
    question,
    topic,
    transfer,
)
from tests.ground import MORNING, Ground


@pytest.fixture
def unit_id(ground: Ground) -> UUID:
    ground.begin()
    return ground.unit()


@pytest.fixture
def person(ground: Ground, unit_id: UUID) -> UUID:
    ground.operator("nurse", Role.NURSE)
    ground.sign_in("nurse")
    return ground.person()


def test_every_field_of_a_contact_comes_back(ground: Ground, unit_id: UUID) -> None:
    whole, bare = full_contact(unit_id), contact()
    assert empty_fields(whole) == empty_fields(whole.told) == []
    with on(ground.engine) as unit:
        store = SqlContacts(unit)
        for each in (whole, bare):
            store.put(each)
            assert store.get(each.id) == each
        moved = replace(whole, number=4, retired_at=None, told=replace(whole.told, numbers=()))
        store.put(moved)
        assert store.get(whole.id) == moved
        assert store.all() == (moved, bare)
        assert store.some([bare.id, new_id()]) == (bare,)
        assert store.some([]) == ()


def test_a_directory_is_found_by_its_own_keys(engine: Engine) -> None:
    one, two, gone = (contact(key=key) for key in ("1", "2", "3"))
    gone = replace(gone, retired_at=MORNING)
    again = contact(key="1")
    by_hand, other = contact(), replace(one, id=new_id(), told=replace(one.told, directory="X"))
    with on(engine) as unit:
        kept(unit, two, again, one, gone, by_hand, other)
        store = SqlContacts(unit)
        first = min(one, again, key=lambda each: each.id)
        assert store.by_keys("Regionen", ["1", "3", "4", ""]) == {"1": first, "3": gone}
        assert store.by_keys("Regionen", []) == {}
        assert store.keyed("Regionen") == (*sorted((one, again), key=lambda e: e.id), two)
        assert store.keyed("X") == (other,)


def test_every_field_of_an_absence_comes_back(engine: Engine) -> None:
    away, deputy = contact(), contact()
    with on(engine) as unit:
        kept(unit, away, deputy)
        store = SqlAbsences(unit)
        whole, bare = full_absence(away.id, deputy.id), absence(away.id)
        assert empty_fields(whole) == []
        for each in (whole, bare):
            store.put(each)
            assert store.get(each.id) == each


def test_those_stand_that_hold_or_are_to_come(engine: Engine) -> None:
    away, other = contact(), contact()
    with on(engine) as unit:
        kept(unit, away, other)
        store = SqlAbsences(unit)
        long = absence(away.id, starts_at=MORNING - 9 * HOUR)
        back = absence(away.id, starts_at=MORNING - HOUR, back_at=MORNING)
        now = absence(other.id, starts_at=MORNING - HOUR, back_at=MORNING + HOUR)
        ahead = absence(away.id, starts_at=MORNING + HOUR, back_at=MORNING + 2 * HOUR)
        ended = absence(away.id, ended_at=MORNING, ended_by=ME)
        for each in (ahead, ended, now, back, long):
            store.put(each)
        assert store.standing(MORNING) == (long, now, ahead)
        assert store.of(away.id, 3) == (ahead, ended, back)
        assert store.of(other.id, 9) == (now,)


def test_orders_of_a_mode_come_back_and_stand_until_they_end(engine: Engine) -> None:
    until = order(ends_at=MORNING + HOUR)
    lifted = replace(order(), lifted_at=MORNING, lifted_by=ME, mode=Mode.EMERGENCY)
    over, open_ended = order(ends_at=MORNING), order(starts_at=MORNING - HOUR)
    with on(engine) as unit:
        store = SqlModeOrders(unit)
        for each in (until, lifted, over, open_ended):
            store.put(each)
            assert store.get(each.id) == each
        assert store.standing(MORNING) == (open_ended, until)
        assert store.next_after(MORNING - 2 * HOUR) == open_ended
        assert store.next_after(MORNING - HOUR) == min(until, lifted, over, key=lambda e: e.id)
        assert store.next_after(MORNING) is None


def test_editions_come_back_and_the_latest_counts(engine: Engine) -> None:
    content = SwitchboardContent(
        (Greeting("Välkommen, {namn} ”här”", "+4636", "Radgivning", Mode.NIGHT), Greeting("Hej")),
        (Template("RING", "Ring upp", "Ring [[namn]]", urgent=True, ended=True),),
        ("Bekräfta aldrig", "Motring"),
        Hours(),
    )
    first = SwitchboardTerms(new_id(), 1, content, MORNING, ME, "Påhittad", demonstration=True)
    second = SwitchboardTerms(new_id(), 2, replace(content, secrecy=()), MORNING + HOUR, ME)
    with on(engine) as unit:
        store = SqlSwitchboardTerms(unit)
        assert (store.latest(), store.all()) == (None, ())
        for each in (second, first):
            store.add(each)
            assert store.get(each.id) == each
        assert (store.latest(), store.all()) == (second, (first, second))


def test_every_field_of_a_message_comes_back(ground: Ground, unit_id: UUID, person: UUID) -> None:
    to = contact()
    whole, bare = full_message(to.id, unit_id, person), message()
    assert empty_fields(whole) == empty_fields(whole.draft) == []
    first, second = (
        MessageStep(new_id(), whole.id, kind, MORNING + at * HOUR, ME, fault, late)
        for kind, at, fault, late in (
            (MessageStepKind.WRITTEN, 0, "", False),
            (MessageStepKind.FAILED, 1, "mail.away", True),
        )
    )
    with on(ground.engine) as unit:
        kept(unit, to)
        store = SqlMessages(unit)
        for each in (whole, bare):
            store.put(each)
            assert store.get(each.id) == each
        store.put(replace(whole, state=MessageState.SENT))
        assert store.get(whole.id).state is MessageState.SENT
        store.add_step(second)
        store.add_step(first)
        assert store.steps([whole.id]) == (first, second)
        assert store.steps([bare.id]) == store.steps([]) == ()


def test_messages_are_listed_urgent_ones_first_and_the_latest_last(engine: Engine) -> None:
    old, new = (message(written_at=MORNING + at * HOUR) for at in (1, 4))
    failed = message(written_at=MORNING + 2 * HOUR, state=MessageState.FAILED, written_by=new_id())
    urgent = message(written_at=MORNING + 5 * HOUR, state=MessageState.FAILED, urgent=True)
    later = message(written_at=MORNING + 6 * HOUR, urgent=True)
    sent = message(written_at=MORNING + 3 * HOUR, state=MessageState.SENT)
    with on(engine) as unit:
        store = SqlMessages(unit)
        for each in (later, new, sent, failed, urgent, old):
            store.put(each)
        states = (MessageState.WAITING, MessageState.FAILED)
        every = (urgent, later, old, failed, new)
        assert store.in_states(states, 9) == every
        assert [store.in_states(states, many) for many in range(6)] == [
            every[:many] for many in range(6)
        ]
        assert store.in_states((MessageState.SENT,), 9) == (sent,)
        assert store.in_states((), 9) == ()
        assert store.latest(None, 3) == (later, urgent, new)
        assert store.latest(ME, 9) == (later, urgent, new, sent, old)


def test_every_field_of_a_transfer_comes_back(ground: Ground, person: UUID) -> None:
    whole, bare = full_transfer(person), transfer(new_id())
    assert empty_fields(whole) == empty_fields(whole.draft) == []
    with on(ground.engine) as unit:
        store = SqlTransfers(unit)
        for each in (whole, bare):
            store.put(each)
            assert store.get(each.id) == store.find(each.id) == each


def test_transfers_are_found_by_their_calls_and_those_that_go_on(engine: Engine) -> None:
    call, other = new_id(), new_id()
    later = transfer(call, begun_at=MORNING + HOUR)
    first = transfer(call, state=TransferState.RETURNED, ended_at=MORNING)
    theirs, alone = transfer(call, begun_by=new_id()), transfer(other)
    with on(engine) as unit:
        store = SqlTransfers(unit)
        for each in (later, first, theirs, alone):
            store.put(each)
        assert store.of_calls([call]) == (first, theirs, later)
        assert store.of_calls([call, other]) == (first, theirs, alone, later)
        assert store.of_calls([]) == ()
        assert store.open_of(ME) == (alone, later)
        assert store.find(ME) is None


def test_every_field_of_an_inquiry_comes_back(ground: Ground, person: UUID) -> None:
    whole, bare = full_inquiry(person), inquiry(at=MORNING + HOUR)
    assert empty_fields(whole) == empty_fields(whole.draft) == []
    theirs = inquiry(at=MORNING + 2 * HOUR, by=new_id(), person_id=person)
    with on(ground.engine) as unit:
        store = SqlInquiries(unit)
        for each in (theirs, whole, bare):
            store.add(each)
        assert store.latest(None, 2) == (theirs, bare)
        assert store.latest(ME, 9) == (bare, whole)
        assert store.of_person([person, new_id()]) == (whole, theirs)
        assert store.of_person([]) == ()


def test_every_version_of_a_card_is_kept(ground: Ground, unit_id: UUID) -> None:
    whole = full_topic(unit_id)
    assert empty_fields(whole) == empty_fields(whole.told) == []
    second = replace(whole, number=2, retired_at=None, changed_at=MORNING + HOUR)
    other = topic()
    with on(ground.engine) as unit:
        store = SqlTopics(unit)
        for each in (whole, other, second):
            store.put(each)
            assert store.get(each.id) == each
        assert store.versions(whole.id) == (whole, second)
        assert store.all() == (other, second)
        assert store.versions(new_id()) == ()


def test_a_version_has_one_id_wherever_it_is_written_down(engine: Engine) -> None:
    card = topic()
    ids = []
    for _ in range(2):
        with on(engine) as unit:
            SqlTopics(unit).put(card)
            ids += [
                str(row[0])
                for row in unit.connection.exec_driver_sql("SELECT id FROM topic_versions")
            ]
    assert len(ids) == 2
    assert ids[0] == ids[1]


def test_every_field_of_a_question_comes_back(engine: Engine) -> None:
    card = topic()
    whole, bare = full_question(card.id), question()
    assert empty_fields(whole) == empty_fields(whole.draft) == []
    with on(engine) as unit:
        SqlTopics(unit).put(card)
        store = SqlQuestions(unit)
        for each in (whole, bare):
            store.put(each)
            assert store.get(each.id) == each


def test_questions_wait_for_an_editor_and_are_counted(engine: Engine) -> None:
    card = topic()
    late, waits = (question(unanswered="Hur?", at=MORNING + at * HOUR) for at in (2, 1))
    seen = replace(question(unanswered="Var?"), settled_at=MORNING)
    known = [question(topic_id=card.id, at=MORNING + at * HOUR) for at in (0, 1, 2, 3)]
    other = question(heading=Heading.RIGHTS, at=MORNING + 2 * HOUR)
    with on(engine) as unit:
        SqlTopics(unit).put(card)
        store = SqlQuestions(unit)
        for each in (late, waits, seen, *known, other):
            store.put(each)
        assert store.waiting(9) == (waits, late)
        assert store.waiting(1) == (waits,)
        assert list(store.counts(MORNING, MORNING + 3 * HOUR)) == [
            TopicCount(Heading.FEES, None, 3),
            TopicCount(Heading.FEES, card.id, 3),
            TopicCount(Heading.RIGHTS, None, 1),
        ]
        assert list(store.counts(MORNING + 4 * HOUR, MORNING + 5 * HOUR)) == []


ABSENT: dict[str, tuple[type[Any], type[Exception]]] = {
    "contact": (SqlContacts, ContactNotFound),
    "absence": (SqlAbsences, AbsenceNotFound),
    "terms": (SqlSwitchboardTerms, SwitchboardTermsNotFound),
    "mode": (SqlModeOrders, ModeOrderNotFound),
    "message": (SqlMessages, MessageNotFound),
    "transfer": (SqlTransfers, TransferNotFound),
    "topic": (SqlTopics, TopicNotFound),
    "question": (SqlQuestions, QuestionNotFound),
}


@pytest.mark.parametrize("noun", ABSENT)
def test_one_that_is_not_there_is_said_so(engine: Engine, noun: str) -> None:
    store, error = ABSENT[noun]
    with on(engine) as unit, pytest.raises(error):
        store(Unit(unit.connection)).get(ME)
