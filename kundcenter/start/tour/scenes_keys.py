"""Everything by key: the palette, the overview, a key of one's own, and any outcome in three."""

from __future__ import annotations

from kundcenter.start.tour.ground import DemoGround
from kundcenter.start.tour.moves import by_hand
from kundcenter.start.tour.player import Player


def play(player: Player, demo: DemoGround) -> None:
    person = demo.cases["upprepad"]
    by_hand(player, person.person_id.value, person.name, "Tidigare anteckningar")
    palette(player)
    overview(player)
    outcome(player)
    player.press("Ctrl+D")  # what is written is saved first, unsigned
    player.see("Inget samtal pågår")


def palette(player: Player) -> None:
    """One field for actions, own cases, units and people."""
    with player.journey("Slå upp en enhet i paletten"):
        player.press("Ctrl+K")
        player.see("Kommando, samtal, enhet eller personnummer", "Varningstecken")
        player.shoot("palett", "En tangent för allt: kommandon, egna ärenden, enheter, personer.")
        player.write("närak")
        player.see("Närakuten Jönköping, Ryhov")
        player.shoot("palett-enheter", "Några bokstäver av en enhet.")
        player.press("Return")
        player.see("0980-31")
    player.shoot("enhet", "Enheten med telefon och öppettider.")
    player.press("Esc")
    player.see_no_more("0980-31")


def outcome(player: Player) -> None:
    """The key twice and a letter is any outcome."""
    with player.journey("Välja en hänvisning"):
        player.press("F9", "F9")
        player.see("Bokstaven väljer direkt.")
        player.shoot("hanvisning", "Varje hänvisning har en egen bokstav: tre tangenter.")
        player.write("g")
        player.see_no_more("Bokstaven väljer direkt.")


def overview(player: Player) -> None:
    """All keys; another one for the log, which may not be one that is taken."""
    player.press("F1")
    player.see("Dina egna tangenter följer dig, inte datorn.", "Larma 112")
    player.shoot("tangenter", "Alla tangenter på en tangent.")
    player.write("föregående kort")
    player.press("Return")
    player.see("Tryck tangenten som ska göra detta: Föregående kort.")
    player.press("Ctrl+S")
    player.see("Tangenten gör redan något annat här: Spara.")
    player.shoot("tangent-upptagen", "En tangent som är upptagen ges inte bort.")
    player.press("Ctrl+Shift+Y")
    player.see("Ctrl+Skift+Y (egen)")
    player.shoot("egen-tangent", "En egen tangent märks ut och kan återställas.")
    player.press("Esc")
    player.see_no_more("Dina egna tangenter följer dig, inte datorn.")
