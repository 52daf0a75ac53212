"""A card that has been put away is gone: what it still hears of its call brings nothing back."""

from __future__ import annotations

from tests.ground import WOMAN
from tests.ui.workstation.seat import Seat
from tests.ui.workstation.test_card import sign


def test_news_of_a_closed_call_does_not_bring_its_tab_back(nurse: Seat) -> None:
    nurse.take_call(keyed_id=WOMAN)
    sign(nurse)
    cards = nurse.workstation.cards
    card = cards.current
    assert card is not None
    cards.put_away.connect(lambda _: card.stated.emit())
    nurse.press("Ctrl+Shift+L", "Ctrl+D")
    nurse.see("Inget samtal pågår")
    assert cards.tabs.ids == ()
