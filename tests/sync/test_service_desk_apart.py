"""Cards, questions and terms at desks that do not hear of each other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest

from db.sync.ageing import SqlAgeing
from kundcenter.domain.ageing import KeepTerms
from kundcenter.domain.lines import EndReason
from kundcenter.domain.service_desk.questions import Question
from kundcenter.domain.switchboard.absences import AbsenceDraft, AbsenceReason
from kundcenter.domain.switchboard.terms_default import DEFAULT
from kundcenter.domain.switchboard.transfers import TransferState
from tests.postgres import PostgresServer
from tests.services.service_desk.service_desk_ground import ASKED, CARD
from tests.services.switchboard.desk_ground import answered, colleague, taken, to_contact
from tests.sync.case_ground import Office, an_office
from tests.sync.ground import Side, shared

ORDERS = pytest.mark.parametrize("order", [(0, 1), (1, 0)], ids=str)


@pytest.fixture
def two(postgres_server: PostgresServer, tmp_path: Path) -> Iterator[Office]:
    with an_office(postgres_server, tmp_path, 2) as office:
        yield office


def unanswered(side: Side, text: str = "Får man ta med hund?") -> UUID:
    draft = replace(ASKED, unanswered=text)
    return side.desk.questions.note(draft).the("question")


def test_of_two_who_change_a_card_one_does_and_no_version_is_lost(two: Office) -> None:
    card = two.one.desk.topics.put(None, CARD).the("topic")
    two.agree()
    for side, text in zip(two.sides, ("Annas ord.", "Bos ord."), strict=True):
        side.desk.topics.put(card, replace(CARD, text=text), upon=1)
    two.agree((1, 0))
    assert two.rejected() == {"topics.put": "topic.stale"}
    for side in two.sides:
        first, second = side.desk.topics.versions(card)
        assert (first.told, second.told.text) == (CARD, "Bos ord.")
        assert side.desk.topics.all() == (second,)
    assert two.work(two.one).about_id == card


def test_a_card_that_was_changed_meanwhile_is_not_retired(two: Office) -> None:
    card = two.one.desk.topics.put(None, CARD).the("topic")
    two.agree()
    two.one.desk.topics.retire(card, upon=1)
    two.other.desk.topics.put(card, replace(CARD, text="Bos ord."), upon=1)
    two.agree((1, 0))
    assert two.rejected() == {"topics.retire": "topic.stale"}
    (found,) = two.one.desk.topics.all()
    assert (found.number, found.retired_at) == (2, None)


def test_cards_that_two_bring_in_are_there_once(two: Office) -> None:
    cards = tuple(replace(CARD, title=title) for title in ("Ett", "Två"))
    for side in two.sides:
        side.desk.topics.import_(cards)
    two.agree()
    for side in two.sides:
        assert [each.told for each in side.desk.topics.all()] == list(cards)


def test_of_two_editions_of_the_terms_one_is_published(two: Office) -> None:
    for side in two.sides:
        side.desk.switchboard_terms.publish(DEFAULT, upon=0, comment=str(side.device_id))
    two.agree((1, 0))
    assert two.rejected() == {"switchboard_terms.publish": "switchboard_terms.stale"}
    (edition,) = two.one.desk.switchboard_terms.all()
    assert edition.comment == str(two.other.device_id)


def question_at(side: Side) -> Question:
    """The only one, as it lies in the desk's store."""
    with side.desk.questions._store.read() as reading:  # no look shows one that is settled
        (row,) = shared(side.engine)["questions"]
        return reading.questions.get(UUID(row["id"]))


@ORDERS
def test_whoever_settles_a_question_first_has_settled_it(
    two: Office, order: tuple[int, ...]
) -> None:
    unanswered(two.one)
    cards = [two.one.desk.topics.put(None, replace(CARD, title=t)).the("topic") for t in "AB"]
    two.agree()
    for side, card in zip(two.sides, cards, strict=True):
        (waits,) = side.desk.questions.waiting()
        side.desk.questions.settle(waits.id, card)
        side.clock.pass_time(minutes=1)
    two.agree(order)
    two.all_was_taken()
    found = question_at(two.one)
    assert found == question_at(two.other)
    assert (found.settled_by, found.settled_by_topic) == (
        two.ids[("anna", "bo")[order[0]]],
        cards[order[0]],
    )


def test_a_question_counts_though_its_card_is_turned_away(two: Office) -> None:
    """The card's unit was not taken in at the centre; that somebody asked was so."""
    for side in two.sides:
        side.takes("admin")
    two.other.unit(hsa_id="SE0000000001-NY")
    unit = two.one.unit(hsa_id="SE0000000001-NY")
    card = two.one.desk.topics.put(None, replace(CARD, unit_id=unit)).the("topic")
    two.one.takes("anna")
    two.one.desk.questions.note(replace(ASKED, topic_id=card))
    unanswered(two.one)
    (waits,) = two.one.desk.questions.waiting()
    two.one.desk.questions.settle(waits.id, card)
    two.agree((1, 0))
    assert set(two.rejected()) == {"units.add", "topics.put"}
    at = two.one.clock.at
    counts = two.one.desk.questions.counts(at - timedelta(days=1), at + timedelta(days=1))
    assert [(each.topic_id, each.count) for each in counts] == [(None, 2)]
    assert two.one.desk.questions.waiting() == ()


def test_what_is_over_leaves_the_desks_and_what_waits_stays(two: Office) -> None:
    """Messages that have not gone, who is away, and what no editor has seen to."""
    side = two.one
    contact = colleague(side)
    waits, gone = taken(side, contact), taken(side, contact)
    side.desk.messages.sent(gone)
    side.desk.absences.set(contact, AbsenceDraft(AbsenceReason.PARENTAL))
    until = side.clock.at + timedelta(days=1)
    side.desk.absences.set(contact, AbsenceDraft(AbsenceReason.COURSE, back_at=until))
    call = answered(side)
    transfer = side.desk.transfers.begin(to_contact(call, contact)).the("transfer")
    side.desk.transfers.end(transfer, TransferState.PASSED)
    side.desk.calls.end(call, EndReason.PASSED)
    side.desk.calls.close(call, "INFO")
    asked = unanswered(side)
    side.desk.questions.note(ASKED)
    card = side.desk.topics.put(None, CARD).the("topic")
    two.agree()
    terms = KeepTerms()
    side.clock.at += terms.team + timedelta(days=10)
    assert SqlAgeing(two.centre.engine, terms).age(side.clock()) > 0
    two.talk(*two.sides)
    for each in two.sides:
        held = shared(each.engine)
        assert [row["id"] for row in held["messages"]] == [waits.hex]
        assert {row["message_id"] for row in held["message_steps"]} == {waits.hex}
        assert [row["reason"] for row in held["absences"]] == [AbsenceReason.PARENTAL]
        assert held["transfers"] == []
        assert [row["id"] for row in held["questions"]] == [asked.hex]
        assert [row["id"] for row in held["contacts"]] == [contact.hex]
        assert [row["topic_id"] for row in held["topic_versions"]] == [card.hex]
