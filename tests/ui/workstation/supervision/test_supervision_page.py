"""The page that tells how things stand: which views whom is offered, and how one comes to them."""

from __future__ import annotations

import pytest

from kundcenter.domain.access import Role
from tests.ui.workstation.seat import Seat
from tests.ui.workstation.supervision.leading_desk import lead, page_of, sit
from ui.actions import Action
from ui.panels.supervision.page import NUMBERS, TABS

ALL = "1234567"


@pytest.mark.parametrize(
    ("roles", "numbers"),
    [
        ((Role.SUPERVISOR_NURSE,), ALL),
        ((Role.SUPERVISOR_SWITCHBOARD,), ALL),
        ((Role.MEDICAL_LEAD,), ALL),
        ((Role.NURSE,), "1256"),
        ((Role.SWITCHBOARD,), "1256"),
        ((Role.ADMINISTRATOR,), "67"),
        ((Role.LOG_REVIEWER,), ""),
    ],
    ids=lambda value: value if isinstance(value, str) else value[0].value,
)
def test_everybody_is_offered_what_they_may_see(
    seat: Seat, roles: tuple[Role, ...], numbers: str
) -> None:
    lead(seat.ground, *roles)
    seat.sign_in("lead")
    seat.settle()
    seat.press("Ctrl+F11")
    page = page_of(seat)
    assert "".join(NUMBERS[each] for each in page.offered) == numbers
    assert seat.workstation.pages.offered("supervision") is bool(numbers)
    for tab in TABS:  # a key of a view that is not offered does nothing
        page.show_tab(tab.action)
        assert (page.view is not None) is bool(numbers)
        if tab.action in page.offered:
            assert isinstance(page.view, tab.make)  # type: ignore[arg-type]


def test_each_view_has_its_number_and_the_desk_has_keys_of_its_own(seat: Seat) -> None:
    lead(seat.ground)
    page = sit(seat)
    seen = []
    for number in ALL:
        seat.press(f"Alt+{number}")
        seat.settle()
        seen.append(type(page.view))
    assert seen == [tab.make for tab in TABS]
    seat.press("Ctrl+1")
    seat.press("Ctrl+F3")
    assert type(page.view) is TABS[1].make
    seat.press("Ctrl+1")
    seat.press("Ctrl+Shift+F11")
    assert type(page.view) is TABS[2].make
    assert seat.window.page == "supervision"


def test_its_key_leads_back_to_how_it_stands_now(seat: Seat) -> None:
    lead(seat.ground)
    page = sit(seat, tab="Alt+3")
    assert type(page.view) is TABS[2].make
    seat.press("Ctrl+1")
    seat.press("Ctrl+F11")
    assert type(page.view) is TABS[2].make  # one comes back to where one was
    seat.press("Ctrl+F11")
    seat.settle()
    assert type(page.view) is TABS[0].make
    assert seat.window.page == "supervision"


def test_the_next_operator_begins_with_nothing_of_the_last_ones(seat: Seat) -> None:
    lead(seat.ground)
    page = sit(seat, tab="Alt+2")
    before = page.view
    assert before is not None
    seat.press("Ctrl+Q")
    seat.see("Logga in")
    seat.sign_in("nurse")
    seat.settle()
    seat.press("Ctrl+F11")
    again = page_of(seat)
    assert again.view is not None
    assert again.view is not before
    assert again.offered[0] is Action.SUPERVISION_NOW
    assert Action.SUPERVISION_SHIFT not in again.offered
