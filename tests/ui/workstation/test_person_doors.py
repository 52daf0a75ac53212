"""From an opened person to the blocks, to what is blocked, and to who has opened the person."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from threading import main_thread

import pytest

from db.connect import open_local
from kundcenter.domain.access import Role
from kundcenter.domain.access_log import Activity
from kundcenter.domain.blocks import BlockKind
from kundcenter.start.desk import Desk, DeskTerms, new_id
from tests.ground import (
    CARE_UNIT,
    CHEAP,
    DEVICE,
    KEY,
    PASSWORD,
    WHOLE,
    WOMAN,
    Clock,
    Ground,
    desk_on,
    identity,
    opened,
)
from tests.ui.workstation.seat import Seat
from tests.ui.workstation.test_people import beside, picture
from ui.panels.person import PersonView
from ui.panels.who import WhoPanel

OTHER_UNIT = "SE0000000001-DEMO2"
ADVICE = WHOLE.advice


@pytest.fixture
def ground(worked_in: Path, tmp_path: Path) -> Iterator[Ground]:
    """The woman has had the nurse's unit blocked; Bo is a nurse, and a log reviewer, elsewhere."""
    path = Path(shutil.copy(worked_in, tmp_path / "desk.db"))
    clock = Clock()
    with opened(open_local(path, KEY)) as engine:
        before = Ground(desk_on(engine, clock), clock, engine)
        before.sign_in("nurse")
        found = before.desk.people.find(identity(WOMAN))
        assert found is not None
        before.desk.blocks.set(found.id, BlockKind.INNER, CARE_UNIT)
        before.sign_in("admin")
        bo = before.desk.operators.add(
            "bo",
            "Test Bo",
            roles=frozenset({Role.NURSE, Role.LOG_REVIEWER}),
            position="Sjuksköterska",
            care_unit=OTHER_UNIT,
        ).the("operator")
        before.desk.operators.give_password(bo, PASSWORD)
        before.desk.sessions.sign_out()
    with opened(open_local(path, KEY)) as engine:
        terms = DeskTerms(DEVICE, KEY, now=clock, new_id=new_id, cost=CHEAP, gui=main_thread())
        yield Ground(Desk(engine, terms), clock, engine)


@pytest.fixture
def bo(seat: Seat) -> Seat:
    """Bo has opened the woman, of whose record something is blocked for Bo's unit."""
    seat.sign_in("bo")
    seat.see("Inget samtal pågår")
    seat.take_call(keyed_id=WOMAN)
    seat.see("Test Person 1988")
    return seat


def view_of(seat: Seat) -> PersonView:
    """The person of the card in sight."""
    card = seat.workstation.cards.current
    assert card is not None
    return card.who.person_view


def test_what_is_blocked_is_told_of_and_opened_in_two_steps(bo: Seat) -> None:
    bo.see("Det finns spärrade uppgifter.", "Öppna spärrade", "Det som finns är spärrat")
    assert ADVICE not in bo.reads()
    assert WHOLE.assessment not in bo.reads()
    picture(bo, "blocked")
    bo.press("Ctrl+Shift+F3")
    bo.see("Först visas vilka enheter som har spärrade uppgifter.")
    bo.press("2")
    bo.write("Medvetslös patient")
    bo.press("Return")
    bo.see("Öppna de valda")
    picture(bo, "lifting")
    bo.press("Space", "Return")
    bo.see_no_more("Öppna de valda")
    bo.see(ADVICE)
    bo.see_no_more("Det finns spärrade uppgifter.")
    picture(bo, "lifted")
    activities = [each.activity for each in beside(bo.ground.accesses)]
    assert activities.count(Activity.EMERGENCY) == 3  # the units, the lift, the entry that is seen


def test_without_blocked_data_there_is_nothing_to_open(nurse: Seat) -> None:
    nurse.take_call(keyed_id=WOMAN)
    nurse.see("Test Person 1988", ADVICE)  # at one's own unit nothing is blocked
    assert "Öppna spärrade" not in nurse.reads()
    nurse.press("Ctrl+Shift+F3")
    assert "Varje steg loggas" not in nurse.reads()


def test_a_block_is_set_from_the_card_and_holds_at_once(bo: Seat) -> None:
    bo.press("F4")
    bo.write("Feber.")
    bo.press("Ctrl+S")
    bo.see("Sparad, osignerad")
    bo.press("Ctrl+Shift+F2")
    bo.see("Spärrar är patientens vilja.", CARE_UNIT)
    picture(bo, "blocks")
    bo.press("Esc")
    bo.see_no_more("Spärrar är patientens vilja.")


def test_a_log_reviewer_sees_from_the_card_who_has_opened_the_person(bo: Seat) -> None:
    bo.press("Ctrl+Shift+F4")
    bo.see("Vem har öppnat den här personen, och varför", "Egna åtkomster visas inte.")
    bo.see("Test Nurse")
    assert "Egen uppgift" not in bo.reads()  # on that ground only the reviewer has opened her
    picture(bo, "accesses")


def test_who_may_not_is_offered_nothing(seat: Seat) -> None:
    seat.sign_in("switch")
    seat.call_by_hand()
    seat.write(WOMAN)
    seat.press("Return")
    seat.see("880702-2382")
    seen = seat.reads()
    assert not view_of(seat).blocks.isVisible()
    offered = ("Öppna spärrade", "Vem har öppnat", "Det finns spärrade uppgifter.")
    assert [words for words in offered if words in seen] == []
    seat.press("Ctrl+Shift+F2", "Ctrl+Shift+F3", "Ctrl+Shift+F4")
    assert "loggas" not in seat.reads()
    seat.press("Ctrl+K")
    seat.write("spärr")
    seat.see("Ingen träff")


def test_a_nurse_does_not_review_the_log(nurse: Seat) -> None:
    nurse.take_call(keyed_id=WOMAN)
    nurse.see("Test Person 1988")
    assert view_of(nurse).blocks.isVisible()
    assert "Vem har öppnat" not in nurse.reads()


def test_an_anonymous_caller_who_says_who_it_is_after_all_is_anonymous_no_more(nurse: Seat) -> None:
    nurse.call_by_hand()
    who = nurse.window.findChildren(WhoPanel)[0]
    heard: list[bool] = []
    who.anonymous_changed.connect(heard.append)
    who.stay_anonymous()
    nurse.press("Shift+F2")
    nurse.see("Varje träff loggas.")
    nurse.write("pers tes 1988")
    nurse.see("880702-2382")
    nurse.press("Return")
    nurse.see("Tidigare anteckningar")
    assert heard == [True, False]
    assert "Anonym – ingen journal" not in nurse.reads()
    assert not who.anonymous
    assert who.number.isEnabled()
