"""A clinic whose times are let go, for the tests of the screen: who waits, and what is free."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import TypeVar
from uuid import UUID

from kundcenter.domain.access import Role
from tests.ground import PASSWORD, Ground
from tests.services.freed_ground import Waiting
from tests.ui.workstation.seat import Seat
from tests.ui.workstation.test_people import beside
from ui.panels.freed import FreedPage

T = TypeVar("T")
UNIT = "Vårdcentralen Ankdammen"
FIRST, SECOND = "+46701740612", "+46701740613"
SHOWN_FIRST, SHOWN_SECOND = "070-174 06 12", "070-174 06 13"


def opened(ground: Ground) -> Waiting:
    """The staff and two units; nobody is signed in after it."""

    def furnish() -> Waiting:
        ground.desk.sessions.sign_in("admin", PASSWORD)
        unit = ground.unit(UNIT, "SE0000000001-VC11")
        other = ground.unit("Vårdcentralen Två", "SE0000000001-VC12")
        ground.operator("anna", Role.NURSE)
        ground.operator("eva", Role.SUPERVISOR_NURSE)
        ground.desk.sessions.sign_out()
        return Waiting(ground, unit, other)

    return beside(furnish)


def done(clinic: Waiting, deed: Callable[[], T]) -> T:
    """What a colleague did before or meanwhile; whoever sat at the desk sits there again."""

    def act() -> T:
        desk = clinic.ground.desk
        desk.sessions.sign_in("anna", PASSWORD)
        try:
            return deed()
        finally:
            desk.sessions.sign_out()

    return beside(act)


def two_wait(clinic: Waiting) -> tuple[UUID, UUID]:
    """A freed time and two who fit: one who has waited for a month, and one for a day."""

    def furnish() -> tuple[UUID, UUID]:
        clock = clinic.ground.clock
        now = clock.at
        clock.at = now - timedelta(days=30)
        first = clinic.wait(number=FIRST)
        clock.at = now - timedelta(days=1)
        second = clinic.wait(number=SECOND)
        clock.at = now
        clinic.freed()
        return first, second

    return done(clinic, furnish)


def page_of(seat: Seat) -> FreedPage:
    page = seat.workstation.pages["freed"]
    assert isinstance(page, FreedPage)
    return page
