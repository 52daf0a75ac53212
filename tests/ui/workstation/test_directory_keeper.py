"""The directory of the window: loaded once, kept fresh by what changes, and nobody's afterwards."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from uuid import UUID

import pytest

from kundcenter.changes import Changes
from kundcenter.domain.access import Function
from kundcenter.domain.unit_cards import UnitCard
from kundcenter.domain.unit_wordings import UnitWording
from kundcenter.start.desk import Desk
from tests.ground import PASSWORD, Ground
from tests.ui.workstation.directory import Placed, furnish_directory
from tests.ui.workstation.seat import Seat
from tests.ui.workstation.store import asked
from ui.directory_keeper import DirectoryKeeper


@pytest.fixture
def placed(ground: Ground) -> Placed:
    return furnish_directory(ground)


@pytest.fixture
def leader(placed: Placed, seat: Seat) -> Seat:
    seat.sign_in("leader")
    seat.settle()
    return seat


def keeper(seat: Seat) -> DirectoryKeeper:
    return seat.workstation.guiding.keeper


def rename(seat: Seat, unit_id: UUID, name: str) -> Changes:
    """As another desk would: the screen is told of it, if at all, by its caller."""

    def act(desk: Desk) -> Changes:
        card = desk.units.card(unit_id)
        wording = replace(UnitWording.of(card.unit), name=name)
        return desk.units.save(unit_id, wording, card.details, upon=card.number)

    return asked(seat, act)


def known(seat: Seat, unit_id: UUID) -> UnitCard:
    seat.settle()
    card = keeper(seat).unit(unit_id)
    assert card is not None
    return card


def test_there_is_one_for_the_window(leader: Seat) -> None:
    assert leader.tasks.findChildren(DirectoryKeeper) == [keeper(leader)]
    assert keeper(leader).loaded
    assert len(keeper(leader).directory.cards) == 4
    assert keeper(leader).may(Function.EDIT_DIRECTORY)


def test_what_another_desk_does_is_read_again(leader: Seat, placed: Placed) -> None:
    leader.tasks.announce(rename(leader, placed.emergency, "Akuten Nya"))
    leader.settle()
    assert known(leader, placed.emergency).unit.name == "Akuten Nya"
    (found,) = keeper(leader).directory.find("akuten nya")
    assert found.id == placed.emergency
    assert keeper(leader).name(placed.emergency) == "Akuten Nya"
    assert {card.id for card in keeper(leader).view.cards} >= {placed.emergency}


def test_two_changes_at_once_are_both_there(leader: Seat, placed: Placed) -> None:
    changes = [
        rename(leader, id, name)
        for id, name in ((placed.emergency, "Akuten Nya"), (placed.out_of_hours, "Jouren Nya"))
    ]
    for each in changes:
        leader.tasks.announce(each)
    leader.let_pass(50)
    assert known(leader, placed.emergency).unit.name == "Akuten Nya"
    assert known(leader, placed.out_of_hours).unit.name == "Jouren Nya"


def test_what_comes_behind_the_lock_is_read_when_it_is_opened(leader: Seat, placed: Placed) -> None:
    changes = rename(leader, placed.emergency, "Akuten Nya")
    leader.workstation.lock()
    leader.settle()
    leader.tasks.announce(changes)
    leader.settle()
    assert known(leader, placed.emergency).unit.name != "Akuten Nya"
    leader.write(PASSWORD)
    leader.press("Return")
    leader.see("Inget samtal pågår")
    leader.let_pass(50)
    assert known(leader, placed.emergency).unit.name == "Akuten Nya"


def test_an_order_is_known_as_soon_as_it_is_given(leader: Seat, placed: Placed) -> None:
    order = partial(_order, placed=placed)
    leader.tasks.announce(asked(leader, order))
    leader.settle()
    leader.let_pass(50)
    found = keeper(leader).redirect_of(placed.emergency)
    assert found is not None
    assert found.reason == "Fullt"
    assert keeper(leader).redirect_of(placed.out_of_hours) is None


def _order(desk: Desk, *, placed: Placed) -> Changes:
    return desk.redirects.set(placed.emergency, None, "Fullt", None)


def test_who_may_not_read_it_knows_nothing(placed: Placed, seat: Seat) -> None:
    seat.sign_in("reviewer")
    seat.settle()
    assert not keeper(seat).loaded
    assert len(keeper(seat).directory.cards) == 0
