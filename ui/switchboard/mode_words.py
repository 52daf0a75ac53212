"""What the screen says of the mode: a mark in the status line, and why it is so."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from kundcenter.domain.switchboard.modes import Mode, ModeOrder
from ui.badges import Badge
from ui.theme.colours import ToneName
from ui.times import lately

LOOKS = {
    Mode.DAY: (ToneName.NEUTRAL, "sun"),
    Mode.NIGHT: (ToneName.INFO, "moon"),
    Mode.EMERGENCY: (ToneName.DANGER, "warning"),
}


def mode_words(mode: Mode) -> str:
    """Dagläge, nattläge, nödläge."""
    translate = QCoreApplication.translate
    return {
        Mode.DAY: translate("mode_words", "Dagläge"),
        Mode.NIGHT: translate("mode_words", "Nattläge"),
        Mode.EMERGENCY: translate("mode_words", "Nödläge"),
    }[mode]


def mode_badge(mode: Mode, order: ModeOrder | None, now: datetime) -> Badge:
    """With the end of the order that it goes by, if it goes by one."""
    tone, icon = LOOKS[mode]
    words = mode_words(mode)
    if order is not None and order.ends_at is not None:
        told = QCoreApplication.translate("mode_words", "{mode} till {time}")
        words = told.format(mode=words, time=lately(order.ends_at, now))
    elif order is not None:
        told = QCoreApplication.translate("mode_words", "{mode} tills vidare")
        words = told.format(mode=words)
    return Badge(words, tone, icon)


def order_words(mode: Mode, order: ModeOrder | None, now: datetime) -> str:
    """Since when, until when and why, in sentences."""
    translate = QCoreApplication.translate
    if order is None:
        words = translate("mode_words", "{mode} enligt dagens timmar.")
        return words.format(mode=mode_words(mode))
    if order.ends_at is None:
        words = translate("mode_words", "{mode} sedan {start}, tills beslutet hävs: {reason}")
    else:
        words = translate("mode_words", "{mode} sedan {start}, till {end}: {reason}")
    end = lately(order.ends_at, now) if order.ends_at is not None else ""
    return words.format(
        mode=mode_words(order.mode),
        start=lately(order.starts_at, now),
        end=end,
        reason=order.reason,
    )
