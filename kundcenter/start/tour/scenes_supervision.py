"""How things stand: now, one's own shift, the summary on paper, figures, quality, roster, aims."""

from __future__ import annotations

from datetime import time

from kundcenter.start.tour import ground
from kundcenter.start.tour.moves import (
    change_operator,
    leave_desk,
    sign_in_again,
    to_field,
    working_day,
)
from kundcenter.start.tour.player import Player
from kundcenter.start.tour.stage import Stage

END_OF_NIGHT = time(6, 50)  # the region's last calls were in the evening before


def play(player: Player, stage: Stage) -> None:
    demo = ground.demo(stage.folder / "supervision")
    with stage.opened(player, demo.folder, demo.source, now=working_day(END_OF_NIGHT)):
        sign_in_again(player)
        mine(player)
        change_operator(player, "ledare", "Inget samtal pågår")
        now(player)
        shift(player)
        explore(player)
        quality(player)
        roster(player)
        aims(player)
        leave_desk(player)


def mine(player: Player) -> None:
    """A nurse's own shift, which nobody else is shown but who leads."""
    player.press("Ctrl+F3")
    player.see("Aktiv rådgivning i passet")
    player.settle()
    player.shoot("mitt-pass", "Det egna passet: samtal, raster och hur tungt det har varit.")


def now(player: Player) -> None:
    """The queues now, and what disturbs."""
    player.press("Ctrl+F11")
    player.see("Läget")
    player.settle()
    player.shoot("laget", "Läget nu: köerna, dagens tal mot målen, och vad som är stängt.")
    player.press("Shift+F11")
    player.settle()
    player.shoot("storskarm", "Samma läge på en stor skärm. Inga namn.")
    player.press("Shift+F11")
    player.settle()
    player.press("Ctrl+Shift+F6")
    player.settle()
    player.shoot("stang-ko", "En kö stängs med ett skäl, och till en tid.")
    player.press("Esc")
    player.settle()
    player.press("Ctrl+Shift+F10")
    player.settle()
    player.shoot("handelse", "En händelse antecknas för överlämningen.")
    player.press("Esc")
    player.settle()


def shift(player: Player) -> None:
    """The working document of the shift."""
    with player.journey("Se skiftets sammanfattning"):
        player.press("Ctrl+Shift+F11")
        player.see("Visa och skriv ut")
    player.settle()
    player.press("Alt+N")
    player.settle()
    player.shoot("skift", "Skiftet mot målen och mot samma veckodag fyra veckor tillbaka.")
    player.press("Alt+P")
    player.settle()
    player.shoot("skift-overlamning", "Att lämna över: det som är sent, öppet eller stört.")
    player.press("Alt+M")
    player.settle()
    player.shoot(
        "skift-utskrift", "Det som går ut ur rummet döljer små tal; att det tas ut loggas."
    )
    player.press("Return")
    player.see("Spara som PDF")
    player.settle()
    player.shoot("skift-sidor", "Förhandsvisningen: ett A4 och bilagor.")
    player.press("Esc")
    player.settle()


def explore(player: Player) -> None:
    """Any figure by hour, weekday, reason, unit; down to the calls."""
    player.press("Alt+4")
    player.see("Samtalen bakom")
    player.settle()
    player.shoot("statistik", "Ett mått, en indelning, en period. Tabellen har samma tal.")
    to_field(player, "Tabell")
    player.press(*["Down"] * 15)  # in the afternoon somebody has rung
    player.press("Alt+V")
    player.settle()
    player.shoot("samtalen-bakom", "Samtalen bakom en stapel. Att de visas är loggat.")
    player.press("Esc")
    player.settle()


def quality(player: Player) -> None:
    player.press("Alt+5")
    player.settle()
    player.shoot("kvalitet", "Granskade samtal, avsteg, återkoppling och vad som ska godkännas.")
    player.press("Alt+L")
    player.settle()
    player.shoot("urval", "Urval för bedömning, och hur det har gått.")
    player.press("Esc")
    player.settle()


def roster(player: Player) -> None:
    player.press("Alt+6")
    player.settle()
    player.shoot("schema", "Vem som arbetar när.")


def aims(player: Player) -> None:
    player.press("Alt+7")
    player.settle()
    player.shoot("mal", "Mål med giltighet, och mätningar som andra har gjort.")
