"""A log reviewer at work, by keys: patterns, a random sample, and one person's accesses."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import main_thread

import pytest

from db.connect import open_local
from kundcenter.start.desk import Desk, DeskTerms, new_id
from tests.ground import (
    CHEAP,
    DEVICE,
    KEY,
    NUMBER,
    WHOLE,
    WOMAN,
    Clock,
    Ground,
    desk_on,
    identity,
    opened,
)
from tests.ui.workstation.seat import Seat
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
    seat.see("Logggranskning", "utskrift", "Test Nurse")
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
    seat.see("Logggranskning")
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
