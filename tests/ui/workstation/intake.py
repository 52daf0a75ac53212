"""What the tests of taking in share: the form opened by key, and what the store holds of a case."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import UUID

import pytest
from PySide6.QtCore import QLocale

from kundcenter.domain.cases import ToldCase
from tests.ui.workstation.seat import Seat
from tests.ui.workstation.store import asked
from ui.actions import Action
from ui.dialogs.case_intake import CaseIntakeDialog
from ui.dialogs.case_intake_form import CaseForm
from ui.dialogs.case_taken import CaseTakenDialog
from ui.keys import keys

WORDS = "Jag satt i telefon i två timmar och sen la de bara på."


@pytest.fixture
def swedish() -> Iterator[None]:
    """Days as the program tells them."""
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.Swedish, QLocale.Country.Sweden))
    yield
    QLocale.setDefault(before)


def open_form(seat: Seat) -> CaseIntakeDialog:
    seat.press(keys().of(Action.NEW_CASE))
    seat.see("Med egna ord")
    return intake(seat)


def intake(seat: Seat) -> CaseIntakeDialog:
    """The one that is shown."""
    seat.settle()
    (found,) = (d for d in seat.window.findChildren(CaseIntakeDialog) if d.isVisible())
    return found


def form(seat: Seat) -> CaseForm:
    return intake(seat).form


def taken(seat: Seat) -> CaseTakenDialog:
    """What is shown when a case stands."""
    seat.see("Ärendet är registrerat")
    (found,) = (d for d in seat.window.findChildren(CaseTakenDialog) if d.isVisible())
    return found


def cases(seat: Seat) -> tuple[UUID, ...]:
    """Those that whoever is signed in has taken in, the latest first."""
    return asked(seat, lambda desk: tuple(each.id for each in desk.cases.registered()))


def the_case(seat: Seat) -> ToldCase:
    """The only one, as whoever took it in reads it."""
    (id,) = cases(seat)
    return asked(seat, lambda desk: desk.cases.get(id))
