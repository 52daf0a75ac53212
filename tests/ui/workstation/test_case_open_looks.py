"""An open case in large letters, in the dark, and for whoever uses keys and ears alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication

from tests.ground import Ground
from tests.ui.workstation.open_case import (
    Office,
    differing,
    injured,
    office,
    open_case,
    opened_office,
    reopen,
    swedish,
)
from tests.ui.workstation.seat import Seat
from tests.ui.workstation.test_keys import ambiguous, nameless, unreachable
from tests.ui.workstation.test_people import picture
from tests.ui.workstation.test_times_moved import fits
from ui.theme.look import Look
from ui.theme.themes import ThemeName
from ui.theme.wear import wear

__all__ = ["office", "swedish"]
pytestmark = pytest.mark.usefixtures("swedish")
# What each act asks; the chief may do them all.
ACTS = {
    "Ctrl+B": "Hur bekräftades det?",
    "Ctrl+Shift+O": "Ge ärendet till en annan",
    "Ctrl+M": "Vänta på svaret",
    "Ctrl+Shift+A": "Vad som hände, och vad som görs åt det.",
    "Ctrl+Shift+H": "Vad som lämnas över, och varför",
    "Ctrl+Shift+W": "Tas ärendet tillbaka?",
    "Ctrl+D": "Varför, om det behövs",
    "Ctrl+Shift+M": "Beslut om vårdskada",
    "Ctrl+I": "Sagt nu",
    "Ctrl+N": "Kommentar",
    "Ctrl+P": "Vilket brev?",
    "Ctrl+H": "Fältens historik",
}
LOOKS: dict[str, Callable[[], Look]] = {
    "large": lambda: Look(size=150),
    "dark": lambda: Look(theme=ThemeName.DARK),
    "wide": Look,
}


def dressed(seat: Seat, user_name: str, look: str) -> None:
    """Somebody has signed in, whose own look it is."""
    seat.sign_in(user_name)
    seat.settle()
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    wear(app, LOOKS[look]())
    if look == "wide":
        seat.window.resize(1920, 1080)


@pytest.mark.parametrize("name", list(LOOKS))
def test_it_holds_in_large_letters_and_in_the_dark(office: Office, seat: Seat, name: str) -> None:
    differing(office)
    dressed(seat, "handler", name)
    shown = reopen(seat, office)
    seat.see("Två har skrivit olika")
    picture(seat, f"case-{name}")
    fits(seat)
    seat.press("PgDown", "PgDown")
    picture(seat, f"case-{name}-end")
    assert shown.isVisible()


@pytest.mark.parametrize("name", ["large", "dark"])
def test_every_question_holds_too(ground: Ground, seat: Seat, name: str) -> None:
    office = opened_office(ground, **injured())
    dressed(seat, "chief", name)
    reopen(seat, office)
    for at, (chord, words) in enumerate(ACTS.items()):
        seat.press(chord)
        seat.see(words)
        picture(seat, f"case-{name}-act-{at}")
        fits(seat)
        assert nameless(seat) == []
        assert ambiguous(seat) == {}
        seat.press("Esc")
        seat.see("Klockor")


def test_everything_has_a_name_a_key_of_its_own_and_is_reached(office: Office, seat: Seat) -> None:
    differing(office)
    open_case(seat, office)
    seat.see("Två har skrivit olika")
    assert nameless(seat) == []
    assert unreachable(seat) == []
    assert ambiguous(seat) == {}
