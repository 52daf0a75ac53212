"""The demo region's switchboard: as it could have come about by the verbs, of nobody who exists."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import TypeVar

import pytest

from kundcenter.demo.month import made
from kundcenter.demo.region import DemoTerms
from kundcenter.domain.access import MATRIX, Function
from kundcenter.domain.operators import Operator
from kundcenter.domain.phone_numbers import PhoneKind, PhoneNumber, is_fictional
from kundcenter.domain.service_desk.axes import handled_by
from kundcenter.domain.service_desk.questions import Question
from kundcenter.domain.service_desk.topics import Heading, Topic, TopicVersion
from kundcenter.domain.switchboard.absences import Absence, AbsenceReason
from kundcenter.domain.switchboard.contacts import Contact
from kundcenter.domain.switchboard.inquiries import Answer, Inquiry
from kundcenter.domain.switchboard.messages import Message, MessageState, MessageStep
from kundcenter.domain.switchboard.terms import SwitchboardTerms
from kundcenter.domain.units import Unit
from kundcenter.start.desk import published_codes

V = TypeVar("V")
UNTIL = datetime(2026, 11, 23, 13, 20, tzinfo=UTC)  # a Monday


@pytest.fixture(scope="module")
def values() -> list[object]:
    codes = published_codes()
    return list(made(DemoTerms(UNTIL, codes[max(codes)], calls=200)).values())


def of(values: Iterable[object], kind: type[V]) -> list[V]:
    return [value for value in values if isinstance(value, kind)]


def test_contacts_are_in_their_one_form_and_their_numbers_are_nobodys(
    values: list[object],
) -> None:
    units = {unit.id for unit in of(values, Unit)}
    contacts = of(values, Contact)
    assert len(contacts) > 300
    assert len({contact.told.directory for contact in contacts}) == 2
    for contact in contacts:
        told = contact.told
        assert told.checked() == told
        assert told.unit_id is None or told.unit_id in units
        assert told.email.endswith("@example.com")
        for each in told.numbers:
            number = PhoneNumber(each.number)
            assert number.kind is PhoneKind.EXTENSION or is_fictional(number)
    extensions = [contact.told.extension for contact in contacts if contact.told.extension]
    assert len(set(extensions)) == len(extensions)


def test_some_are_away_for_every_reason_of_the_file_and_somebody_stands_in(
    values: list[object],
) -> None:
    contacts = {contact.id for contact in of(values, Contact)}
    absences = of(values, Absence)
    assert {each.reason for each in absences} >= {AbsenceReason.MEETING, AbsenceReason.SICK}
    assert any(each.deputy_id for each in absences)
    for each in absences:
        assert each.contact_id in contacts
        assert each.deputy_id is None or each.deputy_id in contacts - {each.contact_id}
        assert each.holds(each.starts_at)
    assert sum(each.holds(UNTIL) for each in absences) > len(absences) / 2


def test_messages_stand_in_every_state_with_what_happened_to_them(values: list[object]) -> None:
    messages = of(values, Message)
    steps = of(values, MessageStep)
    assert {each.state for each in messages} == set(MessageState) - {MessageState.WITHDRAWN}
    for message in messages:
        mine = [step for step in steps if step.message_id == message.id]
        assert len(mine) == (1 if message.state is MessageState.WAITING else 2)
        assert is_fictional(PhoneNumber(message.draft.callback))


def test_the_terms_are_marked_as_demonstration_and_are_sound(values: list[object]) -> None:
    (terms,) = of(values, SwitchboardTerms)
    assert terms.demonstration
    assert {each.mode for each in terms.content.greetings} > {None}
    assert any(each.queue for each in terms.content.greetings)


def test_every_heading_but_the_last_has_a_card_and_each_card_its_version(
    values: list[object],
) -> None:
    topics = of(values, Topic)
    assert {topic.told.heading for topic in topics} >= set(Heading) - {Heading.OTHER}
    assert all(topic.told.demonstration for topic in topics)
    assert [version.topic for version in of(values, TopicVersion)] == topics


def test_questions_are_handled_by_the_table_and_some_wait_for_the_editor(
    values: list[object],
) -> None:
    questions = of(values, Question)
    assert all(q.draft.handler in handled_by(q.draft.axes).handlers for q in questions)
    assert sum(question.waits for question in questions) == 2


def test_nobody_was_told_anything_of_a_named_person(values: list[object]) -> None:
    operators = {operator.id: operator for operator in of(values, Operator)}
    inquiries = of(values, Inquiry)
    assert inquiries
    for inquiry in inquiries:
        assert inquiry.draft.answer is not Answer.DISCLOSED
        assert operators[inquiry.by].roles & MATRIX[Function.IDENTIFY]
