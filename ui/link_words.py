"""The link to the centre in a few words: for the status bar and for its page."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from kundcenter.domain.link import NO_CENTRE, Burden, LinkState, Phase
from ui.badges import Badge
from ui.theme.colours import ToneName
from ui.times import lately

LOOK_MS = 30_000  # what waits grows older without anybody saying so

_TONES = {
    Burden.LIGHT: ToneName.NEUTRAL,
    Burden.HEAVY: ToneName.WARNING,
    Burden.GRAVE: ToneName.DANGER,
}


def link_badge(state: LinkState, now: datetime) -> Badge:
    """How the link is, in a few words."""
    words, tone, icon = _told(state, now)
    if state.doubt:
        wrong = QCoreApplication.translate("LinkItem", "centralens logg stämmer inte")
        tone = ToneName.WARNING if tone is ToneName.NEUTRAL else tone
        return Badge(f"{words} – {wrong}", tone, "help" if icon == "cloud-ok" else icon)
    if state.clock_suspect:
        wrong = QCoreApplication.translate("LinkItem", "klockan går fel")
        tone = ToneName.WARNING if tone is ToneName.NEUTRAL else tone
        return Badge(f"{words} – {wrong}", tone, "clock" if icon == "cloud-ok" else icon)
    return Badge(words, tone, icon)


def waiting_words(count: int) -> str:
    """ "7 poster väntar"."""
    translate = QCoreApplication.translate
    if count == 0:
        return translate("LinkItem", "inget väntar")
    if count == 1:
        return translate("LinkItem", "1 post väntar")
    return translate("LinkItem", "{count} poster väntar").format(count=count)


def _told(state: LinkState, now: datetime) -> tuple[str, ToneName, str]:
    translate = QCoreApplication.translate
    count, tone = state.waiting.count, _TONES[state.burden(now)]
    match state.phase:
        case Phase.JOINING:
            return translate("LinkItem", "Kopplar upp"), tone, "refresh"
        case Phase.JOINED if count == 0:
            return translate("LinkItem", "Uppkopplad"), tone, "cloud-ok"
        case Phase.JOINED if count == 1:
            return translate("LinkItem", "Synkar 1 post"), tone, "refresh"
        case Phase.JOINED:
            return (
                translate("LinkItem", "Synkar {count} poster").format(count=count),
                tone,
                "refresh",
            )
        case Phase.AWAY:
            words = translate("LinkItem", "Frånkopplad sedan {at} – {waiting}")
            told = words.format(at=lately(state.since or now, now), waiting=waiting_words(count))
            return told, tone, "cloud-off"
        case _:
            words = translate("LinkItem", "Behöver hjälp – {waiting}")
            if state.code == NO_CENTRE:
                words = translate("LinkItem", "Ingen central är inställd – {waiting}")
            worse = tone if tone is ToneName.DANGER else ToneName.WARNING
            if state.phase is Phase.STOPPED:
                worse = ToneName.DANGER
            return words.format(waiting=waiting_words(count)), worse, "help"
