"""112: the words that raise a question, the card of signs, the alarm with a line and without."""

from __future__ import annotations

from kundcenter.start.tour.ground import DemoGround
from kundcenter.start.tour.moves import Lines, answer, hang_up, sign, write_note
from kundcenter.start.tour.player import Player
from kundcenter.start.tour.stage import Switchboard

CALLER = "0701740606"
AFTERWARDS = Lines(
    "bröst",
    " Larmat 112.",
    "Misstänkt hjärtinfarkt.",
    "1",
    "112",
    "Sitt still, lämna dörren olåst.",
)


def play(player: Player, switchboard: Switchboard, demo: DemoGround) -> None:
    answer(player, switchboard, CALLER, demo.regular.person_id.value)
    player.see(demo.regular.name, "Tidigare anteckningar")
    tripwire(player)
    signs(player)
    with_a_line(player)
    write_note(player, AFTERWARDS)
    sign(player)
    hang_up(player)
    player.press("Ctrl+D")
    player.see("Inget samtal pågår")


def tripwire(player: Player) -> None:
    """Words in the text raise questions.  They set no level and take no focus."""
    player.press("F4")
    player.write("Tryck över bröstet sedan tjugo minuter, kallsvettig och illamående.")
    player.see("Varningstecken", "Larma 112")
    player.shoot("snubbeltrad", "Orden i texten väcker frågor att ställa, och ingenting annat.")


def signs(player: Player) -> None:
    """All signs of danger to life, with what to ask, on one key and for every role."""
    player.press("F11")
    player.see("Läs frågan högt. Är du osäker: larma 112.")
    player.shoot("varningstecken", "Alla varningstecken med frågor, på en tangent.")
    player.write("stroke")
    player.see("Hjärna och nerver")
    player.shoot("varningstecken-sok", "Några bokstäver räcker för att hitta tecknet.")
    player.press("Esc")
    player.see_no_more("Läs frågan högt. Är du osäker: larma 112.")


def with_a_line(player: Player) -> None:
    """The exchange calls; only its own word makes the screen say that 112 has answered."""
    with player.journey("Larma 112"):
        player.press("F12")
        player.see("Kopplar till 112 …")
        player.shoot("112-kopplar", "Växeln ringer 112. Ingenting säger ännu att någon svarat.")
        player.see("112 har svarat")
    player.press("Ctrl+1", "Ctrl+3", "F2")
    player.write("Storgatan 4, portkod 1177")
    player.shoot("112-svarat", "Larmcentralen har svarat. Klockan går; det som sägs kryssas av.")
    player.press("Ctrl+Shift+K")
    player.see("Tryck över bröstet sedan tjugo minuter, kallsvettig och illamående.", "Återstår")
    player.shoot("112-efter", "Efter larmet: kortet är som det var, och anteckningen återstår.")


def without_an_exchange(player: Player, switchboard: Switchboard) -> None:
    """The exchange is gone: the program says that it calls nobody."""
    switchboard.die()
    player.see("Växeln svarar inte")
    with player.journey("Larma 112 utan växel"):
        player.press("F12")
        player.see("RING 112 NU – programmet ringer inte", "Säg till 112")
    player.shoot("112-for-hand", "Utan växel ringer ingen utom operatören, och det sägs stort.")
    player.press("Ctrl+Shift+A")
    player.see("112 har svarat")
    player.press("Ctrl+Shift+K")
    player.see_no_more("Säg till 112")
    switchboard.come_back()
    player.see_no_more("Växeln svarar inte", within=40.0)
