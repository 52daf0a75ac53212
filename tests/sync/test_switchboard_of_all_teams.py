"""Who has what of the switchboard: it is all teams', and of a caller no more than goes with it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from sqlalchemy import text

from kundcenter.domain.access import NotPermitted, Role
from kundcenter.domain.calls import CallNotFound
from kundcenter.domain.feed import REFERENCE, SHARED, Verdict, team
from kundcenter.domain.people import Protection
from kundcenter.domain.switchboard.absences import AbsenceDraft, AbsenceReason
from kundcenter.domain.switchboard.inquiries import Answer, Asked, Asker, InquiryDraft
from kundcenter.domain.switchboard.modes import Mode
from kundcenter.domain.switchboard.terms_default import DEFAULT
from kundcenter.domain.switchboard.transfers import TransferState
from kundcenter.services.calls import Ring
from tests.ground import CARE_UNIT, MAN, NUMBER, WOMAN, Clock, fill_central
from tests.postgres import PostgresServer
from tests.services.service_desk.service_desk_ground import ASKED, CARD
from tests.services.switchboard.desk_ground import (
    HIDDEN,
    answered,
    colleague,
    taken,
    to_contact,
)
from tests.sync.ground import Centre, Side, a_centre, a_side, shared

ANOTHER = "SE0000000001-VAXEL"
Teams = tuple[Centre, Side, Side]
REGION = {
    *("contacts", "switchboard_terms", "mode_orders", "topics", "topic_versions"),
}
CENTRE = {
    *("absences", "messages", "message_steps", "transfers", "inquiries", "questions"),
}


@pytest.fixture
def teams(postgres_server: PostgresServer, tmp_path: Path) -> Iterator[Teams]:
    """A supervisor of the nurses' care unit, and an operator of the switchboard's."""
    clock = Clock()
    with ExitStack() as stack:
        url = stack.enter_context(postgres_server.clone("empty", fill_central))
        centre = stack.enter_context(a_centre(url, clock))
        one = a_side(stack, tmp_path / "one.db", clock, centre, "ett")
        other = a_side(stack, tmp_path / "other.db", clock, centre, "växel", unit=ANOTHER)
        one.begin()
        one.operator("anna", Role.NURSE, Role.SUPERVISOR_NURSE)
        one.desk.operators.add(
            "vera",
            "Test Vera",
            roles=frozenset({Role.SWITCHBOARD}),
            position="Telefonist",
            care_unit=ANOTHER,
        )
        one.sign_in("anna")
        one.talk(centre)
        other.talk(centre)
        other.takes("vera")
        yield centre, one, other


def agree(teams: Teams) -> None:
    centre, one, other = teams
    for side in (one, other, one):
        side.talk(centre)
    assert set(centre.central.counts()) == {Verdict.APPLIED}


def buckets(centre: Centre, entity: str) -> set[str]:
    """Those in which the table's rows are."""
    query = text("SELECT DISTINCT bucket FROM centre_current WHERE entity = :entity")
    with centre.engine.connect() as connection:
        return set(connection.execute(query, {"entity": entity}).scalars())


def everything(side: Side) -> None:
    """A row in every table of the switchboard."""
    desk, contact, person = side.desk, colleague(side), side.person(WOMAN)
    call = answered(side)
    desk.transfers.begin(to_contact(call, contact, person_id=person))
    taken(side, contact, person_id=person)
    desk.absences.set(contact, AbsenceDraft(AbsenceReason.SICK))
    desk.switchboard_terms.publish(DEFAULT, upon=0)
    desk.modes.set(Mode.NIGHT, "Storm")
    desk.inquiries.note(InquiryDraft(Asker.PRESS, Asked.IS_HERE, Answer.REFUSED))
    desk.topics.put(None, CARD)
    desk.questions.note(ASKED)


def test_the_switchboard_is_all_teams(teams: Teams) -> None:
    """Not the call: that is of the team whose desk it rang at."""
    centre, one, other = teams
    everything(one)
    agree(teams)
    assert {each: buckets(centre, each) for each in REGION} == {
        each: {REFERENCE} for each in REGION
    }
    assert {each: buckets(centre, each) for each in CENTRE} == {each: {SHARED} for each in CENTRE}
    assert buckets(centre, "calls") == {team(CARE_UNIT)}
    here, there = shared(one.engine), shared(other.engine)
    for name in (*REGION, *CENTRE):
        assert here[name] == there[name] != []
    assert there["calls"] == []


def test_a_call_is_passed_on_to_another_team_with_its_words_and_whom_it_is_about(
    teams: Teams,
) -> None:
    """And nothing else of the person: no other call, no entry."""
    _, one, other = teams
    contact, person = colleague(one), one.person(WOMAN)
    one.person(MAN)
    first = answered(one)
    transfer = one.desk.transfers.begin(to_contact(first, contact, person_id=person))
    id = transfer.the("transfer")
    agree(teams)
    call = other.desk.calls.ring(Ring("line-7", NUMBER, reference=str(id))).the("call")
    arriving = other.desk.transfers.arriving(str(id))
    assert arriving is not None
    assert (arriving.draft.brief, arriving.draft.person_id) == ("Frågar om en faktura", person)
    assert HIDDEN not in repr(arriving.draft.number)
    with pytest.raises(CallNotFound):
        other.desk.calls.get(first)
    assert [row["id"] for row in shared(other.engine)["people"]] == [person.hex]
    other.desk.transfers.end(id, TransferState.PASSED)
    agree(teams)
    (told,) = one.desk.transfers.of_call(first)
    assert told.state is TransferState.PASSED
    assert other.desk.calls.get(call).reference == str(id)


def test_what_another_team_does_with_a_message_is_done(teams: Teams) -> None:
    """Its call is not there, and its number goes all the same when the person is protected."""
    _, one, other = teams
    contact, person = colleague(one), one.person(WOMAN)
    call = answered(one)
    message = taken(one, contact, call_id=call)
    agree(teams)
    other.desk.messages.received(message)
    taken(other, contact)
    one.desk.people.protect(person, Protection.CONFIDENTIAL, "Enligt Skatteverket")
    agree(teams)
    states = [each.state for each in one.desk.messages.latest()]
    assert sorted(states) == ["MOTTAGET", "VANTAR"]
    assert one.desk.messages.latest() == other.desk.messages.latest()


def test_what_others_answered_is_the_leaders_to_see(teams: Teams) -> None:
    _, one, other = teams
    person = one.person(WOMAN)
    asked = InquiryDraft(Asker.POLICE, Asked.WHERE, Answer.REFUSED, person_id=person)
    one.desk.inquiries.note(asked)
    agree(teams)
    other.desk.inquiries.note(InquiryDraft(Asker.PRESS, Asked.IS_HERE, Answer.REFUSED))
    agree(teams)
    assert len(one.desk.inquiries.latest()) == 2
    (own,) = other.desk.inquiries.latest()
    assert own.draft.asker is Asker.PRESS


def test_whoever_may_not_order_a_mode_does_not_by_way_of_another_desk(teams: Teams) -> None:
    _, _, other = teams
    with pytest.raises(NotPermitted):
        other.desk.modes.set(Mode.EMERGENCY, "Storm")
    with pytest.raises(NotPermitted):
        other.desk.switchboard_terms.publish(DEFAULT, upon=0)
