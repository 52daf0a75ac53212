"""One person or two: a duplicate is merged and parted again; a dissenting opinion is noted."""

from __future__ import annotations

from kundcenter.start.tour.ground import DemoGround
from kundcenter.start.tour.moves import by_hand, close_unwritten
from kundcenter.start.tour.player import Player

MERGE, UNMERGE = "6", "7"  # in the list of facts


def play(player: Player, demo: DemoGround) -> None:
    merged(player, demo)


def merged(player: Player, demo: DemoGround) -> None:
    """Two registrations are one person, until somebody takes it back."""
    twice = demo.cases["dubblett"]
    by_hand(player, twice.person_id.value, twice.name, "Tidigare anteckningar")
    with player.journey("Slå ihop en dubblett"):
        player.press("Ctrl+F2")
        player.see("Vad ska ändras?")
        player.write(MERGE)
        player.press("Return")
        player.see("Varje träff loggas.")
        player.write("demoholm maria 1982")
        player.see("99JK90000002")
        player.shoot("sok-person", "Sökning på namn och födelseår. Varje träff loggas.")
        player.press("Down", "Down", "Return")
        player.see("Är det samma person?", "99JK90000002", "Öppna personen för att se")
        player.write("Samma namn och födelsedatum, bekräftat i samtalet.")
        player.shoot("sla-ihop", "Båda bredvid varandra. Inget flyttas, allt kan tas tillbaka.")
        player.press("Return")
        player.see("Sammanslagen med: Maria Demoholm")
    player.shoot("sammanslagen", "En person med båda numren och båda anteckningarna.")
    player.press("Ctrl+F2")
    player.see("Dela en sammanslagning")
    player.write(UNMERGE)
    player.press("Return")
    player.see("Båda står för sig själva igen, som de var.")
    player.shoot("dela", "Sammanslagningen delas igen.")
    player.press("Tab", "Space")
    player.see_no_more("Sammanslagen med:")
    close_unwritten(player)
