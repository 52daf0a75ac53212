"""Late answers in the freed-time minute land on no other time, and on no other operator."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.ground import Ground
from tests.services.freed_ground import Waiting
from tests.ui.workstation.freed_clinic import FIRST, SHOWN_FIRST, done, opened, page_of
from tests.ui.workstation.seat import Seat
from tests.ui.workstation.test_attacked import slow_store
from ui.panels.freed_minute import FreedMinute


@pytest.fixture
def clinic(ground: Ground) -> Waiting:
    """One waits for the first of two freed times, and nobody for the second."""
    made = opened(ground)

    def furnish() -> None:
        made.wait(number=FIRST)
        made.freed()
        made.freed(made.time(after=timedelta(hours=2), time_type="ATERBESOK"))

    done(made, furnish)
    return made


@pytest.fixture
def minute(clinic: Waiting, seat: Seat) -> Seat:
    seat.line.rings_out = True
    seat.sign_in("nurse")
    seat.press("Ctrl+W")
    seat.see("NYBESOK", "ATERBESOK")
    return seat


def named(part: FreedMinute) -> tuple[str, ...]:
    offer = part.offer
    return offer.name.text(), offer.identity.text(), offer.number.text()


NOBODY = ("", "", "")


def test_who_has_left_is_given_no_time(minute: Seat) -> None:
    part = page_of(minute).minute
    with slow_store(minute):
        part.table.opened.emit(part.model.records[0])
        part.forget()
    minute.settle()
    assert not part.offer.isVisible()
    assert named(part) == NOBODY


def test_a_line_that_comes_late_names_nobody_to_who_comes_after(minute: Seat) -> None:
    part = page_of(minute).minute
    minute.press("Return")
    minute.see(SHOWN_FIRST)
    with slow_store(minute):
        part._look()
        part.forget()
    minute.settle()
    assert named(part) == NOBODY


def test_an_offer_that_is_taken_up_late_is_not_shown_beside_another_time(
    minute: Seat, monkeypatch: pytest.MonkeyPatch
) -> None:
    part = page_of(minute).minute
    minute.press("Return", "Return")
    minute.see("Ring igen")
    first, second = part.model.records
    assert first.offer is not None
    beside: list[str] = []
    show = part.offer.show_person

    def shown(wait: object, person: object, **how: bool) -> None:
        beside.append(part.offer.where.text())
        show(wait, person, **how)  # type: ignore[arg-type]

    monkeypatch.setattr(part.offer, "show_person", shown)
    with slow_store(minute):
        part.table.opened.emit(first)
        part.table.opened.emit(second)
    minute.see("Ingen på väntelistan passar.")
    assert not [words for words in beside if "ATERBESOK" in words]
    assert named(part) == NOBODY


def test_the_next_time_stands_with_nobodys_name_until_its_own_line_is_known(
    minute: Seat,
) -> None:
    part = page_of(minute).minute
    minute.press("Return")
    minute.see(SHOWN_FIRST)
    second = part.model.records[1]
    part.offer.show_time(second, "Vårdcentralen", part._keeper.now)
    assert named(part) == NOBODY
    assert not part.offer.ring.isEnabled()
