"""Promised calls: a place in a unit's queue, the clock that nets a risk, taken and rung."""

from __future__ import annotations

from datetime import time

from kundcenter.start.tour import ground
from kundcenter.start.tour.ground import DemoGround
from kundcenter.start.tour.moves import (
    by_hand,
    change_operator,
    leave_desk,
    sign_in_again,
    to_field,
    working_day,
)
from kundcenter.start.tour.player import Player
from kundcenter.start.tour.stage import Stage

MORNING = time(9, 5)
UNIT = "Rosenlunds vårdcentral"
NUMBER = "070-174 06 12"
DUE = "9:12"
CRITERIA = "Andnöd, slöhet eller utslag som inte bleknar"


def play(player: Player, stage: Stage) -> None:
    demo = ground.demo(stage.folder / "callbacks")
    with stage.opened(player, demo.folder, demo.source, now=working_day(MORNING)):
        sign_in_again(player)
        place(player, demo)
        promise(player)
        ring(player)
        lead(player)


def place(player: Player, demo: DemoGround) -> None:
    """The unit, the matter, the time: what is promised is read aloud from the screen."""
    person = demo.cases["tva_nummer"]
    by_hand(player, person.person_id.value, person.name, "Tolk: Arabiska")
    with player.journey("Plats i enhetens återuppringning"):
        player.press("Ctrl+Shift+K")
        player.see("Plats i enhetens återuppringning", "Skriv en del av namnet")
        player.write("rosenlund")
        player.see(UNIT)
        player.press("Return")
        player.see(f"Ärende hos {UNIT}")
        player.shoot("plats-arende", "Vad det gäller, med samma siffror som i telefonmenyn.")
        player.press("7")
        player.see(f"{UNIT} ringer dig i dag")
        player.settle()
        player.shoot("plats-tid", "Lediga tider, och meningen som läses upp.")
        to_field(player, "Nummer att ringa")
        player.press("Ctrl+A")
        player.write(NUMBER)
        player.press("Return")
        player.see("Platsen är given", f"{UNIT} ringer dig i dag")
    player.shoot("plats-given", "Det som är lovat, i stor stil: läs upp det.")
    player.press("Return")
    player.see_no_more("Platsen är given")


def promise(player: Player) -> None:
    """One's own promise to hear how it went: it stays until somebody has said what came of it."""
    with player.journey("Säkerhetsnät: lova att ringa"):
        player.press("Ctrl+G")
        player.see("Lova att ringa upp")
        player.write(DUE)
        player.press("Shift+Tab", "2")
        player.see("Ring tidigare om")
        to_field(player, "Nummer att ringa")
        player.press("Ctrl+A")
        player.write(NUMBER)
        to_field(player, "Ring tidigare om")
        player.write(CRITERIA)
        player.see("Vi ringer dig i dag klockan 09:12.")
        player.shoot("sakerhetsnat", "Klockan som inte försvinner, och när man ska ringa förr.")
        player.press("Return")
        player.see("Löftet är gett")
    player.shoot("sakerhetsnat-sagt", "Det som läses upp för patienten.")
    player.press("Return")
    player.see_no_more("Löftet är gett")


def ring(player: Player) -> None:
    """The lists name nobody; one that is taken is one's own, and closed by what came of it."""
    player.press("Ctrl+M")
    player.see("Löften som vi själva har gett", "Säkerhetsnät", "I enheternas köer", "09:12")
    player.press("Ctrl+Home")  # on a Monday morning somebody else's is late already
    player.shoot("ateruppringning", "Löftena före, vid och efter tiden: form, färg och ord.")
    with player.journey("Ring upp och avsluta"):
        player.press("Return")
        player.see("Ska ringa tidigare om")
        player.settle()
        player.shoot("ring-upp", "Den som tas syns för alla som tagen, och öppnas här.")
        player.press("Alt+1")
        player.see("Skriv vad det blev av uppringningen.")
        player.write("Mår bättre, inga nya symtom")
        player.press("Alt+1")
        player.see("Återuppringningen är klar.")
    player.shoot("ring-upp-klar", "Klar: vad det blev står kvar.")
    player.press("F6", "Esc")
    player.see_no_more("Återuppringningen är klar.")


def lead(player: Player) -> None:
    """Who leads sees the broken promises, and says how many places there are."""
    player.press("Ctrl+1")
    change_operator(player, "ledare", "Ledig")
    player.press("Ctrl+M")
    player.see("Återuppringning", "Köer")
    player.press("Ctrl+Shift+N")
    player.settle()
    player.shoot("koer", "Enheternas köer: vilka ärenden, tider och hur många platser.")
    player.press("Esc")
    leave_desk(player)
