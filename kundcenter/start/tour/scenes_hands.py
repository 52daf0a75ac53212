"""From hand to hand: what waits, a card that a colleague takes over, what has waited too long."""

from __future__ import annotations

from kundcenter.start.tour.ground import DemoGround
from kundcenter.start.tour.moves import answer, change_operator, close_unwritten
from kundcenter.start.tour.player import Player
from kundcenter.start.tour.stage import Switchboard

CALLER = "0701740607"
BEGUN = "Yrsel sedan i morse, har ramlat en gång. Ingen huvudvärk."
BRIEF = "Ramlat, blodförtunnande. Bedöm fallet, anhörig väntar på svar."


def play(player: Player, switchboard: Switchboard, demo: DemoGround) -> None:
    to_do(player)
    given(player, switchboard, demo)
    change_operator(player, "ledare", "Överlämnade till dig", BRIEF)
    taken(player)
    overdue(player)
    change_operator(player, "ssk", "Inget samtal pågår")


def to_do(player: Player) -> None:
    """What the operator has not signed; late after two days."""
    player.press("Ctrl+3")
    player.see("Dina osignerade anteckningar", "Försenad")
    player.shoot("att-gora", "Osignerat: efter två dygn är det försenat. Ingen patient nämns.")
    player.press("Ctrl+1")


def given(player: Player, switchboard: Switchboard, demo: DemoGround) -> None:
    """A card for a colleague, with everything in it."""
    answer(player, switchboard, CALLER, demo.regular.person_id.value)
    player.see(demo.regular.name, "Har hört av sig nyligen")
    player.press("F4")
    player.write(BEGUN)
    player.press("Ctrl+Shift+L")
    player.see("Efterarbete")
    with player.journey("Lämna över ett kort"):
        player.press("Ctrl+Shift+O")
        player.see("Lämna över samtalet")
        player.write(demo.names["ledare"])
        player.press("Return", "Tab")
        player.write(BRIEF)
        player.shoot("lamna-over", "Kollegan får kortet med allt, och det viktigaste i en rad.")
        player.press("Tab", "Tab", "Space")
        player.see("Överlämnat: kortet väntar på att kollegan tar det.")
    player.shoot("overlamnat", "Kortet väntar på kollegan. Det går att ta tillbaka.")


def taken(player: Player) -> None:
    """The colleague sees what waits, and takes it."""
    player.shoot("att-ta-over", "Kollegan ser vad som väntar, från vem och varför.")
    with player.journey("Ta över ett kort"):
        player.press("Ctrl+Shift+T")
        player.see("Fortsätt i egen anteckning", BEGUN)
    player.shoot("tagit-over", "Kortet är kollegans. Den andras anteckning är kvar och dennes.")
    close_unwritten(player)


def overdue(player: Player) -> None:
    """The supervisor sees what others have left for fourteen days, and whose it is."""
    player.press("Ctrl+3")
    player.see("Andras anteckningar som väntat för länge")
    player.shoot("vantat-lange", "Samordnaren ser vad som väntat i fjorton dygn, och på vem.")
    player.press("Ctrl+1")
