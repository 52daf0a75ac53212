"""How a unit stands just now, in one mark: open or not, unless nobody is to be sent there."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from kundcenter.domain.opening import opening_at
from kundcenter.domain.unit_cards import UnitCard
from ui.badges import Badge
from ui.directory_keeper import DirectoryKeeper
from ui.opening_words import opening_badge
from ui.theme.colours import ToneName


def unit_badge(keeper: DirectoryKeeper, card: UnitCard) -> Badge:
    """Out of use, redirected, or whether it is open and until when."""
    translate = QCoreApplication.translate
    if card.retired_at is not None:
        return Badge(translate("units", "Ur bruk"), ToneName.NEUTRAL, "close")
    if keeper.redirect_of(card.id) is not None:
        return Badge(translate("units", "Omdirigeras"), ToneName.WARNING, "arrow-right")
    now = keeper.now
    return opening_badge(opening_at(card.details.hours, now), now)
