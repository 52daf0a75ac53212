"""What is done with one case at two desks at once: a claim is one's, and what happened is kept."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from db.sync.ageing import SqlAgeing
from kundcenter.domain.access import Role
from kundcenter.domain.ageing import KeepTerms
from kundcenter.domain.case_codes import (
    AnswerBy,
    CaseAct,
    CaseKind,
    Complainant,
    Duty,
    Injury,
    InjuryDecision,
    Recipient,
    Service,
    Stage,
)
from kundcenter.domain.case_files import ImportedCase
from kundcenter.domain.case_terms import CATEGORIES, TIMES
from kundcenter.domain.cases import CaseFacts
from kundcenter.domain.feed import Verdict
from kundcenter.domain.work_items import ItemKind
from tests.ground import MORNING, WOMAN, Clock, fill_central, identity
from tests.postgres import PostgresServer
from tests.services.case_ground import draft
from tests.sync.case_ground import Office, an_office, changes
from tests.sync.ground import Side, a_centre, a_side, shared

LETTER = AnswerBy.LETTER
CHRISTMAS = date(2026, 12, 23)


@pytest.fixture
def two(postgres_server: PostgresServer, tmp_path: Path) -> Iterator[Office]:
    with an_office(postgres_server, tmp_path, 2) as office:
        yield office


def version(two: Office, case: UUID) -> int:
    return two.case(case).version


def takes(two: Office, side: Side, case: UUID) -> None:
    """Whoever sits there takes the case upon themselves, as they see it."""
    seen = side.desk.cases.get(case).case
    side.desk.cases.assign(case, side.desk.seat.actor.operator_id, upon=seen.version)


def test_of_two_who_take_a_case_one_has_it(two: Office) -> None:
    case = two.takes_in()
    for side in two.sides:
        takes(two, side, case)
    two.agree((1, 0))
    assert two.rejected() == {"cases.assign": "case.stale"}
    assert two.case(case).owner == two.ids["bo"]
    item = two.work(two.one)
    assert (item.kind, item.about_kind, item.about_id) == (ItemKind.REJECTED, "case", case)
    assert item.operator_id == two.ids["anna"]
    assert len(two.steps(case, CaseAct.ASSIGNED)) == 1


def test_what_was_done_by_one_who_never_had_the_case_is_kept(two: Office) -> None:
    """She took it, asked and answered, and never had it: what she said has been said."""
    case = two.takes_in()
    for side in two.sides:
        takes(two, side, case)
    mine = two.one.desk.cases
    mine.ask(case, "Vilken dag var det?", by_way=LETTER, waits=True, day=None)
    mine.resume(case, "I lördags")
    mine.answer(case, "Så här var det", by_way=LETTER)
    changes(two.one, case, summary="Annas ord")
    two.agree((1, 0))
    assert two.rejected() == {"cases.assign": "case.stale"}
    found = two.case(case)
    assert (found.owner, found.stage) == (two.ids["bo"], Stage.ANSWERED)
    assert found.facts.summary == "Annas ord"
    (answer,) = two.steps(case, CaseAct.ANSWERED)
    assert (answer.by, answer.text, answer.late) == (two.ids["anna"], "Så här var det", False)


def test_a_case_that_was_moved_on_meanwhile_is_not_closed(two: Office) -> None:
    case = two.takes_in()
    upon = version(two, case)
    two.one.desk.cases.close(case, upon=upon, text="Nöjd")
    two.other.desk.cases.begin(case)
    two.agree((1, 0))
    assert two.rejected() == {"cases.close": "case.stale"}
    assert two.case(case).stage is Stage.INVESTIGATED
    assert two.steps(case, CaseAct.CLOSED) == ()


def test_a_case_of_which_two_say_different_things_is_not_closed(two: Office) -> None:
    case = two.takes_in()
    changes(two.one, case, summary="Annas ord")
    two.one.desk.cases.close(case, upon=version_at(two.one, case), text="Nöjd")
    changes(two.other, case, summary="Bos ord")
    two.agree((1, 0))
    assert two.rejected() == {"cases.close": "case.conflict_open"}
    found = two.case(case)
    assert (found.stage, found.conflicts) == (Stage.REGISTERED, 1)


def version_at(side: Side, case: UUID) -> int:
    return side.desk.cases.get(case).case.version


def test_a_case_whose_injury_another_suspects_meanwhile_is_not_closed(two: Office) -> None:
    case = two.takes_in()
    two.one.desk.cases.close(case, upon=version_at(two.one, case), text="Nöjd")
    changes(two.other, case, injury=Injury.SUSPECTED)
    two.agree((1, 0))
    assert two.rejected() == {"cases.close": "case.injury_undecided"}
    assert two.case(case).stage is Stage.REGISTERED


def test_of_two_who_reopen_a_case_one_does(two: Office) -> None:
    case = two.takes_in()
    two.one.desk.cases.close(case, upon=version_at(two.one, case), text="Nöjd")
    two.agree()
    for side in two.sides:
        side.desk.cases.reopen(case, upon=version_at(side, case), text="Hon ringde igen")
    two.agree()
    assert two.rejected() == {"cases.reopen": "case.stale"}
    assert two.case(case).stage is Stage.INVESTIGATED
    assert len(two.steps(case, CaseAct.REOPENED)) == 1


DEEDS: dict[str, tuple[Any, CaseAct]] = {
    "confirm": (lambda cases, id: cases.confirm(id, LETTER), CaseAct.CONFIRMED),
    "begin": (lambda cases, id: cases.begin(id), CaseAct.BEGUN),
    "answer": (lambda cases, id: cases.answer(id, "Svaret", by_way=LETTER), CaseAct.ANSWERED),
    "withdraw": (lambda cases, id: cases.withdraw(id, "Tar tillbaka"), CaseAct.WITHDRAWN),
    "hand_over": (
        lambda cases, id: cases.hand_over(id, Recipient.PATIENT_BOARD, "Vill ha stöd"),
        CaseAct.HANDED_OVER,
    ),
}


@pytest.mark.parametrize("deed", DEEDS)
def test_what_was_done_at_both_desks_is_done_once_and_told_twice(two: Office, deed: str) -> None:
    case = two.takes_in()
    verb, act = DEEDS[deed]
    for side in two.sides:
        side.clock.pass_time(minutes=1)
        verb(side.desk.cases, case)
    first = two.other.desk.cases.get(case).case.stage_at
    two.agree((1, 0))
    two.all_was_taken()
    assert [each.late for each in sorted(two.steps(case, act), key=lambda e: e.late)] == [
        False,
        True,
    ]
    assert two.case(case).stage_at == first


@pytest.mark.parametrize("order", [(0, 1), (1, 0)], ids=str)
def test_an_answer_and_a_withdrawal_are_both_told(two: Office, order: tuple[int, ...]) -> None:
    case = two.takes_in()
    two.one.desk.cases.answer(case, "Så här var det", by_way=LETTER)
    two.other.desk.cases.withdraw(case, "Tar tillbaka")
    two.agree(order)
    two.all_was_taken()
    found = two.case(case)
    assert found.stage is Stage.WITHDRAWN
    (answer,) = two.steps(case, CaseAct.ANSWERED)
    assert answer.late == (order == (1, 0))
    assert len(two.steps(case, CaseAct.WITHDRAWN)) == 1


def test_a_wait_that_begins_at_two_desks_is_counted_once(two: Office) -> None:
    case = two.takes_in()
    for side in two.sides:
        side.desk.cases.ask(case, "Vilken dag?", by_way=LETTER, waits=True, day=None)
    two.agree()
    two.one.clock.pass_time(days=4)
    for side in two.sides:
        side.desk.cases.resume(case, "I lördags")
    two.agree()
    two.all_was_taken()
    found = two.case(case)
    assert (found.paused_since, found.paused_days) == (None, 4)
    assert sum(each.days for each in two.steps(case, CaseAct.RESUMED)) == 4


def test_of_two_new_days_that_were_told_the_last_that_came_counts(two: Office) -> None:
    case = two.takes_in()
    for side, days in zip(two.sides, (0, 7), strict=True):
        day = CHRISTMAS + timedelta(days=days)
        side.desk.cases.ask(case, "Vi utreder", by_way=LETTER, waits=False, day=day)
    two.agree()
    two.all_was_taken()
    assert two.case(case).promised_on == CHRISTMAS + timedelta(days=7)
    assert {each.day for each in two.steps(case, CaseAct.POSTPONED)} == {
        CHRISTMAS,
        CHRISTMAS + timedelta(days=7),
    }


def test_the_chief_decides_of_a_case_that_was_withdrawn_meanwhile(two: Office) -> None:
    case = two.takes_in(injury=Injury.SUSPECTED)
    two.one.desk.cases.withdraw(case, "Orkar inte")
    two.other.desk.cases.decide(case, InjuryDecision.LEX_MARIA, "Allvarlig")
    two.other.desk.cases.inform(case, (Duty.EVENT, Duty.IVO))
    two.agree()
    two.all_was_taken()
    found = two.case(case)
    assert (found.stage, found.decision) == (Stage.WITHDRAWN, InjuryDecision.LEX_MARIA)
    assert {each.duty for each in two.steps(case, CaseAct.INFORMED)} == {Duty.EVENT, Duty.IVO}


def test_of_two_editions_of_the_terms_one_counts(two: Office) -> None:
    for side in two.sides:
        side.desk.case_terms.publish(CATEGORIES, TIMES, upon=0, comment=str(side.device_id))
    two.agree((1, 0))
    assert two.rejected() == {"case_terms.publish": "case_terms.stale"}
    (edition,) = two.one.desk.case_terms.all()
    assert edition.comment == str(two.other.device_id)


def imported(row: int) -> ImportedCase:
    """What an e-service tells of a woman who wants to know something."""
    return ImportedCase(
        row=row,
        source=f"A-{row}",
        service=Service.CONTACT_US,
        kind=CaseKind.E_SERVICE,
        received_at=MORNING - timedelta(hours=2),
        facts=CaseFacts(
            kind=CaseKind.E_SERVICE,
            complainant=Complainant.PATIENT,
            answer_by=AnswerBy.INBOX,
            words="När öppnar ni?",
        ),
        identity=identity(WOMAN),
        given_name="Test",
        family_name="Person",
    )


def test_a_file_that_two_desks_bring_in_is_taken_in_once(two: Office) -> None:
    two.one.desk.cases.import_((imported(1), imported(2)))
    two.other.desk.cases.import_((imported(2), imported(3)))
    two.agree()
    two.all_was_taken()
    rows = two.rows("SELECT source FROM cases ORDER BY source")
    assert [row.source for row in rows] == [f"KONTAKTA_OSS#A-{at}" for at in (1, 2, 3)]
    assert len(two.rows("SELECT id FROM case_steps WHERE act = 'REGISTRERAD'")) == 3
    assert len(two.rows("SELECT id FROM people WHERE merged_into IS NULL")) == 1


def test_what_was_answered_here_is_no_news_when_another_desk_reads_the_file(two: Office) -> None:
    two.one.desk.cases.import_((imported(1),))
    case = imported(1).case_id
    two.one.desk.cases.answer(case, "Klockan åtta", by_way=AnswerBy.INBOX)
    two.other.desk.cases.import_((imported(1),))
    two.agree()
    two.all_was_taken()
    assert two.case(case).stage is Stage.ANSWERED


def test_a_case_that_is_over_leaves_the_desks_and_one_that_goes_on_stays(two: Office) -> None:
    open_one = two.takes_in()
    over = two.takes_in()
    changes(two.one, over, summary="Vad det gällde")
    two.one.desk.cases.close(over, upon=version_at(two.one, over), text="Nöjd")
    flagged = two.takes_in()
    two.one.desk.cases.close(flagged, upon=version_at(two.one, flagged), text="Nöjd")
    two.one.desk.cases.comment(flagged, "Hon ringde igen")
    two.agree()
    terms = KeepTerms()
    two.one.clock.at += terms.team + timedelta(days=10)
    assert SqlAgeing(two.centre.engine, terms).age(two.one.clock()) > 0
    two.talk(*two.sides)
    for side in two.sides:
        held = shared(side.engine)
        assert {row["id"] for row in held["cases"]} == {open_one.hex, flagged.hex}
        told = {row["case_id"] for row in (*held["case_steps"], *held["case_edits"])}
        assert told == {open_one.hex, flagged.hex}


ANOTHER = "SE0000000001-PATIENT"


def test_a_case_is_handled_by_another_team_than_took_it_in(
    postgres_server: PostgresServer, tmp_path: Path
) -> None:
    """And both have the person whom it is about."""
    clock = Clock()
    with ExitStack() as stack:
        url = stack.enter_context(postgres_server.clone("empty", fill_central))
        centre = stack.enter_context(a_centre(url, clock))
        one = a_side(stack, tmp_path / "one.db", clock, centre, "ett")
        other = a_side(stack, tmp_path / "other.db", clock, centre, "två", unit=ANOTHER)
        one.begin()
        one.operator("anna", Role.NURSE)
        one.desk.operators.add(
            "hanna",
            "Test Hanna",
            roles=frozenset({Role.CASE_HANDLER}),
            position="Handläggare",
            care_unit=ANOTHER,
        )
        one.sign_in("anna")
        person = one.person(WOMAN)
        case = one.desk.cases.register(draft(person=person)).the("case")
        for side in (one, other):
            side.talk(centre)
        other.takes("hanna")
        told = other.desk.cases.get(case)
        assert told.person is not None
        assert (told.person.id, told.case.facts.words) == (person, draft().facts.words)
        other.desk.cases.answer(case, "Vi ber om ursäkt", by_way=LETTER)
        for side in (other, one):
            side.talk(centre)
        assert set(centre.central.counts()) == {Verdict.APPLIED}
        assert one.desk.cases.get(case).case.stage is Stage.ANSWERED  # who took it in sees how
        assert shared(one.engine)["case_steps"] == shared(other.engine)["case_steps"]
