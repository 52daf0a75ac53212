"""A log reviewer at work, by keys: patterns, a random sample, and one person's accesses."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import main_thread

import pytest
from pypdf import PdfReader
from PySide6.QtWidgets import QApplication

from db.connect import open_local
from kundcenter.domain.access import Role
from kundcenter.domain.access_log import Activity, Purpose
from kundcenter.domain.blocks import BlockKind, LiftGround
from kundcenter.start.desk import Desk, DeskTerms, new_id
from tests.ground import (
    ASKED,
    CARE_UNIT,
    CHEAP,
    DEVICE,
    KEY,
    NUMBER,
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
from ui.dialogs.access_report import AccessReportDialog
from ui.panels.review import ReviewPage


@pytest.fixture
def ground(worked_in: Path, tmp_path: Path) -> Iterator[Ground]:
    """The nurse has just printed the woman's entry; the page asks for what is recent."""
    path = Path(shutil.copy(worked_in, tmp_path / "desk.db"))
    clock = Clock(datetime.now(UTC) - timedelta(minutes=1))
    with opened(open_local(path, KEY)) as engine:
        before = Ground(desk_on(engine, clock), clock, engine)
        before.sign_in("nurse")
        call = before.desk.calls.register(NUMBER).the("call")
        found = before.desk.people.find(identity(WOMAN))
        assert found is not None
        entry = before.desk.journal.write(found.id, WHOLE, call).the("entry")
        before.desk.journal.take_print(entry, "Patienten")
        before.desk.sessions.sign_out()
    clock.pass_time(minutes=1)
    with opened(open_local(path, KEY)) as engine:
        terms = DeskTerms(DEVICE, KEY, now=clock, new_id=new_id, cost=CHEAP, gui=main_thread())
        yield Ground(Desk(engine, terms), clock, engine)


def page_of(seat: Seat) -> ReviewPage:
    page = seat.workstation.pages["review"]
    assert isinstance(page, ReviewPage)
    return page


def test_a_pattern_is_judged_by_keys(seat: Seat) -> None:
    seat.sign_in("reviewer")
    seat.see("Loggranskning", "utskrift", "Test Nurse")
    seat.press("Down")
    seat.press("Return")
    seat.see("Bedöm åtkomsten", "Utpekad för: utskrift", "Angivet skäl: Patienten")
    seat.press("Down", "Tab")
    seat.write("Har frågat enheten.")
    seat.press("Ctrl+Return")
    seat.see_no_more("Bedöm åtkomsten")
    seat.see("Frågan är ställd")


def test_a_sample_is_drawn_and_its_first_access_found_in_order(seat: Seat) -> None:
    seat.sign_in("reviewer")
    seat.see("Loggranskning")
    page = page_of(seat)
    page.tabs.setFocus()
    seat.press("Right")
    seat.see("Inga stickprov än")
    page.take.setFocus()
    seat.press("Space")
    seat.see("Alla stickprov")
    seat.press("Home", "Return")
    seat.see("Bedöm åtkomsten")
    seat.press("Ctrl+Return")
    seat.see("I sin ordning")
    page.back.setFocus()
    seat.press("Space")
    seat.see("1 av ")


def test_who_has_opened_a_person_is_looked_up_by_number(seat: Seat) -> None:
    seat.sign_in("reviewer")
    page = page_of(seat)
    page.tabs.setFocus()
    seat.press("Right", "Right")
    page.number.setFocus()
    seat.write("850709-9806")
    seat.press("Return")
    seat.see("Sista siffran")
    page.number.set_text("")
    seat.write(WOMAN)
    seat.press("Return")
    seat.see("Skriva", "Utskrift", "Signera")


def look_up(seat: Seat, number: str) -> ReviewPage:
    """The list of who has opened one person."""
    page = page_of(seat)
    page.tabs.setFocus()
    seat.press("Right", "Right")
    page.number.setFocus()
    seat.write(number)
    seat.press("Return")
    return page


def test_the_report_to_a_patient_is_seen_and_saved(seat: Seat, tmp_path: Path) -> None:
    seat.sign_in("reviewer")
    look_up(seat, WOMAN)
    seat.see("Skriva", "Utskrift")
    known = len(beside(seat.ground.accesses))
    seat.press("Ctrl+P")
    seat.see("Enheter och tider, utan personalens namn.")
    assert len(beside(seat.ground.accesses)) == known  # nothing is taken yet
    picture(seat, "report-asked")
    seat.hands.press("Return")
    seat.see("Spara som PDF", within=60.0)
    picture(seat, "report")
    (record,) = beside(lambda: seat.ground.accesses(known))
    assert (record.activity, record.purpose) == (Activity.PRINT, Purpose.LAW)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, AccessReportDialog)
    dialog.save_to(str(tmp_path / "report.pdf"))
    seat.see("Sidan är sparad som PDF.")
    text = PdfReader(tmp_path / "report.pdf").pages[0].extract_text()
    assert "880702-2382" in text
    assert "SE0000000001-DEMO1" in text
    assert "Test Nurse" not in text


def test_a_report_is_only_about_the_person_whose_list_is_in_sight(seat: Seat) -> None:
    seat.sign_in("reviewer")
    page = look_up(seat, WOMAN)
    seat.see("Skriva", "Utskrift")
    assert page.report.isEnabled()
    page.number.setFocus()
    seat.write("1")
    assert not page.report.isEnabled()
    assert page.accesses.records == ()
    seat.press("Ctrl+P")
    assert "utan personalens namn" not in seat.reads()


def test_when_the_reviewer_has_left_the_page_tells_of_nobody(seat: Seat) -> None:
    seat.sign_in("reviewer")
    page = look_up(seat, WOMAN)
    seat.see("Skriva", "Utskrift")
    seat.press("Ctrl+Q")
    seat.see("Logga in")
    assert page.number.text() == ""
    assert page.accesses.records == ()
    assert page.draws.records == ()
    assert not page.report.isEnabled()


def test_a_stated_reason_is_told_in_words(seat: Seat) -> None:
    def stated() -> None:
        desk = seat.ground.desk
        desk.sessions.sign_in("nurse", PASSWORD)
        found = desk.people.find(identity(WOMAN))
        assert found is not None
        desk.people.open(found.id, ASKED)
        desk.sessions.sign_out()

    beside(stated)
    seat.sign_in("reviewer")
    seat.see("utanför uppgiften", "Vård: Patienten")
    picture(seat, "patterns")


def test_emergency_openings_that_nobody_has_judged_stand_on_top(seat: Seat) -> None:
    def opened_blocked() -> None:
        ground = seat.ground
        desk, now = ground.desk, ground.clock.at
        ground.clock.at = now - timedelta(days=40)
        desk.sessions.sign_in("admin", PASSWORD)
        added = desk.operators.add(
            "second",
            "Test Second",
            roles=frozenset({Role.NURSE}),
            position="Sjuksköterska",
            care_unit="SE0000000001-DEMO2",
        )
        desk.operators.give_password(added.the("operator"), PASSWORD)
        ground.sign_in("nurse")
        found = desk.people.find(identity(WOMAN))
        assert found is not None
        desk.people.open(found.id, ASKED)
        desk.blocks.set(found.id, BlockKind.INNER, CARE_UNIT)
        ground.sign_in("second")
        desk.people.open(found.id, ASKED)
        desk.blocks.lift(found.id, (CARE_UNIT,), LiftGround.EMERGENCY, "Medvetslös patient")
        desk.sessions.sign_out()
        ground.clock.at = now

    beside(opened_blocked)
    seat.sign_in("reviewer")
    seat.see("Ogranskade nödöppningar äldre än ett dygn: 1.", "spärr öppnad, ogranskad")
    page = page_of(seat)
    assert page.accesses.records[0].record.activity is Activity.EMERGENCY
    picture(seat, "review-unreviewed")
    page.table.setFocus()
    seat.press("Home", "Return")
    seat.see("Bedöm åtkomsten")
    seat.press("Ctrl+Return")
    seat.see_no_more("Ogranskade nödöppningar")


def test_own_accesses_are_not_on_the_list_of_a_person_and_that_is_said(seat: Seat) -> None:
    seat.sign_in("reviewer")
    page = look_up(seat, WOMAN)
    seat.see("Egna åtkomster visas inte. Att du ser listan är självt loggat.")
    seat.press("Shift+Tab")
    page.look_up()
    seat.settle()
    assert {each.operator for each in page.accesses.records} == {"Test Nurse"}
